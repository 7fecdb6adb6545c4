// Laws of the record of forecasts and of its score: what is written is read again, a score agrees with its definition and with published
// numbers, and nothing that cannot be read is guessed.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../case/index.js";
import { addedTo, type Forecast, ledgerWritten, readLedger, settledIn } from "./ledger.js";
import { scoresOf } from "./score.js";
import { signedBy } from "./stated.js";

const day = fc.integer({ min: 0, max: 9000 }).map((days) => addDays("2005-01-01", days));
const text = fc.stringMatching(/^[\w“”,;"'%.äé-][\w “”,;"'%.äé-]{0,40}$/).filter((one) => one.trim() === one);

/** Forecasts as they can stand in a record: probabilities to a tenth of a per cent. */
const forecast: fc.Arbitrary<Forecast> = fc
  .record({
    made: day,
    span: fc.nat(900),
    by: text,
    question: text,
    shares: fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 3, maxLength: 3 }),
    case: fc.oneof(fc.constant(""), text),
    outcome: fc.constantFrom("yes", "no", "void", null),
    after: fc.nat(2000),
  })
  .map(({ made, span, shares, outcome, after, ...more }) => {
    const [low = 0, probability = 0, high = 0] = shares.toSorted((a, b) => a - b).map((share) => share / 1000);
    return {
      ...more,
      id: "",
      made,
      due: addDays(made, span),
      low,
      probability,
      high,
      digest: "",
      outcome: outcome as Forecast["outcome"],
      settled: outcome === null ? null : addDays(made, after),
    };
  });
const forecasts = fc.array(forecast, { maxLength: 30 }).map((all) => all.map((one, k) => ({ ...one, id: `${k + 1}` })));

describe("a record of forecasts", () => {
  it("is read as it was written", () => {
    fc.assert(
      fc.property(forecasts, (all) => {
        const { forecasts: read, problems } = readLedger("l.csv", ledgerWritten(all));
        expect(problems).toEqual([]);
        expect(read).toEqual(all);
      }),
    );
  });

  it("is read as a spreadsheet in another language saves it", () => {
    const saved = "\uFEFFid;made;by;question;due;probability\r\n1;2019-02-01;Ann;Es kommt dazu.;2019-03-01;72,5\r\n";
    expect(readLedger("l.csv", saved)).toMatchObject({
      problems: [],
      forecasts: [{ probability: 0.725, low: 0.725, high: 0.725, outcome: null }],
    });
  });

  it("that says what cannot be so is refused with its line, and nothing of it is guessed", () => {
    const head = "id,made,by,question,due,probability,low,high,case,digest,outcome,settled";
    const row = (more: string) => `1,2019-02-01,Ann,It comes.,2019-03-01,${more}`;
    for (const [wrong, why] of [
      [`${head}\n${row("170,,,,,,")}`, "no per cent"],
      [`${head}\n${row("likely,,,,,,")}`, "no per cent"],
      [`${head}\n${row("70,80,90,,,,")}`, "between low and high"],
      [`${head}\n${row("70,,,,,maybe,2019-03-02")}`, '"maybe" is no outcome'],
      [`${head}\n${row("70,,,,,yes,")}`, "together or not at all"],
      [`${head}\n${row("70,,,,,yes,2019-01-01")}`, "before it was made"],
      [`${head}\n1,2019-02-30,Ann,It comes.,2019-03-01,70`, '"2019-02-30" under made is no day'],
      [`${head}\n1,2019-02-01,Ann,It comes.,2019-01-01,70`, "before it was made"],
      [`${head}\n1,2019-02-01,Ann,,2019-03-01,70`, "says no question"],
      [`${head}\n${row("70,,,,,,")}\n${row("60,,,,,,")}`, "stands there twice"],
      ["made,by\n2019-02-01,Ann", "lacks the columns id"],
      ["A question", "lacks the columns id"],
      [`${head},notes\n${row("70,,,,,,,mine")}`, "has the columns notes"],
      [`${head}\n${row("70,,,,,,,mine")}`, "cannot be read as a table"],
      ['id,made\n"1,2', "cannot be read as a table"],
    ]) {
      const { problems } = readLedger("l.csv", wrong ?? "");
      expect(problems).toHaveLength(1);
      expect(problems[0]?.message).toContain(why);
      expect(problems[0]?.place.line).toBeGreaterThan(0);
    }
    expect(readLedger("l.csv", "")).toEqual({ forecasts: [], problems: [] });
  });

  it("gives each forecast a number of its own, and settles it once, not before it can be told", () => {
    const one = {
      made: "2019-02-01",
      by: "Ann",
      question: "It comes.",
      due: "2019-03-01",
      probability: 0.7,
      low: 0.6,
      high: 0.8,
      case: "",
      digest: "",
    };
    const first = addedTo([], one);
    const second = first.ok ? addedTo(first.value, { ...one, question: "It goes." }) : first;
    if (!second.ok) throw new Error(second.reasons.join());
    expect(second.value.map(({ id }) => id)).toEqual(["1", "2"]);
    expect(addedTo([], { ...one, due: "2019-01-01" }).ok).toBe(false);
    expect(addedTo([], { ...one, probability: 0.9 }).ok).toBe(false);
    const why = (outcome: "yes" | "no" | "void", on: string, id = "2") => {
      const done = settledIn(second.value, id, outcome, on);
      return done.ok ? "" : done.reasons.join();
    };
    expect(why("yes", "2019-02-10")).toBe("");
    expect(why("no", "2019-03-02")).toBe("");
    expect(why("no", "2019-03-01")).toContain("can come true until 2019-03-01");
    expect(why("void", "2019-02-10")).toBe("");
    expect(why("yes", "2019-01-31")).toContain("was made on 2019-02-01");
    expect(why("yes", "2019-02-10", "7")).toContain('no forecast "7"');
    const settled = settledIn(second.value, "2", "yes", "2019-02-10");
    expect(settled.ok && settledIn(settled.value, "2", "no", "2019-03-02")).toMatchObject({ ok: false });
  });
});

