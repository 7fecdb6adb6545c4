import { describe, expect, it } from "vitest";
import { columnName, FIRST_COLUMNS, LATER_COLUMNS, NEEDED_COLUMNS, OBSERVATION_COLUMNS } from "./columns.js";
import { withRows } from "./write-rows.js";

describe("a column of observations", () => {
  it("is one that a new file begins with, or one that a row brings with it", () => {
    expect([...FIRST_COLUMNS, ...LATER_COLUMNS].sort()).toEqual([...OBSERVATION_COLUMNS].sort());
    expect(NEEDED_COLUMNS.every((column) => FIRST_COLUMNS.includes(column))).toBe(true);
  });

  it.each(OBSERVATION_COLUMNS)("is in a file as soon as a row says something in it: %s", (column) => {
    const row = { as_of: "2020-02-01", metric: "m", [column]: "us" };
    const [head = "", line = ""] = withRows("as_of,metric\n", [{ as_of: "2020-02-01", metric: "m" }]).split("\n");
    expect([head, line]).toEqual(["as_of,metric", "2020-02-01,m"]);
    const fresh = withRows(null, [row]).split("\n")[0]?.split(",");
    expect(fresh).toEqual(FIRST_COLUMNS.includes(column) ? [...FIRST_COLUMNS] : [...FIRST_COLUMNS, column]);
  });

  it("is meant by its name however that is written", () => {
    for (const written of ["As of", "as-of", "AS_OF"]) expect(columnName(written)).toBe("as_of");
  });
});
