// A breach is told until it is proved that the obligation was kept after it.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { first, standing, watched } from "../../../test/watched.js";
import { alertsOf } from "./alerts.js";
import { isBroken } from "./uncured.js";

const truce = (more: object = {}, by: readonly string[] = ["a", "b"]) =>
  watched({
    metrics: [{ id: "shots", name: "Violations", occasions: true, inspect: "1 month" }],
    obligations: [{ id: "truce", by, text: "No fire", from: "2020-01-01", prohibit: { metric: "shots" }, ...more }],
  });
const shot = (day: string, reported: string, n = 3, by = "") => `${day},${reported},shots,${n},,verified,s,,${by}\n`;

describe("a proved breach", () => {
  it("is told on the first day on which anybody can know of it, though it is over by then", () => {
    const found = standing(truce(), shot("2020-03-03", "2020-03-05"), { asOf: "2020-03-05" });
    expect(found.sentence).toBe(
      "Broken on 2020-03-03 and over since: No fire (Ann and Bob; by whom is not known); that it was kept since is not proved. 0 of 1 kept.",
    );
    expect(first(found).standing).toBe("was-broken");
    expect(first(found).why).toBe(
      "last broken on 2020-03-03, by whom is not known, and over since; that it was kept since is not proved",
    );
    expect(isBroken(first(found))).toBe(true);
  });

  it("is told of every obligation, each with its day", () => {
    const two = watched({
      metrics: ["shots", "raids"].map((id) => ({ id, name: id, occasions: true })),
      obligations: ["shots", "raids"].map((id) => ({ id: `no-${id}`, by: "a", text: id, prohibit: { metric: id } })),
    });
    const rows = "2020-03-03,,shots,1,,verified,,,\n2020-03-04,,raids,1,,verified,,,\n";
    expect(standing(two, rows, { asOf: "2020-03-09" }).sentence).toBe(
      "Broken on 2020-03-03 and over since: shots (Ann); broken on 2020-03-04 and over since: raids (Ann); that they were kept since is not proved. 0 of 2 kept.",
    );
  });

  it("is told beside what is said of a later day", () => {
    const rows = `${shot("2020-03-03", "2020-03-03")}2020-03-06,,shots,1,,alleged,,,\n`;
    const found = standing(truce(), rows, { asOf: "2020-03-06" });
    expect(first(found).standing).toBe("alleged");
    expect(found.sentence).toContain("Broken on 2020-03-03 and over since: No fire");
    expect(isBroken(first(found))).toBe(true);
  });

  it("that is disputed, and one that is only said, are told as such while nothing answers them", () => {
    const disputed = `${shot("2020-03-03", "2020-03-03")}2020-03-05,,truce,,,disputed,,,\n`;
    expect(standing(truce(), disputed, { asOf: "2020-03-09" }).sentence).toBe(
      "Disputed: No fire (Ann and Bob; by whom is not known). 0 of 1 kept.",
    );
    const said = standing(truce(), "2020-03-03,,shots,1,,alleged,,,a\n", { asOf: "2020-03-09" });
    expect(first(said)).toMatchObject({
      standing: "alleged",
      why: "said to be done on 2020-03-03, and over since, by Ann, and not proved",
    });
    const quiet = `2020-03-03,,shots,1,,alleged,,,a\n${shot("2020-03-05", "2020-03-05", 0)}`;
    expect(first(standing(truce(), quiet, { asOf: "2020-03-09" })).standing).toBe("compliant");
  });

  it("is not cured by a proof of a month in which it happened", () => {
    const month = "2020-03,2020-04-02,shots,0,,verified,t,,\n";
    expect(first(standing(truce(), shot("2020-03-03", "2020-03-05") + month, { asOf: "2020-04-03" })).standing).toBe(
      "was-broken",
    );
  });

  it("is told of an obligation that rests or has ended before anybody saw that it was kept again", () => {
    const limit = (more: object) =>
      watched({
        metrics: [{ id: "m", name: "The stock", unit: "t" }],
        obligations: [{ id: "limit", by: "a", text: "The limit", keep: { metric: "m", atMost: 100 }, ...more }],
      });
    const beyond = "2020-02-01,,m,120,t,verified,,,\n";
    const ended = standing(limit({ until: "2020-03-01" }), beyond, { asOf: "2020-04-01" });
    expect(ended.sentence).toBe(
      "Ended without proof that it was kept after it was broken: The limit (Ann). 0 of 1 kept.",
    );
    expect(isBroken(first(ended))).toBe(false);
    const rests = standing(limit({}), `${beyond}2020-02-03,,limit,,,suspended,,,\n`, { asOf: "2020-04-01" });
    expect(rests.sentence).toBe("Broken before it was suspended: The limit (Ann). 0 of 1 kept.");
    expect(isBroken(first(rests))).toBe(true);
  });

  it("opens a power that needs a breach", () => {
    const withPower = watched({
      metrics: [{ id: "shots", name: "Violations", occasions: true }],
      obligations: [{ id: "truce", by: ["a", "b"], text: "No fire", prohibit: { metric: "shots" } }],
      powers: [{ id: "leave", by: "a", text: "Leaving", after: ["truce"], terminates: ["truce"] }],
    });
    const [power] = standing(withPower, shot("2020-03-03", "2020-03-05"), { asOf: "2020-03-05" }).powers;
    expect(power).toMatchObject({
      standing: "open",
      why: "No fire (Ann and Bob) was broken, and nothing proves that it was kept since",
    });
  });

  it("is, whatever the rows, told exactly while no later proof says that it was kept", () => {
    const row = fc.record({ day: fc.integer({ min: 1, max: 27 }), n: fc.integer({ min: 0, max: 1 }) });
    fc.assert(
      fc.property(fc.uniqueArray(row, { minLength: 1, maxLength: 8, selector: ({ day }) => day }), (all) => {
        const date = (day: number) => `2020-03-${`${day}`.padStart(2, "0")}`;
        const found = standing(truce(), all.map(({ day, n }) => shot(date(day), date(day), n)).join(""), {
          asOf: "2020-03-28",
        });
        const last = [...all].sort((a, b) => a.day - b.day).at(-1);
        expect(isBroken(first(found))).toBe(last?.n === 1);
        expect(found.sentence.startsWith("Nothing is broken")).toBe(last?.n === 0);
      }),
    );
  });
});

