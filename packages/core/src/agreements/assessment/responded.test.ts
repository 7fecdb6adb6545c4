// What is said of an offer beside its verdict: what was answered, what it hangs on, when it lapsed, who still has to say yes.
import { describe, expect, it } from "vitest";
import { buildCase, issue, numbers, problemsIn, type WrittenCase } from "../../../test/build-case.js";
import { assess } from "./assess.js";

type Json = Record<string, unknown>;

const PARTIES = [
  { id: "a", name: "Ann", role: "negotiating" },
  { id: "b", name: "Bob", role: "negotiating" },
];
const NEEDS = [
  numbers("a", { x: 1, y: 1 }, { x: [0, 1, 2], y: [1, 0] }, 20),
  numbers("b", { x: 1, y: 1 }, { x: [2, 1, 0], y: [0, 1] }, 20),
];

const written = (offers: readonly Json[], more: Json = {}, interests = NEEDS): WrittenCase => ({
  case: { parties: PARTIES, issues: [issue("x", 3), issue("y", 2)], ...more },
  interests,
  record: { offers },
});

function remarksOn(offers: readonly Json[], asOf = "2020-06-30", more: Json = {}, interests = NEEDS): string {
  const found = assess(buildCase(written(offers, more, interests)), { asOf });
  if (!found.ok) throw new Error(found.reasons.join());
  return found.value.offers.at(-1)?.remarks.join("\n") ?? "";
}

const offer = (id: string, date: string, by: string, options: Json, more: Json = {}) => ({
  id,
  date,
  by,
  package: options,
  ...more,
});

describe("a conditional offer", () => {
  const conditional = offer("if-then", "2020-02-01", "a", { x: "o1" }, { if: { y: "o1" } });

  it("has in its package what it hangs on, and says whether the other's last offer has it", () => {
    const built = buildCase(written([conditional]));
    expect(built.offers[0]?.options).toEqual([1, 1]);
    expect(remarksOn([conditional])).toContain("It hangs on “Y: o1”: whether they give it is open.");
    const has = offer("has", "2020-01-01", "b", { y: "o1" });
    expect(remarksOn([has, conditional])).toContain("the others have offered that.");
    const hasNot = offer("has-not", "2020-01-02", "b", { y: "o0" });
    expect(remarksOn([has, hasNot, conditional])).toContain("the others’ last offers have something else.");
    // What is offered only later is not known yet.
    expect(remarksOn([offer("later", "2020-08-01", "b", { y: "o1" }), conditional])).toContain("is open.");
  });

  it("is met by who gives on the issue, and by who has accepted it; where several give, by each of them", () => {
    const parties = [...PARTIES, { id: "c", name: "Cy", role: "negotiating" }];
    const state = (gives: unknown, ...offers: readonly Json[]) =>
      remarksOn([...offers, conditional], "2020-06-30", { parties, issues: [issue("x", 3), issue("y", 2, { gives })] });
    const [yes, no] = [offer("yes", "2020-01-01", "b", { y: "o1" }), offer("no", "2020-01-02", "c", { y: "o0" })];
    expect(state("b", yes, no)).toContain("the others have offered that.");
    expect(state(["b", "c"], yes, no)).toContain("the others’ last offers have something else.");
    expect(state(["b", "c"], yes)).toContain("is open.");
    expect(state([], yes, no)).toContain("the others’ last offers have something else.");
    const accepted = { ...conditional, responses: [{ by: "b", date: "2020-02-10", answer: "accepted" }] };
    expect(remarksOn([accepted])).toContain("the others have offered that.");
  });

  it("cannot hang on what it settles itself", () => {
    const circular = offer("circular", "2020-02-01", "a", { x: "o1" }, { if: { x: "o2" } });
    expect(problemsIn(written([circular])).join()).toContain('"circular" hangs on x, which its own package settles');
  });
});

describe("an offer with a range", () => {
  const ranged = (more: Json = {}) => ({
    id: "ranged",
    date: "2020-02-01",
    by: "b",
    package: { y: "o1" },
    ranges: { x: ["o1", "o2"] },
    ...more,
  });

  it("is judged over what lies in the range, and no further", () => {
    const found = assess(buildCase(written([ranged()])), {});
    if (!found.ok) throw new Error(found.reasons.join());
    const [one] = found.value.offers;
    expect(one?.openVerdicts[0]?.completions).toBe(2);
    // To Ann o2 is worth all of x, which is half of all there is, and o1 half of that.
    const ann = one?.openVerdicts[0]?.parties.find(({ party }) => party === "a");
    expect([ann?.least?.median, ann?.most?.median]).toEqual([25, 50]);
    expect(one?.remarks.join()).toContain("It offers “X” anything from o1 to o2");
  });

  it("runs upwards, on an issue that it does not settle", () => {
    expect(problemsIn(written([ranged({ ranges: { x: ["o2", "o1"] } })])).join()).toContain(
      "a range runs from less to more",
    );
    expect(problemsIn(written([ranged({ ranges: { y: ["o0", "o1"] } })])).join()).toContain(
      "settles y in its package already",
    );
  });
});

