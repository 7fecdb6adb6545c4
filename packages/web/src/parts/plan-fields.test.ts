import { type Case, wordingIn } from "@parley/core/internal";
import { describe, expect, it } from "vitest";
import { readCase } from "../../../../test/read-case.js";
import { filesOf } from "../../../core/test/build-case.js";
import { caseAfter, caseFrom } from "../../test/after.js";
import { type GoalFields, goalOf, planChanges, rowOf, type SiteRow, withNewRow } from "./plan-fields.js";

const words = wordingIn("en").pages.verification.plan;
const FILE = "verification/a.yaml";
const files = filesOf({
  verification: [
    {
      holder: "a",
      goal: { material: "plutonium", detection: 0.9, timeliness: "1 month" },
      effort: { total: 20, unit: "days", every: "1 year and 6 months" },
      sites: [
        { id: "store", name: "A store", party: "b", items: 100, each: 2, effort: 0.5, gain: 3 },
        {
          id: "place",
          name: "A place",
          effort: 5,
          identification: 0.8,
          belief: [0.1, 0.5],
          overlook: 0.2,
          sanction: 7,
        },
      ],
    },
  ],
});

const planOf = ({ verification }: Case) => {
  const [plan] = verification;
  if (!plan) throw new Error("The plan is not read.");
  return plan;
};
const plan = planOf(caseFrom(files));
const rows = plan.sites.map(rowOf);
const goal = goalOf(plan, words);
const [store, place] = rows;
if (!store || !place) throw new Error("The plan has two sites.");

/** The plan after what is typed was kept. */
function kept(typed: readonly SiteRow[], fields: GoalFields) {
  const read = planChanges(typed, fields, plan, words);
  if (!read.ok) throw new Error(read.wrong);
  return planOf(caseAfter(files, { file: FILE, changes: read.value }));
}

const wrongOf = (typed: readonly SiteRow[], fields: GoalFields = goal) => {
  const read = planChanges(typed, fields, plan, words);
  return read.ok ? null : read.wrong;
};

describe("a plan that is kept", () => {
  it("is as it was where nothing was typed, with what the form does not show", () => {
    expect(kept(rows, goal)).toEqual(plan);
    expect(plan.sites.map(({ party, gain, sanction }) => [party, gain, sanction])).toEqual([
      ["b", 3, null],
      [null, null, 7],
    ]);
  });

  it("is as it was for the plans of shipped cases too", () => {
    const shipped = ["inf-1987", "hanoi-2019", "jcpoa-2015"].flatMap((name) => readCase(name).verification);
    expect(shipped.length).toBeGreaterThan(0);
    for (const one of shipped) expect(planChanges(one.sites.map(rowOf), goalOf(one, words), one, words).ok).toBe(true);
  });

  it("has what was typed", () => {
    const typed = [
      { ...store, items: "50" },
      { ...place, belief: "0.3", overlook: " 0.3 – 0.4 " },
    ];
    const {
      sites,
      effort,
      goal: aim,
    } = kept(typed, { ...goal, total: "7.5", every: "", detection: "0.5", material: "" });
    expect(sites[0]?.items?.count).toBe(50);
    expect(sites[1]).toMatchObject({ belief: { low: 0.3, high: 0.3 }, overlook: { low: 0.3, high: 0.4 } });
    expect(effort).toMatchObject({ total: 7.5, every: null });
    expect(aim).toMatchObject({ detection: 0.5, material: null });
  });

  it("has a site more, under a name of its own", () => {
    const [, , added] = withNewRow(rows);
    if (!added) throw new Error("No row was added.");
    const { sites } = kept([...rows, { ...added, name: "Store" }], goal);
    expect(sites.map(({ id, name }) => [id, name])).toEqual([
      ["store", "A store"],
      ["place", "A place"],
      ["store-2", "Store"],
    ]);
    expect(withNewRow([{ ...store, key: 4 }])[1]?.key).toBe(5);
  });
});

describe("a plan that cannot be kept", () => {
  it.each([
    ["has no site", [], words.wrong.noSite],
    ["has a site without a name", [{ ...store, name: " " }], words.wrong.noName],
    ["has a figure that is none", [{ ...store, items: "many" }], words.wrong.noNumber("A store", "many")],
    ["has a figure below nothing", [{ ...store, effort: "-1" }], words.wrong.noNumber("A store", "-1")],
    ["has a share that is none", [{ ...place, belief: "0.1–0.2–0.3" }], words.wrong.noShare("A place", "0.1–0.2–0.3")],
  ])("%s, and says so", (_, typed, wrong) => {
    expect(wrongOf(typed)).toBe(wrong);
  });

  it("has a length of time that is none, and says so", () => {
    expect(wrongOf(rows, { ...goal, timeliness: "soon" })).toBe(words.wrong.noLength("soon"));
    expect(wrongOf(rows, { ...goal, every: "30 days" })).toBeNull();
  });
});
