import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { filesIn, readCase } from "../../../../../test/read-case.js";
import { buildCase, filesOf, type WrittenCase } from "../../../test/build-case.js";
import { type Case, type CaseFile, describeProblem, isNone, parseCase, withChanges } from "../../case/index.js";
import { classOf } from "../../evidence/index.js";
import {
  bracketsOf,
  bracketText,
  type Clause,
  entriesOf,
  type Flag,
  isBracket,
  piecesOf,
  plainText,
  type TableRow,
} from "../document.js";
import { schedule } from "../schedule/schedule.js";
import { type BracketAnswer, settleBracket } from "../settle.js";
import { type Framework, framework } from "./framework.js";
import { readFramework } from "./read.js";

const CASES = [
  "barter-1950",
  "hanoi-2019",
  "hospital-contract",
  "inf-1987",
  "itex-cypress",
  "jcpoa-2015",
  "panama-1977",
  "six-party-2007",
];

const folder = (name: string) => new URL(`../../../../../cases/${name}`, import.meta.url).pathname;

function draftOf(negotiation: Case): Framework {
  const found = framework(negotiation, { models: 50 });
  if (!found.ok) throw new Error(found.reasons.join("\n"));
  return found.value;
}

const clausesOf = ({ parts }: Pick<Framework, "parts">): Clause[] =>
  entriesOf(parts).filter((entry): entry is Clause => "pieces" in entry);

const clauseIn = (draft: Framework, id: string): Clause => {
  const found = clausesOf(draft).find((one) => one.id === id);
  if (!found) throw new Error(`no clause ${id}`);
  return found;
};

const kindsOf = (flags: readonly Flag[]) => flags.map(({ kind }) => kind);

function valueAt(files: readonly CaseFile[], file: string, path: readonly (string | number)[]): unknown {
  let value: unknown = parse(files.find((one) => one.path === file)?.text ?? "null");
  for (const key of path) value = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  return value;
}

