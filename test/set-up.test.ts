// A negotiation made at the screen: from nothing to a verdict by keys alone and by the pointer alone, without a file seen.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import axe from "axe-core";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Serving, serve } from "../packages/node/dist/server/index.js";
import { launch } from "./chromium.js";

const HANGS = 120_000;

let folder: string;
let serving: Serving;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let heard: string[];

beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser?.close());
beforeEach(async () => {
  heard = [];
  folder = mkdtempSync(join(tmpdir(), "parley-set-up-"));
  serving = await serve({ folder, who: "tester", host: "127.0.0.1", port: 0, otherPorts: false, token: null });
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  page = await context.newPage();
  page.setDefaultTimeout(HANGS);
  page.on("console", (message) => heard.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => heard.push(error.message));
});
afterEach(async () => {
  await context.close();
  await serving.close();
  rmSync(folder, { recursive: true, force: true });
});

const text = (path: string) => readFileSync(join(folder, path), "utf8");
const go = (path: string) => page.goto(new URL(path, serving.address).href);
/** Until everything that was typed is on the disk. */
const idle = async () => {
  // Keys that choose are written once they rest.
  await page.waitForTimeout(500);
  await page.locator('.set-up[aria-busy="false"]').waitFor();
};
const field = (id: string) => page.locator(`[id="${id}"]`);

/** A purchase: six issues from least to most, and for each what both offers say and how much it matters to both sides. */
const PURCHASE = [
  { issue: "Price", options: "40 to 60 million by 5", ours: "45", theirs: "55", buyer: 1, seller: 1, best: "40" },
  {
    issue: "Paid at closing",
    options: "half; most; all",
    ours: "half",
    theirs: "all",
    buyer: 3,
    seller: 2,
    best: "half",
  },
  {
    issue: "Staff kept",
    options: "none; some; everybody",
    ours: "some",
    theirs: "every",
    buyer: 5,
    seller: 4,
    best: "none",
  },
  {
    issue: "Warranties",
    options: "short; long; longest",
    ours: "long",
    theirs: "short",
    buyer: 2,
    seller: 5,
    best: "longest",
  },
  {
    issue: "Management",
    options: "leaves; stays a year; stays",
    ours: "stays a",
    theirs: "leaves",
    buyer: 4,
    seller: 3,
    best: "stays",
  },
  {
    issue: "Name",
    options: "dropped; kept for now; kept",
    ours: "kept for",
    theirs: "kept",
    buyer: 6,
    seller: 6,
    best: "dropped",
  },
];

/** What is best for the seller: the other end of the options. */
const worst = ({ options, best }: (typeof PURCHASE)[number]): string => {
  const names = options.split("; ");
  return names.length === 1 ? "60" : names[0] === best ? (names.at(-1) ?? "") : (names[0] ?? "");
};

/** What is on the disk once the purchase is set up, however it was. */
function expectPurchase(): void {
  for (const { issue } of PURCHASE) expect(text("sale-of-northwind/case.yaml")).toContain(`name: ${issue}`);
  expect(text("sale-of-northwind/record.yaml")).toContain(
    "package: {price: 45, paid-at-closing: half, staff-kept: some, warranties: long, management: stays-a-year, name: kept-for-now}",
  );
  expect(text("sale-of-northwind/interests/buyer.buyer.yaml")).toContain(
    "rank: [price, warranties, paid-at-closing, management, staff-kept, name]",
  );
  // What the buyer's team thinks of the seller is its own estimate.
  expect(text("sale-of-northwind/interests/seller.buyer.yaml")).toContain(
    "rank: [price, paid-at-closing, management, staff-kept, warranties, name]",
  );
}

async function expectVerdict(): Promise<void> {
  await page.locator(".set-up-side .verdict").waitFor();
  expect(await page.locator(".set-up-side .missing").first().innerText()).not.toMatch(
    /Rank|Say what is best|Add an offer/,
  );
  expect(heard).toEqual([]);
}

