import { describe, expect, it } from "vitest";
import { buildCase } from "../../../test/build-case.js";
import { first, spells, standing, watched } from "../../../test/watched.js";
import { alertsOf } from "./alerts.js";

describe("doing something by a day", () => {
  const task = (more: object = {}) =>
    watched({
      obligations: [
        { id: "task", by: "a", text: "The task", achieve: { metric: "m", atMost: 0, by: "2020-06-30", ...more } },
      ],
    });

  it.each([
    ["", "2020-06-30", "due"],
    ["", "2020-07-01", "overdue"],
    ["2020-05-01,,m,0,t,verified,,\n", "2020-05-02", "fulfilled"],
    ["2020-05-01,,m,0,t,declared,,\n", "2020-05-02", "unverified"],
    ["2020-05-01,,m,0,t,declared,,\n", "2020-07-01", "alleged"],
    ["2020-07-01,,m,5,t,verified,,\n", "2020-07-02", "breached"],
    ["2020-07-01,,m,5,t,verified,,\n2020-08-01,,m,0,t,verified,,\n", "2020-08-02", "late"],
    ["2020-06-01,,task,,,fulfilled,,\n", "2020-07-02", "fulfilled"],
    ["2020-07-01,,task,,,fulfilled,,\n", "2020-07-02", "late"],
    ["2020-05-01,,m,5,t,verified,,\n2020-08-01,,m,0,t,verified,,\n", "2020-08-02", "perhaps-late"],
    ["2020-06-30,,m,5,t,verified,,\n2020-08-01,,m,0,t,verified,,\n", "2020-08-02", "late"],
    ["2020-07-10,,task,,,waived,,\n", "2020-07-12", "waived"],
  ])("after %j is on %s %s", (rows, asOf, word) => {
    expect(first(standing(task(), rows, { asOf })).standing).toBe(word);
  });

  it("is not called broken where no proof says that it was not done by its day", () => {
    const rows = "2020-05-01,,m,5,t,verified,,\n2020-08-01,2020-08-03,m,0,t,verified,,\n";
    const found = standing(task(), rows, { asOf: "2020-08-04" });
    expect(first(found)).toMatchObject({
      why: "done by 2020-08-01; it was due on 2020-06-30, and whether it was done by then is not known",
      episodes: [{ kind: "overdue", start: "2020-07-01", end: "2020-08-01", verified: null, known: null }],
    });
    expect(found.sentence).toBe("Nothing is broken: 0 of 1 kept, 1 done, perhaps late.");
    expect(alertsOf(found).map(({ title }) => title)).toEqual([
      "Ended: The task (Ann)",
      "Overdue: The task (Ann)",
      "About the record",
    ]);
  });

  it("was not late that anybody could say where only the month is known", () => {
    expect(first(standing(task(), "2020-07,,m,0,t,verified,,\n", { asOf: "2020-09-01" })).episodes).toHaveLength(1);
    const mid = watched({
      obligations: [{ id: "task", by: "a", achieve: { metric: "m", atMost: 0, by: "2020-06-15" } }],
    });
    expect(first(standing(mid, "2020-06,,m,0,t,verified,,\n", { asOf: "2020-09-01" })).episodes).toEqual([]);
  });

  it("is not overdue where it was discharged before, ends with its end, and is kept where that it was not is dismissed", () => {
    expect(first(standing(task(), "2020-05-01,,task,,,discharged,,\n", { asOf: "2020-09-01" }))).toMatchObject({
      standing: "discharged",
      episodes: [],
    });
    expect(first(standing(task(), "2020-08-01,,task,,,terminated,,\n", { asOf: "2020-09-01" })).episodes).toMatchObject(
      [{ kind: "overdue", end: "2020-08-01", lapsed: true }],
    );
    const dismissed = "2020-07-10,,task,,,disputed,,\n2020-07-20,,task,,,dismissed,,\n";
    expect(first(standing(task(), dismissed, { asOf: "2020-09-01" }))).toMatchObject({
      standing: "compliant",
      episodes: [{ kind: "dismissed", end: "2020-07-20" }],
    });
  });

  it("is fulfilled by nothing once it is over, nor before it is activated, nor acquitted before it is due", () => {
    const over = "2020-05-01,,task,,,terminated,,\n2020-05-20,,m,0,t,verified,,\n";
    expect(first(standing(task(), over, { asOf: "2020-09-01" })).standing).toBe("terminated");
    const early = "2020-05-01,,task,,,dismissed,,\n2020-07-01,,m,9,t,verified,,\n";
    expect(first(standing(task(), early, { asOf: "2020-09-01" })).standing).toBe("breached");
    expect(first(standing(task(), "2020-05-01,,task,30,days,waived,,\n", { asOf: "2020-09-01" })).standing).toBe(
      "overdue",
    );
    const past = watched({
      obligations: [
        { id: "task", by: "a", until: "2020-08-01", achieve: { metric: "m", atMost: 0, by: "2020-06-30" } },
      ],
    });
    expect(first(standing(past, "", { asOf: "2020-09-01" })).episodes).toMatchObject([
      { end: "2020-08-01", lapsed: true },
    ]);
  });

  it("is fulfilled by nothing that was so before it bound anybody", () => {
    const negotiation = watched({
      obligations: [{ id: "task", by: "a", from: "2020-01-01", achieve: { metric: "m", atMost: 0, by: "2020-06-30" } }],
    });
    expect(
      first(
        standing(negotiation, "2019-05-01,,m,0,t,verified,,\n2020-07-01,,m,9,t,verified,,\n", { asOf: "2020-07-02" }),
      ).standing,
    ).toBe("breached");
  });

  it("is late where it was done late", () => {
    const found = standing(task(), "2020-08-01,,task,,,fulfilled,,\n", { asOf: "2020-09-01" });
    expect(spells(found)).toEqual(["breach 2020-07-01 to 2020-08-01"]);
    expect(first(found).why).toBe("done by 2020-08-01, late: it was due on 2020-06-30");
    expect(found.sentence).toBe("Nothing is broken: 0 of 1 kept, 1 kept late.");
  });

  it("ends undone where it ends before it is done, and is not due while it rests", () => {
    expect(first(standing(task(), "2020-08-01,,task,,,terminated,,\n", { asOf: "2020-09-01" })).why).toBe(
      "terminated on 2020-08-01, not done; it was due on 2020-06-30",
    );
    const rest = standing(task(), "2020-02-01,,task,,,suspended,,\n", { asOf: "2020-03-01" });
    expect([first(rest).standing, rest.due]).toEqual(["suspended", []]);
  });

  it("is at risk where its pace does not reach it", () => {
    const rows = "2020-01-01,,m,100,t,verified,,\n2020-03-01,,m,90,t,verified,,\n";
    expect(first(standing(task(), rows, { asOf: "2020-03-02" })).standing).toBe("at-risk");
    expect(
      first(standing(task(), "2020-01-01,,m,100,t,verified,,\n2020-03-01,,m,30,t,verified,,\n", { asOf: "2020-03-02" }))
        .standing,
    ).toBe("due");
  });

  it("is asked of commitments that have a due day", () => {
    const negotiation = buildCase({
      agreement: { commitments: [{ id: "c", by: "a", issue: "x", to: "o1", due: "2020-03-01" }] },
    });
    expect(first(standing(negotiation, "2020-02-01,,c,,,fulfilled,,\n")).standing).toBe("fulfilled");
    expect(first(standing(negotiation, "")).standing).toBe("overdue");
  });

  it("rests since it was suspended, whatever is said of the suspension after its day", () => {
    const negotiation = watched({
      obligations: [{ id: "t", by: "a", text: "The task", achieve: { by: "2020-03-31" } }],
    });
    const rows = "2020-03-01,,t,,,suspended,,\n2020-04-10,,t,,,disputed,,\n2020-05-01,,t,,,upheld,,\n";
    expect(first(standing(negotiation, rows, { asOf: "2020-06-01" }))).toMatchObject({
      standing: "suspended",
      episodes: [],
    });
  });
});
