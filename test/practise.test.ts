// A rehearsal as a person plays it, in a browser: with the keyboard alone, to its end, kept as a file and opened again.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
// What serves is what is built.
import { type Serving, serve } from "../packages/node/dist/server/index.js";
import { launch } from "./chromium.js";

/** Milliseconds after which what is waited for does not come any more: far longer than it takes a slow machine. */
const HANGS = 120_000;

const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "parley-practise-"));
let serving: Serving;
let browser: Browser;
let page: Page;
const heard: string[] = [];

beforeAll(async () => {
  for (const name of ["hanoi-2019", "itex-cypress"])
    cpSync(join(root, "cases", name), join(folder, name), { recursive: true });
  serving = await serve({ folder, who: "tester", host: "127.0.0.1", port: 0, otherPorts: false, token: null });
  browser = await launch();
  const context = await browser.newContext({
    viewport: { width: 1300, height: 900 },
    bypassCSP: true,
    acceptDownloads: true,
  });
  // The page draws a counterpart anew for every game: here it is always the same one, or the game might end a round sooner.
  await context.addInitScript(
    "{ const drawn = crypto.getRandomValues.bind(crypto); crypto.getRandomValues = (into) => (into instanceof Uint32Array && into.length === 1 ? into.fill(1) : drawn(into)); }",
  );
  page = await context.newPage();
  page.setDefaultTimeout(HANGS);
  page.on("pageerror", (error) => heard.push(error.message));
});
afterAll(async () => {
  await browser?.close();
  await serving?.close();
  rmSync(folder, { recursive: true, force: true });
});

const go = (path: string) => page.goto(new URL(path, serving.address).href);

/** What axe finds on the page as it is. */
async function faults(): Promise<string[]> {
  await page.addScriptTag({ content: axe.source });
  const found = await page.evaluate(
    "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ' ' + nodes[0].html))",
  );
  return found as string[];
}

/** Holds that the page comes to rest at a phone's width without scrolling sideways: pictures are drawn anew for it. */
async function fitsPhone(): Promise<void> {
  await page.setViewportSize({ width: 390, height: 844 });
  const wide = () => page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
  await expect.poll(wide, { timeout: HANGS }).toBe(false);
  await page.setViewportSize({ width: 1300, height: 900 });
}

