// The report as its reader sees it: in a browser, wide and narrow, light and dark, on paper.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import axe from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parley } from "../packages/node/test/command-line.js";
import { launch } from "./chromium.js";

const place = mkdtempSync(join(tmpdir(), "parley-report-"));
let browser: Browser;

async function report(name: string, ...more: string[]): Promise<string> {
  const file = join(place, `${name.replaceAll("/", "-")}-${more.length}.html`);
  expect(await parley(["report", `cases/${name}`, "-o", file, "--models", "100", ...more])).toMatchObject({ code: 0 });
  return pathToFileURL(file).href;
}

const made = new Map<string, string>();

beforeAll(async () => {
  made.set("hanoi-2019", await report("hanoi-2019"));
  made.set("itex-cypress", await report("itex-cypress"));
  made.set("shared", await report("hanoi-2019", "--share", "public"));
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  rmSync(place, { recursive: true, force: true });
});

async function open(
  name: string,
  { width, dark = false, bypassCSP = false }: { width: number; dark?: boolean; bypassCSP?: boolean },
): Promise<{ page: Page; heard: string[] }> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: dark ? "dark" : "light",
    bypassCSP,
  });
  const page = await context.newPage();
  const heard: string[] = [];
  page.on("console", (message) => heard.push(message.text()));
  page.on("pageerror", (error) => heard.push(error.message));
  page.on("request", (request) => heard.push(request.url()));
  await page.goto(made.get(name) ?? "");
  return { page, heard };
}

const NAMES = ["hanoi-2019", "itex-cypress", "shared"];

describe.each(NAMES)("the report of %s", (name) => {
  it("loads nothing but itself, and its own policy finds nothing to forbid", async () => {
    const { page, heard } = await open(name, { width: 1200 });
    expect(heard).toEqual([made.get(name)]);
    await page.context().close();
  });

  // axe looks at the two pairs of width and theme that cover both.
  it.each([
    [1200, true],
    [360, false],
  ])("at %d pixels, dark: %s, fits its width and has no fault that axe finds", async (width, dark) => {
    const { page } = await open(name, { width, dark, bypassCSP: true });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    await page.emulateMedia({ colorScheme: dark ? "light" : "dark" });
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    await page.emulateMedia({ colorScheme: dark ? "dark" : "light" });
    await page.addScriptTag({ content: axe.source });
    const faults = await page.evaluate(
      "axe.run().then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => [id, html])))",
    );
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it.each([1200, 360])("keeps every word of its pictures inside them at %d pixels", async (width) => {
    const { page } = await open(name, { width });
    const outside = await page.evaluate(`[...document.querySelectorAll("svg.chart")]
      .filter((svg) => svg.getBoundingClientRect().width > 0)
      .flatMap((svg) => {
        const frame = svg.viewBox.baseVal;
        return [...svg.querySelectorAll("text")].flatMap((text) => {
          const { x, y, width, height } = text.getBBox();
          const out = x < -1 || y < -4 || x + width > frame.width + 1 || y + height > frame.height + 4;
          return out ? [text.textContent] : [];
        });
      })`);
    expect(outside).toEqual([]);
    await page.context().close();
  });

  it("prints: pages of paper, light whatever the screen", async () => {
    const { page } = await open(name, { width: 1200, dark: true });
    await page.emulateMedia({ media: "print" });
    expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(255, 255, 255)");
    const pdf = await page.pdf({ format: "A4" });
    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect((pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? []).length).toBeGreaterThan(1);
    await page.context().close();
  });
});

describe("the report of the flagship, at a glance", () => {
  it("answers the four questions before anything is scrolled to or opened", async () => {
    const { page } = await open("hanoi-2019", { width: 1200 });
    const glance = String(await page.evaluate("document.querySelector('#glance-head').parentElement.innerText"));
    expect(glance).toMatch(/Pageantry[\s\S]*Whose position moved\?/);
    expect(glance).toMatch(/North Korea moved most: at least 133 points/);
    expect(glance).toMatch(/“Denuclearization”: none of its 12 parts are agreed/);
    expect(glance).toMatch(/Which one answer would (settle the doubt|tell most)\?\s+Of “[^”]+”: (Would|Which) .*\?/);
    const chart = String(await page.evaluate("document.querySelector('#verdicts svg.wide').textContent"));
    expect(chart).toMatch(/Big deal.*refused by another.*walks away.*Pageantry.*too little.*more than its part/);
    await page.context().close();
  });
});
