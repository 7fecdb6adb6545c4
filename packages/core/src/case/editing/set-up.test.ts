import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { withChanges } from "../edit.js";
import { type CaseFile, parseCase } from "../parse.js";
import type { Case } from "../types.js";
import type { FileChange } from "./contents.js";
import { columnsOf, tableOf } from "./pasted-table.js";
import { removalOf } from "./removal.js";
import { type SetUpStep, setUpChange, type View } from "./set-up.js";

const BLANK: CaseFile[] = [
  {
    path: "case.yaml",
    text: stringify({
      parley: 1,
      title: "Talks",
      asOf: "2026-01-15",
      parties: [
        { id: "us", name: "Us", role: "negotiating" },
        { id: "them", name: "Them", role: "negotiating" },
      ],
      issues: [],
    }),
  },
];

function written(files: readonly CaseFile[], changed: readonly FileChange[]): CaseFile[] {
  const kept = files.filter(({ path }) => !changed.some(({ file }) => file === path));
  return [
    ...kept,
    ...changed.flatMap(({ file, changes, text }): CaseFile[] => {
      if (text === null) return [];
      const before = files.find(({ path }) => path === file)?.text ?? "";
      const made = withChanges(before, changes ?? []);
      if (!made.ok) throw new Error(made.reasons.join());
      return [{ path: file, text: made.value }];
    }),
  ];
}

function after(steps: readonly SetUpStep[], files: readonly CaseFile[] = BLANK): CaseFile[] {
  return steps.reduce<CaseFile[]>(
    (standing, step) => {
      const change = setUpChange(standing, step);
      if (!change.ok) throw new Error(change.reasons.join());
      return written(standing, change.value.files);
    },
    [...files],
  );
}

function caseOf(files: readonly CaseFile[]): Case {
  const parsed = parseCase(files);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join("\n"));
  return parsed.value;
}

const view = (party: string): View => ({ party, holder: party, basis: "stated", date: "2026-01-15" });
const issue: SetUpStep = { do: "add-issue", name: "The price", first: "As today" };
const options = (written: string): SetUpStep => ({ do: "write-options", issue: "the-price", written });
const optionNames = (negotiation: Case) => negotiation.issues[0]?.options.map(({ name }) => name);