describe("a purchase from nothing to the verdict", () => {
  it("by keys alone takes at most 60 presses beside the facts", async () => {
    let presses = 0;
    const press = async (key: string) => {
      presses++;
      await page.keyboard.press(key);
    };
    const type = (fact: string | number) => page.keyboard.type(`${fact}`);
    await go("/");
    await page.getByRole("button", { name: "New negotiation" }).waitFor();
    while (!(await page.locator("button.primary:focus").count())) await press("Tab");
    await press("Enter");
    await page.getByRole("dialog").waitFor();
    await page.locator("[data-first]:focus").waitFor();
    await type("Sale of Northwind");
    await press("Tab");
    await type("Buyer");
    await press("Tab");
    await type("Seller");
    await press("Enter");
    await field("new-issue").and(page.locator(":focus")).waitFor();
    for (const { issue, options } of PURCHASE) {
      await type(issue);
      await press("Enter");
      await type(options);
      await press("Enter");
    }
    await idle();
    // Without another name Enter goes on to an offer.
    await press("Enter");
    for (const [name, of] of [
      ["Ours", "ours"],
      ["Theirs", "theirs"],
    ] as const) {
      await press("Enter");
      await page.locator("[data-pending]:focus").waitFor();
      await type(name);
      await press("Enter");
      for (const fact of PURCHASE) {
        await type(fact[of]);
        await press("Enter");
      }
      await idle();
    }
    await press("Tab");
    await field("best-buyer-price").and(page.locator(":focus")).waitFor();
    for (const side of ["buyer", "seller"] as const) {
      for (const fact of PURCHASE) {
        await type(side === "buyer" ? fact.best : worst(fact));
        await press("Enter");
      }
      // From the end of a column Enter goes on to the top of the next.
      await field(`rank-${side}-price`).and(page.locator(":focus")).waitFor();
      for (const fact of PURCHASE) {
        await type(fact[side]);
        await press("Enter");
      }
    }
    await idle();
    expectPurchase();
    await expectVerdict();
    expect(presses).toBeLessThanOrEqual(60);
  });

  it("by the pointer alone takes at most 60 presses beside the facts", async () => {
    let presses = 0;
    const press = async (target: ReturnType<Page["locator"]>) => {
      presses++;
      await target.click();
    };
    /** A field that is pressed, and typed into. */
    const fill = async (target: ReturnType<Page["locator"]>, fact: string | number) => {
      await press(target);
      await page.keyboard.type(`${fact}`);
    };
    /** Pressed open, and pressed on what is chosen. */
    const choose = async (target: ReturnType<Page["locator"]>, start: string) => {
      const options = await target.locator("option").allInnerTexts();
      presses++;
      await target.selectOption({ label: options.find((one) => one.startsWith(start)) ?? start });
    };
    await go("/");
    await press(page.getByRole("button", { name: "New negotiation" }));
    await page.locator("[data-first]:focus").waitFor();
    await page.keyboard.type("Sale of Northwind");
    await fill(page.getByLabel("Your side"), "Buyer");
    await fill(page.getByLabel("The other side"), "Seller");
    await press(page.getByRole("button", { name: "Begin" }));
    await field("new-issue").waitFor();
    for (const { issue, options } of PURCHASE) {
      await page.keyboard.type(issue);
      await fill(page.getByLabel("Options of New issue"), options);
      await press(page.getByRole("button", { name: "Add it" }));
    }
    await idle();
    for (const [name, of] of [
      ["Ours", "ours"],
      ["Theirs", "theirs"],
    ] as const) {
      await press(field("add-offer"));
      await page.locator("[data-pending]:focus").waitFor();
      await page.keyboard.type(name);
      await page.keyboard.press("Tab");
      for (const fact of PURCHASE) await choose(page.getByLabel(`${name}: ${fact.issue}`, { exact: true }), fact[of]);
      await idle();
    }
    for (const fact of PURCHASE) await choose(page.getByLabel(`${fact.issue}: best for Buyer`), fact.best);
    await idle();
    await press(page.getByRole("button", { name: "Opposite of Buyer" }));
    await idle();
    for (const side of ["buyer", "seller"] as const)
      for (const { issue, ...fact } of PURCHASE)
        await fill(
          page.getByLabel(`${issue}: how much it matters to ${side === "buyer" ? "Buyer" : "Seller"}, 1 most`),
          fact[side],
        );
    await page.keyboard.press("Tab");
    await idle();
    expectPurchase();
    await expectVerdict();
    expect(presses).toBeLessThanOrEqual(60);
  });
});