describe("an offer of a number by years", () => {
  it("says the years and what they come to", () => {
    const wages = {
      id: "w",
      name: "Wages",
      today: 0,
      numeric: { from: 0, to: 40, step: 10, unit: "%", byYear: "compound" },
    };
    const wanted = [
      { 0: 0, 40: 1 },
      { 0: 1, 40: 0 },
    ];
    const needs = NEEDS.map((one, side) => ({
      ...one,
      swings: { points: { w: 1, x: 1, y: 1 } },
      scores: { ...(one.scores as Json), w: { points: wanted[side] } },
    }));
    const plan = offer("plan", "2020-02-01", "a", { w: { years: [11, 3, 3, 3, 5] } });
    const remarks = remarksOn([plan], "2020-06-30", { issues: [issue("x", 3), issue("y", 2), wages] }, needs);
    expect(remarks).toContain("“Wages” by years: 11 %, 3 %, 3 %, 3 % and 5 %, which compound to 27.36 %.");
  });
});

describe("a deadline", () => {
  const deadlines = [{ id: "lapse", text: "The contract lapses.", on: "2020-07-31", otherwise: { y: "o1" } }];
  const assumed = (asOf: string) => {
    const found = assess(buildCase(written([offer("first", "2020-02-01", "a", { x: "o1" })], { deadlines })), { asOf });
    return found.ok ? found.value.assumptions : found.reasons;
  };

  it("is said with what no deal means after it, before and when it has passed", () => {
    expect(assumed("2020-07-31")).toContain(
      "Deadline on 2020-07-31: The contract lapses. From the day after, no deal means “Y: o1”.",
    );
    expect(assumed("2020-08-01")).toContain(
      "The deadline of 2020-07-31 has passed (The contract lapses), so no deal means “Y: o1”.",
    );
  });
});

describe("an offer that was accepted", () => {
  const answered = (...responses: readonly Json[]) => offer("deal", "2020-02-01", "a", { x: "o1" }, { responses });
  const yes = { by: "b", date: "2020-02-10", answer: "accepted" };
  const said = (one: Json, asOf = "2020-06-30", more: Json = {}) => {
    const found = assess(buildCase(written([one], more)), { asOf });
    if (!found.ok) throw new Error(found.reasons.join());
    return found.value.offers.at(-1)?.said.sentence;
  };

  it("by all who must sign is said to be, before what their needs say; not before that day, nor once it is otherwise", () => {
    const open = said(offer("deal", "2020-02-01", "a", { x: "o1" }));
    expect(said(answered(yes))).toEqual({ code: "accepted", date: "2020-02-10", known: expect.anything() as unknown });
    expect(said(answered(yes), "2020-02-09")).toEqual(open);
    expect(said(answered(yes, { ...yes, date: "2020-03-01", answer: "refused" }))?.code).not.toBe("accepted");
    expect(said(answered({ ...yes, tactical: "to win time" }))?.code).not.toBe("accepted");
    expect(said({ ...answered(yes), withdrawn: "2020-02-20" })?.code).not.toBe("accepted");
  });

  it("by enough, where not all have to sign", () => {
    const parties = [...PARTIES, { id: "c", name: "Cy", role: "negotiating" }];
    expect(said(answered(yes), "2020-06-30", { parties })?.code).not.toBe("accepted");
    const enough = said(answered(yes), "2020-06-30", { parties, acceptance: { atLeast: 2 } });
    expect(enough).toMatchObject({ code: "accepted", enough: true });
  });
});

describe("an offer with a last day", () => {
  const short = offer("short", "2020-02-01", "a", { x: "o1" }, { until: "2020-02-15" });

  it("has lapsed after it, unless it was accepted", () => {
    expect(remarksOn([short], "2020-02-15")).not.toContain("lapsed");
    expect(remarksOn([short], "2020-02-16")).toContain("It could be accepted until 2020-02-15, so it has lapsed.");
    const taken = { ...short, responses: [{ by: "b", date: "2020-02-10", answer: "accepted" }] };
    expect(remarksOn([taken], "2020-02-16")).not.toContain("lapsed");
  });

  it("cannot end before it is made", () => {
    expect(problemsIn(written([{ ...short, until: "2020-01-01" }])).join()).toContain("before it begins");
  });
});

