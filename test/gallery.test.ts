// The gallery of components and charts, as it looks in a browser, against how it looked when it was last looked at:
// test/pictures. npm run renew renews them.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pixelmatch from "pixelmatch";
import type { Browser, Page } from "playwright-core";
import { PNG } from "pngjs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Serving, serve } from "../packages/node/dist/server/index.js";
import { launch } from "./chromium.js";

const pictures = join(import.meta.dirname, "pictures");
const renews = process.env.npm_lifecycle_event === "renew";
/** So much of what is drawn may differ: letters are drawn a little otherwise by another version of the browser. */
const MOST_DIFFERENT = 0.05;
/** How often a picture that differs is taken again. */
const LOOKS = 20;
/** The height may differ by so many pixels, for the same reason. */
const MOST_TALLER = 4;

/**
 * How many pixels differ, as a share of those on which anything is drawn in either, 0–1; 1 where one is taller or wider by
 * more than letters make it. Blank ground is left out, or else a large page could lose much without a word.
 */
function difference(one: PNG, other: PNG): number {
  if (Math.abs(one.height - other.height) > MOST_TALLER || one.width !== other.width) return 1;
  const height = Math.min(one.height, other.height);
  const rows = ({ data, width }: PNG) => data.subarray(0, 4 * width * height);
  const [a, b] = [rows(one), rows(other)];
  const differing = pixelmatch(a, b, undefined, one.width, height, { threshold: 0.15 });
  const isDrawn = (data: Buffer, at: number) =>
    [0, 1, 2].some((k) => Math.abs((data[at + k] ?? 0) - (data[k] ?? 0)) > 24);
  let drawn = 1;
  for (let at = 0; at < a.length; at += 4) if (isDrawn(a, at) || isDrawn(b, at)) drawn++;
  return Math.min(1, differing / drawn);
}

let browser: Browser;
let serving: Serving;
const folder = mkdtempSync(join(tmpdir(), "parley-gallery-"));

beforeAll(async () => {
  serving = await serve({ folder, who: "tester", host: "127.0.0.1", port: 0, otherPorts: false, token: null });
  browser = await launch({ pictures: true });
  if (renews) rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
});
afterAll(async () => {
  await browser?.close();
  await serving?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The gallery at rest, its own letters loaded. */
async function opened(width: number, colorScheme: "light" | "dark"): Promise<Page> {
  // Half as sharp: enough to see what moved, and a quarter of the bytes.
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme,
    deviceScaleFactor: 0.5,
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const address = new URL("/gallery", serving.address).href;
  await page.goto(address);
  await page.evaluate("document.fonts.load('16px Inter').then(() => document.fonts.ready)");
  // What had not come by the first paint is used from the next on.
  await page.goto(address);
  await page.locator("[data-part=kept-in-time] svg.chart").nth(2).waitFor();
  return page;
}

describe.each([
  ["wide and light", 1300, "light"],
  ["narrow and dark", 390, "dark"],
] as const)("the gallery, %s", (_, width, theme) => {
  it("looks as it did, part by part, and fits its width whatever things are called", async () => {
    const page = await opened(width, theme);
    const seen: string[] = [];
    const wrong: unknown[] = [];
    for (const part of await page.locator("[data-part]").all()) {
      const file = `${await part.getAttribute("data-part")}-${width}-${theme}.png`;
      seen.push(file);
      const taken = () => part.screenshot({ animations: "disabled", caret: "hide" });
      if (renews) writeFileSync(join(pictures, file), await taken());
      const kept = PNG.sync.read(readFileSync(join(pictures, file)));
      // On a busy machine a chart may not have been drawn for its width yet: it is looked at again until it is at rest.
      let share = 1;
      for (let look = 0; look < LOOKS && share > MOST_DIFFERENT; look++) {
        if (look > 0) await page.waitForTimeout(250);
        share = difference(PNG.sync.read(await taken()), kept);
      }
      if (share > MOST_DIFFERENT) wrong.push([file, share]);
    }
    expect(wrong).toEqual([]);
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
    const kept = readdirSync(pictures).filter((file) => file.endsWith(`-${width}-${theme}.png`));
    expect(kept.sort()).toEqual(seen.sort());
    await page.context().close();
  });
});

describe("the comparison of pictures", () => {
  it("sees what is gone, moved or of another colour", async () => {
    const page = await opened(1300, "light");
    const shot = async (part: string) =>
      PNG.sync.read(await page.locator(`[data-part=${part}]`).screenshot({ animations: "disabled" }));
    for (const [part, spoiled] of [
      [
        "verdicts",
        "for (const bar of document.querySelectorAll('[data-part=verdicts] :is(.bar, .band)')) bar.remove()",
      ],
      ["readings", "document.querySelector('[data-part=readings] svg.chart').style.transform = 'translateX(24px)'"],
      ["goal-tracks", "document.querySelector('[data-part=goal-tracks]').style.filter = 'hue-rotate(90deg) invert(1)'"],
      ["tables", "document.querySelector('[data-part=tables] tbody tr').remove()"],
    ] as const) {
      const before = await shot(part);
      expect([part, difference(before, await shot(part))]).toEqual([part, 0]);
      await page.evaluate(spoiled);
      expect(difference(before, await shot(part)), part).toBeGreaterThan(MOST_DIFFERENT);
    }
    await page.context().close();
  });
});
