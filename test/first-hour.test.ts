// What a person meets in the first hour beside the table itself: the tour, what can be taken out of the screen, whole cases.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import type { Browser, BrowserContext, Download, Page } from "playwright-core";
import { PNG } from "pngjs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readXml } from "../packages/node/dist/scenarios/index.js";
import { type Serving, serve } from "../packages/node/dist/server/index.js";
import { launch } from "./chromium.js";

const HANGS = 60_000;
const folder = mkdtempSync(join(tmpdir(), "parley-first-hour-"));
let serving: Serving;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let heard: string[];

const go = (path: string) => page.goto(new URL(path, serving.address).href);
const taken = async (press: () => Promise<unknown>): Promise<[name: string, bytes: Buffer]> => {
  const [file]: [Download, unknown] = await Promise.all([page.waitForEvent("download"), press()]);
  return [file.suggestedFilename(), readFileSync(await file.path())];
};

beforeAll(async () => {
  cpSync(join(import.meta.dirname, "../cases/hanoi-2019"), join(folder, "hanoi-2019"), { recursive: true });
  serving = await serve({ folder, who: "tester", host: "127.0.0.1", port: 0, otherPorts: false, token: null });
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await serving?.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  heard = [];
  context = await browser.newContext({
    viewport: { width: 1300, height: 900 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  page = await context.newPage();
  page.setDefaultTimeout(HANGS);
  page.on("pageerror", (error) => heard.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") heard.push(message.text());
  });
});
afterEach(() => context.close());

describe("the tour", () => {
  it("is done step by step with one's own hands, and goes on when a step is done", async () => {
    await go("/");
    await page.getByRole("button", { name: "Take the tour" }).click();
    const tour = page.getByRole("complementary", { name: "The tour" });
    await tour.getByText("Step 1 of 5").waitFor();
    const cell = page.locator("table.grid tbody tr").nth(1).locator("select").last();
    const before = await cell.inputValue();
    const other = await Promise.all((await cell.locator("option").all()).map((option) => option.getAttribute("value")));
    await cell.selectOption(other.find((value) => value !== before && value !== "") ?? "");
    await tour.getByText("Step 2 of 5").waitFor();
    await tour.getByRole("link", { name: "Go there" }).click();
    await tour.getByText("Step 3 of 5").waitFor();
    await tour.getByRole("link", { name: "Go there" }).click();
    await page.locator("button.picker").first().click();
    await page.locator(".picks [role=option]:not([data-selected])").first().click();
    await tour.getByText("Step 4 of 5").waitFor();
    await page.getByRole("button", { name: "Put on record …" }).click();
    await page.getByLabel("Name").fill("A try");
    await page.getByRole("button", { name: "Put on record", exact: true }).click();
    await tour.getByText("Step 5 of 5").waitFor();
    await page.getByRole("button", { name: /^Undo:/ }).click();
    await tour.getByText("That is how it goes").waitFor();
    await tour.getByRole("button", { name: "End the tour" }).click();
    await page.reload();
    await page.locator("main h1").first().waitFor();
    expect(await tour.count()).toBe(0);
    expect(heard).toEqual([]);
  });
});

describe("out of the screen", () => {
  it("goes a picture as SVG and PNG, its figures as a table and as a workbook, and a package as a sentence", async () => {
    await page.emulateMedia({ colorScheme: "dark" });
    await go("/c/hanoi-2019/bargaining");
    await page.locator("#rests-on .sentence").waitFor();
    const menu = page.getByRole("button", { name: /^Take “What could be signed/ });
    const choose = async (entry: string) => {
      await menu.click();
      await page.getByRole("menuitem", { name: entry }).click();
    };
    const [svgName, svg] = await taken(() => choose("Picture as SVG"));
    expect(svgName).toMatch(/^What could be signed.*\.svg$/);
    const text = svg.toString("utf8");
    // Needs no style sheet, in the light theme, and is well-formed.
    expect(text).toMatch(/^<svg [^>]*viewBox=/);
    expect(text).not.toMatch(/class=|var\(--/);
    expect(text).toContain('fill="#ffffff"');
    // The colour of the first party in the light theme, though the page is dark.
    expect(text).toContain("rgb(0, 114, 178)");
    expect(() => readXml(text)).not.toThrow();
    const [, png] = await taken(() => choose("Picture as PNG"));
    const picture = PNG.sync.read(png);
    expect(picture.width).toBeGreaterThan(600);
    const colours = new Set<number>();
    for (let at = 0; at < picture.data.length; at += 4) colours.add(picture.data.readUInt32BE(at));
    expect(colours.size).toBeGreaterThan(20);
    const [, book] = await taken(() => choose("Figures as a workbook"));
    expect(strFromU8(unzipSync(book)["xl/worksheets/sheet1.xml"] ?? new Uint8Array())).toContain("Kimball");
    await choose("Copy the figures as a table");
    await page.getByText("The table is copied").waitFor();
    const html = await page.evaluate(
      "navigator.clipboard.read().then(([item]) => item.getType('text/html')).then((blob) => blob.text())",
    );
    expect(html).toMatch(/<table[\s\S]*Kimball/);
    await page.getByRole("button", { name: "Copy as text" }).click();
    await page.getByText(/^Copied:/).waitFor();
    expect(await page.evaluate("navigator.clipboard.readText()")).toMatch(
      /^Kimball's exchange: The Yongbyon complex: Verifiably decommissioned; .*; everything else stays as it is today\.$/,
    );
    expect(heard).toEqual([]);
  });
});

describe("an entry", () => {
  it("is added where it is looked at, with parts that it points to itself, and no id is asked for", async () => {
    await go("/c/hanoi-2019/terms");
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    const form = page.getByRole("dialog");
    await form.getByRole("button", { name: "Add to Terms" }).click();
    await form.getByLabel("Name", { exact: true }).fill("Verification");
    const parts = form.getByRole("group", { name: "What it may include" });
    for (const [place, part] of ["Seals", "Visits"].entries()) {
      await parts.getByRole("button", { name: "Add one" }).click();
      await parts.getByLabel("Text").nth(place).fill(part);
    }
    const readings = form.getByRole("group", { name: "Readings" });
    await readings.getByRole("button", { name: "Add one" }).click();
    await readings.getByLabel("Party").selectOption({ label: "the United States" });
    await readings.getByRole("group", { name: "Included" }).getByLabel("Visits").check();
    // What is typed is not lost to a key pressed by mistake.
    await page.keyboard.press("Escape");
    await form.getByText("What you typed is not saved.").waitFor();
    await form.getByRole("button", { name: "Go on typing" }).click();
    await form.getByRole("button", { name: "Save" }).click();
    await page.getByText("“Verification” added").waitFor();
    const written = readFileSync(join(folder, "hanoi-2019/case.yaml"), "utf8");
    expect(written).toMatch(/id: verification\s+name: Verification/);
    expect(written).toMatch(/\{ ?party: us, in: \[ ?visits ?\] ?\}/);
    expect(heard).toEqual([]);
  });

  it("is refused in its form, and what somebody else wrote into its other fields meanwhile stays", async () => {
    await go("/c/hanoi-2019/overview");
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    const form = page.getByRole("dialog");
    await form.getByRole("button", { name: "Change “The case”" }).click();
    const file = join(folder, "hanoi-2019/case.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace("title: Hanoi 2019", "title: Hanoi, again"));
    await form.getByLabel("As of").fill("soon");
    await form.getByLabel("About").click();
    await form.getByText(/^Write it like 23 Feb 2019/).waitFor();
    await form.getByLabel("As of").fill("25 Feb 2019");
    await form.getByRole("button", { name: "Save" }).click();
    await expect.poll(() => /asOf: "?2019-02-25/.test(readFileSync(file, "utf8")), { timeout: HANGS }).toBe(true);
    expect(readFileSync(file, "utf8")).toContain("title: Hanoi, again");
  });
});

describe("what goes wrong", () => {
  it("leaves the page standing where a part of it cannot be fetched, and says so", async () => {
    await page.route("**/assets/entry-drawer-*", (route) => route.abort());
    await go("/c/hanoi-2019/overview");
    await page.getByRole("button", { name: "Edit", exact: true }).click();
    await page.getByText("A part of the page could not be shown.").waitFor();
    expect(await page.getByRole("navigation").first().isVisible()).toBe(true);
  });

  it("says that an address names no day, and takes one that people write", async () => {
    await go("/c/hanoi-2019/terms?as-of=31.02.2019");
    await page.getByText("“31.02.2019” is no day").waitFor();
    await go("/c/hanoi-2019/terms?as-of=23+Feb+2019");
    await page.locator(".bar .day-field input").first().waitFor();
    expect(await page.locator(".bar .day-field input").first().inputValue()).toBe("2019-02-23");
    expect(await page.getByText("is no day").count()).toBe(0);
  });

  it("writes nothing into a file that cannot be read any more, and keeps what is typed", async () => {
    await go("/c/hanoi-2019/set-up");
    const title = page.getByLabel("Name of the negotiation");
    await title.waitFor();
    const file = join(folder, "hanoi-2019/case.yaml");
    const before = readFileSync(file, "utf8");
    writeFileSync(file, ":::\n");
    await page.getByRole("link", { name: /problem/ }).waitFor();
    await title.fill("Another title");
    await title.press("Enter");
    await page.getByText("Mend it on the page Files first").waitFor();
    expect([readFileSync(file, "utf8"), await title.inputValue()]).toEqual([":::\n", "Another title"]);
    writeFileSync(file, before);
    await page.getByRole("link", { name: /problem/ }).waitFor({ state: "detached" });
  });
});

describe("a whole case", () => {
  const menu = async (title: string, entry: string) => {
    await page.getByRole("button", { name: `What to do with ${title}` }).click();
    await page.getByRole("menuitem", { name: entry }).click();
  };

  it("is saved as one .zip and opened again, put away and taken out", async () => {
    await go("/");
    const [name, zip] = await taken(() => menu("Hanoi, again", "Save as .zip"));
    expect(name).toBe("hanoi-2019.zip");
    await page.locator("input[type=file]").setInputFiles({ name, mimeType: "application/zip", buffer: zip });
    await page.locator("h1.headline").waitFor();
    expect(page.url()).toMatch(/\/c\/hanoi-2019-2\/overview$/);
    await go("/");
    await page.locator("input[type=file]").setInputFiles({
      name: "broken.zip",
      mimeType: "application/zip",
      buffer: Buffer.from("nothing"),
    });
    await page.getByText("It is no .zip, or a damaged one").waitFor();
    await page.locator('[data-item="hanoi-2019-2"]').waitFor();
    await page
      .locator("li", { has: page.locator('[data-item="hanoi-2019-2"]') })
      .getByRole("button")
      .click();
    await page.getByRole("menuitem", { name: "Archive" }).click();
    await page.getByText("Archive (1)").click();
    await page.locator('[data-item="archive:hanoi-2019-2"]').waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByText("Archive (1)").waitFor({ state: "detached" });
    // The browser tells of what the server refuses: the broken one, and a case asked for by the id that it no longer has.
    expect(heard.filter((message) => !/ 422 | 404 /.test(message))).toEqual([]);
  });
});
