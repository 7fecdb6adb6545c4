// An inspection is of something that binds on its day.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { first, standing, watched } from "../../../test/watched.js";
import { addDays } from "../../case/index.js";
import { dayText } from "./book.js";

const soldiers = (more: object) =>
  watched({
    metrics: [{ id: "m", name: "Soldiers", unit: "t", inspect: "6 months" }],
    obligations: [{ id: "limit", by: "a", text: "Soldiers", keep: { metric: "m", atMost: 100 }, ...more }],
  });
const proof = "2020-02-10,2020-02-12,m,90,t,verified,,,\n";

describe("the day of an inspection", () => {
  it("is none where the obligation has ended by then", () => {
    const found = standing(soldiers({ until: "2020-03-31" }), proof, { asOf: "2020-03-10" });
    expect(first(found).inspect).toBeNull();
    expect(found.due.map(({ kind }) => kind)).toEqual(["ends"]);
  });

  it("is the first day that binds where the last proof is too old by then, and is announced before", () => {
    const later = soldiers({ from: "2021-01-01" });
    const before = standing(later, proof, { asOf: "2020-12-01" });
    expect(before.due).toContainEqual(expect.objectContaining({ day: "2021-01-01", kind: "inspection" }));
    expect(before.inspections).toEqual([]);
    expect(standing(later, proof, { asOf: "2021-01-05" }).inspections).toMatchObject([{ by: "2021-01-01" }]);
  });

  it("is none while nobody can say when the obligation will bind", () => {
    const waiting = soldiers({ conditional: true });
    expect(first(standing(waiting, "", { asOf: "2020-03-10" })).inspect).toBeNull();
    expect(first(standing(waiting, proof, { asOf: "2022-03-10" })).inspect).toBeNull();
  });

  it("lies, on whatever day, in the life of the obligation", () => {
    const day = fc.integer({ min: 18_000, max: 19_000 }).map(dayText);
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 700 }), day, day, (from, length, seen, asOf) => {
        const until = addDays(from, length);
        const found = first(standing(soldiers({ from, until }), `${seen},,m,90,t,verified,,,\n`, { asOf }));
        if (found.inspect === null) return;
        expect(found.inspect.by >= from && found.inspect.by <= until).toBe(true);
      }),
    );
  });
});
