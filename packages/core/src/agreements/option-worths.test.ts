import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCase } from "../../../../test/read-case.js";
import { valueTo } from "../../test/brute-force.js";
import { randomCase } from "../../test/random-case.js";
import { meets } from "../case/index.js";
import { optionWorths } from "./option-worths.js";

const value = (...given: Parameters<typeof optionWorths>) => {
  const found = optionWorths(...given);
  if (!found.ok) throw new Error(found.reasons.join());
  return found.value;
};

describe("what an option would do in a package", () => {
  it("is the value of the package with it less that of the package, for each party; and it names what it breaks", () => {
    fc.assert(
      fc.property(randomCase(2), fc.array(fc.nat(2), { minLength: 5, maxLength: 5 }), (negotiation, picks) => {
        const chosen = negotiation.issues.map(({ options }, k) => (picks[k] ?? 0) % options.length);
        const written = Object.fromEntries(
          negotiation.issues.map(({ id, options }, k) => [id, options[chosen[k] ?? 0]?.id ?? ""]),
        );
        const found = value(negotiation, { package: written });
        negotiation.issues.forEach((issue, place) => {
          issue.options.forEach((option, k) => {
            const then = chosen.map((before, other) => (other === place ? k : before));
            const worth = found.issues[place]?.options[k];
            expect(worth?.option).toBe(option.id);
            for (const party of ["a", "b"])
              expect(worth?.change[party]?.median).toBeCloseTo(
                100 * (valueTo(negotiation, party, then) - valueTo(negotiation, party, chosen)),
                9,
              );
            const broken = negotiation.rules.filter(({ forbidden }) =>
              forbidden.some((one) => one.has(place) && meets(then, one)),
            );
            expect(worth?.brokenRules.length).toBe(broken.length);
          });
        });
        for (const party of ["a", "b"])
          expect(found.values[party]?.median).toBeCloseTo(100 * valueTo(negotiation, party, chosen), 9);
      }),
      { numRuns: 60 },
    );
  });

  it("is measured from today where no package is given, names red lines, and refuses a package that is none", () => {
    const hanoi = readCase("hanoi-2019");
    const found = value(hanoi, { models: 100 });
    expect(found.options).toEqual(
      Object.fromEntries(hanoi.issues.map(({ id, options, today }) => [id, options[today]?.id])),
    );
    const troops = found.issues.find(({ issue }) => issue === "troops");
    expect(troops?.options.map(({ redLines }) => redLines.map(({ party }) => party))).toEqual([[], ["us"], ["us"]]);
    expect(optionWorths(hanoi, { package: { troops: "nowhere" } }).ok).toBe(false);
  });
});
