// Rehearsals and tournaments on the command line: played on a terminal, kept, played again, compared.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
// What runs on workers is what is built.
import { openPool } from "../../dist/jobs/index.js";
import { parleyWith as parley, person } from "../../test/scripted-person.js";
import { workbookOf } from "../scenarios/index.js";
import type { Prompter } from "./terminal.js";

const place = mkdtempSync(join(tmpdir(), "parley-rehearsal-"));
const pool = openPool(2);
afterAll(async () => {
  await pool.destroy();
  rmSync(place, { recursive: true, force: true });
});
const run = (args: readonly string[]) => parley(args, null, pool);

const CASE = "cases/itex-cypress";

describe("a rehearsal on the terminal", () => {
  const file = join(place, "kept.yaml");

  it("is played to a deal, with hints, a warning and a move taken back, and kept after every move", async () => {
    const chosen = [
      "today",
      "issue:price",
      "option:3.47",
      "send",
      "hint",
      "warn",
      "own",
      "issue:price",
      "open",
      "send",
      "back",
      "better",
      "accept",
    ];
    const them = person(chosen);
    const { code, err } = await parley(
      ["rehearse", CASE, "--as", "itex", "--against", "conceder", "--rounds", "6", "-o", file],
      them,
    );
    expect(err).toBe("");
    expect(code).toBe(0);
    const all = them.shown.join("\n");
    expect(all).toContain("You play Itex Manufacturing against Cypress Cycles");
    expect(all).toContain("no more after round 3 without a deal");
    expect(all).toContain("What Cypress Cycles seems to care about");
    expect(all).toContain("What to take from it");
    expect(all).toMatch(/Cypress Cycles played conceder, which concedes early/);
    const kept = readFileSync(file, "utf8");
    expect(kept).toMatch(/^rehearsal: 1\nof: /);
    expect(kept.match(/- offer:/g)).toHaveLength(2);
    expect(kept).toContain("- warn: 3");
    // It tells what a party would offer: for its owner's eyes.
    if (process.platform !== "win32") expect(statSync(file).mode & 0o077).toBe(0);
  });

  it("is played again from its file to the same end, alone and beside another", async () => {
    const one = await parley(["rehearse", CASE, "--play", file]);
    expect(one.err).toBe("");
    expect(one.out).toContain("There is a deal.");
    expect((await parley(["rehearse", CASE, "--play", file])).out).toBe(one.out);
    const other = join(place, "other.yaml");
    writeFileSync(
      other,
      readFileSync(file, "utf8")
        .replace("conceder", "hard-liner")
        .replace(/moves:[\s\S]*/, "moves: [walk]\n"),
    );
    const both = await parley(["rehearse", CASE, "--play", file, other]);
    expect(both.out).toMatch(/kept\.yaml .*conceder.*a deal/);
    expect(both.out).toMatch(/other\.yaml .*hard-liner.*You walked out/);
    const json = JSON.parse((await parley(["rehearse", CASE, "--play", file, "--json"])).out);
    expect(json).toMatchObject({ party: "itex", over: { how: "deal" }, debrief: { own: 0 } });
  });

  it("asks for a yes or no to the drafts of a mediator, and in the end for a signature", async () => {
    const text = join(place, "text.yaml");
    const them = person(["hint", "keep", "accept", "back", "accept", "accept", "accept"]);
    const { code, err } = await parley(
      ["rehearse", CASE, "--as", "itex", "--protocol", "single-text", "--rounds", "4", "-o", text],
      them,
    );
    expect([code, err]).toEqual([0, ""]);
    const all = them.shown.join("\n");
    expect(all).toContain("A mediator keeps one text.");
    // A hint speaks of no last offer where nobody makes one.
    expect(all).not.toContain("your last offer");
    expect(all).toContain("You: would keep the text.");
    expect(all).toContain("The mediator asks to sign the text:");
    expect(all).toContain("The mediator’s drafts, by what they were worth");
    const again = (await parley(["rehearse", CASE, "--play", text])).out;
    expect(again).toContain("The mediator begins with this text:");
    expect(again).toContain("There is a deal.");
    expect((await parley(["rehearse", CASE, "--play", text, file])).out).toContain("linear (text)");
  });

  it("has a day for every round where it is told how far they are apart, or when the deadline is", async () => {
    const dated = join(place, "dated.yaml");
    const them = person(["today", "send", "warn", "walk"]);
    const { code, err } = await parley(
      ["rehearse", CASE, "--as", "itex", "--as-of", "2024-02-27", "--every", "2", "--until", "2024-03-06", "-o", dated],
      them,
    );
    expect([code, err]).toEqual([0, ""]);
    const all = them.shown.join("\n");
    expect(all).toContain("There are 5 rounds, from 2024-02-27 to 2024-03-06;");
    expect(all).toContain("Round 2 of 5, 2024-02-29");
    expect(all).toContain("You: no more after round 3 (2024-03-02) without a deal.");
    expect(readFileSync(dated, "utf8")).toMatch(/rounds: 5\ndaysApart: 2\nasOf: 2024-02-27\n/);
    expect((await parley(["rehearse", CASE, "--play", dated])).out).toContain("Round 2 of 5, 2024-02-29");
  });

  it("goes on with what a file keeps, and never writes over it", async () => {
    const going = join(place, "going.yaml");
    const args = ["rehearse", CASE, "--as", "itex", "--rounds", "4", "--against", "hard-liner", "-o", going];
    expect(await parley(args, person([]))).toMatchObject({ code: 0, err: "" });
    expect(readFileSync(going, "utf8")).toContain("moves: []");
    expect(await parley(args, person(["today", "send"]))).toMatchObject({ code: 0, err: "" });
    const kept = readFileSync(going, "utf8");
    const them = person(["own", "send", "back"]);
    expect(await parley(["rehearse", CASE, "-o", going], them)).toMatchObject({ code: 0, err: "" });
    const all = them.shown.join("\n");
    expect(all).toContain(`This goes on with what ${going} keeps, after 1 move of yours.`);
    // Gone back to the second round, it shows again what is to be answered.
    expect(all.split("Cypress Cycles:").length - 1).toBe(3);
    expect(readFileSync(going, "utf8")).toBe(kept);
    expect(await parley([...args, "--against", "boulware"], person(["walk"]))).toMatchObject({
      code: 2,
      err: expect.stringContaining("Leave out --against"),
    });
    expect(readFileSync(going, "utf8")).toBe(kept);
    const last = person(["again", "again", "again", "walk"]);
    await parley(["rehearse", CASE, "-o", going], last);
    expect(last.shown.join("\n")).toContain("This is the last round. What the others offer after you");
    const over = readFileSync(going, "utf8");
    expect(await parley(args, person(["walk"]))).toMatchObject({ code: 2, err: expect.stringContaining("is over") });
    expect(readFileSync(going, "utf8")).toBe(over);
    writeFileSync(
      join(place, "of-another.yaml"),
      over.replace(/^of: .*$/m, "of: INF 1987").replace(/digest: .*/, "digest: d"),
    );
    expect((await parley(["rehearse", CASE, "--play", join(place, "of-another.yaml")])).err).toContain(
      "was kept of another case, “INF 1987”",
    );
  });

  it("says what stands in its way", async () => {
    const failing = async (args: readonly string[], prompter: Prompter | null = null) =>
      await parley(["rehearse", CASE, ...args], prompter);
    expect(await failing([])).toMatchObject({ code: 2, err: expect.stringContaining("--as") });
    expect(await failing(["--as", "itex"])).toMatchObject({ code: 2, err: expect.stringContaining("no terminal") });
    expect(await failing(["--as", "nobody"], person([]))).toMatchObject({
      code: 2,
      err: expect.stringContaining("itex, cypress"),
    });
    expect(await failing(["--as", "itex", "--against", "hawk"], person([]))).toMatchObject({ code: 2 });
    expect(await failing(["--play", join(place, "none.yaml")])).toMatchObject({ code: 2 });
    const timed = async (...args: string[]) =>
      (await failing(["--as", "itex", "--as-of", "2024-02-27", ...args], person([]))).err;
    expect(await timed("--until", "2024-02-26")).toContain("the deadline 2024-02-26 is before 2024-02-27");
    expect(await timed("--until", "2026-02-27")).toContain("that makes 732 rounds");
    expect(await timed("--until", "soon")).toContain("--until");
    expect(await timed("--until", "2024-03-01", "--rounds", "3")).toContain("--rounds");
    expect(await timed("--every", "0")).toContain("--every");
    const wrong = join(place, "wrong.yaml");
    writeFileSync(wrong, "rehearsal: 1\nmoves: [accept]\n");
    expect(await failing(["--play", wrong])).toMatchObject({ code: 1, err: expect.stringContaining("wrong.yaml:1:1") });
    const foreign = join(place, "foreign.txt");
    writeFileSync(foreign, "mine");
    expect(await failing(["--as", "itex", "-o", foreign], person([]))).toMatchObject({
      code: 2,
      err: expect.stringContaining("no rehearsal of Parley's"),
    });
    expect(readFileSync(foreign, "utf8")).toBe("mine");
  });

  it("lists the styles with their sources", async () => {
    const { out } = await parley(["rehearse", "--styles"]);
    for (const style of ["boulware", "micro", "as-on-record"]) expect(out).toContain(`· ${style}: `);
  });
});