describe("a block out of a spreadsheet", () => {
  const HTML = `<html><body><table><tr><td>Issue</td><td>Options</td><td>Ours</td><td>Theirs</td></tr>
    <tr><td>Price</td><td>low; middle; high</td><td>low</td><td>high</td></tr>
    <tr><td>Staff &amp; pensions</td><td>none<br>some<br>all</td><td>none</td><td>all</td></tr></table></body></html>`;
  const TEXT =
    'Issue\tOptions\tOurs\tTheirs\nPrice\tlow; middle; high\tlow\thigh\nStaff & pensions\t"none\nsome\nall"\tnone\tall\n';

  it.each([
    ["HTML", { "text/html": HTML, "text/plain": TEXT }],
    ["text", { "text/plain": TEXT }],
  ])("as %s becomes issues, options and offers, once it has been looked at", async (_, copied) => {
    await begin();
    await page
      .locator("table.grid")
      .first()
      .evaluate((table, data) => {
        const clipboard = new (
          globalThis as never as { DataTransfer: new () => { setData: (type: string, text: string) => void } }
        ).DataTransfer();
        for (const [type, content] of Object.entries(data)) clipboard.setData(type, content);
        const Event = (globalThis as never as { ClipboardEvent: new (type: string, init: object) => never })
          .ClipboardEvent;
        (table as never as { dispatchEvent: (event: never) => void }).dispatchEvent(
          new Event("paste", { clipboardData: clipboard, bubbles: true, cancelable: true }),
        );
      }, copied);
    await page.getByRole("button", { name: "Take 2 issues" }).click();
    await idle();
    await page.getByLabel("Theirs: Staff & pensions", { exact: true }).waitFor();
    expect(text("sale/record.yaml")).toContain("package: {price: high, staff-pensions: all}");
    expect(text("sale/case.yaml")).toContain("{id: some, name: some}");
  });
});

async function begin(): Promise<void> {
  await go("/");
  await page.getByRole("button", { name: "New negotiation" }).click();
  await page.locator("[data-first]:focus").waitFor();
  await page.keyboard.type("Sale");
  await page.keyboard.press("Enter");
  await field("new-issue").waitFor();
}

describe("what is taken out", () => {
  it("says what depends on it, goes with it, and comes back at once", async () => {
    await begin();
    for (const entry of ["Price", "low; high", "Staff", "none; all"]) {
      await page.keyboard.type(entry);
      await page.keyboard.press("Enter");
    }
    await idle();
    await field("add-offer").click();
    await page.getByLabel("Offer 1: Price").selectOption("high");
    await page.getByLabel("Offer 1: Price").blur();
    await idle();
    const before = { record: text("sale/record.yaml"), case: text("sale/case.yaml") };
    await page.getByLabel("What to do with Price").click();
    await page.getByRole("menuitem", { name: "Remove" }).click();
    await page.getByRole("dialog").getByText("Offer 1 – goes too").waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
    await idle();
    await page.getByLabel("Issue 2").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Undo", exact: true }).last().click();
    await page.getByLabel("Issue 2").waitFor();
    expect({ record: text("sale/record.yaml"), case: text("sale/case.yaml") }).toEqual(before);
  });
});

describe("what is refused", () => {
  it("leaves in its field what is on the disk", async () => {
    await begin();
    for (const entry of ["Price", "low; middle; high"]) {
      await page.keyboard.type(entry);
      await page.keyboard.press("Enter");
    }
    const options = page.getByLabel("Options of Price");
    await options.fill("middle; high");
    await options.press("Enter");
    await page.getByText("It is what holds today.").waitFor();
    await expect.poll(() => options.inputValue(), { timeout: HANGS }).toBe("low; middle; high");
  });

  it("is not taken for another program's doing when a case begins", async () => {
    await begin();
    await idle();
    expect(await page.getByText("by another program").count()).toBe(0);
  });
});

