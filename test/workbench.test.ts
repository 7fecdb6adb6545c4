// The workbench as a person uses it: in a browser, on cases in a folder of their own.
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import axe from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
// What serves is what is built.
import { type Serving, serve } from "../packages/node/dist/server/index.js";
import { scaffold } from "../packages/node/dist/store/index.js";
import { launch } from "./chromium.js";

/** Milliseconds after which what is waited for does not come any more: far longer than it takes a slow machine. */
const HANGS = 120_000;

const root = join(import.meta.dirname, "..");
const folder = mkdtempSync(join(tmpdir(), "parley-workbench-"));
let serving: Serving;
let browser: Browser;
let context: BrowserContext;
let page: Page;
/** What the page complained of, and every address that it asked that is not the workbench's. */
let heard: string[];

const begin = (port = 0) => serve({ folder, who: "tester", host: "127.0.0.1", port, otherPorts: false, token: null });
const text = (path: string) => readFileSync(join(folder, path), "utf8");
const put = (path: string, content: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
};

/** A fresh purchase to edit; the cases that are only looked at stay. */
function freshTalks(): void {
  rmSync(join(folder, "talks"), { recursive: true, force: true });
  for (const [path, content] of Object.entries(scaffold())) put(`talks/${path}`, content);
}

async function watched(of: BrowserContext): Promise<Page> {
  const opened = await of.newPage();
  opened.on("console", (message) => heard.push(`${message.type()}: ${message.text()}`));
  opened.on("pageerror", (error) => heard.push(error.message));
  opened.on("request", (request) => {
    if (!request.url().startsWith(serving.address)) heard.push(request.url());
  });
  return opened;
}

const go = (path: string, on = page) => on.goto(new URL(path, serving.address).href);
const sentence = (on = page) => on.locator("h1.sentence").innerText();
/** Waits until something holds. */
const until = (test: () => boolean | Promise<boolean>) =>
  expect.poll(test, { timeout: HANGS, interval: 50 }).toBe(true);

beforeAll(async () => {
  for (const name of ["hanoi-2019", "hospital-contract", "jcpoa-2015"])
    cpSync(join(root, "cases", name), join(folder, name), { recursive: true });
  freshTalks();
  serving = await begin();
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await serving?.close();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  heard = [];
  freshTalks();
  context = await browser.newContext({ viewport: { width: 1300, height: 900 } });
  page = await watched(context);
  page.setDefaultTimeout(HANGS);
});
afterEach(() => context.close());

/** Until the page hears what the server tells. */
const live = (on = page) => on.locator('html[data-server="back"]').waitFor();

const PAGES = [
  "overview",
  "set-up",
  "documents",
  "positions",
  "terms",
  "interests",
  "least",
  "bargaining",
  "practise",
  "roadmap",
  "verification",
  "monitoring",
  "draft",
  "report",
  "everything",
  "files",
  "history",
];

/** Until a page of a case shows what it is for. */
async function shown(name: string): Promise<void> {
  await page.locator("main h1").first().waitFor();
  await page.locator("main .waiting").waitFor({ state: "detached" });
  if (name === "bargaining" && !page.url().includes("reader="))
    await page.locator(".issue-row .change-bar").first().waitFor();
}

/** Elements that reach beyond the page, where it can be scrolled sideways. */
const WIDER = `(() => {
  const { clientWidth, scrollWidth } = document.documentElement;
  if (scrollWidth <= clientWidth) return [];
  const beyond = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > clientWidth + 1);
  return [scrollWidth, ...beyond.slice(0, 5).map((one) => one.outerHTML.slice(0, 200))];
})()`;