describe.each(CASES)("the draft of %s", (name) => {
  const files = filesIn(folder(name));
  const negotiation = readCase(name);
  const draft = draftOf(negotiation);

  it("traces every clause and every row to a field of the case; what is asked for and not there, to where it would stand", () => {
    const silent = new Set(["preamble:agree", "meetings:annex", "definitions:none", "verification:annex"]);
    for (const entry of entriesOf(draft.parts)) {
      if (silent.has(entry.id) || entry.id.startsWith("signature:")) continue;
      expect([entry.id, entry.from.length > 0]).toEqual([entry.id, true]);
      const asked = piecesOf(entry)
        .filter(isBracket)
        .flatMap(({ fill }) => (fill && "at" in fill ? [fill.at.path.join(" ")] : []));
      for (const { file, path, label } of entry.from) {
        const there = valueAt(files, file, path) !== undefined;
        // What is not there is a whole list, or what a bracket of the clause asks for.
        const wanted = path.length <= 2 || asked.some((one) => one.startsWith(path.join(" ")));
        expect([entry.id, label, there || wanted]).toEqual([entry.id, label, true]);
      }
    }
  });

  it("has every commitment and every obligation once, by whom it binds, and refers only to clauses that are there", () => {
    const clauses = clausesOf(draft);
    const ids = clauses.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, by } of negotiation.commitments) {
      const part = draft.parts.find(({ id: of }) => of === `undertaking:${by}`);
      expect(part?.blocks.filter((block) => block.id === `commitment:${id}`)).toHaveLength(1);
    }
    const promised = new Set(negotiation.commitments.map(({ id }) => id));
    for (const { id } of negotiation.obligations) expect(ids.includes(`obligation:${id}`)).toBe(!promised.has(id));
    const numbers = new Map(clauses.map((one) => [one.id, one.number]));
    for (const entry of entriesOf(draft.parts))
      for (const piece of piecesOf(entry))
        if (typeof piece !== "string" && !isBracket(piece)) expect(piece.text).toBe(numbers.get(piece.to));
  });

  it("flags just the promises that have no day of their own, and those that nobody could see kept", () => {
    for (const one of negotiation.commitments) {
      const kinds = kindsOf(clauseIn(draft, `commitment:${one.id}`).flags);
      expect([one.id, kinds.includes("undated")]).toEqual([one.id, one.start === null && one.due === null]);
      const target = negotiation.issues.find(({ id }) => id === one.move?.issue)?.options[one.move?.to ?? -1];
      expect([one.id, kinds.includes("unverifiable")]).toEqual([
        one.id,
        one.verification.method === null && !target?.verify,
      ]);
      // What nobody could see is nowhere said to be known at once.
      const rows = entriesOf(draft.parts).filter(
        (entry): entry is TableRow => "cells" in entry && [`road:${one.id}`, `verify:${one.id}`].includes(entry.id),
      );
      expect(rows).toHaveLength(2);
      for (const { cells } of rows)
        expect(cells.some((cell) => plainText(cell) === "at once")).toBe(
          isNone(one.verification.takes) && !kinds.includes("unverifiable"),
        );
    }
    for (const { id, contested } of negotiation.obligations)
      if (contested.length > 0) expect(kindsOf(clauseIn(draft, `obligation:${id}`).flags)).toContain("contested");
  });

  it("closes every bracket that has a field, by what is written into the case, and opens no other", () => {
    const before = new Set(bracketsOf(draft.parts).map(({ id }) => id));
    for (const [place, bracket] of bracketsOf(draft.parts).entries()) {
      const { fill } = bracket;
      if (!fill) continue;
      // Parts of words are agreed and left out in turn: a draft of each would take as long again.
      const ofPart: BracketAnswer = place % 2 === 0 ? { kind: "agreed", text: "One text" } : { kind: "left out" };
      const value = fill.form === "date" ? "2031-02-03" : "as both will say";
      const settled = settleBracket(
        negotiation,
        fill,
        fill.form === "component" ? ofPart : { kind: "value", text: value },
      );
      if (!settled.ok) throw new Error(settled.reasons.join());
      const { file, changes } = settled.value;
      const there = files.find(({ path }) => path === file)?.text ?? "";
      const text = withChanges(there, changes);
      if (!text.ok) throw new Error(text.reasons.join());
      const after = parseCase([...files.filter(({ path }) => path !== file), { path: file, text: text.value }]);
      // A day may be the wrong one for its rule; then the case says so, and nothing is written.
      if (!after.ok) throw new Error(after.problems.map(describeProblem).join("\n"));
      const left = bracketsOf(draftOf(after.value).parts).map(({ id }) => id);
      expect(left).not.toContain(bracket.id);
      expect(left.filter((id) => !before.has(id))).toEqual([]);
    }
  });

  it("gives in Annex A the days of the articles: those that are agreed as text, all others in brackets", () => {
    const table = draft.parts.find(({ id }) => id === "annex:road")?.blocks[0];
    const rows = table?.kind === "table" ? table.rows : [];
    expect(rows.filter(({ id }) => negotiation.commitments.some((one) => id === `road:${one.id}`))).toHaveLength(
      negotiation.commitments.length,
    );
    for (const { id, start, due } of negotiation.commitments) {
      const cells = rows.find((row) => row.id === `road:${id}`)?.cells ?? [];
      const article = plainText(clauseIn(draft, `commitment:${id}`).pieces);
      for (const [column, set] of [
        [3, start !== null],
        [4, start !== null || due !== null],
      ] as const) {
        const cell = plainText(cells[column] ?? []);
        expect([id, column, cell.startsWith("[")]).toEqual([id, column, !set && cell !== "–"]);
        if (set) expect(article).toContain(cell);
      }
    }
  });

  it("is the same after a way through JSON", () => {
    const read = readFramework("draft.json", JSON.stringify(draft));
    expect(read).toEqual({ ok: true, value: draft });
  });
});

