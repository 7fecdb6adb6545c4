import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameFor } from "./name-for.js";

describe("a short name", () => {
  it("is an id that no other has, whatever the words are", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (words, others) => {
        const taken = new Set(others.map((one) => nameFor(one, new Set(), "thing")));
        const name = nameFor(words, taken, "thing");
        expect(name).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(taken.has(name)).toBe(false);
      }),
    );
  });

  it("is made of the words, and counts where it is taken", () => {
    expect(nameFor("Été à Genève!", new Set(), "thing")).toBe("e-te-a-gene-ve");
    expect(nameFor("One offer", new Set(["one-offer", "one-offer-2"]), "offer")).toBe("one-offer-3");
    expect(nameFor("…", new Set(), "offer")).toBe("offer");
  });
});