describe("setting up", () => {
  it("comes from nothing to a case with offers and needs, without an id being asked for", () => {
    const made = caseOf(
      after([
        issue,
        options("low; middle; high"),
        {
          do: "choose",
          offer: "first-offer",
          issue: "the-price",
          option: "low",
          begin: { name: "First offer", date: "2026-01-15", by: "them" },
        },
        { do: "choose", offer: "first-offer", issue: "the-price", option: "high" },
        { do: "no-deal", issue: "the-price", option: "middle" },
        { do: "prefer", view: view("us"), issue: "the-price", prefer: "less" },
        { do: "prefer", view: view("them"), issue: "the-price", prefer: "more" },
        { do: "rank", view: view("us"), rank: ["the-price"] },
      ]),
    );
    expect(made.issues.map(({ name }) => name)).toEqual(["The price"]);
    expect(optionNames(made)).toEqual(["low", "middle", "high"]);
    expect(made.offers[0]?.options).toEqual([2]);
    expect(made.noDeal).toEqual([1]);
    expect(made.interests.map(({ party, unsaid }) => [party, unsaid])).toEqual([
      ["them", []],
      ["us", []],
    ]);
  });

  it("an issue that is added later leaves the case in order, and says of whom it is not known what is better", () => {
    const made = caseOf(
      after([
        issue,
        options("low; high"),
        { do: "prefer", view: view("us"), issue: "the-price", prefer: "less" },
        { do: "add-issue", name: "Staff", first: "As today" },
        { do: "write-options", issue: "staff", written: "none, some" },
      ]),
    );
    expect(made.interests[0]?.unsaid).toEqual([1]);
  });

  it("an issue can be ranked before it is said what is best on it", () => {
    const made = caseOf(after([issue, options("low; high"), { do: "rank", view: view("us"), rank: ["the-price"] }]));
    expect(made.interests[0]).toMatchObject({ swingRank: [[0]], unsaid: [0] });
  });

  it("a range of numbers is typed with its unit and step", () => {
    const made = caseOf(after([issue, options("10 to 20 million by 2")]));
    expect(optionNames(made)).toEqual(["10", "12", "14", "16", "18", "20"].map((n) => `${n} million`));
    expect(optionNames(caseOf(after([issue, options("10 to 40 in steps of 10 k€")])))).toEqual(
      ["10", "20", "30", "40"].map((n) => `${n} k€`),
    );
    expect(optionNames(caseOf(after([issue, options("1–3%")])))).toHaveLength(21);
  });

  it("a number that can be read in two ways is asked for again", () => {
    const change = setUpChange(after([issue]), options("1.200 to 2.500 by 100"));
    expect(change.ok ? "" : change.reasons.join()).toMatch(/1\.2 or 1200/);
  });

  it("an option with another name keeps what points to it", () => {
    const before = after([
      issue,
      options("low; middle; high"),
      {
        do: "choose",
        offer: "first-offer",
        issue: "the-price",
        option: "middle",
        begin: { name: "First offer", date: "2026-01-15", by: null },
      },
    ]);
    const made = caseOf(after([options("low; half way; high")], before));
    expect(made.offers[0]?.named).toEqual([0]);
    expect(optionNames(made)?.[made.offers[0]?.options[0] ?? -1]).toBe("half way");
  });

  it("an option that goes says which offer names nothing else, and goes along", () => {
    const before = after([
      issue,
      options("low; middle; high"),
      {
        do: "choose",
        offer: "first-offer",
        issue: "the-price",
        option: "middle",
        begin: { name: "First offer", date: "2026-01-15", by: null },
      },
    ]);
    const change = setUpChange(before, options("low; high"));
    expect(change.ok && change.value.dependents.map(({ called, goes }) => [called, goes])).toEqual([
      ["First offer", true],
    ]);
  });

  it("an option in place of another is that one with another name, and said; elsewhere it is another one", () => {
    const before = after([issue, options("low; middle; high")]);
    const renamed = setUpChange(before, options("low; half way; high"));
    expect(renamed.ok && renamed.value.renamed).toEqual(["middle", "half way"]);
    const replaced = setUpChange(before, options("low; high; highest"));
    expect(replaced.ok && replaced.value.renamed).toBeNull();
    const made = caseOf(after([options("low; high; highest")], before));
    expect(made.issues[0]?.options.map(({ id }) => id)).toEqual(["low", "high", "highest"]);
  });

  it("what is best stays best where options change their order", () => {
    const before = after([
      issue,
      options("low; middle; high"),
      { do: "prefer", view: view("us"), issue: "the-price", prefer: "less" },
      { do: "prefer", view: view("them"), issue: "the-price", prefer: "more" },
    ]);
    const made = caseOf(after([options("high; middle; low")], before));
    const best = made.interests.map(({ party, scores }) => [party, scores[0]?.levels?.at(-1)?.[0]] as const);
    expect(new Map(best)).toEqual(
      new Map([
        ["them", 0],
        ["us", 2],
      ]),
    );
  });

  it("what holds today is not replaced by something else without being asked for", () => {
    const before = after([issue, options("low; middle; high")]);
    const change = setUpChange(before, options("middle; high"));
    expect(change.ok ? "" : change.reasons.join()).toMatch(/what holds today/);
  });

  it("a step names what it is of by its id, and finds it wherever it stands by now", () => {
    const files = after([issue, { do: "add-issue", name: "Staff", first: "As today" }]);
    const moved = after([{ do: "move", file: "case.yaml", list: ["issues"], id: "staff", by: -1 }], files);
    const made = caseOf(
      after([{ do: "set", file: "case.yaml", path: ["issues", "the-price", "name"], value: "What is paid" }], moved),
    );
    expect(made.issues.map(({ name }) => name)).toEqual(["Staff", "What is paid"]);
    const gone = setUpChange(files, { do: "set", file: "case.yaml", path: ["issues", "no-more", "name"], value: "x" });
    expect(gone.ok ? "" : gone.reasons.join()).toMatch(/not there any more/);
  });

  it("any names make a case that is in order, and steps that are refused change nothing", () => {
    const name = fc.string({ minLength: 1, maxLength: 300, unit: "grapheme" });
    fc.assert(
      fc.property(fc.array(name, { maxLength: 4 }), name, fc.array(name, { maxLength: 4 }), (issues, offer, list) => {
        let files: CaseFile[] = BLANK;
        const steps: SetUpStep[] = [
          ...issues.map((one): SetUpStep => ({ do: "add-issue", name: one, first: "As today" })),
          {
            do: "choose",
            offer: "an-offer",
            issue: "issue",
            option: "today",
            begin: { name: offer, date: "2026-01-15", by: null },
          },
        ];
        for (const step of steps) {
          const change = setUpChange(files, step);
          if (change.ok) files = written(files, change.value.files);
        }
        for (const { id } of caseOf(files).issues) {
          const change = setUpChange(files, { do: "write-options", issue: id, written: list.join(";") });
          if (change.ok) files = written(files, change.value.files);
        }
        caseOf(files);
      }),
    );
  });
});