describe("definitions", () => {
  const said = fc.constantFrom("in", "out", "unsaid");
  const arbitrary = fc.array(fc.tuple(said, said), { minLength: 1, maxLength: 6 });
  const withTerm = (rows: readonly (readonly [string, string])[], more: object = {}): WrittenCase => {
    const of = (side: 0 | 1, what: string) => rows.flatMap((row, k) => (row[side] === what ? [`c${k}`] : []));
    return {
      case: {
        terms: [
          {
            id: "word",
            name: "Word",
            components: rows.map((_, k) => ({ id: `c${k}`, text: `Part ${k}` })),
            readings: [
              { party: "a", in: of(0, "in"), out: of(0, "out"), ...more },
              { party: "b", in: of(1, "in"), out: of(1, "out") },
            ],
          },
        ],
      },
    };
  };

  it("give agreed parts as text, rejected ones as not meant, and all others in brackets with each side's word", () => {
    fc.assert(
      fc.property(arbitrary, (rows) => {
        const draft = draftOf(buildCase(withTerm(rows)));
        rows.forEach(([a, b], k) => {
          const { pieces } = clauseIn(draft, `term:word:c${k}`);
          const kind = classOf([a, b] as Parameters<typeof classOf>[0]);
          const text = plainText(pieces);
          const side = (what: string) => (what === "in" ? `Part ${k}` : what === "out" ? "left out" : "says nothing");
          if (kind === "agreed") expect(text).toBe(`Part ${k}`);
          else if (kind === "rejected") expect(text).toBe(`not: Part ${k}`);
          else expect(text).toBe(`[Ann: ${side(a)}] [Bob: ${side(b)}]`);
        });
      }),
      { numRuns: 100 },
    );
  });

  it("keep a bracket where both read a part in and word it differently, until one text is agreed", () => {
    const written = withTerm([["in", "in"]], { wording: { c0: "My part" } });
    const negotiation = buildCase(written);
    const { pieces, flags } = clauseIn(draftOf(negotiation), "term:word:c0");
    expect(plainText(pieces)).toBe("[Ann: My part] [Bob: Part 0]");
    expect(flags[0]?.text).toBe("All read it so; the wording is open.");
    const settled = settleBracket(
      negotiation,
      { form: "component", term: "word", component: "c0" },
      { kind: "agreed", text: "Our part" },
    );
    if (!settled.ok) throw new Error(settled.reasons.join());
    const files = filesOf(written).map((file) => {
      if (file.path !== settled.value.file) return file;
      const made = withChanges(file.text, settled.value.changes);
      if (!made.ok) throw new Error(made.reasons.join());
      return { ...file, text: made.value };
    });
    const after = parseCase(files);
    expect(after.ok && plainText(clauseIn(draftOf(after.value), "term:word:c0").pieces)).toBe("Our part");
  });

  it("take one side's wording into the case, which then reads the part in", () => {
    const negotiation = buildCase(withTerm([["in", "out"]]));
    const settled = settleBracket(
      negotiation,
      { form: "component", term: "word", component: "c0" },
      { kind: "wording", party: "b", text: "A part, later" },
    );
    expect(settled).toMatchObject({
      ok: true,
      value: {
        file: "case.yaml",
        changes: [
          { path: ["terms", 0, "readings", 1, "in"], value: ["c0"] },
          { path: ["terms", 0, "readings", 1, "out"] },
          { path: ["terms", 0, "readings", 1, "wording", "c0"], value: "A part, later" },
        ],
      },
    });
  });

  it.each([
    [
      { form: "date", at: { file: "agreement.yaml", path: ["x"], label: "x" } },
      { kind: "value", text: "soon" },
      /is no day/,
    ],
    [{ form: "text", at: { file: "agreement.yaml", path: ["x"], label: "x" } }, { kind: "value", text: " " }, /empty/],
    [{ form: "text", at: { file: "agreement.yaml", path: ["x"], label: "x" } }, { kind: "left out" }, /takes one text/],
    [{ form: "component", term: "word", component: "c9" }, { kind: "left out" }, /no part "c9"/],
    [{ form: "component", term: "word", component: "c0" }, { kind: "value", text: "x" }, /agreed, left out, or worded/],
  ] as const)("refuse %j with %j", (fill, answer, why) => {
    const settled = settleBracket(
      buildCase(withTerm([["in", "out"]])),
      fill as Parameters<typeof settleBracket>[1],
      answer as BracketAnswer,
    );
    expect(settled.ok ? "" : settled.reasons.join()).toMatch(why);
  });
});

const THREE = [
  { id: "a", name: "Ann", role: "negotiating" },
  { id: "b", name: "Bob", role: "negotiating" },
  { id: "c", name: "Cid", role: "negotiating" },
];

