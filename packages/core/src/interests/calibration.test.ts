// Do 90 % bands hold the truth in 90 of 100 cases? Truths are drawn from the prior itself; of each only what a person
// would say of it is told; then the band of a package's value is held against the truth. The figures stand in
// docs/calibration.md. Every run compares those of the first truths with it to the last digit; npm run renew goes through
// all of them and writes them there.
import { describe, expect, it } from "vitest";
import { buildCase, issue } from "../../test/build-case.js";
import { dialogues, GOODS } from "../../test/evidence/casino.js";
import { expectInDocument, renewing } from "../../test/in-document.js";
import { band } from "../math/index.js";
import { drawModels, type Models } from "./models.js";
import { preferencesOf } from "./preferences.js";
import type { Prior } from "./state.js";

const AS_OF = "2020-06-30";

type Interests = Readonly<Record<string, unknown>>;

const percent = (part: number, of: number) => `${((100 * part) / of).toFixed(1)} %`;

describe("bands of truths that are drawn from the prior", () => {
  const ISSUES = [4, 3, 3, 2].map((options, k) => issue(`i${k}`, options, { today: "o1" }));
  const SCORES = Object.fromEntries(ISSUES.map(({ id }) => [id, { prefer: "more" }]));
  const NO_DEAL = { i0: "o0", i1: "o0", i2: "o0", i3: "o0" };
  const OFFER = { i0: "o2", i1: "o0", i2: "o2", i3: "o0" };
  const TRUTHS = 400;
  /** As many of them are gone through in every run. */
  const FIRST = 40;
  const MODELS = 300;

  function drawn(interests: Interests, prior: Prior, models: number, seed: number): Models {
    const built = buildCase({
      case: { issues: ISSUES, noDeal: NO_DEAL },
      interests: [{ party: "a", ...interests }],
      record: { offers: [{ id: "own", date: "2020-02-01", by: "a", package: OFFER }] },
    });
    const [first] = built.interests;
    if (!first) throw new Error("no interests");
    const found = drawModels(preferencesOf(built, first, AS_OF), { models, seed, prior });
    if (!found.ok) throw new Error(found.reasons.join("\n"));
    return found.value;
  }

  const optionAt = (models: Models, model: number, issueAt: number, option: number, of: Float64Array) =>
    of[model * (models.offsets.at(-1) ?? 0) + (models.offsets[issueAt] ?? 0) + option] ?? Number.NaN;
  const worthTo = (models: Models, model: number, options: readonly number[]) =>
    options.reduce((sum, option, k) => sum + optionAt(models, model, k, option, models.worth), 0);
  const weightsOf = (models: Models, model: number) =>
    ISSUES.map((_, k) => models.weights[model * ISSUES.length + k] ?? Number.NaN);
  const surplusOf = (models: Models, model: number, options: readonly number[]) =>
    worthTo(models, model, options) - (models.reservation[model] ?? Number.NaN);

  const ONE = [2, 1, 0, 0];
  const OTHER = [1, 0, 2, 1];
  const TESTED = [2, 1, 1, 0];
  const packageOf = (options: readonly number[]) =>
    Object.fromEntries(options.map((option, k) => [`i${k}`, `o${option}`]));
  const ranked = (models: Models, truth: number) =>
    weightsOf(models, truth)
      .map((weight, k) => ({ id: `i${k}`, weight }))
      .sort((a, b) => b.weight - a.weight)
      .map(({ id }) => id);
  /** The step of an issue that is worth most, as an interview would take it down. */
  const largest = (models: Models, truth: number, issueAt: number, options: number) => {
    const score = (option: number) => optionAt(models, truth, issueAt, option, models.scores);
    const steps = Array.from({ length: options - 1 }, (_, k) => score(k + 1) - score(k));
    const best = steps.indexOf(Math.max(...steps));
    return { prefer: "more", largestStep: [`o${best}`, `o${best + 1}`] };
  };
  const bin = (value: number, width: number): [number, number] => {
    const low = Math.min(1 - width, Math.floor(value / width) * width);
    return [Number(low.toFixed(6)), Number((low + width).toFixed(6))];
  };

  /** What is told of a truth; null where it would not have been said at all. */
  type Tell = (truths: Models, truth: number) => Interests | null;
  const bluff = { scores: SCORES, bluffs: ["own"] };
  const answered = (truths: Models, truth: number) => {
    const prefers = worthTo(truths, truth, ONE) >= worthTo(truths, truth, OTHER);
    const [prefer, to] = prefers ? [ONE, OTHER] : [OTHER, ONE];
    return [{ prefer: packageOf(prefer), to: packageOf(to) }];
  };
  const dealt = (truths: Models, truth: number, options: readonly number[]) =>
    surplusOf(truths, truth, options) >= 0
      ? [{ prefer: packageOf(options), to: "no-deal" }]
      : [{ prefer: "no-deal", to: packageOf(options) }];

  const KINDS: readonly (readonly [string, Tell])[] = [
    ["nothing but which option is best", () => bluff],
    ["the full swing ranking", (truths, truth) => ({ ...bluff, swings: { rank: ranked(truths, truth) } })],
    [
      "the two largest swings, in any order",
      (truths, truth) => {
        const [one, two, ...rest] = ranked(truths, truth);
        return { ...bluff, swings: { rank: [[one, two], rest] } };
      },
    ],
    [
      "which of two swings is larger",
      (truths, truth) => ({
        ...bluff,
        swings: { rank: ranked(truths, truth).filter((id) => id === "i0" || id === "i2") },
      }),
    ],
    [
      "the largest step of two issues",
      (truths, truth) => ({
        ...bluff,
        scores: { ...SCORES, i0: largest(truths, truth, 0, 4), i2: largest(truths, truth, 2, 3) },
      }),
    ],
    [
      "an interval for a weight",
      (truths, truth) => ({
        ...bluff,
        swings: { intervals: { i0: bin(weightsOf(truths, truth)[0] ?? 0, 0.2) } },
      }),
    ],
    [
      "an interval for a score",
      (truths, truth) => ({
        ...bluff,
        scores: {
          ...SCORES,
          i0: { prefer: "more", intervals: { o2: bin(optionAt(truths, truth, 0, 2, truths.scores), 0.25) } },
        },
      }),
    ],
    ["this package or that one", (truths, truth) => ({ ...bluff, answers: answered(truths, truth) })],
    ["this package or no deal", (truths, truth) => ({ ...bluff, answers: dealt(truths, truth, [1, 0, 1, 0]) })],
    [
      "its own offer, which it would not make if no deal were better",
      (truths, truth) => (surplusOf(truths, truth, [2, 0, 2, 0]) >= 0 ? { scores: SCORES } : null),
    ],
    [
      "ranking, a largest step, two answers",
      (truths, truth) => ({
        ...bluff,
        swings: { rank: ranked(truths, truth) },
        scores: { ...SCORES, i0: largest(truths, truth, 0, 4) },
        answers: [...answered(truths, truth), ...dealt(truths, truth, [0, 2, 1, 0])],
      }),
    ],
  ];

  // "No deal" is a range of points here, so that it is not known from the weights and scores alone.
  const reservation = { reservation: { points: [0, 60] } };

  it("hold 90 of 100, under each kind of statement and both priors", () => {
    const lines = [
      "| what is told | prior | value held | surplus over no deal held | both, of the first 40 |",
      "| --- | --- | --- | --- | --- |",
    ];
    let [tried, kept] = [0, 0];
    for (const [kind, tell] of KINDS) {
      for (const prior of ["independent", "diminishing"] as const) {
        const truths = drawn({ ...bluff, ...reservation }, prior, TRUTHS, 77);
        let [told, held, heldSurplus] = [0, 0, 0];
        let first = "";
        for (let truth = 0; truth < (renewing ? TRUTHS : FIRST); truth++) {
          const said = tell(truths, truth);
          if (!said) continue;
          told++;
          const models = drawn({ ...reservation, ...said }, prior, MODELS, 1000 + truth);
          const each = Array.from({ length: models.count }, (_, model) => model);
          const within = (value: number, of: (model: number) => number) => {
            const { low, high } = band(each.map(of));
            return value >= low && value <= high ? 1 : 0;
          };
          held += within(worthTo(truths, truth, TESTED), (model) => worthTo(models, model, TESTED));
          heldSurplus += within(surplusOf(truths, truth, TESTED), (model) => surplusOf(models, model, TESTED));
          if (truth < FIRST) first = `${held} and ${heldSurplus} of ${told}`;
        }
        // Between the 5 and 95 % quantiles of 300 draws lies a share of 0.894 on average; three standard errors.
        const allowed = 3 * Math.sqrt((0.9 * 0.1) / told) + 0.006;
        expect(told).toBeGreaterThan((renewing ? TRUTHS : FIRST) / 2);
        tried += 2 * told;
        kept += held + heldSurplus;
        for (const count of [held, heldSurplus])
          expect(Math.abs(count / told - 0.9), `${kind}, ${prior}`).toBeLessThan(allowed);
        lines.push(
          `| ${kind} | ${prior} | ${percent(held, told)} of ${told} | ${percent(heldSurplus, told)} | ${first} |`,
        );
      }
    }
    // The same truths are told in every way, so that the shares of all kinds err together.
    expect(Math.abs(kept / tried - 0.9)).toBeLessThan(0.05);
    expectInDocument("calibration.md", "prior", lines, renewing ? null : [0, 1, 4]);
  });
});

