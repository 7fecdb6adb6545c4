// Three sides and a mediator, each in a browser of its own and one of them on a phone, play the nurses' contract to a signed text.
import { readFileSync } from "node:fs";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkRecord } from "@parley/core/rooms";
import axe from "axe-core";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { LIMITS, readHere } from "../packages/node/dist/documents/index.js";
import { type ServingRooms, serve, serveRooms } from "../packages/node/dist/server/index.js";
import { startOrganisation, type TestOrganisation } from "../packages/node/test/organisation.js";
import { freePort } from "../packages/node/test/postgres.js";
import { launch } from "./chromium.js";

const files = ["case.yaml", "record.yaml", "agreement.yaml"].map((path) => ({
  path,
  text: readFileSync(join("cases/hospital-contract", path), "utf8"),
}));
/** A busy machine starts the embedded database in half a minute. */
const PATIENCE_MS = 120_000;

const NAMES = { union: "Una", hospital: "Hal", fund: "Fay" } as const;
type Party = keyof typeof NAMES;
type Who = Party | "mediator";

let folder: string;
let serving: ServingRooms;
let ministry: TestOrganisation;
let browser: Browser;
const contexts = new Map<Who, BrowserContext>();
const pages = new Map<Who, Page>();
/** What pages complained of. */
const complaints: string[] = [];

const page = (who: Who): Page => pages.get(who) ?? expect.fail(`${who} has no page`);
const press = (who: Who, name: string) => page(who).getByRole("button", { name, exact: true }).first().click();
const part = (who: Who, name: string) => page(who).getByRole("navigation").getByRole("button", { name }).click();
const sees = (who: Who, text: string | RegExp) => page(who).getByText(text).first().waitFor();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "parley-room-"));
  const port = await freePort();
  ministry = await startOrganisation("The ministry", `http://localhost:${port}/account/1`);
  serving = await serveRooms({
    place: { kind: "folder", folder },
    organisations: [ministry.organisation],
    host: "127.0.0.1",
    port,
    otherPorts: false,
    origin: null,
    tls: null,
    limits: { links: [1000, 1], reads: [10_000, 1], writes: [10_000, 1], strangers: [10_000, 1] },
  });
  browser = await launch();
  const { room, invitations } = await serving.rooms.open(serving.convenor ?? "", files, [
    ...(Object.entries(NAMES) as [Party, string][]).map(([party, name]) => ({
      role: "party" as const,
      party,
      name,
      signs: true,
    })),
    { role: "mediator", party: null, name: "Mia", signs: false },
  ]);
  for (const { party, invite } of invitations) {
    const who = (party ?? "mediator") as Who;
    const context = await browser.newContext({
      viewport: who === "union" ? { width: 390, height: 844 } : { width: 1280, height: 900 },
      acceptDownloads: true,
    });
    context.setDefaultTimeout(PATIENCE_MS);
    const at = await context.newPage();
    at.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(`${who}: ${message.text()}`);
    });
    at.on("pageerror", (error) => complaints.push(`${who}: ${error.message}`));
    await at.goto(`${serving.address}r/${room}#${invite}`);
    await at.getByRole("heading", { level: 1, name: "The nurses' contract" }).waitFor();
    contexts.set(who, context);
    pages.set(who, at);
  }
});

afterAll(async () => {
  await browser?.close();
  await ministry?.stop();
  await serving?.close();
  await rm(folder, { recursive: true, force: true });
});