describe("powers, milestones, deposits and what is taken back", () => {
  const draft = draftOf(
    buildCase({
      agreement: {
        commitments: [
          {
            id: "one",
            by: "a",
            issue: "x",
            to: "o1",
            text: "One",
            reversible: 1,
            start: "2020-07-01",
            verification: { method: "Eyes" },
          },
          { id: "two", by: "b", text: "Two", after: ["one"], reversible: 0.25, takes: "1 month" },
        ],
        metrics: [{ id: "heat", name: "Heat", unit: "kg" }],
        obligations: [
          { id: "cool", by: "b", to: "a", text: "Stay cool", from: "2020-07-01", keep: { metric: "heat", atMost: 5 } },
          {
            id: "tell",
            by: "b",
            text: "Tell",
            report: { metric: "heat", first: "2020-09-01", every: "3 months", grace: "10 days" },
          },
          { id: "vague", by: "a", text: "Be nice", achieve: { by: "2021-01-01" } },
        ],
        powers: [
          {
            id: "snap",
            by: "a",
            text: "Snap-back",
            after: ["cool"],
            stages: [{ id: "talk", name: "Talks", takes: "30 days", extendable: true }],
            suspends: ["tell"],
          },
        ],
        roadmap: {
          deposits: [{ id: "gold", by: "a", text: "a ton of gold" }],
          escrows: [{ id: "bank", by: "the bank", holds: ["one", "two"] }],
          milestones: [{ id: "done", name: "All done", at: "2020-08-15", complete: ["one", "two"] }],
        },
        framework: { entryIntoForce: "on signature", depositary: "a", languages: ["English", "Thai"], title: "A pact" },
      },
    }),
  );
  const text = (id: string) => plainText(clauseIn(draft, id).pieces);

  it("stand in clauses of their own, by the numbers of what they are about", () => {
    expect(draft.heading).toBe("A pact");
    expect(text("power:snap")).toBe(
      "Ann may invoke: Snap-back, where 4.2 is broken. Once invoked it runs through Talks (30 days, longer by consensus). Once exerted it suspends 4.3.",
    );
    expect(text("powers:back")).toBe(
      "Taken back when the rest is called off: all of 3.1; 25 % of 4.1. The rest stays done.",
    );
    expect(text("deposit:gold")).toBe("Ann deposits: a ton of gold. It loses this to the others where it stops.");
    expect(text("commitment:one")).toContain(
      "The bank holds it, and releases 3.1 and 4.1 at once when all are verified.",
    );
    expect(text("commitment:two")).toContain("It is released once 3.1 is complete.");
    expect(text("commitment:one")).toContain("Its end releases 4.1.");
    expect(text("obligation:cool")).toBe(
      "Stay cool. The limit: at most 5 kg. It binds from 2020-07-01. What is looked at: Heat. A figure counts where it is verified, and no older than 6 months.",
    );
    expect(text("obligation:tell")).toContain(
      "The first report is due by 2020-09-01, and one every 3 months from then on, each with a grace of 10 days.",
    );
    expect(text("framework:depositary")).toBe("The original is kept by Ann.");
    expect(text("framework:languages")).toBe("It is written in English and Thai, all texts being equally authentic.");
  });

  it("flag what nothing measures, and a milestone that the plan misses", () => {
    expect(kindsOf(clauseIn(draft, "obligation:vague").flags)).toEqual(["unverifiable"]);
    expect(bracketText(bracketsOf(draft.parts).find(({ id }) => id === "obligation:vague:metric") as never)).toBe(
      "[how the others would know]",
    );
  });

  it("say whose breach a power answers, and whose where that is not named", () => {
    const powers = [
      { id: "one", by: "a", against: "b", text: "Leave." },
      { id: "two", by: ["a", "c"], text: "Stop", after: ["o", "p"] },
    ];
    const found = draftOf(
      buildCase({
        case: { parties: THREE },
        agreement: {
          metrics: [{ id: "m" }],
          obligations: [
            { id: "o", by: "b", to: ["a", "c"], text: "O", from: "2020-07-01", prohibit: { metric: "m" } },
            { id: "p", by: "b", text: "P", from: "2020-07-01", prohibit: { metric: "m" } },
          ],
          powers,
        },
      }),
    );
    expect(plainText(clauseIn(found, "power:one").pieces)).toBe(
      "Ann may invoke: Leave, where any obligation of Bob is broken.",
    );
    expect(plainText(clauseIn(found, "power:two").pieces)).toBe(
      "Ann and Cid may invoke: Stop, where one of 3.1 and 3.2 is broken.",
    );
    expect(plainText(clauseIn(found, "obligation:o").pieces)).toContain("O. It is owed to Ann and Cid.");
  });

  it("know nobody who has left: what it owed with others is theirs, and nothing that it promised or may do is in the text", () => {
    const owed = (id: string, by: string[]) => ({
      id,
      by,
      to: ["b", "c"],
      text: `Text of ${id}`,
      achieve: { by: "2020-08-01" },
    });
    const left = buildCase({
      case: { parties: THREE.map((party) => (party.id === "c" ? { ...party, until: "2020-01-31" } : party)) },
      agreement: {
        obligations: [owed("first", ["c", "a"]), owed("second", ["a", "c"]), owed("third", ["c"])],
        commitments: [
          { id: "gone", by: "c", issue: "x", to: "o1", text: "Text of gone", reversible: 1 },
          { id: "stays", by: "b", text: "Text of stays", after: ["gone"] },
        ],
        powers: [
          { id: "one", by: ["c"], text: "Leave" },
          { id: "two", by: ["a"], against: "c", text: "Stop" },
          { id: "three", by: ["a", "c"], text: "Pause", after: ["third", "first"] },
        ],
        roadmap: { milestones: [{ id: "m", name: "Half", at: "2020-09-01", complete: ["gone", "stays"] }] },
        meetings: [{ id: "meet", name: "Talks", from: "2020-09-01", parties: ["a", "b", "c"], agenda: ["News"] }],
      },
    });
    const found = draftOf(left);
    const text = JSON.stringify(found.parts);
    expect(text).not.toMatch(/Cid|gone|third/);
    for (const id of ["first", "second"]) {
      expect(text).toContain(`Text of ${id}`);
      expect(
        found.parts
          .find((part) => part.id === "undertaking:a")
          ?.blocks.some((block) => block.id === `obligation:${id}`),
      ).toBe(true);
    }
    expect(found.remarks.join(" ")).toContain(
      "Cid is no party on 2020-06-30; what it promised is left out, and what it owed together with others is owed by these alone.",
    );
    const meetings = schedule(left);
    expect(JSON.stringify(meetings.ok ? meetings.value.series : meetings.reasons)).not.toMatch(/gone|third|"c"/);
    expect(JSON.stringify(meetings)).toContain("Text of first");
  });

  it("let nobody undertake anything unsaid: who does not negotiate is named, flagged, and has a line to sign on", () => {
    const found = draftOf(
      buildCase({
        case: { parties: THREE.map((party) => (party.id === "c" ? { ...party, role: "mediator" } : party)) },
        agreement: { commitments: [{ id: "watch", by: "c", text: "Watches", start: "2020-07-01" }] },
      }),
    );
    const bound = clauseIn(found, "parties:bound:c");
    expect(plainText(bound.pieces)).toBe("Cid is bound by what it undertakes: 3.1.");
    expect(kindsOf(bound.flags)).toEqual(["missing"]);
    expect(clausesOf(found).some(({ id }) => id === "signature:c")).toBe(true);
  });

  it("say what is owed together, over a time, as a share, after something, for longer, and without a breach", () => {
    const found = draftOf(
      buildCase({
        agreement: {
          commitments: [{ id: "visit", by: ["a", "b"], text: "They visit" }],
          sideLetters: [{ id: "reading", by: "b", text: "Bob reads “gas” as HFC alone" }],
          metrics: [
            { id: "hfc", name: "HFC", unit: "Mt" },
            { id: "moved", name: "a launcher is moved" },
            { id: "note" },
          ],
          obligations: [
            { id: "meet", by: ["a", "b"], text: "They meet", report: { metric: "note", first: "2021-06-30" } },
            {
              id: "quota",
              by: "a",
              text: "Few looks",
              from: "2021-01-01",
              until: "2030-12-31",
              extendable: true,
              keep: { metric: "note", atMost: 18, over: { take: "total", length: "1 year", starting: "2021-01-01" } },
            },
            {
              id: "gas",
              by: "a",
              text: "Less gas",
              keep: {
                metric: "hfc",
                limits: [{ from: "2029", atMost: { share: 90, of: "hfc", from: "2020", until: "2022" } }],
              },
            },
            { id: "tell", by: "b", text: "Tell", report: { metric: "note", after: "moved", within: "5 days" } },
          ],
          powers: [{ id: "leave", by: "a", text: "Leave", needsBreach: false }],
        },
      }),
    );
    const text = (id: string) => plainText(clauseIn(found, id).pieces);
    expect(text("obligation:meet")).toContain("They meet. It is owed by Ann and Bob together.");
    expect(text("letter:reading")).toBe("Letter of Bob to Ann: Bob reads “gas” as HFC alone. It binds Bob alone.");
    expect(found.parts.find(({ id }) => id === "undertaking:a+b")?.title).toBe("What Ann and Bob undertake together");
    expect(text("commitment:visit")).toContain("They visit. It is promised by Ann and Bob together.");
    expect(text("obligation:quota")).toContain(
      "The limit: at most 18. What counts is the total of each year from 2021-01-01 on. It binds from 2021-01-01 to 2030-12-31. The Parties may agree that it lasts longer.",
    );
    expect(text("obligation:gas")).toContain(
      "The limit: at most 90 % of the mean of HFC from 2020-01-01 to 2022-12-31 from 2029-01-01.",
    );
    expect(text("obligation:tell")).toContain("A report is due within 5 days after a launcher is moved, each time.");
    expect(text("power:leave")).toBe("Ann may invoke: Leave, at any time and without a breach.");
    const duty = clauseIn(found, "obligation:meet").topic;
    expect(duty).toMatchObject({ kind: "duty", by: "a", with: ["b"] });
  });

  it("keep every day of an obligation, and put a contested one in nobody's mouth", () => {
    const found = draftOf(
      buildCase({
        agreement: {
          metrics: [{ id: "m" }],
          obligations: [
            {
              id: "told",
              by: "a",
              text: "Tell",
              until: "2021-12-31",
              report: { metric: "m", first: "2020-09-01", every: "1 month" },
            },
            {
              id: "later",
              by: "a",
              text: "Later",
              conditional: true,
              from: "2020-08-01",
              until: "2021-01-01",
              prohibit: { metric: "m" },
            },
            {
              id: "hard",
              by: "b",
              to: "a",
              text: "Hard",
              from: "2020-07-01",
              prohibit: { metric: "m" },
              contested: [{ by: "a", text: "it is softer" }],
            },
          ],
        },
      }),
    );
    const say = (id: string) => plainText(clauseIn(found, `obligation:${id}`).pieces);
    expect(say("told")).toContain(
      "The first report is due by 2020-09-01, and one every month from then on. It binds to 2021-12-31.",
    );
    expect(say("later")).toContain(
      "It binds once it is activated, from 2020-08-01 at the earliest, and to 2021-01-01.",
    );
    expect(kindsOf(clauseIn(found, "obligation:later").flags)).toContain("missing");
    expect(say("hard")).toMatch(/^\[Hard\] \[Ann: it is softer\]\./);
  });

  it("flag days that do not go with what must come first, and what is held until something unseen is verified", () => {
    const step = (id: string, by: string, more: object) => ({
      id,
      by,
      text: id,
      verification: { method: "Eyes" },
      ...more,
    });
    const flagsWith = (commitments: readonly object[], roadmap?: object) => {
      const found = draftOf(buildCase({ agreement: { commitments, ...(roadmap && { roadmap }) } }));
      return Object.fromEntries(
        clausesOf(found)
          .filter(({ id }) => id.startsWith("commitment:"))
          .map(({ id, flags }) => [
            id.slice(11),
            flags.filter(({ kind }) => kind === "limits").map(({ text: said }) => said),
          ]),
      );
    };
    expect(
      flagsWith([step("ship", "a", { due: "2020-09-01" }), step("pay", "b", { start: "2020-08-01", after: ["ship"] })])
        .pay,
    ).toEqual(["Its first day, 2020-08-01, comes before the last of 3.1, 2020-09-01, which must be complete first."]);
    expect(
      flagsWith([step("ship", "a", { due: "2020-09-01" }), step("pay", "b", { due: "2020-08-01", after: ["ship"] })])
        .pay,
    ).toEqual(["It is due on 2020-08-01; 3.1, which must be complete first, has until 2020-09-01."]);
    expect(
      flagsWith([step("build", "a", { start: "2020-07-01", due: "2020-08-01", takes: "3 months" })]).build,
    ).toEqual(["From 2020-07-01 it takes 3 months, which is longer than to 2020-08-01."]);
    expect(
      flagsWith([step("gold", "a", {}), { id: "word", by: "b", text: "word" }], {
        escrows: [{ id: "bank", by: "the bank", holds: ["gold", "word"] }],
      }).gold,
    ).toEqual(["What is held is released when all is verified, and nothing verifies 4.1: it is never released."]);
  });

  it("flag what the text lets slip: a milestone before an agreed day, a duty before it binds, a signature after what it founds", () => {
    const found = draftOf(
      buildCase({
        agreement: {
          metrics: [{ id: "m", name: "Flights" }],
          commitments: [{ id: "ship", by: "a", text: "Ship", due: "2020-09-01", verification: { method: "Eyes" } }],
          obligations: [
            {
              id: "early",
              by: "b",
              text: "Early",
              from: "2020-09-01",
              achieve: { metric: "m", atMost: 3, by: "2020-08-01" },
            },
            {
              id: "one",
              by: "b",
              text: "One",
              from: "2020-07-01",
              keep: { metric: "m", limits: [{ from: "2020-10-01", atMost: 3 }] },
            },
            { id: "none", by: "b", text: "None", from: "2020-07-01", prohibit: { metric: "m" } },
          ],
          roadmap: { milestones: [{ id: "m1", name: "Half", at: "2020-08-15", complete: ["ship"] }] },
          framework: { date: "2020-08-01" },
          meetings: [{ id: "r", name: "Review", from: "2020-08-01", every: "1 month", ends: "2021-01-01" }],
        },
      }),
    );
    const flagsOf = (id: string) => clauseIn(found, id).flags.map(({ text: said }) => said);
    expect(flagsOf("milestone:m1")).toEqual(["By then 3.1 must be complete, which has until 2020-09-01."]);
    expect(flagsOf("obligation:early")).toEqual([
      "It is due on 2020-08-01, before the day from which it binds, 2020-09-01.",
    ]);
    expect(flagsOf("signature:done")).toEqual(["Days of 4.2 and 4.3 come before it."]);
    const say = (id: string) => plainText(clauseIn(found, id).pieces);
    expect(say("obligation:one")).toContain("The limit: at most 3 from 2020-10-01.");
    expect(say("obligation:none")).toContain("Forbidden: Flights; its figure stays 0.");
    expect(say("meeting:r")).toContain("every 1 month, first on 2020-08-01, and begin no later than 2021-01-01.");
  });

  it("count their flags and brackets in the sentence", () => {
    expect(draft.brackets).toBe(bracketsOf(draft.parts).length);
    expect(draft.sentence).toContain(`${draft.brackets} brackets are open`);
    expect(draftOf(buildCase({})).sentence).toBe("Nothing is promised yet: the text has its frame, and no obligation.");
  });
});

describe("a framework from a file", () => {
  it.each([
    ["no JSON", /is no JSON/],
    ["{}", /is no framework/],
    [JSON.stringify({ kind: "framework" }), /is no framework/],
  ])("%s is refused in words", (text, why) => {
    const found = readFramework("x.json", text);
    expect(found.ok ? "" : found.reasons.join()).toMatch(why);
  });

  it("may hold nothing that a terminal would obey", () => {
    const draft = draftOf(buildCase({}));
    expect(readFramework("x.json", JSON.stringify({ ...draft, sentence: "\u001b[2J" })).ok).toBe(false);
  });
});
