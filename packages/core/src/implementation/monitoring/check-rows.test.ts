import { describe, expect, it } from "vitest";
import { BY, standing, watched } from "../../../test/watched.js";
import { checkRows } from "./check-rows.js";
import { readRows } from "./read-rows.js";

const check = (rows: string) =>
  checkRows(watched(), readRows(watched(), BY + rows)).map(({ place, message }) => `${place.line} ${message}`);

describe("rows that nothing judges", () => {
  it("are warned of where they stand, though they are of a later day than the case is seen from", () => {
    const rows =
      "2020-02-01,,m,90,t,verified,,,\n2020-03-01,,mm,90,t,verified,,,\n2030-09-12,2030-09-11,m,90,t,verified,,,\n";
    expect(check(rows)).toEqual([
      '3 mm: no obligation speaks of it: 1 row is kept and not judged. Did you mean "m"?',
      "4 The stock: is of 2030-09-12, later than it was reported (2030-09-11), and is not used.",
    ]);
  });

  it("are all that is warned of: two sources that differ are for monitoring to tell", () => {
    const rows = "2020-02-01,,m,90,t,verified,x,,\n2020-02-01,,m,80,t,verified,y,,\n";
    expect(standing(watched(), rows).findings.map(({ kind }) => kind)).toContain("conflict");
    expect(check(rows)).toEqual([]);
    expect(check("")).toEqual([]);
  });
});
