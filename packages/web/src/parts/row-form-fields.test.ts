import { describe, expect, it } from "vitest";
import { buildCase } from "../../../core/test/build-case.js";
import { asksWho, EMPTY_ROW, nextRow, observed, typedRow } from "./row-form-fields.js";

const withObligations = (...obligations: readonly object[]) =>
  buildCase({ agreement: { metrics: [{ id: "m", unit: "t" }], obligations } });
const keep = (id: string, by: unknown) => ({ id, by, keep: { metric: "m", atMost: 1 } });

describe("one observation", () => {
  it("goes below without the cells in which nothing was typed", () => {
    expect(typedRow({ metric: "m", value: "3", note: "", by: "" })).toEqual({ metric: "m", value: "3" });
  });

  it("is followed by one of the same, in the same unit, with nothing else filled in", () => {
    expect(nextRow({ metric: "m", unit: "t", value: "3", as_of: "2020-01-01", qualifier: "disputed" })).toEqual({
      ...EMPTY_ROW,
      metric: "m",
      unit: "t",
    });
  });

  it("has the unit of what is measured, and none where something happened", () => {
    const negotiation = withObligations(keep("o", "a"));
    expect(observed(negotiation, "m")).toEqual({ metric: "m", unit: "t" });
    expect(observed(negotiation, "o")).toEqual({ metric: "o", unit: "" });
  });
});

describe("who did it", () => {
  it("is asked where something is owed by several or forbidden to several, and not where it goes without saying", () => {
    expect(asksWho(withObligations(keep("o", "a"), keep("p", "b")))).toBe(false);
    expect(asksWho(withObligations(keep("o", ["a", "b"])))).toBe(true);
  });
});
