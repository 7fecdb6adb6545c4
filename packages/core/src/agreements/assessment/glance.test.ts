import { describe, expect, it } from "vitest";
import { latestOf } from "./glance.js";

const offer = (
  id: string,
  date: string | null,
  maker: string | null,
  more: { outsider?: string; later?: boolean } = {},
) => ({
  id,
  date,
  by: maker === null ? [] : [maker],
  ...more,
});

describe("the latest offer", () => {
  it("is the last that somebody made, party or outsider, and of several on one day the last on record", () => {
    const a = offer("a", "2019-01-01", "x");
    const b = offer("b", "2019-02-01", null, { outsider: "A mediator" });
    const c = offer("c", "2019-02-01", "y");
    expect(latestOf([c, b, a])?.id).toBe("b");
    expect(latestOf([a, b, c])?.id).toBe("c");
  });

  it("is nobody's proposal only where nobody made one, and none of after the day where there is one by then", () => {
    const made = offer("made", "2019-01-01", "x");
    const sketch = offer("sketch", "2019-03-01", null);
    const soon = offer("soon", "2019-04-01", "x", { later: true });
    expect(latestOf([made, sketch, soon])?.id).toBe("made");
    expect(latestOf([sketch, soon])?.id).toBe("sketch");
    expect(latestOf([soon])?.id).toBe("soon");
    expect(latestOf([])).toBeUndefined();
  });
});
