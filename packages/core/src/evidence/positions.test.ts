import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCase, issue, problemsIn, type WrittenCase } from "../../test/build-case.js";
import { type Positions, type PositionsOptions, positions } from "./positions.js";

const source = { sources: [{ id: "s", title: "A paper" }] };

/** A case with one issue of five options (0, 25, 50, 75, 100) and these statements. */
const withRecord = (record: Record<string, unknown>, more: Record<string, unknown> = {}): WrittenCase => ({
  case: { issues: [issue("x", 5), issue("y", 5)], ...source, ...more },
  record,
});

let count = 0;
const said = (date: string, about: string, stance: Record<string, unknown>, party: string | null = about) => ({
  id: `s${count++}`,
  date,
  speaker: party ?? "a reporter",
  ...(party !== null && { party }),
  about,
  stances: [{ issue: "x", ...stance }],
  says: "so",
  source: "s",
});

function placed(written: WrittenCase, options: PositionsOptions = {}): Positions {
  const result = positions(buildCase(written), options);
  if (!result.ok) throw new Error(result.reasons.join("\n"));
  return result.value;
}

const trackOf = (result: Positions, party: string) => result.tracks.find((track) => track.party === party);

describe("sources that are graded", () => {
  const graded = (grade: string | null, witness: string | null) =>
    withRecord(
      { statements: [{ ...said("2020-01-01", "a", { option: "o3" }), ...(witness && { witnesses: ["w"] }) }] },
      {
        sources: [
          { id: "s", title: "A paper", ...(grade && { grade }) },
          { id: "w", title: "Another", grade: witness ?? "F6" },
        ],
      },
    );

  it.each([
    ["D3", null, 0],
    ["B2", null, 1],
    ["C1", null, 1],
    [null, null, 1],
    ["E5", "B1", 1],
    ["E5", "D1", 0],
  ])("count where the source or a witness is good enough: %s, %s", (grade, witness, tracks) => {
    expect(placed(graded(grade, witness), { reliability: "C" }).tracks).toHaveLength(tracks);
    expect(placed(graded(grade, witness)).tracks).toHaveLength(1);
  });
});

