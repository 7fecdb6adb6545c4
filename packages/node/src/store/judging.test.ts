import { describe, expect, it } from "vitest";
// Counted on what is built.
import { blocksRun } from "../../test/count-work.js";

/** Rows by number, of which nearly all are beyond what is agreed. */
const ROWS: Readonly<Record<string, string>> = {
  "a day each": `Array.from({ length: size }, (_, k) => day(k) + "," + day(k) + ",m," + (7 + (k % 3)) + ",t,verified,s,,")`,
  "of one day": `Array.from({ length: size }, (_, k) => day(0) + "," + day(0) + ",m," + k + ",t,verified,s" + k + ",,")`,
  "that name parties": `Array.from({ length: size }, (_, k) => day(k) + "," + day(k) + ",m,7,t,verified,s,," + (k % 2 ? "a" : "b"))`,
  "that are taken back": `Array.from({ length: size }, (_, k) => day(k >> 1) + "," + day(k >> 1) + ",m," + (k % 2 ? ",,withdrawn" : "7,t,verified") + ",s,,")`,
};

const LIMITS: Readonly<Record<string, string>> = {
  "a limit": `keep: { metric: m, atMost: 5 }`,
  "a total over ten years": `keep: { metric: m, atMost: 5, over: { take: total, length: 10 years } }`,
  "a total of each year": `keep: { metric: m, atMost: 5, over: { take: total, length: 1 year, starting: 2000-01-01 } }`,
  "a mean": `keep: { metric: m, atMost: 5, over: { take: mean, length: 1 year } }`,
};

const SIZES = [500, 1000, 2000];
/** Twice the rows may be at most so much more work. */
const MOST = 2.3;

const judging = (limit: string, rows: string) => `
const day = (k) => new Date(Date.UTC(2010, 0, 1 + k)).toISOString().slice(0, 10);
const text = "parley: 1\\ntitle: x\\nparties: [{id: a, name: A, role: negotiating}, {id: b, name: B, role: negotiating}]\\nissues: [{id: i, name: I, today: x, options: [{id: x}, {id: y}]}]\\n";
const agreement = "metrics: [{id: m, unit: t}]\\nobligations: [{id: limit, by: [a, b], text: L, ${limit}}]\\n";
const parsed = core.parseCase([{ path: "case.yaml", text }, { path: "agreement.yaml", text: agreement }]);
if (!parsed.ok) throw new Error(JSON.stringify(parsed));
const rows = core.readRows(parsed.value, "as_of,reported_at,metric,value,unit,qualifier,source,note,by\\n" + ${rows}.join("\\n") + "\\n");
if (rows.malformed > 0) throw new Error(JSON.stringify(rows.problems[0]));
const watch = core.monitor(parsed.value, rows, { asOf: "2030-01-01" });
if (!watch.ok) throw new Error(watch.reasons.join());
watch.value.standing();`;

describe("the work of judging rows is in proportion to them", () => {
  it.each(Object.keys(LIMITS))("held against %s", (limit) => {
    const works = Object.fromEntries(
      Object.entries(ROWS).map(([shape, rows]) => [shape, judging(LIMITS[limit] ?? "", rows)]),
    );
    const tooMuch = Object.entries(blocksRun(works, SIZES)).flatMap(([shape, [small = 1, middle = 1, large = 1]]) => {
      const growth = Math.max(middle / small, large / middle);
      return growth <= MOST ? [] : [[shape, growth]];
    });
    expect(tooMuch).toEqual([]);
  });

  it("held against a trend, which makes the slopes of a hundred figures once for each row", () => {
    const trend = `keep: { metric: m, atMost: 5, over: { take: trend, length: 10 years } }`;
    const [small = 1, large = 1] = blocksRun({ trend: judging(trend, ROWS["a day each"] ?? "") }, [400, 800]).trend;
    expect(large / small).toBeLessThan(MOST);
    const slopes = (100 * 99) / 2;
    expect(large / 800).toBeLessThan(2 * slopes);
  });
});