describe("a body that ratifies", () => {
  const members = (ratifies: Json = {}) => ({
    parties: [...PARTIES, { id: "m", name: "the members", role: "ratifying", plural: true, ratifies }],
  });
  const needs = [
    ...NEEDS,
    { party: "m", swings: { rank: ["x", "y"] }, scores: { x: { prefer: "more" }, y: { prefer: "less" } } },
  ];
  const put = offer("put", "2020-02-01", "b", { x: "o1", y: "o1" });

  it("has no veto at the table, and is said to say yes or not as far as its needs are known", () => {
    const free = remarksOn([put], "2020-06-30", members({ by: "2020-09-01" }), needs);
    expect(free).toMatch(/By 2020-09-01 the members have to say yes: they would .*do so/);
    const signed = assess(buildCase(written([put], members(), needs)), {});
    expect(signed.ok && signed.value.offers[0]?.verdicts[0]?.parties.map(({ party }) => party)).toEqual(["a", "b"]);
  });

  it("is named also where its needs are not known", () => {
    expect(remarksOn([put], "2020-06-30", members({ by: "2020-09-01" }))).toContain(
      "By 2020-09-01 the members have to say yes; what they need is not known here.",
    );
    expect(remarksOn([put], "2020-06-30", members({ share: 0.5 }))).toContain(
      "Afterwards 50 % of the members have to say yes; what they need is not known here.",
    );
  });

  it("is many people where a part of it must say yes", () => {
    expect(remarksOn([put], "2020-06-30", members({ share: 0.5 }), needs)).toMatch(
      /Afterwards 50 % of the members must say yes\. In .* % of the models of their needs they would\./,
    );
  });

  it("is said to be no such body where its role is another", () => {
    const wrong = { parties: [{ ...PARTIES[0], ratifies: { by: "2020-09-01" } }, PARTIES[1]] };
    expect(problemsIn(written([], wrong)).join()).toContain("only a party whose role is ratifying");
  });
});

describe("a party that exists before it is at the table", () => {
  const joins = { parties: [PARTIES[0], { ...PARTIES[1], atTable: "2020-03-01" }], sources: [{ id: "s", title: "S" }] };

  it("can be quoted before, and has no seat then", () => {
    const statement = {
      id: "said",
      date: "2020-01-10",
      speaker: "Bob",
      party: "b",
      about: "b",
      says: "Not yet.",
      source: "s",
    };
    const put = offer("put", "2020-01-05", "a", { x: "o1" });
    const built = { ...written([put], joins), record: { offers: [put], statements: [statement] } };
    expect(problemsIn(built)).toEqual([]);
    const seats = (asOf: string) => {
      const found = assess(buildCase(built), { asOf });
      return found.ok ? found.value.offers[0]?.verdicts[0]?.parties.map(({ party }) => party) : found.reasons;
    };
    expect(seats("2020-02-28")).toEqual(["a"]);
    expect(seats("2020-03-01")).toEqual(["a", "b"]);
  });
});

describe("an issue", () => {
  it("says kind and verification for every option that does not say its own", () => {
    const options = [{ id: "o0" }, { id: "o1", kind: "irreversible" }, { id: "o2", verify: "it is seen" }];
    const said = { id: "x", name: "X", today: "o0", kind: "reversible", verify: "the books", options };
    const numbered = { id: "n", name: "N", today: 0, kind: "symbolic", numeric: { from: 0, to: 1, step: 1 } };
    const built = buildCase({ case: { issues: [said, numbered] } });
    expect(built.issues[0]?.options.map(({ kind, verify }) => [kind, verify])).toEqual([
      ["reversible", "the books"],
      ["irreversible", "the books"],
      ["reversible", "it is seen"],
    ]);
    expect(built.issues[1]?.options.map(({ kind }) => kind)).toEqual(["symbolic", "symbolic"]);
  });
});

describe("rules", () => {
  const pay = { id: "pay", name: "Pay", today: 20, numeric: { from: 20, to: 40, step: 5 } };
  const strike = issue("strike", 2, { today: "o1" });

  it("know thresholds, on numbers and along the order of options", () => {
    const built = buildCase({
      case: { issues: [pay, issue("x", 3)], rules: [{ id: "r", never: { pay: { over: 30 }, x: { atMost: "o1" } } }] },
    });
    expect(built.rules[0]?.forbidden[0]).toEqual(
      new Map([
        [0, new Set([3, 4])],
        [1, new Set([0, 1])],
      ]),
    );
    const nothing = { issues: [pay], rules: [{ id: "r", never: { pay: { over: 40 } } }] };
    expect(problemsIn({ case: nothing }).join()).toContain('no option of "pay" lies within over 40');
    const unordered = {
      issues: [issue("x", 3, { ordered: false })],
      rules: [{ id: "r", never: { x: { over: "o0" } } }],
    };
    expect(problemsIn({ case: unordered }).join()).toContain("has no order, so a threshold means nothing there");
  });

  it("may bind agreements alone: what is so today need not obey them", () => {
    const ends = (agreementsOnly: boolean) => ({
      issues: [strike],
      rules: [{ id: "ends", never: { strike: "o1" }, ...(agreementsOnly && { agreementsOnly }) }],
    });
    expect(problemsIn({ case: ends(false) }).join()).toContain('today breaks rule "ends"');
    expect(problemsIn({ case: ends(true) })).toEqual([]);
  });
});