describe("positions", () => {
  it("place options, ranges and exclusions on the scale of the issue, in the order of the dates", () => {
    const result = placed(
      withRecord({
        statements: [
          said("2020-03-01", "a", { not: ["o0", "o1"] }),
          said("2020-01-01", "a", { option: "o3" }),
          said("2020-02-01", "a", { range: ["o1", "o2"] }),
        ],
      }),
    );
    const track = trackOf(result, "a");
    expect(track?.positions.map(({ low, high, at }) => [low, high, at])).toEqual([
      [75, 75, 75],
      [25, 50, 50],
      [50, 100, 50],
    ]);
    expect(track).toMatchObject({ flux: { least: 25, most: 125 }, shift: -25 });
    expect(track?.movements).toMatchObject([{ from: "2020-01-01", date: "2020-02-01", start: 75, end: 50 }]);
  });

  it("take a party's offers as its positions, on the issues that they name, and nobody else's", () => {
    const result = placed(
      withRecord({
        offers: [
          { id: "one", date: "2020-01-01", by: "a", package: { x: "o4" } },
          { id: "two", date: "2020-02-01", by: "a", package: { x: "o1" } },
          { id: "three", date: "2020-02-01", outsider: "A friend", package: { x: "o2" } },
        ],
      }),
    );
    expect(result.tracks.map(({ issue, party, flux }) => [issue, party, flux.least])).toEqual([["x", "a", 75]]);
  });

  it("take what several offered together as a position of each of them", () => {
    const together = { id: "one", date: "2020-01-01", by: ["a", "b"], package: { x: "o4" } };
    const alone = { id: "two", date: "2020-02-01", by: "b", package: { x: "o1" } };
    const result = placed(withRecord({ offers: [together, alone] }));
    expect(trackOf(result, "a")?.positions.map(({ at }) => at)).toEqual([100]);
    expect(trackOf(result, "b")?.positions.map(({ at }) => at)).toEqual([100, 25]);
  });

  it("say what a conditional offer hangs on, and that it asks for this", () => {
    const conditional = { id: "one", date: "2020-01-01", by: "a", package: { x: "o4" }, if: { y: ["o1", "o2"] } };
    const result = placed(withRecord({ offers: [conditional] }));
    const seen = result.tracks.map(({ issue, positions: [first] }) => [
      issue,
      first?.options,
      first?.sightings[0]?.hangsOn,
    ]);
    expect(seen).toEqual([
      ["x", ["o4"], [{ issue: "y", options: ["o1", "o2"] }]],
      ["y", ["o1", "o2"], []],
    ]);
  });

  it("on one day that agree sharpen each other; that differ make an interval, and are flagged", () => {
    const agreed = placed(
      withRecord({
        statements: [said("2020-01-01", "a", { range: ["o1", "o3"] }), said("2020-01-01", "a", { option: "o2" })],
      }),
    );
    expect(trackOf(agreed, "a")?.positions).toMatchObject([{ low: 50, high: 50, contradicted: false }]);
    const differing = placed(
      withRecord({
        statements: [said("2020-01-01", "a", { option: "o1" }), said("2020-01-01", "a", { option: "o3" })],
      }),
    );
    expect(trackOf(differing, "a")?.positions).toMatchObject([{ low: 25, high: 75, contradicted: true }]);
    expect(differing.parties).toMatchObject([{ contradictions: 1, flux: { least: 0 } }]);
  });

  it("within one month may differ without contradiction: the order is not known", () => {
    const result = placed(
      withRecord({ statements: [said("2020-01", "a", { option: "o1" }), said("2020-01", "a", { option: "o3" })] }),
    );
    expect(trackOf(result, "a")?.positions).toMatchObject([{ low: 25, high: 75, contradicted: false }]);
  });

  it("with partial dates move no more than they must in any order that the dates allow, and no less than they may", () => {
    const result = placed(
      withRecord({
        statements: [
          said("2019-03-01", "a", { option: "o0" }),
          said("2019-06-01", "a", { option: "o4" }),
          said("2019", "a", { option: "o2" }),
        ],
      }),
    );
    // In April it lies on the way; in January or December it is a detour.
    expect(trackOf(result, "a")).toMatchObject({ flux: { least: 100, most: 150 }, shift: 100 });
    expect(trackOf(result, "a")?.movements.some(({ reversal }) => reversal)).toBe(false);
    expect(trackOf(result, "a")?.positions.map(({ at }) => at)).toEqual([0, 50, 100]);
  });

  it("are bounded where the dates allow too many orders", () => {
    const months = Array.from({ length: 12 }, (_, k) => `2019-${String(k + 1).padStart(2, "0")}`);
    const statements = [
      ...months.map((month, k) => said(month, "a", { option: `o${k % 5}` })),
      ...months.map((month, k) => said(`${month}-10`, "a", { option: `o${(k + 2) % 5}` })),
      said("2018-06-01", "a", { option: "o0" }),
      said("2020-06-01", "a", { option: "o4" }),
    ];
    const { flux } = trackOf(placed(withRecord({ statements })), "a") ?? { flux: { least: -1, most: -1 } };
    expect(flux.least).toBe(100);
    expect(flux.most).toBeGreaterThan(1000);
  });

  it("do not stand on what they exclude: from not there to there is a move", () => {
    const result = placed(
      withRecord({ statements: [said("2020-01-01", "a", { not: "o2" }), said("2020-02-01", "a", { option: "o2" })] }),
    );
    expect(trackOf(result, "a")?.flux).toEqual({ least: 25, most: 50 });
  });

  it("contradicted on one day are counted by the day, and listed since a day although nothing surely moved", () => {
    const both = (date: string, option: string) => ({
      ...said(date, "a", { option }),
      stances: [
        { issue: "x", option },
        { issue: "y", option },
      ],
    });
    const written = withRecord({
      statements: [
        both("2020-01-01", "o0"),
        both("2020-01-01", "o2"),
        both("2020-04-01", "o1"),
        both("2020-04-01", "o2"),
      ],
    });
    expect(placed(written).parties).toMatchObject([{ contradictions: 2 }]);
    const later = placed(written, { since: "2020-03-01" });
    expect(later.parties).toMatchObject([{ contradictions: 1 }]);
    expect(later.tracks.map(({ issue }) => issue).sort()).toEqual(["x", "y"]);
  });

  it("turn back also against what they did before the day since when", () => {
    const statements = [
      said("2020-01-01", "a", { option: "o0" }),
      said("2020-02-01", "a", { option: "o4" }),
      said("2020-04-01", "a", { option: "o3" }),
    ];
    expect(trackOf(placed(withRecord({ statements }), { since: "2020-03-01" }), "a")?.movements).toMatchObject([
      { reversal: true },
    ]);
  });

  it("put in a party's mouth by others can widen its position and never move it", () => {
    const stance = fc.record({
      day: fc.integer({ min: 1, max: 6 }),
      option: fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(
        fc.array(stance, { minLength: 1, maxLength: 6 }),
        fc.array(stance, { maxLength: 6 }),
        (own, others) => {
          const mine = own.map(({ day, option }) => said(`2020-01-0${day}`, "a", { option: `o${option}` }));
          const theirs = others.map(({ day, option }) =>
            said(`2020-01-0${day}`, "a", { option: `o${option}` }, day % 2 === 0 ? "b" : null),
          );
          const alone = trackOf(placed(withRecord({ statements: mine })), "a");
          const all = trackOf(placed(withRecord({ statements: [...mine, ...theirs] })), "a");
          expect(all?.flux.least).toBeLessThanOrEqual(alone?.flux.least ?? Number.NaN);
          expect(all?.positions.map(({ date }) => date)).toEqual(alone?.positions.map(({ date }) => date));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("that only others report are kept, and marked so", () => {
    const result = placed(withRecord({ statements: [said("2020-01-01", "a", { option: "o4" }, "b")] }));
    expect(trackOf(result, "a")).toMatchObject({ basis: "attributed", positions: [{ at: 100 }] });
  });

  it("of the other party say whether a move goes toward it or away", () => {
    const result = placed(
      withRecord({
        statements: [
          said("2020-01-01", "b", { option: "o1" }),
          said("2020-01-01", "a", { option: "o4" }),
          said("2020-02-01", "a", { option: "o2" }),
          said("2020-03-01", "a", { option: "o3" }),
        ],
      }),
    );
    const track = trackOf(result, "a");
    expect(track?.movements).toMatchObject([
      { closer: { b: 50 }, reversal: false },
      { closer: { b: -25 }, reversal: true },
    ]);
    expect(result.parties.find(({ party }) => party === "a")).toMatchObject({ closer: { b: 25 }, reversals: 1 });
    expect(result.sentence).toBe("Ann moved most: at least 75 points over 1 issue; Bob did not surely move.");
  });

  it("since a day: only what moved after it, measured from where it then stood", () => {
    const written = withRecord({
      statements: [
        said("2020-01-01", "a", { option: "o0" }),
        said("2020-02-01", "a", { option: "o4" }),
        said("2020-04-01", "a", { option: "o3" }),
        said("2020-01-01", "b", { option: "o2" }),
        said("2020-05-01", "b", { option: "o2" }),
      ],
    });
    const result = placed(written, { since: "2020-03-01" });
    expect(result.tracks.map(({ party, flux }) => [party, flux.least])).toEqual([["a", 25]]);
    expect(placed(written, { since: "2020-05-01" }).tracks).toEqual([]);
    expect(placed(written, { since: "2019-12-31" }).first.map(({ party }) => party)).toEqual(["a", "b"]);
    expect(positions(buildCase(written), { since: "2021-01-01" })).toMatchObject({ ok: false, misuse: true });
  });

  it("after the as-of day enter nothing", () => {
    const written = withRecord({
      statements: [said("2020-01-01", "a", { option: "o0" }), said("2020-08-01", "a", { option: "o4" })],
    });
    expect(placed(written).parties).toMatchObject([{ flux: { least: 0, most: 0 } }]);
    expect(placed(written, { asOf: "2020-08-01" }).parties).toMatchObject([{ flux: { least: 100 } }]);
  });

  it("are silent between two words, and from the last to the as-of day", () => {
    const result = placed(
      withRecord({
        statements: [said("2020-01-01", "a", { option: "o0" }), said("2020-01-31", "a", { option: "o0" })],
      }),
      { silence: 29 },
    );
    expect(trackOf(result, "a")?.silences).toEqual([
      { from: "2020-01-01", until: "2020-01-31", days: 30 },
      { from: "2020-01-31", until: null, days: 151 },
    ]);
  });

  it("are silent only as long as is sure, and not after they have left", () => {
    const parties = [
      { id: "a", name: "Ann", role: "negotiating", until: "2020-03-31" },
      { id: "b", name: "Bob", role: "negotiating" },
    ];
    const statements = [said("2019-12-31", "a", { option: "o0" }), said("2020", "a", { option: "o0" })];
    const track = trackOf(placed(withRecord({ statements }, { parties }), { silence: 0 }), "a");
    expect(track?.silences).toEqual([{ from: "2019-12-31", until: "2020", days: 1 }]);
  });

  it("on an issue without order have no place, and are named", () => {
    const result = placed({
      case: { issues: [issue("x", 3, { ordered: false })], ...source },
      record: { statements: [said("2020-01-01", "a", { option: "o1" })] },
    });
    expect([result.tracks, result.unplaced]).toEqual([[], ["x"]]);
    expect(result.sentence).toContain("only on issues whose options have no order");
  });

  it("a thousand statements on one day make one position", () => {
    const statements = Array.from({ length: 1000 }, (_, k) => said("2020-01-01", "a", { option: `o${k % 5}` }));
    const track = trackOf(placed(withRecord({ statements })), "a");
    expect(track?.positions.length).toBe(1);
    expect(track?.positions[0]).toMatchObject({ low: 0, high: 100, contradicted: true });
    expect(track?.positions[0]?.sightings.length).toBe(1000);
  });

  it.each([
    ["of nobody", { ...said("2020-01-01", "a", { option: "o1" }), about: undefined }, "does not say whose position"],
    ["of an unknown party", said("2020-01-01", "c", { option: "o1" }), 'unknown party "c"'],
    [
      "about no issue",
      { ...said("2020-01-01", "a", {}), stances: [{ issue: "z", option: "o1" }] },
      'unknown issue "z"',
    ],
    [
      "that excludes everything",
      said("2020-01-01", "a", { not: ["o0", "o1", "o2", "o3", "o4"] }),
      "leaves no position",
    ],
  ])("a statement %s is a problem with a place", (_, statement, message) => {
    const written = JSON.parse(JSON.stringify(withRecord({ statements: [statement] })));
    expect(problemsIn(written).join("\n")).toContain(message);
    expect(problemsIn(written).join("\n")).toMatch(/record\.yaml:\d+:\d+/);
  });

  it("a statement from before its party existed is a problem", () => {
    const parties = [
      { id: "a", name: "Ann", role: "negotiating", from: "2020-02-01" },
      { id: "b", name: "Bob", role: "negotiating" },
    ];
    expect(
      problemsIn(withRecord({ statements: [said("2020-01-01", "a", { option: "o1" })] }, { parties })).join("\n"),
    ).toContain("before a is a party");
  });
});
