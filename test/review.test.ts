// From a folder of documents to positions on the page, in a browser: how many presses a statement takes that goes on record.
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Serving, serve } from "../packages/node/dist/server/index.js";
import { launch } from "./chromium.js";

const HANGS = 60_000;
const SPEAKERS = ["Secretary of State Mike Pompeo", "Foreign Minister Ri Yong Ho"];
const SAID = [
  "said that the joint military exercises would be suspended",
  "said that Yongbyon would be shut down and sealed",
  "demanded that all sanctions be lifted",
  "denied that he had promised a liaison office",
  "said that an embassy could be opened",
];

/** Twenty short papers, each with two statements. */
const papers = Array.from({ length: 20 }, (_, at) => {
  const day = `${1 + at} February 2019`;
  const lines = [0, 1].map((k) => `${SPEAKERS[(at + k) % 2]} ${SAID[(2 * at + k) % SAID.length]} in talk ${at + 1}.`);
  return {
    name: `paper-${at + 1}.txt`,
    mimeType: "text/plain",
    buffer: Buffer.from(`HANOI, ${day} — ${lines.join("\n\n")}\n`),
  };
});

let folder: string;
let serving: Serving;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "parley-review-"));
  cpSync(join(import.meta.dirname, "../cases/hanoi-2019"), join(folder, "hanoi"), { recursive: true });
  serving = await serve({ folder, who: "tester", host: "127.0.0.1", port: 0, otherPorts: false, token: null });
  browser = await launch();
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.setDefaultTimeout(HANGS);
}, HANGS);

afterAll(async () => {
  await browser?.close();
  await serving?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("twenty documents", () => {
  it(
    "are read together, reviewed by keys with at most 2.5 presses a statement on record, and show on Positions",
    async () => {
      await page.goto(new URL("/c/hanoi/documents", serving.address).href);
      await page.locator(".give-many input[type=file]").first().setInputFiles(papers);
      await page.getByText(/20 documents read/).waitFor();
      await page.getByRole("link", { name: /^Review/ }).click();
      const items = page.locator(".found.review");
      await items.first().waitFor();
      const heading = page.locator("main h1");
      const waiting = async () => Number.parseInt((await heading.innerText()).replace(/\D.*$/, "") || "0", 10);
      const all = await waiting();
      expect(all).toBeGreaterThan(10);
      await items.first().focus();
      let [presses, accepted] = [0, 0];
      while (accepted < 10) {
        const before = await waiting();
        // What was denied is seen to be, and left; a person reads before a key is pressed.
        const isDenied = await page.evaluate("document.activeElement?.textContent?.includes('denies')");
        await page.keyboard.press(isDenied ? "x" : "a");
        presses++;
        if (!isDenied) accepted++;
        await expect.poll(waiting, { timeout: HANGS }).toBeLessThan(before);
        await expect
          .poll(() => page.evaluate("document.activeElement?.hasAttribute('data-item')"), { timeout: HANGS })
          .toBe(true);
      }
      expect(presses / accepted).toBeLessThanOrEqual(2.5);
      const record = readFileSync(join(folder, "hanoi", "record.yaml"), "utf8");
      expect(record.match(/source: paper-/g)).toHaveLength(10);
      expect(record).not.toContain("promised a liaison office");
      // The last is taken back, off the record too.
      const before = await waiting();
      await page.keyboard.press("u");
      await expect.poll(waiting, { timeout: HANGS }).toBeGreaterThan(before);
      const after = readFileSync(join(folder, "hanoi", "record.yaml"), "utf8");
      expect(after.match(/source: paper-/g)).toHaveLength(9);
      await page.goto(new URL("/c/hanoi/positions?as-of=2019-02-28&issue=exercises", serving.address).href);
      await page.locator("main h1").waitFor();
    },
    4 * HANGS,
  );

  it(
    "are in the library, where their day is put right; chosen words make a statement; a group is left and taken back",
    async () => {
      await page.goto(new URL("/c/hanoi/documents", serving.address).href);
      await page
        .locator("table.library tr", { hasText: "waiting" })
        .filter({ hasNotText: "on record" })
        .first()
        .getByRole("button")
        .click();
      await page.getByLabel("Author").fill("Ann Roe");
      await page.getByRole("button", { name: "Keep it" }).click();
      const row = page.locator("table.library tr", { hasText: "Ann Roe" });
      await row.waitFor();
      // Chosen words, half a word for the whole of it.
      await row.getByRole("link").first().click();
      const text = page.locator("section.document");
      await text.waitFor();
      await page.evaluate(`(() => {
        const pieces = [...document.querySelectorAll("section.document [data-at]")];
        const piece = pieces.find((one) => one.textContent.includes("talk"));
        const at = piece.textContent.indexOf("talk");
        getSelection().setBaseAndExtent(piece.firstChild, at + 1, piece.firstChild, at + 3);
      })()`);
      await page.locator(".choose-words").click();
      const words = page.getByLabel(/^Their words/);
      expect(await words.inputValue()).toBe("talk");
      await words.fill("nowhere in it");
      await page.getByText("do not stand in the document").waitFor();
      await words.fill("in talk");
      await page.getByLabel("Speaker").fill("Mike Pompeo");
      await page.getByLabel("said on").fill("2019-02-20");
      await page.getByLabel("Issue").selectOption("");
      await page.getByRole("button", { name: "Put on record", exact: true }).click();
      const record = () => readFileSync(join(folder, "hanoi", "record.yaml"), "utf8");
      await expect.poll(record, { timeout: HANGS }).toMatch(/quote: in talk\b(?! \d)/);
      await page.locator(".found", { hasText: "in talk" }).getByText("On record. Undo with u.").first().waitFor();
      // A whole group is left, and taken back.
      await page.goto(new URL("/c/hanoi/documents?review=1", serving.address).href);
      await page.locator(".found.review").first().waitFor();
      const before = await page.locator(".found.review").count();
      await page
        .getByRole("button", { name: /^Leave all/ })
        .first()
        .click();
      await expect.poll(() => page.locator(".found.review").count(), { timeout: HANGS }).toBeLessThan(before);
      await page.getByRole("button", { name: "Take it back" }).click();
      await expect.poll(() => page.locator(".found.review").count(), { timeout: HANGS }).toBe(before);
      // Words are found by the dialog, in documents too.
      await page.keyboard.press("/");
      await page.keyboard.type("embassy opened before:2019-02-10");
      await page
        .getByRole("option", { name: /paper-\d+: … .*embassy/ })
        .first()
        .click();
      await page.waitForURL(/documents\?.*passage=/);
    },
    4 * HANGS,
  );
});