const given = (pairs: readonly (readonly [number, 0 | 1])[], by = "Ann"): Forecast[] =>
  pairs.map(([probability, came], k) => ({
    id: `${k}`,
    made: "2019-02-01",
    by,
    question: "It comes.",
    due: "2019-03-01",
    probability,
    low: probability,
    high: probability,
    case: "",
    digest: "",
    outcome: came ? "yes" : "no",
    settled: "2019-03-02",
  }));

describe("a score", () => {
  it("is Brier's: the mean squared distance, at best 0, and 0.25 for who always says one half", () => {
    const all = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom<0 | 1>(0, 1)), {
      minLength: 1,
    });
    fc.assert(
      fc.property(all, (pairs) => {
        const { all: score } = scoresOf(given(pairs), "2020-01-01");
        const mean = (value: (pair: readonly [number, 0 | 1]) => number) =>
          pairs.reduce((sum, pair) => sum + value(pair), 0) / pairs.length;
        const base = mean(([, came]) => came);
        expect(score?.brier).toBeCloseTo(
          mean(([p, came]) => (p - came) ** 2),
          12,
        );
        // The base rate is what scores best of all that are always the same.
        expect(score?.brierOfBaseRate).toBeCloseTo(
          mean(([, came]) => (base - came) ** 2),
          12,
        );
        expect(score?.bins.reduce((sum, { count }) => sum + count, 0)).toBe(pairs.length);
        expect(score?.bins.reduce((sum, { came }) => sum + came, 0)).toBe(score?.came);
        for (const { interval, came, count } of score?.bins ?? []) {
          if (!interval) continue;
          expect(interval[0]).toBeLessThanOrEqual(came / count + 1e-12);
          expect(interval[1]).toBeGreaterThanOrEqual(came / count - 1e-12);
        }
        expect(scoresOf(given(pairs.map(([, came]) => [came, came])), "2020-01-01").all?.brier).toBe(0);
        expect(scoresOf(given(pairs.map(([, came]) => [0.5, came])), "2020-01-01").all?.brier).toBe(0.25);
      }),
    );
  });

  it("agrees with Wilson's interval as it is published: 8 of 10 at 90 % lie in 0.541–0.931", () => {
    // Worked from Wilson (1927), formula 4, with z = 1.6449.
    const { all } = scoresOf(given(Array.from({ length: 10 }, (_, k) => [0.7, k < 8 ? 1 : 0])), "2020-01-01");
    const [low = 0, high = 0] = all?.bins[3]?.interval ?? [];
    expect(low).toBeCloseTo(0.5408, 3);
    expect(high).toBeCloseTo(0.9315, 3);
  });

  it("is of each forecaster apart, leaves out what is void, and names what is overdue", () => {
    const open = (due: string): Forecast => ({ ...given([[0.5, 1]])[0]!, id: due, due, outcome: null, settled: null });
    const voided: Forecast = { ...given([[0.9, 0]])[0]!, id: "v", outcome: "void" };
    const scores = scoresOf(
      [...given([[1, 1]], "Ben"), ...given([[1, 0]], "Ann"), voided, open("2019-12-31"), open("2020-01-02")],
      "2020-01-01",
    );
    expect(scores.by.map(({ name, score }) => [name, score.brier])).toEqual([
      ["Ann", 1],
      ["Ben", 0],
    ]);
    expect(scores).toMatchObject({ open: 2, void: 1, all: { count: 2, brier: 0.5, enough: false } });
    expect(scores.overdue.map(({ id }) => id)).toEqual(["2019-12-31"]);
    expect(scoresOf([], "2020-01-01")).toEqual({ all: null, by: [], open: 0, void: 0, overdue: [] });
    expect(scoresOf(given([[0.7, 1]]), "2020-01-01").all?.skill).toBeNull();
  });

  it("of Parley's own is the middle and the range of what the priors give", () => {
    const verdicts = [{ signed: 0.7 }, { signed: 0.9 }, { signed: 0.8 }];
    const found = signedBy({ offers: [{ id: "x", verdicts }] } as never, "x");
    expect(found?.probability).toBeCloseTo(0.8, 12);
    expect(found).toMatchObject({ low: 0.7, high: 0.9 });
    expect(signedBy({ offers: [] }, "x")).toBeNull();
  });
});