describe("every page", () => {
  it("fits its width in both themes, wide and narrow, has no fault that axe finds, and asks nobody else for anything", async () => {
    const own = await browser.newContext({ viewport: { width: 1300, height: 900 }, bypassCSP: true });
    page = await watched(own);
    page.setDefaultTimeout(HANGS);
    const addresses = [
      "/",
      ...PAGES.map((name) => `/c/hanoi-2019/${name}`),
      "/c/hanoi-2019/bargaining?reader=public",
      "/c/hanoi-2019/verification?reader=public",
      "/c/jcpoa-2015/monitoring?obligation=heavy-water&known=2020-01-20",
      "/c/hospital-contract/bargaining",
      "/c/hanoi-2019/draft?what=brief",
      "/c/hospital-contract/draft?what=meetings",
      "/c/hanoi-2019/draft?reader=public",
    ];
    // axe looks at the two pairs of width and theme that cover both. Every second page is opened narrow, the others wide:
    // a page is loaded once, which takes longest, and fits when its window is changed.
    const pairs = [
      [1300, "light"],
      [360, "dark"],
    ] as const;
    for (const [at, address] of addresses.entries()) {
      for (const [turn, [width, theme]] of (at % 2 === 0 ? pairs : [...pairs].reverse()).entries()) {
        await page.setViewportSize({ width, height: 900 });
        if (turn === 0) {
          await go(address);
          await shown(address.split("/").at(-1)?.split("?")[0] ?? "");
        }
        for (const colorScheme of [theme === "dark" ? "light" : "dark", theme] as const) {
          await page.emulateMedia({ colorScheme });
          await page.evaluate("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
          const over = await page.evaluate(WIDER);
          expect([address, width, over]).toEqual([address, width, []]);
        }
        // Once a page: it stays while the window changes.
        if (turn === 0) await page.addScriptTag({ content: axe.source });
        const faults = await page.evaluate(
          "axe.run({ iframes: false }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => [id, html])))",
        );
        expect([address, width, faults]).toEqual([address, width, []]);
      }
    }
    expect(heard).toEqual([]);
    await own.close();
  });
});

describe("who has two minutes", () => {
  it("reads who gives too much and which single change would help both, two presses after the start", async () => {
    await go("/");
    await page.getByRole("link", { name: /Hanoi 2019/ }).click();
    // The last that somebody made: “Pageantry”, of the same day and later on record, is nobody's.
    await page.getByText("The latest offer: “Kimball's exchange”").waitFor();
    expect(await page.locator(".hero .sentence").textContent()).toMatch(
      /^Both would sign \(.*\); who then takes more than its part is open: the United States/,
    );
    const better = page.locator(".better").first();
    expect(await better.innerText()).toMatch(
      /One change would help all[\s\S]*Diplomatic relations: None → Liaison offices/,
    );
    await better.getByRole("link").click();
    await page.getByText("made here, not on record").waitFor();
    await page.locator("h1.headline", { hasText: "Both would sign" }).waitFor();
    expect(new URL(page.url()).searchParams.get("p")).toMatch(/relations:liaison/);
    await page.goBack();
    await page.locator(".better").first().waitFor();
    expect(heard).toEqual([]);
  });

  it("sees the goals, what moved since a day, and the one answer that would settle it", async () => {
    await go("/c/hanoi-2019/overview");
    await page.getByRole("heading", { name: "The goals" }).waitFor();
    await page.getByLabel("Since which day").fill("1 Jan 2018");
    await page.keyboard.press("Enter");
    await page.getByText("The United States moved on Missiles").waitFor();
    expect(page.url()).toMatch(/since=2018-01-01/);
    // What could be asked of somebody who is not to learn which offer is meant.
    const asked = page.locator(".asked p").first();
    await asked.waitFor();
    expect(await asked.innerText()).toMatch(/with all else as today, rather than no deal\?|Which (step|is worth more)/);
  });
});

describe("on paper", () => {
  it("a page keeps its title, its day, for whom it is, its mark and its pictures, and the colours of its bars", async () => {
    const pictures = async () => {
      await page.locator("figure svg.chart, table").first().waitFor();
      return await page.locator("figure svg.chart:visible").count();
    };
    for (const [address, mark] of [
      ["/c/hanoi-2019/overview", /^confidential/i],
      ["/c/hanoi-2019/overview?reader=us", /United States/],
      ["/c/hanoi-2019/positions", /^confidential/i],
      ["/c/hanoi-2019/bargaining", /^confidential/i],
      ["/c/hanoi-2019/roadmap", /^confidential/i],
      ["/c/hanoi-2019/verification", /^confidential/i],
      ["/c/jcpoa-2015/monitoring", /^confidential/i],
      ["/c/hanoi-2019/terms", /^confidential/i],
      ["/c/hanoi-2019/draft", /^confidential/i],
    ] as const) {
      await page.emulateMedia({ media: "screen" });
      await page.setViewportSize({ width: 1300, height: 900 });
      await go(address);
      await shown(address.split("/").at(-1)?.split("?")[0] ?? "");
      const onScreen = await pictures();
      await page.emulateMedia({ media: "print" });
      // A4 at 96 pixels an inch.
      await page.setViewportSize({ width: 794, height: 1123 });
      expect([address, await pictures()]).toEqual([address, onScreen]);
      expect(await page.locator(".bar .marking").innerText()).toMatch(mark);
      for (const part of [".marking", ".title", ".seen .day-field input"])
        expect([address, part, await page.locator(`.bar ${part}`).isVisible()]).toEqual([address, part, true]);
      for (const part of [".rail", ".bar .home", ".bar button", ".take-away"])
        expect([address, part, await page.locator(`${part}:visible`).count()]).toEqual([address, part, 0]);
      const colours = await page.evaluate("getComputedStyle(document.querySelector('main')).printColorAdjust");
      expect(colours).toBe("exact");
      expect([address, await page.evaluate("document.documentElement.scrollWidth")]).toEqual([address, 794]);
    }
  });
});

describe("positions", () => {
  it("give the words and the source of a point when it is pressed, and keep the place on reload", async () => {
    await go("/c/hanoi-2019/positions");
    await page.locator('section[aria-label="The Yongbyon complex"] [data-mark]').last().click();
    const words = page.locator(".words li.chosen");
    await words.waitFor();
    expect(await words.locator("blockquote").innerText()).not.toBe("");
    expect(await words.locator("blockquote footer").innerText()).toMatch(/ – \S/);
    // All of this issue's words, each with its source.
    expect(await page.locator(".words blockquote a").count()).toBeGreaterThan(3);
    const [address, told] = [page.url(), await words.innerText()];
    await page.reload();
    await words.waitFor();
    expect([page.url(), await words.innerText()]).toEqual([address, told]);
    await page.goBack();
    await words.waitFor({ state: "detached" });
  });
});

describe("documents", () => {
  const SAID =
    "“We can pay a price a tenth off the list,” Ana Lopez, the buyer’s director, told reporters on Monday.\n\nThe seller said that the warranty would be two years.";

  it("go from a pasted text to a position in two keystrokes, and back with one", async () => {
    await go("/c/talks/documents");
    await page.getByRole("textbox", { name: "The text of an article" }).fill(SAID);
    await page.getByRole("textbox", { name: "Title" }).fill("Talks at the trade fair");
    await page.getByRole("textbox", { name: "Day" }).fill("2026-01-15");
    await page.getByRole("button", { name: "Find the statements" }).click();
    await page.getByRole("heading", { name: "2 statements found, 0 on record." }).waitFor();
    expect(await page.locator(".document mark.quoted").allInnerTexts()).toEqual([
      "We can pay a price a tenth off the list,",
    ]);
    await page.keyboard.press("j");
    await page.keyboard.press("x");
    await page.getByText("Left.").waitFor();
    await page.keyboard.press("x");
    await page.getByText("Left.").waitFor({ state: "detached" });
    await page.keyboard.press("a");
    const form = page.getByRole("form", { name: "Put this statement on record" });
    await form.waitFor();
    expect(await form.getByRole("textbox", { name: "Speaker" }).inputValue()).toBe("Ana Lopez");
    const suggested = (name: string) => form.getByRole("combobox", { name }).inputValue();
    expect(await suggested("Speaks for")).toBe("buyer");
    expect([await suggested("Issue"), await suggested("stands for")]).toEqual(["price", "discount"]);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "2 statements found, 1 on record." }).waitFor();
    expect(new URL(page.url()).searchParams.get("doc")).toBe("talks-at-the-trade-fair-2026-01-15");
    expect(text("talks/documents/talks-at-the-trade-fair-2026-01-15.txt")).toBe(SAID);
    const record = text("talks/record.yaml");
    expect(record).toContain(`words: {quote: "We can pay a price a tenth off the list,", spans: [[1, 41]]}`);
    await go("/c/talks/positions?issue=price&as-of=2026-02-01");
    await page.locator("section.here").getByRole("button", { name: "The words behind the points" }).click();
    await page.locator(".in-place > summary").first().click();
    expect(await page.locator(".in-place mark").innerText()).toBe("We can pay a price a tenth off the list,");
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.keyboard.press("u");
    await until(() => !text("talks/record.yaml").includes("We can pay a price"));
    expect(heard).toEqual([]);
  });

  it("come from files, say what cannot be read, and stay with their owner", async () => {
    await go("/c/talks/documents");
    const file = page.locator('.give input[type="file"]');
    await file.setInputFiles({ name: "scan.txt", mimeType: "text/plain", buffer: Buffer.from([0, 1, 2]) });
    await page.getByRole("alert").getByText("scan.txt: it holds bytes").waitFor();
    await file.setInputFiles({
      name: "page.html",
      mimeType: "text/html",
      buffer: Buffer.from("<!doctype html><title>The page</title><body><p>“It stands,” said Ana Lopez.</p>"),
    });
    await until(async () => (await page.getByRole("textbox", { name: "Title" }).inputValue()) === "The page");
    await page.getByRole("button", { name: "Find the statements" }).click();
    await page.getByRole("heading", { name: "1 statement found, 0 on record." }).waitFor();
    await go("/c/talks/documents?reader=public");
    await page.getByRole("heading", { name: "Documents are for who keeps the case" }).waitFor();
    expect(heard.filter((one) => !one.includes("422"))).toEqual([]);
  });
});

