// How often is "almost certain" wrong about people's own preferences, told their ranks alone, and when the ranks are guessed wrong?
// The figures stand in docs/calibration.md; npm run renew writes them there.
import { describe, expect, it } from "vitest";
import { buildCase } from "../../test/build-case.js";
import { type Profile, profiles } from "../../test/evidence/profiles.js";
import { expectInDocument, renewing } from "../../test/in-document.js";
import { at, stream } from "../math/index.js";
import { drawModels } from "./models.js";
import { preferencesOf } from "./preferences.js";
import { PRIORS } from "./state.js";

const PAIRS = 12;
const MODELS = 400;
/** As many profiles are gone through in every run; all of them when the document is renewed. */
const FIRST = 30;
/** "Almost certain", and "remote". */
const SURE = 0.95;

const RANKS = [
  ["as they are", (rank: readonly number[]) => rank],
  ["the first two exchanged", ([a = 0, b = 0, ...rest]: readonly number[]) => [b, a, ...rest]],
  ["the first and third exchanged", ([a = 0, b = 0, c = 0, ...rest]: readonly number[]) => [c, b, a, ...rest]],
] as const;

const rankOf = ({ weights }: Profile): number[] =>
  weights.map((_, issue) => issue).sort((a, b) => at(weights, b) - at(weights, a));

const worth = ({ weights, scores }: Profile, options: readonly number[]): number =>
  options.reduce((sum, option, issue) => sum + at(weights, issue) * at(at(scores, issue), option), 0);

/** Pairs of packages at random, of which one is better than the other. */
function pairsOf(profile: Profile, place: number): (readonly [number[], number[]])[] {
  const rng = stream("pairs", place);
  const random = () => profile.scores.map((scores) => Math.floor(rng() * scores.length));
  const pairs: (readonly [number[], number[]])[] = [];
  while (pairs.length < PAIRS) {
    const pair = [random(), random()] as const;
    if (Math.abs(worth(profile, pair[0]) - worth(profile, pair[1])) > 1e-6) pairs.push(pair);
  }
  return pairs;
}

/** The chance, under each prior, that the first of each pair is better, told ranks alone. */
function chances(
  { scores }: Profile,
  rank: readonly number[],
  certainty: string,
  pairs: readonly (readonly [number[], number[]])[],
): number[][] {
  const byRank = (list: readonly number[]) => {
    const levels = new Map<number, string[]>();
    list.forEach((score, option) => {
      levels.set(score, [...(levels.get(score) ?? []), `o${option}`]);
    });
    return { rank: [...levels].sort(([a], [b]) => b - a).map(([, options]) => options) };
  };
  const built = buildCase({
    case: {
      issues: scores.map((list, k) => ({
        id: `i${k}`,
        name: `I${k}`,
        today: "o0",
        ordered: false,
        options: list.map((_, option) => ({ id: `o${option}` })),
      })),
    },
    interests: [
      {
        party: "a",
        basis: "estimated",
        swings: { rank: rank.map((issue) => `i${issue}`), certainty },
        scores: Object.fromEntries(scores.map((list, k) => [`i${k}`, byRank(list)])),
      },
    ],
  });
  const preferences = preferencesOf(built, at(built.interests, 0), "2020-01-01");
  return PRIORS.map((prior) => {
    const drawn = drawModels(preferences, { models: MODELS, seed: 1, prior });
    if (!drawn.ok) throw new Error(drawn.reasons.join("\n"));
    const { worth: worths, offsets, count } = drawn.value;
    const size = at(offsets, offsets.length - 1);
    const value = (model: number, options: readonly number[]) =>
      options.reduce((sum, option, issue) => sum + (worths[model * size + at(offsets, issue) + option] ?? 0), 0);
    return pairs.map(
      ([one, other]) =>
        Array.from({ length: count }, (_, model) => model).filter((model) => value(model, one) >= value(model, other))
          .length / count,
    );
  });
}

interface Tally {
  asked: number;
  loss: number;
  sure: number;
  wrong: number;
}

function tally(
  certainty: string,
  exchange: (rank: readonly number[]) => readonly number[],
  of: readonly Profile[],
): Tally {
  const sums: Tally = { asked: 0, loss: 0, sure: 0, wrong: 0 };
  of.forEach((profile, place) => {
    const pairs = pairsOf(profile, place);
    const found = chances(profile, exchange(rankOf(profile)), certainty, pairs);
    pairs.forEach(([one, other], k) => {
      const truth = worth(profile, one) > worth(profile, other);
      const under = found.map((list) => at(list, k));
      const mean = under.reduce((sum, chance) => sum + chance, 0) / under.length;
      const clamped = Math.min(0.99, Math.max(0.01, mean));
      sums.asked++;
      sums.loss -= Math.log(truth ? clamped : 1 - clamped);
      const [least, most] = [Math.min(...under), Math.max(...under)];
      if (least < SURE && most > 1 - SURE) return;
      sums.sure++;
      if (least >= SURE !== truth) sums.wrong++;
    });
  });
  return sums;
}

describe("people's own preferences, told by ranks", () => {
  it("make 'almost certain' wrong in at most 5 of 100, also where the first and third rank are guessed the wrong way round", () => {
    const lines = [
      "| certainty of the ranks | ranks told | log loss | said almost certain | of these wrong | sure and wrong, of the first 30 |",
      "| --- | --- | --- | --- | --- | --- |",
    ];
    for (const certainty of ["sure", "fairly-sure", "a-guess"])
      for (const [how, exchange] of RANKS) {
        const first = tally(certainty, exchange, profiles.slice(0, FIRST));
        const all = renewing ? tally(certainty, exchange, profiles) : first;
        const share = all.wrong / all.sure;
        if (certainty !== "sure" || how === "as they are")
          expect(share, `${certainty}, ${how}`).toBeLessThanOrEqual(0.05);
        lines.push(
          `| ${certainty} | ${how} | ${(all.loss / all.asked).toFixed(3)} | ${((100 * all.sure) / all.asked).toFixed(0)} % | ${(100 * share).toFixed(1)} % | ${first.sure} and ${first.wrong} |`,
        );
      }
    expectInDocument("calibration.md", "profiles", lines, renewing ? null : [0, 1, 5]);
  });

  it("are flatter than uniform on the simplex, as the weights are that models are drawn with", () => {
    const five = profiles.filter(({ weights }) => weights.length === 5);
    const mean = (place: number) =>
      five.reduce(
        (sum, { weights }) =>
          sum +
          at(
            [...weights].sort((a, b) => b - a),
            place,
          ),
        0,
      ) / five.length;
    // The ordered means of the Dirichlet distribution of shape 2.5: 0.361, 0.247, 0.182, 0.130, 0.080.
    [0.361, 0.247, 0.182, 0.13, 0.08].forEach((drawn, place) => {
      expect(Math.abs(mean(place) - drawn)).toBeLessThan(0.02);
    });
    expect(five.length).toBeGreaterThan(40);
  });
});