/** A function that works out each answer once. */
function remembered<Given extends readonly unknown[], Answer>(work: (...given: Given) => Answer) {
  const known = new Map<string, Answer>();
  return (...given: Given): Answer => {
    const key = JSON.stringify(given);
    const answer = known.get(key) ?? work(...given);
    known.set(key, answer);
    return answer;
  };
}

describe("bands of what people agreed on, told only the order of their needs", () => {
  it("hold the truth as often as the document says", () => {
    const packages = [0, 1, 2, 3].map((count) => ({ id: `o${count}` }));
    const ISSUES = GOODS.map((good) => ({ id: good, name: good, today: "o0", options: packages }));
    const scoresKnown = { points: { o0: 0, o1: 1, o2: 2, o3: 3 } };
    const TOLD = [
      ["the order of the three", "independent", { prefer: "more" }],
      ["the order of the three", "diminishing", { prefer: "more" }],
      ["the order, and that packages count alike", "independent", scoresKnown],
    ] as const;
    const agreed = dialogues.filter((dialogue) => dialogue.agreed);
    const lines = ["| what is told | prior | deals held | width of the band, in points |", "| --- | --- | --- | --- |"];
    for (const [kind, prior, score] of TOLD) {
      const modelsFor = remembered((rank: readonly string[]): Models => {
        const built = buildCase({
          case: { issues: ISSUES },
          interests: [{ party: "a", swings: { rank }, scores: Object.fromEntries(GOODS.map((good) => [good, score])) }],
        });
        const [first] = built.interests;
        const found = first && drawModels(preferencesOf(built, first, AS_OF), { models: 2000, seed: 1, prior });
        if (!found?.ok) throw new Error("no models");
        return found.value;
      });
      const bandFor = remembered((rank: readonly string[], mine: readonly number[]) => {
        const models = modelsFor(rank);
        return band(
          Array.from({ length: models.count }, (_, model) =>
            mine.reduce((sum, got, k) => sum + 100 * (models.worth[model * 12 + 4 * k + got] ?? Number.NaN), 0),
          ),
        );
      });
      let [held, of, width] = [0, 0, 0];
      for (const { points, deals } of agreed) {
        const deal = deals.at(-1);
        for (const [person, each] of points) {
          const mine = (deal?.mine ?? []).map((got) => (person === deal?.by ? got : 3 - got));
          const rank = GOODS.map((good, k) => ({ good, points: each[k] ?? 0 }))
            .sort((a, b) => b.points - a.points)
            .map(({ good }) => good);
          const { low, high } = bandFor(rank, mine);
          const truth = (100 * mine.reduce((sum, got, k) => sum + got * (each[k] ?? Number.NaN), 0)) / 36;
          of++;
          width += high - low;
          if (truth >= low - 1e-9 && truth <= high + 1e-9) held++;
        }
      }
      expect(of).toBe(2 * 1005);
      lines.push(`| ${kind} | ${prior} | ${percent(held, of)} of ${of} | ${(width / of).toFixed(0)} |`);
    }
    expectInDocument("calibration.md", "casino", lines);
  });
});
