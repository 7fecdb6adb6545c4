// Do answers to offers teach the walk-away without making bands too narrow? Truths are drawn from the prior; their answers follow a
// rational rule, with noise; of each truth a file is told its ranks and the answers. The figures stand in docs/calibration.md.
import { describe, expect, it } from "vitest";
import { buildCase, issue } from "../../test/build-case.js";
import { expectInDocument, renewing } from "../../test/in-document.js";
import { at, band, type Rng, stream } from "../math/index.js";
import { drawModels, type Models } from "./models.js";
import { preferencesOf } from "./preferences.js";

const SIZES = [4, 3, 3, 2];
const ISSUES = SIZES.map((options, k) => issue(`i${k}`, options));
const TRUTHS = 200;
/** As many are gone through in every run. */
const FIRST = 25;
const MODELS = 300;
const TESTED = [2, 1, 1, 0];
const AFTER = [0, 1, 3, 6] as const;

interface Given {
  readonly options: readonly number[];
  readonly accepted: boolean;
}

interface Kind {
  readonly name: string;
  /** What a refusal is entered with. */
  readonly entered: Readonly<Record<string, unknown>>;
  /** Part of the answers that are given at random. */
  readonly noise: number;
  /** Whether the truth holds out for a part of the way to its best, unknown to the file. */
  readonly holdsOut: boolean;
}

const KINDS: readonly Kind[] = [
  { name: "take it or leave it", entered: { instead: "no-deal" }, noise: 0, holdsOut: false },
  {
    name: "take it or leave it, one of twenty answers at random",
    entered: { instead: "no-deal", reliability: 0.95 },
    noise: 0.05,
    holdsOut: false,
  },
  { name: "while bargaining goes on", entered: {}, noise: 0, holdsOut: true },
];

function draw({ entered }: Kind, given: readonly Given[], models: number, seed: number): Models {
  const reliability = "reliability" in entered ? { reliability: entered.reliability } : {};
  const built = buildCase({
    case: { issues: ISSUES },
    interests: [
      {
        party: "a",
        swings: { rank: ISSUES.map(({ id }) => id) },
        scores: Object.fromEntries(ISSUES.map(({ id }) => [id, { prefer: "more" }])),
        reservation: { points: [0, 60] },
      },
    ],
    record: {
      offers: given.map(({ options, accepted }, k) => ({
        id: `f${k}`,
        date: `2020-0${k + 1}-01`,
        by: "b",
        package: Object.fromEntries(options.map((option, place) => [`i${place}`, `o${option}`])),
        responses: [
          {
            by: "a",
            date: `2020-0${k + 1}-02`,
            answer: accepted ? "accepted" : "refused",
            ...(accepted ? reliability : entered),
          },
        ],
      })),
    },
  });
  const found = drawModels(preferencesOf(built, at(built.interests, 0), "2020-12-01"), {
    models,
    seed,
    prior: "independent",
  });
  if (!found.ok) throw new Error(found.reasons.join("\n"));
  return found.value;
}

const size = SIZES.reduce((sum, options) => sum + options, 0);
const worth = (models: Models, model: number, options: readonly number[]): number =>
  options.reduce((sum, option, k) => sum + at(models.worth, model * size + at(models.offsets, k) + option), 0);

/** Of some packages at random, the one of which the file knows least whether it would be signed. */
function mostOpen(models: Models, rng: Rng): number[] {
  const tried = Array.from({ length: 12 }, () => SIZES.map((options) => Math.floor(rng() * options)));
  const open = (options: readonly number[]) => {
    let signs = 0;
    for (let model = 0; model < models.count; model++)
      if (worth(models, model, options) >= at(models.threshold, model)) signs++;
    return Math.abs(signs / models.count - 0.5);
  };
  return at(
    tried.sort((a, b) => open(a) - open(b)),
    0,
  );
}

describe("answers of truths that are drawn from the prior", () => {
  it("leave bands that hold 90 of 100, and at least a third narrower after three final answers", () => {
    const lines = [
      "| answers | how many | surplus over no deal held | width of that band | width of the walk-away’s band | held, of the first 25 |",
      "| --- | --- | --- | --- | --- | --- |",
    ];
    for (const kind of KINDS) {
      const truths = draw(kind, [], TRUTHS, 77);
      const tallies = new Map(AFTER.map((count) => [count as number, { held: 0, surplus: 0, walkAway: 0, first: 0 }]));
      const told = renewing ? TRUTHS : FIRST;
      for (let truth = 0; truth < told; truth++) {
        const rng = stream("answers", truth);
        const share = rng();
        const r = at(truths.reservation, truth);
        const least = kind.holdsOut ? Math.max(r, share) : r;
        const given: Given[] = [];
        for (let count = 0; count <= 6; count++) {
          const models = draw(kind, given, MODELS, 1000 + truth);
          const tally = tallies.get(count);
          if (tally) {
            const each = Array.from({ length: models.count }, (_, model) => model);
            const surplus = band(
              each.map((model) => 100 * (worth(models, model, TESTED) - at(models.reservation, model))),
            );
            const walkAway = band(each.map((model) => 100 * at(models.reservation, model)));
            const own = 100 * (worth(truths, truth, TESTED) - r);
            const held = own >= surplus.low && own <= surplus.high ? 1 : 0;
            tally.held += held;
            tally.surplus += surplus.high - surplus.low;
            tally.walkAway += walkAway.high - walkAway.low;
            if (truth < FIRST) tally.first += held;
          }
          const options = mostOpen(models, rng);
          const atRandom = rng() < kind.noise;
          const coin = rng() < 0.5;
          given.push({ options, accepted: atRandom ? coin : worth(truths, truth, options) >= least });
        }
      }
      const widths = AFTER.map((count) => at([tallies.get(count)?.surplus ?? 0], 0) / told);
      for (const count of AFTER) {
        const { held = 0, surplus = 0, walkAway = 0, first = 0 } = tallies.get(count) ?? {};
        lines.push(
          `| ${kind.name} | ${count} | ${((100 * held) / told).toFixed(0)} % | ${(surplus / told).toFixed(0)} | ${(walkAway / told).toFixed(0)} | ${first} of ${FIRST} |`,
        );
        // Three standard errors about 90 of 100, and the half point that 300 draws cost.
        expect(Math.abs(held / told - 0.9), `${kind.name}, ${count}`).toBeLessThan(3 * Math.sqrt(0.09 / told) + 0.006);
      }
      if (!kind.holdsOut) expect(at(widths, 2)).toBeLessThan((2 / 3) * at(widths, 0));
    }
    expectInDocument("calibration.md", "answers", lines, renewing ? null : [0, 1, 5]);
  });
});