describe("interests", () => {
  const FILE = "talks/interests/buyer.buyer.yaml";
  const ranked = () => /rank: \[(.*)\]/.exec(text(FILE))?.[1];

  it("are ranked by dragging: the sentence follows, the move is written with its comments, and undone to the byte", async () => {
    const before = text(FILE);
    await go("/c/talks/interests?party=buyer");
    await page.getByText("As it is written").waitFor();
    // What comes later than the ranks moves them down.
    await shown("interests");
    const handles = page.locator(".rank .handle");
    await handles.nth(0).hover();
    const [from, to] = [await handles.nth(0).boundingBox(), await handles.nth(2).boundingBox()];
    if (!from || !to) throw new Error("no handles");
    await page.mouse.move(from.x + 10, from.y + 10);
    await page.mouse.down();
    for (let k = 1; k <= 10; k++) await page.mouse.move(from.x + 10, from.y + 10 + ((to.y - from.y) * k) / 9);
    await page.getByText("If it were so").waitFor();
    expect(text(FILE)).toBe(before);
    await page.mouse.up();
    await until(() => ranked() === "delivery, exclusivity, price");
    expect(text(FILE)).toBe(before.replace("[price, delivery, exclusivity]", "[delivery, exclusivity, price]"));
    await page.getByText(/The price comes last. Undo with u/).waitFor();
    await page.locator("h1").first().click();
    await page.keyboard.press("u");
    await until(() => text(FILE) === before);
    await page.keyboard.press("U");
    await until(() => ranked() === "delivery, exclusivity, price");
    await go("/c/talks/history");
    await page.locator(".history summary").nth(2).waitFor();
    expect(await page.locator(".history summary").allInnerTexts()).toEqual([
      expect.stringMatching(/^Done again: The buyer: The price comes last.*tester/),
      expect.stringMatching(/^Undone: /),
      expect.stringMatching(/^The buyer: The price comes last/),
    ]);
    expect(heard).toEqual([]);
  });

  it("are ranked by keys alone", async () => {
    await go("/c/talks/interests?party=buyer");
    await page.getByText("As it is written").waitFor();
    await page.locator(".rank .handle").nth(1).focus();
    const aloud = page.locator("[id^=DndLiveRegion]");
    await page.keyboard.press("Space");
    await aloud.getByText(/\S/).waitFor({ state: "attached" });
    const before = await aloud.innerText();
    await page.keyboard.press("ArrowUp");
    await until(async () => (await aloud.innerText()) !== before);
    await page.keyboard.press("Space");
    await until(() => ranked() === "delivery, price, exclusivity");
  });

  it("take a step, an interval and an answer to a comparison, each written where it belongs", async () => {
    await go("/c/talks/interests?party=buyer");
    await page
      .locator("li.card", { hasText: "The price" })
      .getByLabel("The step worth most")
      .selectOption({ label: "a tenth above the list → the list price" });
    await until(() => /price: \{ ?prefer: less, largestStep: \[premium, list\] ?\}/.test(text(FILE)));
    const delivery = page.locator("li.card", { hasText: "Delivery" });
    await delivery.getByText("More to say").click();
    await delivery.getByRole("button", { name: /Say how much of the whole it weighs/ }).click();
    await delivery.getByLabel("Least weight").focus();
    await page.keyboard.press("PageUp");
    await until(() =>
      /intervals:\s*\{? ?delivery: \[0\.1, 1\]|intervals:\n\s+delivery: \[ ?0\.1, 1 ?\]/.test(text(FILE)),
    );
    await page.getByRole("button", { name: "Check it by comparing" }).click();
    await page.locator(".question .choice").first().click();
    await until(() => /^answers:/m.test(text(FILE)));
    expect(text(FILE)).toMatch(/- \{ ?prefer: .*, to: /);
  });

  it("that nobody has written yet are asked for in words", async () => {
    rmSync(join(folder, FILE));
    await go("/c/talks/interests?party=buyer");
    await page.getByText("Nothing is on file of what the buyer needs").waitFor();
    const write = page.getByRole("button", { name: "Write interests/buyer.buyer.yaml" });
    for (let k = 0; k < 20 && (await write.isDisabled()); k++) {
      const before = await page.locator(".question legend").innerText();
      await page.locator(".question .choice").first().click();
      await until(
        async () => (await write.isEnabled()) || (await page.locator(".question legend").innerText()) !== before,
      );
    }
    await write.click();
    await until(() => text(FILE).includes("basis: elicited"));
    await page.getByText("As it is written").waitFor();
  });
});

describe("bargaining", () => {
  const picker = (issue: string) => page.locator(`button.picker[aria-label="${issue}"]`);
  const whole = () => page.locator("#rests-on .sentence").innerText();

  it("builds a package: the verdict follows and stays in sight, options say what they do to each side, red lines are named", async () => {
    await go("/c/hanoi-2019/bargaining");
    await shown("bargaining");
    await page.locator("#rests-on .sentence").waitFor();
    const before = await whole();
    const yongbyon = picker("The Yongbyon complex");
    const standing = await yongbyon.boundingBox();
    await yongbyon.click();
    const frozen = page.getByRole("option", { name: /Frozen/ });
    expect(await frozen.locator(".amount").allInnerTexts()).toEqual([
      expect.stringMatching(/United States\s−\d/),
      expect.stringMatching(/North Korea\s\+\d/),
    ]);
    await frozen.click();
    await until(async () => (await whole()) !== before);
    expect(await yongbyon.boundingBox()).toEqual(standing);
    const [address, after] = [page.url(), await whole()];
    expect(new URL(address).searchParams.get("p")).toMatch(/yongbyon:frozen/);
    await page.reload();
    await until(async () => (await whole()) === after);
    await picker("American troops in the South").click();
    await page
      .getByText(/A red line of the United States: withdrawing forces/)
      .first()
      .waitFor();
    await page.keyboard.press("Escape");
    await page.evaluate("scrollTo(0, document.body.scrollHeight)");
    expect(await page.locator(".verdict-bar .headline").isVisible()).toBe(true);
    const seen = await page.locator(".verdict-bar").boundingBox();
    expect((seen?.y ?? -1) >= 0 && (seen?.y ?? 0) < 100).toBe(true);
    await page.goBack();
    await until(async () => (await whole()) === before);
  });

  it("chooses by keys alone, one option to the next", async () => {
    await go("/c/hanoi-2019/bargaining");
    const troops = picker("American troops in the South");
    await troops.focus();
    await page.keyboard.press("ArrowRight");
    await until(() => new URL(page.url()).searchParams.get("p")?.includes("troops:") ?? false);
    expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe(
      "American troops in the South",
    );
  });

  it("makes a free gain when its chip is pressed, and puts the package on record", async () => {
    await go("/c/talks/bargaining");
    await shown("bargaining");
    const chip = page.locator(".gains .chip").first();
    if ((await chip.count()) > 0) await chip.click();
    else {
      await picker("Exclusive supply").click();
      await page.locator(".picks [role=option]").nth(2).click();
    }
    await page.getByRole("button", { name: "Put on record …" }).click();
    await page.getByLabel("Name").fill("Our counter");
    await page.getByLabel("proposed by").selectOption({ label: "the buyer" });
    await page.getByRole("button", { name: "Put on record", exact: true }).click();
    await until(() => text("talks/record.yaml").includes("name: Our counter"));
    expect(text("talks/record.yaml")).toMatch(/# rest: what holds on the issues/);
    await page.locator(".package-choice option:checked", { hasText: "Our counter" }).waitFor({ state: "attached" });
  });

  it("writes down what was answered to an offer: who refused it is said to hold out, and it is taken back", async () => {
    await go("/c/talks/bargaining?offer=first-offer");
    await shown("bargaining");
    await page.locator("details.answers summary").click();
    const form = page.locator("details.answers form");
    await form.getByLabel("Answer").selectOption({ label: "refused it" });
    await form.getByLabel("What was better").selectOption({ label: "going on with the talks" });
    const before = text("talks/record.yaml");
    await form.getByRole("button", { name: "Put on record" }).click();
    await until(() => text("talks/record.yaml").includes("answer: refused"));
    expect(text("talks/record.yaml")).toContain("instead: going-on");
    await page.locator("#rests-on li", { hasText: "is taken to hold out until" }).waitFor();
    await live();
    await page.keyboard.press("u");
    await until(() => text("talks/record.yaml") === before);
  });

  it("says no to the least that a file would sign, and it becomes an answer in that file", async () => {
    await go("/c/talks/least");
    const first = page.locator("section.least .least-package").first();
    await first.waitFor();
    const least = await first.locator("ul").innerText();
    await first.getByRole("button", { name: /^No, / }).click();
    await until(() =>
      /prefer: no-deal/.test(text("talks/interests/buyer.buyer.yaml") + text("talks/interests/seller.seller.yaml")),
    );
    await until(async () => (await first.locator("ul").innerText()) !== least);
  });

  it("warns before a package that crosses a red line goes on record, and draws none such as efficient", async () => {
    await go("/c/hanoi-2019/bargaining?p=troops:reduced");
    await page.getByRole("button", { name: "Put on record …" }).click();
    await page.getByText("It crosses a red line of the United States: withdrawing forces").waitFor();
    await page.getByLabel("Name").fill("Fewer troops");
    await page.getByLabel("proposed by").selectOption({ label: "the United States" });
    await page.getByText("a red line of the United States, who would propose it: withdrawing forces").waitFor();
    const before = text("hanoi-2019/record.yaml");
    await page.getByRole("button", { name: "Put on record", exact: true }).click();
    await page.getByLabel("Put it on record all the same").waitFor();
    expect(await page.locator(".keep input[type=checkbox]:invalid").count()).toBe(1);
    expect(text("hanoi-2019/record.yaml")).toBe(before);
    await page.keyboard.press("Escape");
    await page.locator("[data-efficient]").first().waitFor();
    await page.getByText("The packages of the frontier, the surest first").click();
    const listed = await page.locator(".frontier-list li").allInnerTexts();
    expect(listed.length).toBeGreaterThan(10);
    // Against the package in the making each changes the troops back: reduced or withdrawn would cross the line.
    for (const one of listed) expect(one).toContain("American troops in the South: Unchanged");
  });

  it("lists the frontier inside a rectangle drawn on the map; what is taken from it can be pinned, and stays at hand", async () => {
    await go("/c/hanoi-2019/bargaining");
    await page.locator("[data-efficient]").first().waitFor();
    const box = await page.locator("svg.over").boundingBox();
    if (!box) throw new Error("no map");
    await page.mouse.move(box.x + box.width * 0.42, box.y + box.height * 0.12);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width * 0.7, box.y + box.height * 0.3, { steps: 4 });
    await page.mouse.move(box.x + box.width * 0.85, box.y + box.height * 0.6, { steps: 4 });
    await page.mouse.up();
    await page.getByText(/\d+ of them in the rectangle/).waitFor();
    expect(new URL(page.url()).searchParams.get("brush")).toMatch(/^[\d.]+,[\d.]+,[\d.]+,[\d.]+$/);
    await page.locator(".frontier-list li").first().getByRole("button", { name: "Take it" }).click();
    await page.getByText("made here, not on record").waitFor();
    await page.getByRole("button", { name: "Pin this package" }).click();
    await page.locator("table.beside thead", { hasText: "Pin 1" }).waitFor();
    await page.locator('.map-side [data-mark="offer kimball"] .mark').click({ force: true });
    await page
      .locator(".package-choice option:checked", { hasText: "Kimball's exchange" })
      .waitFor({ state: "attached" });
    await page.reload();
    await page.locator("table.beside thead", { hasText: "Pin 1" }).waitFor();
    await page.getByRole("button", { name: "Pin 1", exact: true }).click();
    await page.getByText("made here, not on record").waitFor();
    await page.getByRole("button", { name: "Take Pin 1 away" }).click();
    await page.locator("table.beside thead", { hasText: "Pin 1" }).waitFor({ state: "detached" });
  });

  it("draws any two of three parties against each other", async () => {
    await go("/c/hospital-contract/bargaining");
    await shown("bargaining");
    const axes = page.getByLabel("Draw");
    const options = await axes.locator("option").allInnerTexts();
    expect(options.length).toBe(3);
    await axes.selectOption({ label: options[2] ?? "" });
    await page.locator(".map-side figcaption").waitFor();
    expect(page.url()).toMatch(/axes=/);
  });
});

describe("the roadmap", () => {
  const bar = (name: RegExp) => page.getByRole("slider", { name });
  const startOf = async (name: RegExp) => await bar(name).getAttribute("aria-valuetext");

  it("follows a bar as it is dragged, makes the rest safe again around it, and is kept in its file and undone", async () => {
    await go("/c/talks/roadmap");
    const stock = /Stock is kept/;
    await bar(stock).waitFor();
    const first = await startOf(stock);
    const before = text("talks/agreement.yaml");
    const box = await bar(stock).boundingBox();
    if (!box) throw new Error("no bar");
    await page.mouse.move(box.x + 4, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x + 120, box.y + 10, { steps: 6 });
    const moved = await startOf(stock);
    expect((moved ?? "") > (first ?? "")).toBe(true);
    await page.mouse.up();
    await page.getByText("1 moved and pinned").waitFor();
    expect(await startOf(stock)).toBe(moved);
    await page.getByRole("button", { name: "Make it safe again" }).click();
    await page.getByText("Placing the rest anew").waitFor({ state: "detached" });
    expect(await startOf(stock)).toBe(moved);
    await page.getByRole("button", { name: "Keep this plan" }).click();
    // What is said of it is there for seconds alone, which a busy machine may miss; what was written stays.
    await until(() => text("talks/agreement.yaml").includes(`start: ${moved}`));
    expect(await page.getByRole("alert").allInnerTexts()).toEqual([]);
    await until(async () => (await startOf(stock)) === moved);
    await page.getByRole("button", { name: /^Undo: Plan kept/ }).click();
    await until(() => text("talks/agreement.yaml") === before);
    await until(async () => (await startOf(stock)) === first);
    expect(heard).toEqual([]);
  });

  it("is moved by keys and by writing a day, and put back", async () => {
    await go("/c/talks/roadmap");
    const region = /Other suppliers/;
    await bar(region).waitFor();
    const first = (await startOf(region)) ?? "";
    await bar(region).focus();
    await page.keyboard.press("Shift+ArrowRight");
    await until(async () => (await startOf(region)) === later(first, 7));
    await page.keyboard.press("ArrowLeft");
    await until(async () => (await startOf(region)) === later(first, 6));
    await page.getByText("The days as a list").click();
    await page.locator(".starts li", { hasText: "Other suppliers" }).getByLabel("begins").fill(later(first, 30));
    await page.keyboard.press("Enter");
    await until(async () => (await startOf(region)) === later(first, 30));
    await page.getByRole("button", { name: "As it was" }).click();
    await until(async () => (await startOf(region)) === first);
  });

  it("goes to other programs, and says what is missing where nothing is promised", async () => {
    await go("/c/talks/roadmap");
    const link = page.getByRole("link", { name: "Calendar (.ics)" });
    const [file] = await Promise.all([page.waitForEvent("download"), link.click()]);
    expect(readFileSync(await file.path(), "utf8")).toMatch(/^BEGIN:VCALENDAR/);
    rmSync(join(folder, "talks/agreement.yaml"));
    await page.getByRole("heading", { name: "There is no road yet" }).waitFor();
    await page.locator(".sample svg.chart").waitFor();
    await page.getByRole("button", { name: "Add a commitment" }).click();
    const form = page.getByRole("dialog", { name: "Add to Commitments" });
    await form.getByLabel("Text").fill("The price is paid");
    await form.getByLabel("By").selectOption({ label: "the buyer" });
    await form.getByLabel("Issue").selectOption({ label: "The price" });
    await form.getByLabel("To the option").selectOption({ index: 1 });
    await form.getByLabel("Takes").first().fill("2 weeks");
    await form.getByRole("button", { name: "Save" }).click();
    await form.waitFor({ state: "detached" });
    await bar(/The price is paid/).waitFor();
    expect(text("talks/agreement.yaml")).toMatch(/id: the-price-is-paid/);
  });
});

describe("verification", () => {
  it("moves every site with the effort, and says that no effort is enough where looks overlook too much", async () => {
    await go("/c/hanoi-2019/verification");
    await page.locator("table.sites").waitFor();
    const seen = async () =>
      (await page.locator("td.bar-cell").allInnerTexts()).map((one) => Number(/\d+/.exec(one)?.[0] ?? Number.NaN));
    const before = await seen();
    expect(before).toHaveLength(5);
    const slider = page.getByRole("slider", { name: "Effort a round" });
    await slider.fill("5");
    await until(async () => (await seen()).every((one, i) => one < (before[i] ?? 0)));
    expect(page.url()).toMatch(/effort=/);
    const least = await sentence();
    expect(least).toMatch(/^With 3 inspector-days .* no effort makes it not pay/);
    await slider.focus();
    await page.keyboard.press("End");
    await until(async () => (await sentence()) !== least && (await sentence()).includes("seen with at least 30 %"));
    await page.getByRole("button", { name: /As planned/ }).click();
    await until(async () => JSON.stringify(await seen()) === JSON.stringify(before));
    expect(heard).toEqual([]);
  });

  it("narrows what is possible with clean looks, as a range", async () => {
    await go("/c/hanoi-2019/verification");
    const kangson = page.locator("table.sites tr", { hasText: "Kangson" });
    await kangson.getByText("something there: 12–73 %").waitFor();
    await page.getByRole("slider", { name: "Clean looks" }).fill("4");
    await kangson.getByText("at most 7 %").waitFor();
    expect(page.url()).toMatch(/clean=4/);
  });

  it("is begun for its holder, changed by fields, kept in its file and undone; others see nothing of it", async () => {
    await go("/c/talks/verification");
    await page.getByRole("heading", { name: "Nothing says yet what is to be verified" }).waitFor();
    await page.getByRole("button", { name: "the buyer" }).click();
    await page.getByText("Change sites, effort and goal").click();
    await page.getByLabel("Items of A declared store").fill("250");
    await page.getByRole("button", { name: "Add a site" }).click();
    await page.getByLabel("Name of a new site").fill("The yard");
    await page.getByLabel("Belief of The yard").fill("0.2–0.4");
    const before = text("talks/verification/buyer.yaml");
    await page.getByRole("button", { name: "Keep the plan" }).click();
    await until(() => text("talks/verification/buyer.yaml").includes("the-yard"));
    expect(text("talks/verification/buyer.yaml")).toMatch(/items: 250/);
    expect(text("talks/verification/buyer.yaml")).toContain("# What must not go unseen");
    await page.locator("table.sites tr", { hasText: "The yard" }).waitFor();
    await page.getByRole("button", { name: /^Undo: Plan of inspection changed/ }).click();
    await until(() => text("talks/verification/buyer.yaml") === before);
    await go("/c/talks/verification?reader=seller");
    await page.getByRole("heading", { name: "Nothing says yet what is to be verified" }).waitFor();
    expect(await page.locator("main").innerText()).not.toContain("A declared store");
  });
});

describe("monitoring", () => {
  it("replays what was known on a day, opens the rows behind an obligation, and goes to other programs", async () => {
    await go("/c/jcpoa-2015/monitoring");
    await page.locator(".obligation").first().waitFor();
    expect(await sentence()).toContain("Broken: Enriched uranium");
    const leu = page.locator(".obligation", { hasText: "Enriched uranium" });
    await leu.locator("summary").click();
    await leu.getByRole("link", { name: /Iran passes the limit of its stock/ }).waitFor();
    const known = page.getByRole("slider", { name: "Known at" });
    await known.focus();
    await known.fill("6");
    await until(async () => (await sentence()).startsWith("Nothing is broken"));
    expect(page.url()).toMatch(/known=2016-12-06/);
    await page.getByRole("button", { name: "All of it" }).click();
    await until(async () => (await sentence()).startsWith("Broken"));
    for (const [name, begins] of [
      ["What falls due (.ics)", "BEGIN:VCALENDAR"],
      ["Alerts (.csv)", "day,kind,what"],
    ] as const) {
      const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
      expect(readFileSync(await file.path(), "utf8").startsWith(begins)).toBe(true);
    }
    expect(heard).toEqual([]);
  });

  it("shows what a row would change before it is kept, and takes it back", async () => {
    await go("/c/talks/monitoring?as-of=2026-04-01");
    const before = text("talks/observations.csv");
    await page.getByLabel("What was observed").selectOption({ label: "Days from order to delivery" });
    await page.getByLabel("Observed as of").fill("2026-03-05");
    await page.getByLabel("Value", { exact: true }).fill("9");
    await page.getByRole("button", { name: "Put it below" }).click();
    await page.getByText("not observed → broken").waitFor();
    expect(text("talks/observations.csv")).toBe(before);
    await page.getByRole("button", { name: "Add 1 row", exact: true }).click();
    await until(() => text("talks/observations.csv").includes("2026-03-05,,days,9,days,verified"));
    await until(async () => (await sentence()).startsWith("Broken"));
    await page.getByRole("button", { name: /^Undo: 1 row added/ }).click();
    await until(() => text("talks/observations.csv") === before);
    await until(async () => !(await sentence()).startsWith("Broken"));
  });

  it("loses no good row of a paste to a bad one, and none without being asked", async () => {
    await go("/c/talks/monitoring?as-of=2026-04-01");
    await page
      .getByRole("textbox", { name: /^Rows:/ })
      .fill(
        "as_of\tmetric\tvalue\tunit\tqualifier\n2026-03-05\tdays\t5\tdays\tverified\n2026-03-32\tdays\t5\tdays\tverified\n2026-03-06\tdays\t5\tkg\tverified",
      );
    await page.getByText('Row 2: as_of "2026-03-32" is no date').waitFor();
    await page.getByText('Row 3: "kg" cannot be turned into "days"').waitFor();
    expect(await page.getByRole("button", { name: "Add 1 row", exact: true }).isDisabled()).toBe(true);
    await page.getByRole("button", { name: "Leave the others out, and add 1 row" }).click();
    await until(() => text("talks/observations.csv").includes("2026-03-05"));
    expect(text("talks/observations.csv")).not.toContain("2026-03-32");
  });

  it("asks the server where rows are more than a page is handed", async () => {
    const rows = Array.from(
      { length: 30_000 },
      (_, k) => `2026-03-${`${1 + (k % 28)}`.padStart(2, "0")},,days,${k % 7},days,verified,source-${k},\n`,
    );
    put(
      "talks/observations.csv",
      `${text("talks/observations.csv").split("\n")[0]}\n${rows.join("")}2026-03-30,,days,9,days,verified,,\n`,
    );
    await go("/c/talks/monitoring?as-of=2026-04-01");
    await until(async () => (await sentence()).startsWith("Broken: Delivery within a week"));
    await page.getByText("longer than a page can write").waitFor();
  });
});

describe("drafts", () => {
  it("settle a bracket in the case, follow it, tell it since the last round, and take it back", async () => {
    put("talks/case.yaml", `${text("talks/case.yaml")}${WORD}`);
    await go("/c/talks/draft");
    const before = text("talks/case.yaml");
    await page.getByRole("button", { name: "[the seller: left out]" }).click();
    await page.getByRole("dialog").getByLabel("In, for all, in this text").fill("delivered by noon");
    await page.getByRole("button", { name: "All agree to it" }).click();
    await until(() => text("talks/case.yaml").includes("delivered by noon"));
    expect(text("talks/case.yaml")).toContain("# what the word means");
    await page.getByText("(a) delivered by noon").waitFor();
    await page.getByRole("button", { name: "[the seller: left out]" }).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "[when]" }).click();
    await page.getByRole("dialog").getByRole("textbox").fill("on signature");
    await page.getByRole("button", { name: "Write it in" }).click();
    await until(() => text("talks/agreement.yaml").includes("entryIntoForce: on signature"));
    await page.getByRole("button", { name: "Since last round" }).click();
    await page.locator(".round", { hasText: "settled · The seller gave" }).waitFor();
    await until(async () => /^2 clauses changed: 2 settled\. The seller gave on 1\./.test(await sentence()));
    await page.getByRole("button", { name: "Framework", exact: true }).click();
    await page.getByText("This text enters into force: on signature.").waitFor();
    await page.getByRole("button", { name: /^Undo: / }).click();
    await page.getByRole("button", { name: /^Undo: Prompt/ }).click();
    await until(() => text("talks/case.yaml") === before);
    expect(heard).toEqual([]);
  });

  it("take the proposed days into the case, lead from a clause to its field, and go to other programs", async () => {
    await go("/c/talks/draft");
    await page.getByRole("button", { name: /^Take the 2 proposed days/ }).click();
    await until(() => (text("talks/agreement.yaml").match(/start: 20/g) ?? []).length === 2);
    await page.getByRole("button", { name: /^Take the/ }).waitFor({ state: "detached" });
    for (const [name, begins] of [
      ["Word (.docx)", "PK"],
      ["Markdown (.md)", "<!-- Parley: framework -->"],
    ] as const) {
      const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name }).click()]);
      expect(readFileSync(await file.path(), "latin1").startsWith(begins)).toBe(true);
    }
    await page
      .getByRole("button", { name: /^The seller.*region|region/i })
      .first()
      .click();
    await page.getByRole("dialog").getByLabel("Text").waitFor();
  });

  it("brief either principal, and to another reader show no bracket that can be pressed and nothing of the history", async () => {
    await go("/c/talks/draft?what=brief");
    await page.getByText("Said aloud, this gives the other side its price").waitFor();
    await page.getByLabel("Whose brief").selectOption({ label: "The seller" });
    await page.getByText(/^• The seller: below/).waitFor();
    await page.getByLabel("seen by").selectOption({ label: "the public" });
    await page.getByRole("button", { name: "Framework", exact: true }).click();
    await page.locator("mark.bracket").first().waitFor();
    expect(await page.locator("button.bracket").count()).toBe(0);
    expect(await page.getByRole("button", { name: "Since last round" }).count()).toBe(0);
  });
});