describe("a pasted block", () => {
  const first = "As today";
  const paste = (cells: string[][]): Case => {
    const guess = columnsOf(cells, (n) => `Offer ${n}`);
    return caseOf(after([{ do: "paste", table: tableOf(cells, guess), first, date: "2026-01-15" }]));
  };

  it("with heads becomes issues, options, today, no deal and offers", () => {
    const made = paste([
      ["Issue", "Options", "Today", "No deal", "Ours", "Theirs"],
      ["Price", "low; middle; high", "low", "middle", "low", "high"],
      ["Staff", "none; some; all", "none", "", "some", "all"],
    ]);
    expect(made.issues.map(({ name }) => name)).toEqual(["Price", "Staff"]);
    expect(made.offers.map(({ name, options }) => [name, options])).toEqual([
      ["Ours", [0, 1]],
      ["Theirs", [2, 2]],
    ]);
    expect(made.noDeal).toEqual([1, 0]);
  });

  it("without heads takes its first column as issues and the others as offers, numbers in their order", () => {
    const made = paste([
      ["Price", "30 M€", "20 M€"],
      ["Staff", "half", "all"],
    ]);
    expect(made.issues.map(({ options }) => options.map(({ name }) => name))).toEqual([
      ["20 M€", "30 M€"],
      ["half", "all"],
    ]);
    expect(made.offers.map(({ name, options }) => [name, options])).toEqual([
      ["Offer 1", [1, 0]],
      ["Offer 2", [0, 1]],
    ]);
  });

  it("takes options out of several columns, and gives offers of one head names of their own", () => {
    const made = paste([
      ["Issue", "Options", "Options", "Options", "Offer", "Offer"],
      ["Price", "low", "middle", "high", "low", "high"],
    ]);
    expect(optionNames(made)).toEqual(["low", "middle", "high"]);
    expect(made.offers.map(({ name, options }) => [name, options])).toEqual([
      ["Offer", [0]],
      ["Offer (2)", [2]],
    ]);
  });

  it("in a column named for a party is that party's offer", () => {
    const made = paste([
      ["Issue", "Us", "Them"],
      ["Price", "low", "high"],
    ]);
    expect(made.offers.map(({ by }) => by)).toEqual([["us"], ["them"]]);
  });

  it("of 190 issues is written in few changes", () => {
    const cells = Array.from({ length: 190 }, (_, k) => [`Issue ${k}`, "low; high", "low"]);
    const table = tableOf(cells, columnsOf(cells, String));
    const once = after([{ do: "paste", table, first, date: "2026-01-15" }]);
    const other = { ...table, rows: table.rows.map((row) => ({ ...row, options: "low; middle; high" })) };
    const change = setUpChange(once, { do: "paste", table: other, first, date: "2026-01-15" });
    expect(change.ok && change.value.files.every(({ changes }) => (changes?.length ?? 0) <= 150)).toBe(true);
  });

  it("pasted again changes nothing", () => {
    const cells = [
      ["Issue", "Options", "Ours"],
      ["Price", "low; middle; high", "low"],
    ];
    const step: SetUpStep = { do: "paste", table: tableOf(cells, columnsOf(cells, String)), first, date: "2026-01-15" };
    const once = after([step]);
    const again = setUpChange(once, step);
    expect(again.ok && again.value.files).toEqual([]);
  });

  it("of nothing is nothing", () => {
    expect(columnsOf([], String)).toEqual({ heads: false, columns: [] });
    expect(tableOf([[""]], columnsOf([[""]], String)).rows).toEqual([]);
  });
});

describe("options that look like numbers", () => {
  it("stay what they are called, in whatever is chosen of them; a range has numbers", () => {
    const offer = { name: "Ours", date: "2026-01-15", by: "us" };
    const named = caseOf(
      after([
        issue,
        options("007; 008; 009"),
        { do: "today", issue: "the-price", option: "009" },
        { do: "choose", offer: "ours", issue: "the-price", option: "008", begin: offer },
      ]),
    );
    const [price] = named.issues;
    expect([price?.options[price.today]?.id, price?.options[named.offers[0]?.options[0] ?? -1]?.id]).toEqual([
      "009",
      "008",
    ]);
    const range = caseOf(after([issue, options("1 to 9 by 1"), { do: "today", issue: "the-price", option: "7" }]));
    expect(range.issues[0]?.options[range.issues[0].today]?.id).toBe("7");
  });
});

