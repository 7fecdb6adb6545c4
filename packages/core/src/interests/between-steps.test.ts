// Numbers that were written between the steps of an issue say nothing of what a party values: they lie on the straight line.
import { describe, expect, it } from "vitest";
import { buildCase, issue } from "../../test/build-case.js";
import { type Case, type Package, seatedOn } from "../case/index.js";
import { type Drawing, drawModels, type Models } from "./models.js";
import { preferencesOf } from "./preferences.js";
import { PRIORS, type Prior } from "./state.js";

const AS_OF = "2020-06-30";
const PAY = { id: "pay", name: "Pay", today: 0, numeric: { from: 0, to: 6, step: 2, continuous: true } };
const crowd = [2.5, 3, 3.1, 3.2, 3.9].map((pay, k) => ({
  id: `n${k}`,
  date: "2020-02-01",
  outsider: "X",
  package: { pay },
}));
const own = { id: "own", date: "2020-02-02", by: "a", package: { pay: 4, x: "o1" } };

function built(more: readonly Record<string, unknown>[], interests: Record<string, unknown> = {}): Case {
  return buildCase({
    case: { issues: [PAY, issue("x", 3)], noDeal: { pay: 0 } },
    interests: [
      {
        party: "a",
        swings: { rank: ["pay", "x"] },
        scores: { pay: { prefer: "more" }, x: { prefer: "less" } },
        ...interests,
      },
    ],
    record: { offers: [own, ...more] },
  });
}

function drawn(negotiation: Case, drawing: Drawing, prior: Prior): Models {
  const [view] = negotiation.interests;
  if (!view) throw new Error("no interests");
  const found = drawModels(preferencesOf(seatedOn(negotiation, AS_OF), view, AS_OF), {
    models: 200,
    seed: 2,
    prior,
    drawing,
  });
  if (!found.ok) throw new Error(found.reasons.join());
  return found.value;
}

/** The worth of pay at a number, in every model. */
function worthOf({ issues }: Case, models: Models, number: number): number[] {
  const option = issues[0]?.options.findIndex(({ id }) => Number(id) === number) ?? -1;
  const width = models.worth.length / models.count;
  return Array.from({ length: models.count }, (_, k) => models.worth[k * width + option] ?? Number.NaN);
}

const packageWorths = (models: Models, options: Package) => {
  const width = models.worth.length / models.count;
  return Array.from({ length: models.count }, (_, k) =>
    options.reduce((sum, option, i) => sum + (models.worth[k * width + (models.offsets[i] ?? 0) + option] ?? 0), 0),
  );
};

describe("numbers between the steps", () => {
  it.each(PRIORS)("change nothing of what the steps are worth, and lie on the line between them (%s)", (prior) => {
    const [plain, crowded] = [built([]), built(crowd)];
    const [before, after] = [plain, crowded].map((one) => drawn(one, "rejection", prior));
    if (!before || !after) throw new Error("nothing was drawn");
    for (const step of [0, 2, 4, 6]) expect(worthOf(crowded, after, step)).toEqual(worthOf(plain, before, step));
    const [two, four] = [worthOf(crowded, after, 2), worthOf(crowded, after, 4)];
    for (const number of [2.5, 3, 3.1, 3.2, 3.9])
      worthOf(crowded, after, number).forEach((worth, k) => {
        const along = (number - 2) / 2;
        expect(worth).toBeCloseTo((1 - along) * (two[k] ?? 0) + along * (four[k] ?? 0), 12);
      });
  });

  it.each(PRIORS)("lie on the line in chains too, and what is said of them holds (%s)", (prior) => {
    const said = {
      answers: [
        { prefer: { pay: 3.1 }, to: { pay: 2, x: "o0" } },
        { prefer: { x: "o0" }, to: { pay: 2.5, x: "o2" } },
      ],
    };
    const negotiation = built(crowd, said);
    const models = drawn(negotiation, "hit-and-run", prior);
    const [two, four] = [worthOf(negotiation, models, 2), worthOf(negotiation, models, 4)];
    worthOf(negotiation, models, 3.1).forEach((worth, k) => {
      expect(worth).toBeCloseTo(0.45 * (two[k] ?? 0) + 0.55 * (four[k] ?? 0), 9);
    });
    const [first] = negotiation.interests[0]?.answers ?? [];
    if (!first || first.prefer === "no deal" || first.to === "no deal") throw new Error("no answer");
    const [better, worse] = [packageWorths(models, first.prefer.options), packageWorths(models, first.to.options)];
    better.forEach((value, k) => {
      expect(value).toBeGreaterThanOrEqual((worse[k] ?? 1) - 1e-9);
    });
  });
});