const WORD = `
terms:
  - id: prompt
    name: Prompt # what the word means
    components: [{ id: day, text: within a day }]
    readings: [{ party: buyer, in: [day] }, { party: seller, out: [day] }]
`;

const later = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

describe("the report", () => {
  it("stands on its page, and for another reader holds only what that reader may see", async () => {
    await go("/c/talks/report");
    const frame = page.frameLocator("iframe.report");
    await frame.getByText("CONFIDENTIAL").first().waitFor();
    const opacity = await frame
      .locator("svg.chart .band")
      .first()
      .evaluate((mark) => Reflect.get(globalThis, "getComputedStyle")(mark).fillOpacity);
    expect(opacity).toBe("0.2");
    expect(heard).toEqual([]);
    await page.getByLabel("seen by").selectOption({ label: "the public" });
    await frame.getByText("Shared with the public").first().waitFor();
    expect(await frame.locator("body").innerText()).not.toMatch(/CONFIDENTIAL/);
    expect(page.url()).toMatch(/reader=public/);
    await page.getByRole("link", { name: /History/ }).click();
    await page.getByText("What was changed is for our team only").waitFor();
    expect(await page.getByRole("button", { name: /Undo/ }).count()).toBe(0);
  });
});

describe("files", () => {
  it("of a broken case show each problem with its place and lead to it; mended, the case opens", async () => {
    const good = text("talks/case.yaml");
    put("talks/case.yaml", good.replace("today: list", "today: lsit"));
    await go("/c/talks/overview");
    await page.getByText('Did you mean "list"?').waitFor();
    const place = page.getByRole("button", { name: /^case\.yaml:\d+:\d+$/ });
    await place.click();
    const line = Number(/:(\d+):/.exec(await place.innerText())?.[1]);
    const area = page.getByRole("textbox", { name: "case.yaml" });
    const selected = await area.evaluate((element) => {
      const { value, selectionStart, selectionEnd } = element as unknown as {
        value: string;
        selectionStart: number;
        selectionEnd: number;
      };
      return value.slice(selectionStart, selectionEnd);
    });
    expect(selected).toBe(text("talks/case.yaml").split("\n")[line - 1]);
    await area.fill(good);
    await page.keyboard.press("Control+s");
    await until(() => text("talks/case.yaml") === good);
    await page.locator("h1.headline").waitFor();
  });

  it("keep what is typed while they are being saved", async () => {
    await go("/c/talks/files?file=record.yaml");
    const area = page.getByRole("textbox", { name: "record.yaml" });
    const [first, second] = ["# first\n", "# second\n"].map((line) => `${text("talks/record.yaml")}${line}`);
    let typed = () => {};
    const whenTyped = new Promise<void>((resolve) => {
      typed = resolve;
    });
    await context.route("**/edits", async (route) => {
      await whenTyped;
      await route.continue();
    });
    await area.fill(first ?? "");
    await page.keyboard.press("Control+s");
    await area.fill(second ?? "");
    typed();
    await until(() => text("talks/record.yaml") === first);
    await page.getByText("record.yaml is saved").waitFor();
    expect(await area.inputValue()).toBe(second);
    await page.keyboard.press("Control+s");
    await until(() => text("talks/record.yaml") === second);
  });

  it("keep what is typed over a reload, and say both where another wrote meanwhile", async () => {
    await go("/c/talks/files?file=record.yaml");
    const area = page.getByRole("textbox", { name: "record.yaml" });
    const mine = `${text("talks/record.yaml")}# mine\n`;
    await area.fill(mine);
    await page.reload();
    await until(async () => (await area.inputValue()) === mine);
    await live();
    const theirs = `${text("talks/record.yaml")}# theirs\n`;
    put("talks/record.yaml", theirs);
    await page.getByText("record.yaml was changed by another program").waitFor();
    expect(await area.inputValue()).toBe(mine);
    await page.getByRole("button", { name: /Save/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("# theirs").waitFor();
    await dialog.getByText("# mine").waitFor();
    expect(text("talks/record.yaml")).toBe(theirs);
    await dialog.getByRole("button", { name: "Write mine over it" }).click();
    await until(() => text("talks/record.yaml") === mine);
  });
});

describe("two on one case", () => {
  const FILE = "talks/interests/buyer.buyer.yaml";

  it("see each other's edits, in another tab and from another program", async () => {
    await go("/c/talks/interests?party=buyer");
    const other = await watched(context);
    await go("/c/talks/interests?party=buyer", other);
    const step = (on: Page) => on.locator("li.card", { hasText: "The price" }).getByLabel("The step worth most");
    await step(other).waitFor();
    await live();
    await step(page).selectOption({ index: 1 });
    await until(async () => (await step(other).inputValue()) === "0");
    put(FILE, text(FILE).replace("[price, delivery, exclusivity]", "[exclusivity, price, delivery]"));
    for (const on of [page, other])
      await until(async () => /Exclusive/.test(await on.locator(".rank li").first().innerText()));
  });

  it("never lose an edit silently: what touches something else is kept with it, what touches the same is offered", async () => {
    // A page that hears nothing does not know what was changed meanwhile.
    await context.route("**/api/events", (route) => route.abort());
    await go("/c/talks/interests?party=buyer");
    await page.getByText("As it is written").waitFor();
    put(FILE, text(FILE).replace("[price, delivery, exclusivity]", "[exclusivity, price, delivery]"));
    const step = page.locator("li.card", { hasText: "The price" }).getByLabel("The step worth most");
    await step.selectOption({ index: 1 });
    await page.getByText(/The price is a tenth above.* Undo with u/).waitFor();
    expect(text(FILE)).toMatch(/rank: \[exclusivity, price, delivery\]/);
    put(FILE, text(FILE).replace("largestStep: [premium, list]", "largestStep: [list, discount]"));
    const theirs = text(FILE);
    await step.selectOption({ index: 0 });
    const dialog = page.getByRole("dialog");
    await dialog.getByText(/was changed in another tab or by another program/).waitFor();
    expect(text(FILE)).toBe(theirs);
    await dialog.getByRole("button", { name: "Keep what stands there" }).click();
    await until(async () => (await step.inputValue()) === "1");
    expect(text(FILE)).toBe(theirs);
  });
});

describe("a page of another site", () => {
  let elsewhere: Server;
  beforeAll(async () => {
    elsewhere = createServer((_, response) => response.end("<!doctype html><title>elsewhere</title>"));
    await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => {
    elsewhere.close();
  });

  it("can neither read nor write, by fetch, form, frame or events, nor under another name of this machine", async () => {
    const before = text("talks/case.yaml");
    const stranger = await context.newPage();
    await stranger.goto(`http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`);
    const outcome = await stranger.evaluate(`(async (base) => {
      const body = JSON.stringify({ id: "driven" });
      const tried = async (work) => { try { return await work(); } catch (error) { return "refused"; } };
      const results = {
        read: await tried(async () => (await fetch(base + "api/cases")).text()),
        write: await tried(async () => (await fetch(base + "api/cases", { method: "POST", body, headers: { "content-type": "application/json" } })).text()),
        blind: await tried(async () => (await fetch(base + "api/cases", { method: "POST", mode: "no-cors", body })).type),
        events: await new Promise((resolve) => { const source = new EventSource(base + "api/events"); source.onerror = () => resolve("refused"); source.onopen = () => resolve("open"); }),
        script: await new Promise((resolve) => { const script = document.createElement("script"); script.src = base + "api/cases"; script.onerror = () => resolve("refused"); script.onload = () => resolve("loaded"); document.head.append(script); }),
        frame: await new Promise((resolve) => { const frame = document.createElement("iframe"); frame.src = base + "c/talks/overview"; frame.onload = () => { let text = "refused"; try { text = frame.contentDocument.body.innerText; } catch {} resolve(text); }; document.body.append(frame); }),
      };
      const form = Object.assign(document.createElement("form"), { method: "post", action: base + "api/cases/talks/undo", target: "nowhere" });
      document.body.append(Object.assign(document.createElement("iframe"), { name: "nowhere" }), form);
      form.submit();
      await new Promise((resolve) => setTimeout(resolve, 500));
      return results;
    })(${JSON.stringify(serving.address)})`);
    expect(outcome).toEqual({
      read: "refused",
      write: "refused",
      blind: "refused",
      events: "refused",
      script: "refused",
      frame: "refused",
    });
    const answer = await stranger.goto(serving.address.replace("127.0.0.1", "rebound.localhost"));
    expect(answer?.status()).toBe(403);
    await go("/");
    await page.getByRole("link", { name: "A purchase" }).waitFor();
    expect(await page.getByText("driven").count()).toBe(0);
    expect(text("talks/case.yaml")).toBe(before);
  });
});

describe("the workbench", () => {
  it("is led by keys alone: pages by number, find, help", async () => {
    await go("/c/hanoi-2019/overview");
    await page.locator("h1.headline").waitFor();
    await page.keyboard.press("4");
    await page.getByRole("heading", { name: "What they mean by the words" }).waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("sanctions");
    await page.keyboard.press("Enter");
    await page.locator('section.here[aria-label="Sanctions"]').waitFor();
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("1");
    await page.locator(".offer-line").first().waitFor();
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    // Past what moved since, to the first offer.
    for (let k = 0; k < 30 && (await page.locator(":focus").innerText()) !== "Kimball's exchange"; k++)
      await page.keyboard.press("j");
    await page.keyboard.press("Enter");
    await page
      .locator(".package-choice option:checked", { hasText: "Kimball's exchange" })
      .waitFor({ state: "attached" });
    await page.getByRole("button", { name: "Keys" }).click();
    await page.getByLabel("Single keys act on every page").uncheck();
    await page.keyboard.press("Escape");
    await page.keyboard.press("0");
    await page.keyboard.press("?");
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(page.url()).toContain("/c/hanoi-2019/");
    await page.getByRole("button", { name: "Keys" }).click();
    await page.getByLabel("Single keys act on every page").check();
    await page.keyboard.press("Escape");
    await page.keyboard.press("0");
    await page.getByRole("heading", { name: "Negotiations" }).waitFor();
  });

  it("says when it was stopped and goes on when it is there again; a case that is gone is said to be", async () => {
    await go("/c/talks/interests?party=buyer");
    await page.getByText("As it is written").waitFor();
    const port = Number(new URL(serving.address).port);
    await serving.close();
    const step = (issue: string) => page.locator("li.card", { hasText: issue }).getByLabel("The step worth most");
    const unsaved = page.locator(".unsaved");
    await step("The price").selectOption({ index: 1 });
    await unsaved.nth(0).waitFor();
    await step("Delivery").selectOption({ index: 2 });
    await unsaved.nth(1).waitFor();
    for (const told of await unsaved.allInnerTexts())
      expect(told).toMatch(/^The buyer: the largest step .* – it was not written\. The workbench does not answer/);
    // What is shown is what is written.
    expect(await step("The price").inputValue()).toBe("");
    serving = await begin(port);
    await unsaved.first().getByRole("button", { name: "Try again" }).click();
    await until(async () => (await unsaved.count()) === 1);
    await unsaved.first().getByRole("button", { name: "Try again" }).click();
    await unsaved.first().waitFor({ state: "detached" });
    expect(text("talks/interests/buyer.buyer.yaml")).toMatch(
      /price: .*largestStep: \[premium, list\][\s\S]*delivery: .*largestStep: \[week, day\]/,
    );
    rmSync(join(folder, "talks"), { recursive: true });
    await page.getByText(/There is no case "talks" here/).waitFor();
  });
});