describe("a form", () => {
  const goals: SetUpStep[] = ["Peace", "Rest"].map((name) => ({ do: "add-goal", name }));

  it("writes the fields that were changed, and leaves what others wrote meanwhile", () => {
    const standing = after([
      ...goals,
      { do: "set", file: "case.yaml", path: ["goals", "peace", "name"], value: "Peace at last" },
    ]);
    const changed = after(
      [
        {
          do: "change",
          file: "case.yaml",
          path: ["goals", "peace"],
          before: { id: "peace", name: "Peace" },
          after: { id: "peace", name: "Peace", note: "Ours" },
        },
        { do: "change", file: "case.yaml", path: [], before: { about: undefined }, after: { about: "All of it" } },
      ],
      standing,
    );
    const { about, goals: now } = caseOf(changed);
    expect([about, now.map(({ name }) => name)]).toEqual(["All of it", ["Peace at last", "Rest"]]);
    expect(changed[0]?.text).toContain("note: Ours");
  });

  it("is refused where its entry is gone", () => {
    const gone = setUpChange(after(goals), {
      do: "change",
      file: "case.yaml",
      path: ["goals", "none"],
      before: {},
      after: { name: "x" },
    });
    expect(gone.ok ? "" : gone.reasons.join()).toMatch(/not there any more/);
  });

  it("puts a new entry at the end under an id of its own, and moves entries up and down", () => {
    const append: SetUpStep = { do: "append", file: "case.yaml", list: ["goals"], value: { name: "Peace" } };
    const ids = (steps: readonly SetUpStep[]) => caseOf(after([...goals, ...steps])).goals.map(({ id }) => id);
    expect(ids([append])).toEqual(["peace", "rest", "peace-2"]);
    const move = (id: string | number, by: 1 | -1): SetUpStep => ({
      do: "move",
      file: "case.yaml",
      list: ["goals"],
      id,
      by,
    });
    expect(ids([append, move("peace-2", -1)])).toEqual(["peace", "peace-2", "rest"]);
    expect(ids([append, move(0, 1), move("rest", -1)])).toEqual(["rest", "peace", "peace-2"]);
  });
});

describe("what is a list by days", () => {
  it("is not changed by one cell, and that is said", () => {
    const files = after([issue, options("low; high")]).map((file) =>
      file.path === "case.yaml"
        ? {
            ...file,
            text: file.text
              .replace(/today: [^,}\n]*/, "today: [{ option: low }, { from: 2026-02-01, option: high }]")
              .concat("noDeal: [{ package: {} }, { from: 2026-02-01, package: { the-price: low } }]\n"),
          }
        : file,
    );
    expect(caseOf(files).issues[0]?.states).toHaveLength(2);
    for (const step of [
      { do: "today", issue: "the-price", option: "high" },
      { do: "no-deal", issue: "the-price", option: "high" },
    ] as const) {
      const change = setUpChange(files, step);
      expect(change.ok ? "" : change.reasons.join()).toContain("It is a list by days here");
    }
  });

  it("is not lost where options are written anew or removed", () => {
    const dated = (list: string) =>
      after([issue, options("low; middle; high")]).map((file) =>
        file.path === "case.yaml" ? { ...file, text: file.text.replace(/today: [^,}\n]*/, `today: ${list}`) } : file,
      );
    const files = dated("[{ option: low }, { from: 2026-02-01, option: high }]");
    const written = (text: string) => setUpChange(files, { do: "write-options", issue: "the-price", written: text });
    expect(written("low; high").ok).toBe(true);
    for (const text of ["low; middle", "1-9"]) {
      const change = written(text);
      expect(change.ok ? "" : change.reasons.join()).toContain("What holds today is a list by days here");
    }
    const removed = removalOf(files, { file: "case.yaml", path: ["issues", 0, "options", 0] });
    expect(removed.ok ? "" : removed.reasons.join()).toContain("It is what holds today");
  });

  it("is not lost to a pasted block either", () => {
    const files = after([issue, options("low; high")]).map((file) =>
      file.path === "case.yaml"
        ? {
            ...file,
            text: file.text.replace(/today: [^,}\n]*/, "today: [{ option: low }, { from: 2026-02-01, option: high }]"),
          }
        : file,
    );
    const cells = [
      ["Issue", "Options", "Today"],
      ["The price", "low; high", "high"],
    ];
    const table = tableOf(cells, columnsOf(cells, String));
    const change = setUpChange(files, { do: "paste", table, first: "As today", date: "2026-01-15" });
    expect(change.ok ? "" : change.reasons.join()).toContain("The price: It is a list by days here");
  });
});