describe("a tournament on the command line", () => {
  const args = ["tournament", CASE, "--styles", "boulware,conceder", "--rounds", "10"];

  it("says which opening and pace do best, and writes the pairs to a table", async () => {
    const table = join(place, "pairs.csv");
    const { code, out, err } = await run([...args, "-o", table]);
    expect(err).toContain("pairs.csv (CONFIDENTIAL)");
    expect(code).toBe(0);
    expect(out).toMatch(/best, or not told apart/);
    expect(out).toMatch(/boulware +\d+ +\d+ +\d+ %/);
    const rows = readFileSync(table, "utf8").trim().split("\n");
    expect(rows).toHaveLength(5);
    expect(rows[0]).toMatch(/^case,party,mine,theirs,own,own_low,own_high/);
    expect(rows[1]).toMatch(/^itex-cypress,itex,boulware,boulware,/);
    expect(await run([...args, "-o", table])).toMatchObject({ code: 0 });
  });

  it("takes several cases, and folders of cases, leaves out what cannot be played, and writes one workbook", async () => {
    const folder = join(place, "library");
    for (const name of ["itex-cypress", "panama-1977"])
      cpSync(join("cases", name), join(folder, name), { recursive: true });
    const broken = join(place, "broken");
    mkdirSync(broken);
    writeFileSync(join(broken, "case.yaml"), "title: [\n");
    const book = join(place, "pairs.xlsx");
    const several = ["tournament", folder, broken, "--styles", "boulware,conceder", "--rounds", "5", "--truths", "2"];
    const { code, out, err } = await run([...several, "-o", book]);
    expect(err).toMatch(/broken is left out: case\.yaml:2:1/);
    expect(code).toBe(0);
    expect(out).toMatch(/^Tournaments on itex-cypress and panama-1977 · CONFIDENTIAL/);
    expect(out).toContain("Each of 2 cases weighs the same.");
    expect(out).toMatch(/boulware +\d/);
    expect(out).toContain("panama-1977: ");
    const sheet = Object.entries(unzipSync(readFileSync(book))).find(([path]) => path.includes("sheet1"))?.[1];
    const text = strFromU8(sheet ?? new Uint8Array());
    expect(text.match(/<row /g)).toHaveLength(1 + 2 * 4);
    expect(text).toContain("panama-1977");
    // Over its own; not over another workbook.
    expect(await run([...several, "-o", book])).toMatchObject({ code: 0 });
    const foreign = join(place, "mine.xlsx");
    writeFileSync(foreign, workbookOf([{ name: "Mine", rows: [["a"]] }]));
    expect(await run([...several, "-o", foreign])).toMatchObject({ code: 2 });
    const json = JSON.parse((await run([...several, "--json"])).out) as {
      cases: unknown[];
      over: { styles: unknown[] };
      leftOut: { name: string }[];
    };
    expect([json.cases.length, json.over.styles.length, json.leftOut[0]?.name]).toEqual([2, 2, "broken"]);
    // What is wrong with the options is said once, and is a mistake of use.
    const hawk = await run(["tournament", folder, "--styles", "hawk"]);
    expect([hawk.code, hawk.err.includes("left out")]).toEqual([2, false]);
    expect(await run(["tournament", folder, "--as", "eu"])).toMatchObject({ code: 2 });
    expect(await run(["tournament", broken, join(place, "none")])).toMatchObject({ code: 1 });
    // Named twice, a case is still one.
    const once = await run([...args, CASE, join("cases", "..", CASE), "--json"]);
    expect((JSON.parse(once.out) as { cases: unknown[] }).cases).toHaveLength(1);
  });

  it("is the same result, byte for byte, on any number of threads", async () => {
    const json = async () => (await run([...args, "--json"])).out;
    const first = await json();
    expect(JSON.parse(first)).toMatchObject({ party: "itex", styles: ["boulware", "conceder"], truths: 1 });
    expect(await json()).toBe(first);
  });

  it("refuses what cannot be played, and leaves a file that is not its own", async () => {
    const foreign = join(place, "mine.csv");
    writeFileSync(foreign, "a,b\n");
    expect(await run([...args, "-o", foreign])).toMatchObject({ code: 2 });
    expect(readFileSync(foreign, "utf8")).toBe("a,b\n");
    expect(await run([...args, "-o", join(place, "x.txt")])).toMatchObject({ code: 2 });
    expect(existsSync(join(place, "x.txt"))).toBe(false);
    expect(await run([...args, "--as", "eu"])).toMatchObject({
      code: 2,
      err: expect.stringContaining("itex, cypress"),
    });
    expect(await run([...args, "--rounds", "0"])).toMatchObject({ code: 2 });
  });
});