describe("an alert", () => {
  const titles = (rows: string, asOf: string, agreement = truce()) =>
    alertsOf(standing(agreement, rows, { asOf }))
      .filter(({ kind }) => kind === "broken" || kind === "ended")
      .map(({ day, title, text }) => `${day} ${title}: ${text}`);

  it("calls nothing cured that no proof says was kept again, and names nobody who is not known", () => {
    expect(titles(shot("2020-03-03", "2020-03-05"), "2020-03-05")).toEqual([
      "2020-03-05 Broken: No fire (Ann and Bob; by whom is not known): On 2020-03-03, and over. That it was kept since is not proved.",
    ]);
    expect(titles(shot("2020-03-03", "2020-03-05", 3, "b"), "2020-03-05")[0]).toContain("(Ann and Bob; by Bob)");
  });

  it("of an end is not dated before that of its beginning", () => {
    const quota = watched({
      metrics: [{ id: "shots", name: "Flights" }],
      obligations: [
        {
          id: "quota",
          by: "a",
          text: "At most 2",
          keep: { metric: "shots", atMost: 2, over: { take: "total", length: "1 month", starting: "2020-01-01" } },
        },
      ],
    });
    expect(titles(shot("2020-01-20", "2020-02-20"), "2020-02-25", quota)).toEqual([
      "2020-02-20 Over: At most 2 (Ann): From 2020-01-20 to 2020-01-31. That it was kept since is not proved.",
      "2020-02-20 Broken: At most 2 (Ann): From 2020-01-20.",
    ]);
  });
});
