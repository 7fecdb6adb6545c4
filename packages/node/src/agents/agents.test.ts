// Agents that are other programs: what they are told, what they may do, and that none of their faults does any harm.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readCase } from "../../../../test/read-case.js";
import { parleyWith as parley } from "../../test/scripted-person.js";
import { geniusLog } from "./genius-log.js";
import { playMatch } from "./match.js";
import { negmasTrace } from "./trace.js";

const place = mkdtempSync(join(tmpdir(), "parley-agents-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const toy = join(import.meta.dirname, "../../test/toy-agent.mjs");
const command = (way: string) => `!"${process.execPath}" "${toy}" ${way}`;
const itex = readCase("itex-cypress");
const against = async (way: string, more: { readonly rounds?: number; readonly answersWithin?: number } = {}) => {
  const found = await playMatch(itex, {
    agents: { itex: command(way), cypress: "conceder" },
    rounds: 6,
    truth: 0,
    ...more,
  });
  if (!found.ok) throw new Error(found.reasons.join());
  return found.value;
};

describe("an agent that is another program", () => {
  it("plays to a deal, and is told its own needs alone", async () => {
    const found = await against("gives");
    expect(found).toMatchObject({ how: "deal", failure: null });
    expect(found.steps[0]).toMatchObject({ by: "itex", round: 0 });
    const log = join(place, "told.txt");
    const listens = `!"${process.execPath}" -e "process.stdin.pipe(require('fs').createWriteStream(process.argv[1]))" "${log}"`;
    await playMatch(itex, { agents: { itex: listens, cypress: "linear" }, rounds: 2, truth: 0, answersWithin: 500 });
    const told = readFileSync(log, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { type: string });
    expect(told.map(({ type }) => type)).toEqual(["start", "turn", "end"]);
    expect(Object.keys(told[0] ?? {}).sort()).toEqual([
      "issues",
      "noDeal",
      "others",
      "party",
      "rounds",
      "type",
      "worth",
    ]);
  });

  it.each([
    ["ends", "ended"],
    ["crashes", "ended"],
    ["silent", "silent"],
    ["babbles", "nonsense"],
    ["floods", "nonsense"],
    ["chatters", "nonsense"],
    ["nonsense", "nonsense"],
    ["cheats", "cheated"],
  ])("that %s breaks the game off, which counts for nothing: %s", async (way, how) => {
    const found = await against(way, { answersWithin: way === "silent" ? 300 : 20_000 });
    expect(found).toMatchObject({ how: "failed", deal: null, failure: { party: "itex", how } });
    expect(found.failure?.detail).not.toContain("\n");
  });

  it("may walk out, which ends the game as it does for a style", async () => {
    expect(await against("walks")).toMatchObject({ how: "walked", failure: null });
  });

  it("needs somebody for every party, and a truth that there is", async () => {
    const refused = async (agents: Record<string, string>, truth = 0) =>
      await playMatch(itex, { agents, rounds: 3, truth });
    expect(await refused({ itex: "linear" })).toMatchObject({ ok: false });
    expect(await refused({ itex: "linear", cypress: "hawk" })).toMatchObject({ ok: false });
    expect(await refused({ itex: "linear", cypress: "linear", eu: "linear" })).toMatchObject({ ok: false });
    expect(await refused({ itex: "linear", cypress: "linear" }, 5)).toMatchObject({ ok: false });
  });
});

describe("a trace in the columns of NegMAS", () => {
  it("has one row an offer, with what was answered to it, and is reviewed by eye", async () => {
    const found = await playMatch(itex, { agents: { itex: "conceder", cypress: "conceder" }, rounds: 8, truth: 0 });
    if (!found.ok) throw new Error(found.reasons.join());
    const rows = negmasTrace(found.value).trim().split("\n");
    expect(rows[0]).toBe("time,relative_time,step,negotiator,offer,responses,state,text,data");
    const offers = found.value.steps.filter(({ did }) => "offer" in did);
    expect(rows).toHaveLength(offers.length + 1);
    expect(rows[1]).toMatch(
      /^0,0[.]1+\d*,0,itex,"\('[\d.]+', '\w+', '[\w-]+', '[\w-]+'\)",\{'cypress': '(REJECT|ACCEPT)_OFFER'\},/,
    );
    expect(rows.at(-1)).toMatch(/'ACCEPT_OFFER'\},agreement,,$/);
  });
});

describe("a log in the columns of GENIUS", () => {
  it("has one row a game, with utilities from 0 to 1", async () => {
    const found = await playMatch(itex, { agents: { itex: "conceder", cypress: "conceder" }, rounds: 8, truth: 0 });
    if (!found.ok) throw new Error(found.reasons.join());
    const [separator, head = "", row = "", ...more] = geniusLog(found.value).trim().split("\n");
    expect([separator, more]).toEqual(["sep=;", []]);
    // As GENIUS 9 writes the head of the log of its tournaments.
    expect(head).toBe(
      "Run time (s);Round;Exception;deadline;Agreement;Discounted;#agreeing;min.util.;max.util.;Dist. to Pareto;Dist. to Nash;Social Welfare;Agent 1;Agent 2;Utility 1;Utility 2;Disc. Util. 1;Disc. Util. 2;Perceived. Util. 1;Perceived. Util. 2;Profile 1;Profile 2",
    );
    const cells = Object.fromEntries(head.split(";").map((name, k) => [name, row.split(";")[k]]));
    const { values, parties } = found.value;
    const [first = 0, second = 0] = parties.map((party) => (values[party] ?? 0) / 100);
    expect(cells).toMatchObject({
      deadline: "8round",
      Agreement: "Yes",
      "#agreeing": "2",
      "Agent 1": "conceder",
      "Profile 2": "cypress",
      "Utility 1": first.toFixed(5),
      "Social Welfare": (first + second).toFixed(5),
      "max.util.": Math.max(first, second).toFixed(5),
    });
    expect(Number(cells["Dist. to Pareto"])).toBeLessThanOrEqual(Number(cells["Dist. to Nash"]));
  });

  it("names the agent that broke a game off", async () => {
    const row = geniusLog(await against("ends"))
      .trim()
      .split("\n")
      .at(-1)
      ?.split(";");
    expect(row?.slice(1, 7)).toEqual(["1", "itex: ended", "6round", "No", "No", "0"]);
  });
});

describe("parley match", () => {
  it("plays, writes the trace, and ends with 1 where an agent broke the game off", async () => {
    const file = join(place, "trace.csv");
    const good = await parley([
      "match",
      "cases/itex-cypress",
      "--agent",
      "itex=linear",
      "--agent",
      `cypress=${command("gives")}`,
      "-o",
      file,
    ]);
    expect(good).toMatchObject({ code: 0, out: expect.stringContaining("There is a deal:") });
    expect(readFileSync(file, "utf8")).toMatch(/^time,relative_time,step/);
    const bad = await parley([
      "match",
      "cases/itex-cypress",
      "--agent",
      "itex=linear",
      "--agent",
      `cypress=${command("babbles")}`,
    ]);
    expect(bad).toMatchObject({
      code: 1,
      err: expect.stringMatching(/Who plays for Cypress Cycles broke it off: its answer cannot be used: hello[.]\n/),
    });
    writeFileSync(join(place, "mine.csv"), "mine");
    expect(await parley(["match", "cases/itex-cypress", "-o", join(place, "mine.csv")])).toMatchObject({ code: 2 });
    expect(await parley(["match", "cases/itex-cypress", "--agent", "itex"])).toMatchObject({
      code: 2,
      err: expect.stringContaining("PARTY=STYLE"),
    });
  });
});