/** Presses Tab until the button or field of this name has the focus. */
async function tabTo(name: string | RegExp): Promise<void> {
  const wanted = page.getByRole("button", { name }).or(page.getByLabel(name)).first();
  await wanted.waitFor();
  for (let k = 0; k < 200; k++) {
    if ((await page.locator(":focus").and(wanted).count()) > 0) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the focus never came to ${name}`);
}

const said = () => page.locator(".practise-moves > li");

describe("practising", () => {
  it("is played from its beginning to its end with the keyboard, without a fault that axe finds", async () => {
    await go("/c/hanoi-2019/practise");
    await page.getByText("You play").waitFor();
    expect(await faults()).toEqual([]);
    await tabTo("Rounds until the deadline");
    await page.keyboard.press("Home");
    await tabTo("Begin");
    await page.keyboard.press("Enter");
    await page.getByText("Round 1 of 4").waitFor();
    await tabTo("Sanctions");
    await page.keyboard.press("ArrowDown");
    for (let round = 1; round <= 3; round++) {
      await tabTo("Make this offer");
      await page.keyboard.press("Enter");
      await said()
        .nth(2 * round - 1)
        .waitFor();
    }
    await tabTo("Show hints");
    await page.keyboard.press("Enter");
    await page.getByText("What North Korea seems to care about").waitFor();
    expect(await faults()).toEqual([]);
    await fitsPhone();
    await tabTo("Accept their offer");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "There is a deal" }).waitFor();
    await page.getByText("North Korea played linear").waitFor();
    expect(await faults()).toEqual([]);
    await fitsPhone();
    expect(heard).toEqual([]);
  });

  it("outlives a reload, is saved, and plays the same from its file; going back goes on from there", async () => {
    const text = async () => (await said().allInnerTexts()).join("\n");
    const before = await text();
    await page.reload();
    await said().nth(6).waitFor();
    expect(await text()).toBe(before);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save as a file" }).click(),
    ]);
    const file = join(folder, "kept.yaml");
    await download.saveAs(file);
    expect(readFileSync(file, "utf8")).toMatch(/^rehearsal: 1\n/);
    await page.getByRole("button", { name: "Begin anew" }).click();
    await page.getByLabel("Open kept rehearsals …").setInputFiles(file);
    await said().nth(6).waitFor();
    expect(await text()).toBe(before);
    await page.getByRole("button", { name: "Go back to before this" }).nth(1).click();
    await page.getByText("Round 2 of 4").waitFor();
    expect(await said().count()).toBe(2);
  });

  it("begins for a class, and shows all that come back in one picture", async () => {
    await page.getByRole("button", { name: "Begin anew" }).click();
    await page.getByLabel("Rounds until the deadline").selectOption("4");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Save this beginning for a class" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("rehearsal-us.yaml");
    const dealt = join(folder, "dealt.yaml");
    await download.saveAs(dealt);
    const begun = readFileSync(dealt, "utf8");
    expect(begun).toContain("moves: []");
    const walked = join(folder, "walked.yaml");
    writeFileSync(walked, begun.replace("moves: []", "moves: [walk]"));
    const letter = join(folder, "letter.yaml");
    writeFileSync(letter, "dear: sir\n");
    await page.getByLabel("Open kept rehearsals …").setInputFiles([join(folder, "kept.yaml"), walked, dealt, letter]);
    await page.getByRole("heading", { name: "Several rehearsals of this case" }).waitFor();
    await page.getByText("letter.yaml:1:1").first().waitFor();
    const rows = page.locator(".practise-group > .scroll tbody tr");
    await rows.nth(2).waitFor();
    expect(
      (await rows.allInnerTexts()).map((row) =>
        row
          .split("\t")
          .slice(0, 3)
          .concat(row.split("\t")[5] ?? ""),
      ),
    ).toEqual([
      ["1", "kept.yaml", "United States", "a deal"],
      ["2", "walked.yaml", "United States", "United States walked out"],
      ["", "dealt.yaml", "United States", "not over"],
    ]);
    await page.getByRole("img", { name: /Where everybody came out/ }).waitFor();
    expect(await faults()).toEqual([]);
    await fitsPhone();
    // From one of them and back to all.
    await page.getByRole("button", { name: "walked.yaml" }).click();
    await page.getByRole("heading", { name: "You walked out" }).waitFor();
    await page.getByRole("button", { name: "Back to all rehearsals" }).click();
    await page.getByRole("button", { name: "kept.yaml" }).click();
    await page.getByRole("heading", { name: "There is a deal" }).waitFor();
    expect(await page.getByText("This rehearsal was begun as of").count()).toBe(0);
    await page.getByRole("button", { name: "Go back to before this" }).nth(1).click();
    await page.getByText("Round 2 of 4").waitFor();
  });

  it("says why a move cannot be made, and changes nothing then; what is no rehearsal is not opened", async () => {
    // The rules of Hanoi know no decommissioned Yongbyon without inspections.
    await page.getByRole("combobox", { name: "The Yongbyon complex" }).selectOption("decommissioned");
    await page.getByRole("combobox", { name: "Inspections" }).selectOption("none");
    await page.getByRole("button", { name: "Make this offer" }).click();
    await page.getByRole("alert").filter({ hasText: "The rules of the case do not allow" }).waitFor();
    expect(await said().count()).toBe(2);
    await page.getByRole("button", { name: "Begin anew" }).click();
    await page.getByLabel("Open kept rehearsals …").setInputFiles({
      name: "letter.yaml",
      mimeType: "text/yaml",
      buffer: Buffer.from("dear: sir\n"),
    });
    await page.getByText("cannot be read as a rehearsal").waitFor();
    expect(heard).toEqual([]);
  });

  it("says which opening and pace do best, when it is asked", async () => {
    await go("/c/itex-cypress/practise");
    await page.getByRole("button", { name: "Work it out" }).click();
    await page.getByText(/Itex Manufacturing does best by asking first for \d+ % of what it could win/).waitFor();
    expect(await page.locator(".practise-openings > .scroll td").count()).toBe(20);
    expect(await faults()).toEqual([]);
    await fitsPhone();
  });

  it("covers the table while it is paused, and ends where somebody walks out", async () => {
    await go("/c/itex-cypress/practise");
    await page.getByLabel("holds out for long").check();
    // Rounds have days here, up to a deadline: three of them, two days apart.
    await page.getByLabel("Rounds have days").check();
    const first = (await page.getByLabel("Deadline").getAttribute("min")) ?? "";
    const later = (days: number) => new Date(Date.parse(first) + days * 86_400_000).toISOString().slice(0, 10);
    await page.getByLabel("Deadline").fill(later(-1));
    await page.getByText("That makes no rehearsal.").waitFor();
    expect(await page.getByRole("button", { name: "Begin", exact: true }).isDisabled()).toBe(true);
    await page.getByLabel("Deadline").fill(later(5));
    await page.getByText(`That makes 3 rounds, from ${first} to ${later(4)}.`).waitFor();
    await page.getByRole("button", { name: "Begin", exact: true }).click();
    await page.getByText(`Round 1 of 3, ${first}`).waitFor();
    await page.getByRole("button", { name: `Say that you walk out after round 2 (${later(2)})` }).waitFor();
    await page.getByRole("button", { name: "Pause" }).click();
    await page.getByText("The table is covered").waitFor();
    expect(await page.getByRole("button", { name: "Make this offer" }).count()).toBe(0);
    await page.getByRole("button", { name: "Go on" }).click();
    await page.getByRole("button", { name: "Walk out", exact: true }).click();
    await page.getByRole("heading", { name: "You walked out: no deal" }).waitFor();
    await page.getByText("There was no deal, though").waitFor();
    expect(heard).toEqual([]);
  });

  it("asks by the single text of a mediator for a yes or no, and in the end for a signature", async () => {
    await page.getByRole("button", { name: "Begin anew" }).click();
    await page.getByLabel("How it is negotiated").selectOption("single-text");
    await page.getByLabel("Rounds until the deadline").selectOption("4");
    await page.getByRole("button", { name: "Begin", exact: true }).click();
    await page.getByRole("heading", { name: "What do you say?" }).waitFor();
    expect(await faults()).toEqual([]);
    expect(await page.getByRole("button", { name: "Make this offer" }).count()).toBe(0);
    await page.getByRole("button", { name: "Keep the text" }).click();
    await page.getByText("You: would keep the text.").waitFor();
    await page.getByText("The text stays as it was.").waitFor();
    const sign = page.getByRole("button", { name: "Sign it", exact: true });
    const draft = page.getByRole("button", { name: "Prefer the draft" });
    // As soon as the mediator knows of nothing better, it asks to sign.
    for (let round = 2; round <= 4; round++) {
      await page.getByText(`Round ${round} of 4`).waitFor();
      if ((await sign.count()) > 0) break;
      await draft.click();
    }
    await sign.click();
    await page.getByRole("heading", { name: "There is a deal" }).waitFor();
    await page.getByText("The mediator’s drafts, by what they were worth").waitFor();
    expect(await faults()).toEqual([]);
    await fitsPhone();
    expect(heard).toEqual([]);
  });
});
