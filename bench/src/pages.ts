// How long a person waits for the pages, on hanoi-2019 in a browser of its own: `node bench/dist/pages.js`.
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { type Browser, chromium, type Page } from "playwright-core";
import { serve } from "../../packages/node/dist/server/index.js";

const ROUNDS = 7;
const MOVES = 8;
const MIDDLE = 7;
const cases = join(import.meta.dirname, "../../cases");

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const row = (what: string, values: readonly number[]) =>
  process.stdout.write(
    `${what.padEnd(64)} ${median(values).toFixed(0).padStart(6)} ms  (${Math.min(...values).toFixed(0)}–${Math.max(...values).toFixed(0)})\n`,
  );

/** How long until something holds on the page. */
async function time(page: Page, act: () => Promise<unknown>, holds: string): Promise<number> {
  const begun = performance.now();
  await act();
  await page.waitForFunction(holds, undefined, { timeout: 60_000, polling: "raf" });
  return performance.now() - begun;
}

/** A page that notes every stretch of 50 ms or more in which it could not answer. */
async function watched(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1300, height: 900 }, bypassCSP: true })).newPage();
  await page.addInitScript(`
    window.blocked = [];
    new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) window.blocked.push(duration); }).observe({ type: "longtask" });`);
  return page;
}

const blocked = async (page: Page): Promise<string> => {
  const list = (await page.evaluate("window.blocked.splice(0)")) as number[];
  return list.length === 0 ? "none" : list.map((one) => `${one.toFixed(0)} ms`).join(", ");
};

const SENTENCE = "document.querySelector('h1.headline')";

async function first(browser: Browser, address: string): Promise<void> {
  const [paint, said]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    const page = await watched(browser);
    said.push(await time(page, () => page.goto(`${address}c/hanoi-2019/overview`), SENTENCE));
    paint.push((await page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")) as number);
    await page.context().close();
  }
  row("overview: first paint", paint);
  row(`overview: the sentence, the first time`, said.slice(0, 1));
  row("overview: the sentence, when it was asked before", said.slice(1));
}

async function slide(browser: Browser, address: string): Promise<void> {
  const page = await watched(browser);
  await page.goto(`${address}c/hanoi-2019/interests`);
  await page.locator(".follows .lead").waitFor();
  // An issue in the middle: a bound on its weight cuts from the first percent on.
  const card = page.locator("li.card").nth(MIDDLE);
  await card.getByText("More to say").click();
  await card.getByRole("button", { name: /Say how much/ }).click();
  const thumb = await page.locator(".thumb").first().boundingBox();
  if (!thumb) throw new Error("there is no slider");
  const [x, y] = [thumb.x + thumb.width / 2, thumb.y + thumb.height / 2];
  await page.waitForTimeout(1000);
  await blocked(page);
  await page.mouse.move(x, y);
  await page.mouse.down();
  const moves: number[] = [];
  for (let move = 1; move <= MOVES; move++) {
    await page.evaluate("window.before = document.querySelector('.follows svg').outerHTML");
    moves.push(
      await time(
        page,
        () => page.mouse.move(x + 5 * move, y),
        "document.querySelector('.follows svg').outerHTML !== window.before",
      ),
    );
  }
  await page.mouse.up();
  row("interests: a slider moved → map and sentence", moves);
  process.stdout.write(`interests: main thread blocked for 50 ms or more: ${await blocked(page)}\n`);
  await page.context().close();
}

async function build(browser: Browser, address: string): Promise<void> {
  const page = await watched(browser);
  await page.goto(`${address}c/hanoi-2019/bargaining`);
  await page.locator("[data-efficient]").first().waitFor({ timeout: 60_000 });
  await page.waitForTimeout(1500);
  await blocked(page);
  const taken: number[] = [];
  for (let move = 0; move < MOVES; move++) {
    const radio = page.locator(".builder fieldset").nth(move).locator("input:not(:checked)").first();
    await page.evaluate(
      "window.before = [...document.querySelectorAll('.amount')].map((one) => one.textContent).join()",
    );
    taken.push(
      await time(
        page,
        () => radio.check(),
        "[...document.querySelectorAll('.amount')].map((one) => one.textContent).join() !== window.before",
      ),
    );
  }
  row("bargaining: an option taken → sentence and every bar", taken);
  process.stdout.write(`bargaining: main thread blocked for 50 ms or more: ${await blocked(page)}\n`);
  await page.context().close();
}

const folder = mkdtempSync(join(tmpdir(), "parley-pages-"));
cpSync(join(cases, "hanoi-2019"), join(folder, "hanoi-2019"), { recursive: true });
const serving = await serve({ folder, who: "bench", host: "127.0.0.1", port: 0, otherPorts: false, token: null });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu"],
});
try {
  await first(browser, serving.address);
  await slide(browser, serving.address);
  await build(browser, serving.address);
} finally {
  await browser.close();
  await serving.close();
  rmSync(folder, { recursive: true, force: true });
}