describe("the nurses' contract, in a room", () => {
  it("begins with a link that is used up and leaves the address", async () => {
    expect(page("union").url()).toMatch(/\/r\/[0-9a-f-]{36}$/);
    const cookies = await contexts.get("union")?.cookies();
    expect(cookies).toHaveLength(1);
    expect(cookies?.[0]).toMatchObject({ httpOnly: true, secure: true, sameSite: "Strict", path: "/" });
    expect(cookies?.[0]?.name).toMatch(/^__Host-parley-/);
  });

  it("goes on with an offer, a counter-offer on a condition, and its acceptance by all others", async () => {
    await press("union", "Make an offer");
    const form = page("union").locator("form");
    await form.getByLabel("Patients for each nurse by day").first().selectOption({ label: "Six" });
    await form.getByLabel("What you say with it").fill("Safe wards first.");
    await press("union", "Send the offer to all");
    await sees("hospital", "Safe wards first.");
    await press("hospital", "Make a counter-offer");
    const counter = page("hospital").locator("form");
    await counter.getByLabel("Patients for each nurse by day").first().selectOption({ label: "Seven" });
    await counter.getByText("If the others agree to …").click();
    await counter
      .getByRole("group", { name: "If the others agree to" })
      .getByLabel("Length of the contract")
      .selectOption({ index: 2 });
    await press("hospital", "Send the offer to all");
    await sees("union", "only if");
    await sees("union", "The hospital answered with another offer.");
    for (const who of ["union", "fund"] as const) {
      await press(who, "Accept");
      await press(who, "Accept");
    }
    for (const who of ["union", "hospital", "fund", "mediator"] as const)
      await page(who).locator(".standing.agreed").waitFor();
  });

  it("has a round of sealed bids in which nothing is told but that they do not meet, and one in which they do", async () => {
    await press("mediator", "Open a round of sealed bids");
    await page("mediator").getByLabel("What it is about").fill("The rise in the first year, in percent");
    await press("mediator", "Open the round");
    const bid = async (who: Party, label: string, amount: string) => {
      await page(who).getByLabel(label).fill(amount);
      await press(who, "Seal the bid");
      await press(who, "Seal the bid");
    };
    await bid("union", "The least that you would take", "6");
    await sees("union", "Your side's bid is in.");
    expect(await page("hospital").getByText("Round 1 of 3").count()).toBe(1);
    await bid("hospital", "The most that you would give", "4");
    for (const who of ["union", "hospital", "fund", "mediator"] as const) await sees(who, "Not yet, after 1 round.");
    expect(await page("hospital").content()).not.toMatch(/\b6\b(?!\d|\.|%| %)/);
    await bid("union", "The least that you would take", "3.5");
    await bid("hospital", "The most that you would give", "4.5");
    for (const who of ["union", "hospital", "fund", "mediator"] as const) await sees(who, "Agreed: 4.");
  });

  it("lets the mediator ask in confidence, weigh what she was told, and propose what all take", async () => {
    await part("mediator", "Mediator");
    for (const [party, name] of [
      ["union", "the union"],
      ["hospital", "the hospital"],
      ["fund", "the health fund"],
    ] as const) {
      await page("mediator")
        .getByRole("button", { name: `Ask ${name}` })
        .first()
        .click();
      await sees(party, "Which of these matters most to you? Tap them in order.");
      const taps = page(party).locator(".taps button");
      const count = await taps.count();
      for (let k = 0; k < count; k++) await taps.nth(party === "union" ? k : count - 1 - k).click();
      await press(party, "Give it to the mediator");
      // While it is on its way the question still stands there, with a button of the same name as the next.
      await page(party).locator(".taps").waitFor({ state: "hidden" });
      await part(party, "Mediator");
      await press(party, "Tell the mediator the least that you would still sign");
      const least = page(party).locator("form");
      await least
        .getByLabel("Patients for each nurse by day")
        .selectOption({ value: party === "union" ? "seven" : "eight" });
      await press(party, "Give it to the mediator");
      await sees(party, "The least that we would still sign:");
      await part(party, "Table");
    }
    await page("mediator")
      .getByText(/^All would say yes: /)
      .first()
      .waitFor();
    expect(await page("union").content()).not.toContain("All would say yes");
    await page("mediator").getByRole("button", { name: "Propose a package to all" }).first().click();
    await press("mediator", "Send it to all parties");
    for (const who of ["union", "hospital", "fund"] as const) {
      await page("mediator").getByText("All parties said yes.").waitFor({ state: "hidden" });
      await press(who, "Yes, we would sign this");
      await press(who, "Yes, we would sign this");
    }
    await part("mediator", "Table");
    for (const who of ["union", "hospital", "fund", "mediator"] as const) await sees(who, "All parties said yes.");
  });

  it("lets a side prepare an offer and comment on it where no other looks", async () => {
    await part("union", "Our side");
    await press("union", "Prepare an offer");
    const form = page("union").locator("form").first();
    expect(await form.getByLabel("The rota").first().locator("option").first().innerText()).toBe("not part of it");
    await form.getByLabel("The rota").first().selectOption({ label: "Known eight weeks ahead" });
    await press("union", "Show it to our side");
    await press("union", "I approve");
    await sees("union", "Approved by Una (the union).");
    expect(await page("hospital").content()).not.toContain("Una (the union) proposes this");
    await press("union", "Make this offer to all");
    await press("union", "Make this offer to all");
    await page("hospital").locator(".card").filter({ hasText: "Known eight weeks ahead" }).first().waitFor();
    await part("union", "Table");
  });

  it("hides every confidence in the view for a shared screen", async () => {
    await part("mediator", "Mediator");
    await sees("mediator", /The least that we would still sign/);
    await press("mediator", "Share the screen");
    const shown = await page("mediator").content();
    expect(shown).not.toMatch(/would still sign|In confidence|What matters most/);
    await press("mediator", "Stop sharing");
  });

  it("ends with one text that all agree to and sign, as a document with its digest and a record that is whole", async () => {
    await part("mediator", "Text");
    await press("mediator", "Put the framework of the case on the table");
    for (const who of ["union", "hospital", "fund"] as const) await part(who, "Text");
    const first = page("union").locator(".clause").first();
    await first.getByRole("button", { name: "Propose other words" }).click();
    await first.getByRole("textbox").fill("The parties want wards that are safe by day and by night.");
    await first.getByRole("button", { name: "Propose these words" }).click();
    for (const who of ["hospital", "fund"] as const) {
      const clause = page(who).locator(".clause").first();
      const wording = clause.locator(".wording").filter({ hasText: "by day and by night" });
      await wording.getByRole("button", { name: "Agree to these words" }).click();
    }
    // Words without a name are told to be one's own, and comments to be there, only while nobody else looks at the screen.
    const second = page("hospital").locator(".clause").nth(1);
    await second.getByRole("button", { name: "Propose other words" }).click();
    await second.getByRole("checkbox").check();
    await second.getByRole("textbox").first().fill("bound by what follows,");
    await second.getByRole("button", { name: "Propose these words" }).click();
    await second.getByText("Proposed without a name, by your side").first().waitFor();
    await second.getByText("Comment for our side").waitFor();
    await press("hospital", "Share the screen");
    await second.getByText("Proposed without a name").first().waitFor();
    expect(await page("hospital").content()).not.toMatch(/by your side|of our side|for our side/);
    await press("hospital", "Stop sharing");
    await sees("union", "Proposed without a name");
    expect(await page("union").content()).not.toContain("by your side");
    // The fund works on the text in a word processor, and takes in what it changed there.
    const [out] = await Promise.all([
      page("fund").waitForEvent("download"),
      page("fund").getByRole("link", { name: "Download it to work on in Word (.docx)" }).click(),
    ]);
    const parts = unzipSync(await readFile(await out.path()));
    const xml = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
    const changed = xml.replace(
      "by day and by night.",
      'by day</w:t></w:r><w:ins w:id="9" w:author="Fay"><w:r><w:t xml:space="preserve">, by night and on Sundays.</w:t></w:r></w:ins><w:r><w:t>',
    );
    expect(changed).not.toBe(xml);
    const buffer = Buffer.from(zipSync({ ...parts, "word/document.xml": strToU8(changed) }));
    await page("fund")
      .getByLabel("Take in a text from Word")
      .setInputFiles({ name: "text.docx", mimeType: "", buffer });
    const taken = page("fund").locator(".card").filter({ hasText: "The document has 1 change:" });
    await taken.getByText(", by night and on Sundays.").waitFor();
    await taken.getByRole("button", { name: "Propose these words" }).click();
    for (const who of ["union", "hospital"] as const) {
      const clause = page(who).locator(".clause").first();
      const wording = clause.locator(".wording").filter({ hasText: "on Sundays" });
      await wording.getByRole("button", { name: "Agree to these words" }).click();
    }
    for (const who of ["union", "hospital", "fund"] as const)
      await page(who).locator(".clause.agreed").filter({ hasText: "on Sundays" }).waitFor();
    // Where sides are on record for words of their own, all take the first.
    for (const who of ["union", "hospital", "fund"] as const) {
      const two = page(who)
        .locator(".clause.open")
        .filter({ has: page(who).locator(".wording:nth-of-type(2)") });
      const first = two.locator(".wording").first().getByRole("button", { name: "Agree to these words" });
      for (let left = await page(who).locator(".clause").count(); left > 0 && (await first.count()) > 0; left--) {
        const before = await page(who).getByRole("button", { name: "Agree to these words" }).count();
        await first.click();
        await expect
          .poll(() => page(who).getByRole("button", { name: "Agree to these words" }).count())
          .toBeLessThan(before);
      }
    }
    for (const who of ["union", "hospital", "fund"] as const) {
      const all = page(who).getByRole("button", { name: /^Agree to the \d+ clauses/ });
      await all.click();
      await all.click();
    }
    for (const who of ["union", "hospital", "fund"] as const) {
      if (who === "union") await sees(who, "All clauses are agreed, subject to signature.");
      await press(who, "Sign the text");
      await press(who, "Sign the text");
    }
    for (const who of ["union", "mediator"] as const) await sees(who, "All parties have signed.");
    const [download] = await Promise.all([
      page("fund").waitForEvent("download"),
      page("fund").getByRole("link", { name: "Download the text (.docx)" }).click(),
    ]);
    const read = await readHere("outcome.docx", await readFile(await download.path()), LIMITS);
    const document = JSON.stringify(read);
    expect(document).toContain("by day, by night and on Sundays");
    expect(document).toMatch(/For the union: Una, 20\d\d-/);
    const digest = /SHA-256 of the text: ([0-9a-f]{64})/.exec(document)?.[1] ?? "";
    await part("hospital", "People");
    const [record] = await Promise.all([
      page("hospital").waitForEvent("download"),
      page("hospital")
        .getByRole("link", { name: /^Download what you can read/ })
        .click(),
    ]);
    const text = await readFile(await record.path(), "utf8");
    expect(checkRecord(text)).toMatchObject({ faults: [], head: { title: "The nurses' contract" } });
    expect(text.split(digest)).toHaveLength(4);
    expect(text).not.toContain("mediation:union");
  });

  it("looks for something better for all once all have signed", async () => {
    await press("mediator", "Look for something better for all");
    const form = page("mediator").locator("form").last();
    await form
      .getByRole("group", { name: "The package that is signed" })
      .getByLabel("The rota")
      .selectOption({ value: "four-weeks" });
    await form
      .getByRole("group", { name: "Another package (1)" })
      .getByLabel("The rota")
      .selectOption({ value: "eight-weeks" });
    await press("mediator", "Ask all parties");
    for (const [who, points] of [
      ["union", ["40", "60"]],
      ["hospital", ["50", "50"]],
      ["fund", ["30", "31"]],
    ] as const) {
      if (who === "hospital") await part(who, "Text");
      const fields = page(who).getByLabel(/^What this is worth to you/);
      await fields.first().waitFor();
      for (const [k, one] of points.entries()) await fields.nth(k).fill(one);
      await press(who, "Seal these points");
      await press(who, "Seal these points");
      if (who !== "fund") await sees(who, "Your side's points are in. Nobody can read them.");
    }
    for (const who of ["union", "mediator"] as const) await sees(who, /^Something was found/);
    await part("union", "Table");
    await page("union").locator(".card").filter({ hasText: "The answers are not complete." }).waitFor();
  });

  it("has no fault that a screen reader, a keyboard or a narrow screen would meet", async () => {
    for (const who of ["union", "mediator"] as const)
      for (const name of ["Table", "Text", "Talk", "Mediator", "Our side", "People"]) {
        if (name === "Our side" && who === "mediator") continue;
        await part(who, name);
        await page(who).evaluate(axe.source);
        const found = await page(who).evaluate<string[]>(
          "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => id + ': ' + nodes[0].html))",
        );
        expect(found, `${who} ${name}`).toEqual([]);
        const over = await page(who).evaluate<number>(
          "document.documentElement.scrollWidth - document.documentElement.clientWidth",
        );
        expect(over, `${who} ${name} is too wide`).toBeLessThanOrEqual(0);
      }
    expect(complaints).toEqual([]);
  });

  it("is come back to by a passkey, once one was made, and not by one that was removed", async () => {
    const fund = page("fund");
    const devtools = await (contexts.get("fund") ?? expect.fail("no context")).newCDPSession(fund);
    await devtools.send("WebAuthn.enable");
    await devtools.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await part("fund", "People");
    await press("fund", "Add a passkey on this device");
    await sees("fund", /^made on /);
    await press("fund", "Sign out here");
    await press("fund", "Sign out here");
    await sees("fund", /^You are not signed in to this room/);
    await press("fund", "Sign in with a passkey");
    await fund.getByRole("heading", { level: 1, name: "The nurses' contract" }).waitFor();
    await sees("fund", "Fay (the health fund)");
    await part("fund", "People");
    await press("fund", "Remove");
    await fund.getByText(/^made on /).waitFor({ state: "hidden" });
    await press("fund", "Sign out here");
    await press("fund", "Sign out here");
    await press("fund", "Sign in with a passkey");
    await sees("fund", "This passkey does not open a seat of this room.");
  });

  it("is come back to by an account of an organisation that was added to the seat, and by no other", async () => {
    const hospital = page("hospital");
    const name = ministry.organisation.name;
    const throughPages = async (who: string) => {
      await hospital.locator("input[name=login]").fill(who);
      await hospital.locator("input[name=password]").fill("x");
      await hospital.locator("button[type=submit]").click();
      await hospital.getByRole("button", { name: "Continue" }).click();
    };
    const leave = async () => {
      await press("hospital", "Sign out here");
      await press("hospital", "Sign out here");
      await sees("hospital", /^You are not signed in to this room/);
      await (contexts.get("hospital") ?? expect.fail("no context")).clearCookies({ domain: "localhost", path: "/" });
    };
    await part("hospital", "People");
    await press("hospital", `Add an account of ${name}`);
    await throughPages("hal");
    await part("hospital", "People");
    await sees("hospital", new RegExp(`^${name}, added on`));
    expect(hospital.url()).not.toContain("said");
    await leave();
    await press("hospital", `Sign in with ${name}`);
    await throughPages("somebody else");
    await sees("hospital", /^This account does not open a seat of this room/);
    await (contexts.get("hospital") ?? expect.fail("no context")).clearCookies();
    await press("hospital", `Sign in with ${name}`);
    await throughPages("hal");
    await sees("hospital", "Hal (the hospital)");
  });
});

describe("a room that is opened from the workbench", () => {
  it("has a link for each seat, which opens it", async () => {
    const place = await mkdtemp(join(tmpdir(), "parley-workbench-rooms-"));
    await cp("cases/hospital-contract", join(place, "hospital-contract"), { recursive: true });
    const workbench = await serve({
      folder: place,
      who: "tester",
      host: "127.0.0.1",
      port: 0,
      otherPorts: true,
      token: null,
    });
    try {
      const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
      context.setDefaultTimeout(PATIENCE_MS);
      const at = await context.newPage();
      await at.goto(workbench.address);
      await at.getByRole("button", { name: /The nurses' contract/ }).click();
      await at.getByRole("menuitem", { name: "Open a room on this case …" }).click();
      await at.getByRole("button", { name: "Open the room" }).click();
      const union = at.getByRole("textbox", { name: "The union" });
      await union.waitFor();
      expect(await at.getByRole("dialog").getByRole("textbox").count()).toBe(4);
      const link = await union.inputValue();
      const room = await context.newPage();
      await room.goto(link);
      await room.getByRole("heading", { level: 1, name: "The nurses' contract" }).waitFor();
      await context.close();
    } finally {
      await workbench.close();
      await rm(place, { recursive: true, force: true });
    }
  });
});