describe("a template", () => {
  it("begins with a verdict", async () => {
    await go("/");
    await page.getByRole("button", { name: "New negotiation" }).click();
    await page.locator("[data-first]:focus").waitFor();
    await page.keyboard.type("Our flat");
    await page.getByLabel(/Three flatmates/).check();
    await page.getByRole("button", { name: "Begin" }).click();
    await page.locator(".set-up-side .verdict").waitFor();
    expect(heard).toEqual([]);
  });
});

describe("home and set up", () => {
  it.each([
    [1440, "light"],
    [1024, "dark"],
    [390, "light"],
  ] as const)("fit %d pixels, and have no fault that axe finds in the %s theme", async (width, colorScheme) => {
    await begin();
    await page.keyboard.type("Price");
    await page.keyboard.press("Enter");
    await page.keyboard.type("low; high");
    await page.keyboard.press("Enter");
    await idle();
    const own = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true, colorScheme });
    const looked = await own.newPage();
    for (const address of ["/", "/c/sale/set-up"]) {
      await looked.goto(new URL(address, serving.address).href);
      await looked
        .getByText(address === "/" ? "Sale" : "What each side needs")
        .first()
        .waitFor();
      expect([address, await looked.evaluate("document.documentElement.scrollWidth")]).toEqual([address, width]);
      await looked.addScriptTag({ content: axe.source });
      const faults = await looked.evaluate(
        "axe.run({ iframes: false }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => [id, html])))",
      );
      expect([address, faults]).toEqual([address, []]);
    }
    await own.close();
  });
});

describe("a case that breaks while it is open", () => {
  it("stays as it was last in order, leads to its problems, and opens again once it is mended", async () => {
    await begin();
    await page.keyboard.type("Price");
    await page.keyboard.press("Enter");
    await page.keyboard.type("low; high");
    await page.keyboard.press("Enter");
    await page.getByLabel("Issue 1").waitFor();
    const good = text("sale/case.yaml");
    writeFileSync(join(folder, "sale/case.yaml"), good.replace("parley: 1", "parley: 1\ntitle: a: b"));
    await page.getByText(/in the files: what you see is the case as it was before/).waitFor();
    expect(await page.getByLabel("Issue 1").inputValue()).toBe("Price");
    await page.getByRole("link", { name: "See the problems" }).click();
    await page
      .getByRole("button", { name: /^case\.yaml:\d+:\d+$/ })
      .first()
      .waitFor();
    writeFileSync(join(folder, "sale/case.yaml"), good);
    await page.getByRole("heading", { name: "Files" }).waitFor();
  });
});

describe("home", () => {
  it("renames, copies and trashes, and takes the last back", async () => {
    await begin();
    await go("/");
    await page.getByLabel("What to do with Sale").click();
    await page.getByRole("menuitem", { name: "Rename" }).click();
    await page.getByRole("dialog").getByRole("textbox").fill("Sale of the bakery");
    await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
    await page.getByLabel("What to do with Sale of the bakery").click();
    await page.getByRole("menuitem", { name: "Duplicate" }).click();
    await page.getByText("Copy of Sale of the bakery").waitFor();
    await page.getByLabel("What to do with Copy of Sale of the bakery").click();
    await page.getByRole("menuitem", { name: "Move to the trash" }).click();
    await page.getByRole("link", { name: /Copy of/ }).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("link", { name: /Copy of/ }).waitFor();
    expect(text("copy-of-sale-of-the-bakery/case.yaml")).toContain("title: Copy of Sale of the bakery");
  });

  it("that cannot be read as a case says how many problems there are", async () => {
    await begin();
    writeFileSync(join(folder, "sale/case.yaml"), "parley: 1\ntitle: a: b\n");
    await go("/");
    await page.getByText(/problems? to mend/).waitFor();
  });
});
