import { describe, expect, it } from "vitest";
import { buildCase, issue } from "../../../test/build-case.js";
import type { Case } from "../../case/index.js";
import { at, stream, TOLERANCE } from "../../math/index.js";
import { pathsOf } from "../direct/paths.js";
import { frontOf } from "../front.js";
import { drawPanel, type Panel, worthIn } from "../panel.js";
import { settingOf } from "../setting.js";
import { factsOf } from "../zone.js";
import { assess } from "./assess.js";
import { acceptableSpace, type Ground, groundOf, solveModel, vetoes } from "./ground.js";
import { isRough, readOffer, summarise, unsolvedIn } from "./judge.js";
import { movedReservations } from "./moved-reservations.js";
import { packed, unpacked } from "./packed.js";
import { stillToGain } from "./still-to-gain.js";

/** Ranks that differ, and some like more of an issue where others like less; without points a reservation is no deal. */
function ranked(parties: number, issues: number, options: number, points: readonly number[] | null, seed = 1): Case {
  const rng = stream("ranked", parties, issues, seed);
  const shuffled = <T>(list: readonly T[]) =>
    list
      .map((one) => ({ one, key: rng() }))
      .sort((a, b) => a.key - b.key)
      .map(({ one }) => one);
  const listed = Array.from({ length: issues }, (_, k) => issue(`i${k}`, options));
  const ids = ["a", "b", "c", "d", "e"].slice(0, parties);
  return buildCase({
    case: { issues: listed, parties: ids.map((id) => ({ id, name: id.toUpperCase(), role: "negotiating" })) },
    interests: ids.map((party) => ({
      party,
      swings: { rank: shuffled(listed.map(({ id }) => id)) },
      scores: Object.fromEntries(listed.map(({ id }) => [id, { prefer: rng() < 0.5 ? "more" : "less" }])),
      ...(points && { reservation: { points } }),
    })),
  });
}

function groundIn(negotiation: Case, models: number): Ground {
  const setting = settingOf(negotiation, { asOf: "2020-06-30", models });
  if (!setting.ok) throw new Error(setting.reasons.join());
  const panel = drawPanel(setting.value.negotiation, setting.value.views, "independent", setting.value);
  const space = acceptableSpace(setting.value);
  if (!panel.ok || !space.ok) throw new Error("a panel");
  return groundOf(setting.value.negotiation, panel.value, space.value, []);
}

/** The same ground with whole frontiers, as two parties have it. */
function wholeOf(ground: Ground): Ground {
  const fronts = Array.from({ length: ground.panel.count }, (_, model) => wholeFront(ground, model));
  return {
    ...ground,
    whole: true,
    fronts,
    zones: fronts.map((front, model) => factsOf(front, ground.panel, model)),
  };
}

const wholeFront = ({ panel, space }: Ground, model: number) =>
  frontOf(
    space,
    vetoes(panel).map((member) => worthIn(panel, member, model)),
    panel.offsets,
    { rows: 1e6, valuesOnly: true },
  );

const packageIn = ({ sizes }: Ground["space"], seed: number): number[] => {
  const rng = stream("package", seed);
  return sizes.map((size) => Math.floor(rng() * size));
};

describe("a ground of three and more parties, without frontiers", () => {
  it.each([
    [3, [15, 35]],
    [4, [40, 55]],
    [5, null],
  ] as const)("has the zones of the whole frontiers (%i parties)", (parties, points) => {
    const ground = groundIn(ranked(parties, 6, 3, points), 60);
    const whole = wholeOf(ground);
    expect(ground.error).toBe(0);
    ground.zones.forEach((zone, model) => {
      const other = at(whole.zones, model);
      expect(zone.exists).toBe(other.exists);
      expect(zone.ambition).toBeCloseTo(other.ambition, 9);
      for (const list of ["ideal", "leastPart", "mostPart"] as const)
        zone[list].forEach((value, p) => {
          expect(value).toBeCloseTo(other[list][p] ?? Number.NaN, 9);
        });
    });
    const back = unpacked(packed(ground));
    expect(back.zones).toEqual(ground.zones);
    expect(back.fronts).toEqual(ground.fronts);
  });

  it("says of an offer how far it is from the frontier, as the frontier does", () => {
    const ground = groundIn(ranked(4, 6, 3, [15, 35]), 60);
    const whole = wholeOf(ground);
    for (let seed = 0; seed < 4; seed++) {
      const options = packageIn(ground.space, seed);
      const [direct, other] = [stillToGain(ground, options), stillToGain(whole, options)];
      expect(direct.limited).toBeNull();
      for (const [party, band] of Object.entries(other.frontier))
        for (const side of ["low", "median", "high"] as const)
          expect(direct.frontier[party]?.[side]).toBeCloseTo(band[side], 6);
    }
  });

  it("comes with a moved reservation to the verdict that solving every model anew comes to", () => {
    const ground = groundIn(ranked(4, 6, 3, [30, 45]), 60);
    const moved = movedReservations(ground);
    let flips = 0;
    for (const member of vetoes(ground.panel))
      for (const points of [-30, -8, -1, 1, 5, 12, 30])
        for (let seed = 0; seed < 3; seed++) {
          const options = packageIn(ground.space, seed);
          const quick = moved(member, points, options);
          const anew = groundOf(ground.negotiation, quick.panel, ground.space, []);
          quick.zones.forEach((zone, model) => {
            expect(zone.exists).toBe(at(anew.zones, model).exists);
          });
          const key = (one: Ground) => summarise(one, options, readOffer(one, options)).key;
          expect(key(quick)).toBe(key(anew));
          if (key(quick) !== key(ground)) flips++;
        }
    expect(flips).toBeGreaterThan(0);
  });

  it("gives a split as long as one model in 200 at most is not solved, and then without these", () => {
    const ground = groundIn(ranked(3, 6, 3, [15, 35]), 400);
    const spoilt = (models: number): Ground => ({
      ...ground,
      zones: ground.zones.map((zone, model) => (model < models ? { ...zone, error: 0.3 } : zone)),
    });
    expect([0, 2, 3].map((models) => isRough(spoilt(models)))).toEqual([false, false, true]);
    expect(unsolvedIn(spoilt(3))).toBe(3);
    const options = Array.from({ length: 200 }, (_, seed) => packageIn(ground.space, seed)).find(
      (one) => (summarise(ground, one, readOffer(ground, one)).classes.split ?? 0) > 0.5,
    );
    if (!options) throw new Error("an offer that is signed");
    const splitIn = (one: Ground) => summarise(one, options, readOffer(one, options)).split;
    expect(splitIn(spoilt(2)).length).toBe(3);
    expect(splitIn(spoilt(3))).toEqual([]);
  });
});

describe("five parties over 13 issues", () => {
  const negotiation = ranked(5, 13, 3, [15, 35]);

  it("are assessed in all models, with a split and no error", () => {
    const offer = Object.fromEntries(negotiation.issues.map(({ id }, k) => [id, `o${k % 3}`]));
    const found = assess(negotiation, { asOf: "2020-06-30", models: 120, package: offer });
    if (!found.ok) throw new Error(found.reasons.join());
    expect(found.value.limits ?? []).toEqual([]);
    expect(found.value.assumptions.join()).not.toMatch(/thinned|cut short/);
    expect(found.value.offers[0]?.left?.limited).toBeNull();
    expect(Object.keys(found.value.offers[0]?.left?.frontier ?? {}).length).toBe(5);
  });

  it("take few thousands of options weighed in a model, of 1.6 million packages", () => {
    const { panel, space } = groundIn(negotiation, 40);
    const paths = pathsOf(space, panel.offsets);
    const costs = Array.from({ length: panel.count }, (_, model) => solveModel(panel, paths, model).cost);
    expect(Math.max(...costs)).toBeLessThan(30_000);
  });
});

describe("the packages that a model keeps", () => {
  it("show whether there is a zone", () => {
    const { panel, space } = groundIn(ranked(5, 13, 3, [40, 50]), 10);
    const paths = pathsOf(space, panel.offsets);
    for (let model = 0; model < panel.count; model++) {
      const { front, facts } = solveModel(panel as Panel, paths, model);
      const reservations = vetoes(panel).map((member) => at(member.models.reservation, model));
      const inside = Array.from({ length: front.size }, (_, row) =>
        reservations.every((r, p) => front.values[row * 5 + p]! >= r - TOLERANCE),
      );
      expect(inside.some((yes) => yes)).toBe(facts.exists);
    }
  });
});
