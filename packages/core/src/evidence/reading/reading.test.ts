// Three documents written for this test, read as a person would; and what holds of every reading.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCase } from "../../case/index.js";
import { MOST_TEXT, type Reading, type ReadingOptions, readText } from "./index.js";

const folder = join(import.meta.dirname, "../../../test/reading");
const document = (name: string): string => readFileSync(join(folder, `${name}.txt`), "utf8");

function read(text: string, options: ReadingOptions = {}): Reading {
  const reading = readText(text, options);
  if (!reading.ok) throw new Error(reading.reasons.join(" "));
  return reading.value;
}

/** Who, how, and in which words. */
const told = ({ statements }: Reading) =>
  statements.map(({ kind, speaker, quote }) => [speaker?.name ?? null, kind, quote]);
const by = (reading: Reading, words: string) => reading.statements.find(({ quote }) => quote.includes(words));

describe("an article", () => {
  const text = document("article");
  const reading = read(text, { date: "2024-03-12" });

  it("is read as a person would read it", () => {
    expect(told(reading)).toEqual([
      ["Els van Dijk", "mixed", "within reach of each other"],
      [
        "Els van Dijk",
        "direct",
        "Nobody got up from the table, and that is new, … We’ll meet again on Thursday. I don’t expect it to be short.",
      ],
      ["the union", "indirect", "that no permanent job is lost before 2030"],
      ["Pieter Vos", "mixed", "where the business allows it."],
      ["Pieter Vos", "direct", "a door they can close at any time."],
      ["Pieter Vos", "direct", "If they mean it, … they can write it down."],
      ["the operators", "indirect", "to comment on the figure"],
      ["Anna de Wit", "mixed", "remain committed to a fair settlement"],
      ["a person close to the talks", "indirect", "the two sides were some 6 million euros apart"],
      [
        "a report published last year by the port authority",
        "indirect",
        "automated terminals handle 20 percent more containers an hour",
      ],
      [null, "term", "Hold the Line"],
    ]);
  });

  it("tells offices, kinds of speakers, and where they are named", () => {
    const speaker = (words: string) => by(reading, words)?.speaker;
    expect(speaker("within reach")).toMatchObject({ role: "government’s mediator", kind: "person" });
    expect(speaker("a door")).toMatchObject({ name: "Pieter Vos", role: "chairman" });
    const mention = speaker("a door")?.mention;
    expect(mention && text.slice(mention.start, mention.end)).toBe("He");
    expect(speaker("6 million")).toMatchObject({ kind: "unnamed" });
    expect(speaker("20 percent")).toMatchObject({ kind: "document" });
    expect(speaker("to comment")).toMatchObject({ kind: "group" });
  });

  it("sees days from the document's day: past, but for what is to come; quantities with what they count", () => {
    const dates = (words: string) => by(reading, words)?.dates.map((one) => [text.slice(one.start, one.end), one.date]);
    expect(dates("within reach")).toContainEqual(["on Monday", "2024-03-11"]);
    expect(dates("Nobody got up")).toEqual([["on Thursday", "2024-03-14"]]);
    expect(dates("fair settlement")).toEqual([["October", "2024-10"]]);
    expect(dates("20 percent")).toEqual([["last year", "2023"]]);
    expect(dates("before 2030")).toEqual([["2030", "2030"]]);
    const quantities = (words: string) =>
      by(reading, words)?.quantities.map(({ low, high, unit }) => [low, high, unit]);
    expect(quantities("6 million")).toContainEqual([6_000_000, 6_000_000, "euros"]);
    expect(quantities("where the business")).toEqual([[400, 400, "crane drivers"]]);
    expect(quantities("20 percent")).toEqual([[20, 20, "percent"]]);
  });

  it("dates nothing that hangs on a day which is not given", () => {
    const dates = read(text).statements.flatMap((statement) => statement.dates);
    expect(dates.filter(({ text: said }) => /monday|thursday|october/i.test(said)).map(({ date }) => date)).toEqual(
      expect.arrayContaining([null]),
    );
    expect(dates.some(({ text: said, date }) => said === "on Monday" && date !== null)).toBe(false);
  });
});

describe("names", () => {
  const speakers = (words: string) => {
    const found = readText(words);
    return found.ok ? found.value.statements.map(({ speaker }) => [speaker?.role ?? null, speaker?.name]) : [];
  };

  it("of two syllables with a hyphen are whole, and their family name stands for them", () => {
    expect(
      speakers(
        "Vice Foreign Minister Choe Son-hui said that nothing would change. Choe said that it was late. Kang Kyung-wha said that it was over.",
      ),
    ).toEqual([
      ["Vice Foreign Minister", "Choe Son-hui"],
      ["Vice Foreign Minister", "Choe Son-hui"],
      [null, "Kang Kyung-wha"],
    ]);
  });

  it("of a people's republic are whole, and not those of the other republic", () => {
    expect(
      speakers(
        "The Democratic People’s Republic of Korea said that it would shut down the reactor. The Republic of Korea said that it would help.",
      ),
    ).toEqual([
      [null, "Democratic People’s Republic of Korea"],
      [null, "Republic of Korea"],
    ]);
  });

  it("stand where they did when somebody is told something last month, and a modal verb is no month", () => {
    const found = readText(
      "Mr. Reyes told Congress last month that the port could accept a pause, which the board may, in part, allow.",
      {
        date: "2019-05-02",
      },
    );
    const [one] = found.ok ? found.value.statements : [];
    expect([one?.speaker?.name, one?.dates.map(({ text: said, date }) => [said, date])]).toEqual([
      "Reyes",
      [["last month", "2019-04"]],
    ]);
  });
});

describe("a transcript", () => {
  it("is told by its names, over as many paragraphs as somebody speaks", () => {
    expect(told(read(document("transcript"), { date: "2021-05-03" }))).toEqual([
      ["moderator", "direct", "Good afternoon."],
      ["moderator", "direct", "We begin with Minister Okafor."],
      ["Okafor", "direct", "Thank you."],
      ["Okafor", "direct", "We have agreed to reopen the crossing at Bema for trucks."],
      ["Okafor", "direct", "Passenger cars will have to wait until the autumn."],
      ["Okafor", "direct", "That was not easy, and I thank my colleague."],
      ["question", "direct", "Minister, does that include fuel?"],
      ["Okafor", "direct", "It does not."],
      ["Okafor", "direct", "Fuel is for the next round."],
      ["Lindqvist", "direct", "We asked for fuel."],
      ["Lindqvist", "direct", "We did not get it today."],
    ]);
  });
});

describe("a communiqué", () => {
  const reading = read(document("communique"), { date: "2022-06-15" });

  it("gives each party what it said, states and delegations by their names", () => {
    expect(told(reading)).toEqual([
      ["the Parties", "clause", "The Parties met in Geneva on 14 and 15 June 2022."],
      [
        "Republic of Maro",
        "clause",
        "The Republic of Maro reaffirmed that it will withdraw its survey vessels by 1 September 2022.",
      ],
      [
        "Federation of Teral",
        "clause",
        "The Federation of Teral expressed its readiness to release the 38 detained fishermen once the vessels have left.",
      ],
      ["both delegations", "clause", "Both delegations agreed to meet again within three months."],
      ["Rosa Lindgren", "mixed", "the line between the two zones remains to be drawn"],
      ["Teral’s delegation", "clause", "Teral’s delegation insisted that ‘provisional’ does not mean permanent."],
      [null, "term", "provisional"],
    ]);
    expect(by(reading, "vessels by")?.dates.map(({ date }) => date)).toEqual(["2022-09-01"]);
    expect(by(reading, "fishermen")?.quantities.map(({ low, unit }) => [low, unit])).toEqual([[38, "fishermen"]]);
  });
});

describe("who speaks", () => {
  const who = (text: string, words: string) => by(read(text), words)?.speaker?.name;

  it.each([
    [
      "a surname after the full name",
      "Michael Mukasey arrived late. “It will hold,” Mukasey said.",
      "hold",
      "Michael Mukasey",
    ],
    ["a family name that comes first", "Kim Jong Un left. “We are ready,” Kim said.", "ready", "Kim Jong Un"],
    ["she, not the man named last", "Maria Lopez met John Smith. “I was there,” she said.", "there", "Maria Lopez"],
    ["who", "It was Ana Reyes, who said the pumps would stay.", "pumps", "Ana Reyes"],
    [
      "the official last spoken of",
      "A senior official arrived. The official said the talks were over.",
      "talks",
      "senior official",
    ],
    [
      "the verb before the name",
      "“It is late,” said Robert Antonacci of the New York delegation.",
      "late",
      "Robert Antonacci",
    ],
    [
      "an apposition",
      "“No,” Paul Ryan, the convention chair, told the delegates. “Not once in my life.”",
      "No",
      "Paul Ryan",
    ],
    [
      "the outer of two reports",
      "Ana Reyes said that the mayor was “not a serious man” about it.",
      "serious",
      "Ana Reyes",
    ],
    ["after a colon", "Ana Reyes put it this way: “We are done here.”", "done", "Ana Reyes"],
    [
      "carried over from the sentence before",
      "Ana Reyes told me the door was open.\n\n“We only have to walk through it.”",
      "walk",
      "Ana Reyes",
    ],
    ["according to", "Twelve ships left, according to Ana Reyes.", "ships", "Ana Reyes"],
  ])("is found: %s", (_, text, words, name) => {
    expect(who(text, words)).toContain(name);
  });

  it.each([
    ["a title", "He spoke on NBC’s “Meet the Press” for an hour."],
    ["a name", "The so-called “Gang of Eight” met again."],
  ])("is nobody for %s", (_, text) => {
    expect(read(text).statements.filter(({ kind }) => kind !== "indirect")).toMatchObject([
      { kind: "term", speaker: null },
    ]);
  });
});

describe("suggestions", () => {
  const parsed = parseCase([
    {
      path: "case.yaml",
      text: [
        "parley: 1",
        "title: A dispute",
        "parties: [{ id: maro, name: Maro, role: negotiating }, { id: teral, name: Teral, role: negotiating }]",
        "issues:",
        "  - id: vessels",
        "    name: survey vessels",
        "    today: stay",
        "    options: [{ id: stay, name: they stay }, { id: leave, name: withdrawn from the zone }]",
        "  - id: fishermen",
        "    name: detained fishermen",
        "    today: held",
        "    options: [{ id: held, name: held in Maro }, { id: freed, name: released }]",
      ].join("\n"),
    },
  ]);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const reading = read(document("communique"), { negotiation: parsed.value });

  it("name the issue and the option by the case's own words, with the words that told, and the party", () => {
    expect(by(reading, "survey vessels")).toMatchObject({
      party: "maro",
      suggestions: [{ issue: "vessels", option: "leave" }],
    });
    expect(by(reading, "fishermen")).toMatchObject({
      party: "teral",
      suggestions: [
        { issue: "fishermen", option: "freed", words: expect.arrayContaining(["fishermen", "release"]) },
        { issue: "vessels" },
      ],
    });
    expect(by(reading, "to meet again")?.suggestions).toEqual([]);
  });

  it("are not made of the parties' names", () => {
    const text = "The minister said that talks in Maro on the detained fishermen would go on.";
    const { statements } = read(text, { negotiation: parsed.value });
    expect(statements).toMatchObject([{ suggestions: [{ issue: "fishermen", option: null }] }]);
  });
});

describe("what is refused, and what is said", () => {
  it("another language, with what to do", () => {
    const german =
      "Die Verhandlungen sind gescheitert, sagte der Minister am Montag in Berlin, und er glaube nicht, dass sie bald wieder aufgenommen werden könnten, weil niemand nachgeben wolle. ".repeat(
        3,
      );
    expect(readText(german)).toMatchObject({ ok: false, reasons: [expect.stringContaining("only English is read")] });
  });

  it("a short text in other letters", () => {
    expect(readText("Министр сказал, что переговоры закончились.")).toMatchObject({ ok: false });
    expect(readText("部长说会谈已经结束。他没有说更多的话。")).toMatchObject({ ok: false });
  });

  it("a text that is too long", () => {
    expect(readText("a ".repeat(MOST_TEXT / 2 + 1))).toMatchObject({ ok: false });
  });

  it("a quotation that is never closed ends with its paragraph, and that is said with its line", () => {
    const reading = read("One.\n\n“This goes on, Ana Reyes said.\n\nAnd that is all.");
    expect(reading.remarks).toEqual([expect.stringContaining("line 3")]);
    expect(reading.statements.every(({ segments }) => segments.every(({ end }) => end <= 38))).toBe(true);
  });
});

describe("every reading", () => {
  const PIECES = [
    "“We will not go,” ",
    "Ana Reyes said. ",
    "said Bob. ",
    "\n\n",
    "‘one ’",
    "''two'' ",
    '"three" ',
    "(four) ",
    "… ",
    "He added that ",
    "according to the report, ",
    "on Monday ",
    "6 million euros ",
    "— ",
    "\u00a0",
    "\r\n",
    "😀 ",
    "``five'' ",
    "MR. SMITH: ",
    "[six] ",
    "’s ",
    ", ",
    ". ",
    ":",
  ];
  const texts = fc.oneof(
    fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join("")),
    fc.string({ unit: "grapheme", maxLength: 200 }),
  );

  it("stays within the text, quotes it to the letter, and says nothing twice", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const reading = readText(text, { date: "2020-02-29" });
        if (!reading.ok) return;
        const seen = new Set<number>();
        for (const { segments, content, quote, speaker, cue, dates, quantities, kind, confidence } of reading.value
          .statements) {
          const spans = [
            ...segments,
            ...content,
            ...(speaker ? [speaker.mention] : []),
            ...(cue ? [cue] : []),
            ...dates,
            ...quantities,
          ];
          for (const { start, end } of spans) expect(start >= 0 && start < end && end <= text.length).toBe(true);
          for (const one of [...dates, ...quantities]) expect(text.slice(one.start, one.end)).toBe(one.text);
          const words = kind === "indirect" ? content : segments;
          expect(quote).toBe(words.map(({ start, end }) => text.slice(start, end)).join(" … "));
          expect(content.every(({ start }, at) => at === 0 || start >= (content[at - 1]?.end ?? 0))).toBe(true);
          expect(speaker?.name).not.toBe("");
          for (const { start } of segments) {
            expect(seen.has(start)).toBe(false);
            seen.add(start);
          }
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 400 },
    );
  });

  it("is the same again", () => {
    const text = document("article");
    expect(read(text, { date: "2024-03-12" })).toEqual(read(text, { date: "2024-03-12" }));
  });
});

describe("a document without a day", () => {
  it.each(["today", "yesterday", "3 days ago", "last month", "next year", "in two weeks", "on Tuesday", "on May 3"])(
    "dates nothing by %s",
    (when) => {
      const { statements } = read(`The minister said that the talks would end ${when} in Hanoi.`);
      const dates = statements.flatMap((statement) => statement.dates);
      expect(dates.length).toBeGreaterThan(0);
      expect(dates.map(({ date }) => date)).toEqual(dates.map(() => null));
    },
  );

  it("finds a date without the blank behind it", () => {
    const { statements } = read("HANOI, Feb. 28 (Reuters) — The minister said that talks had failed.");
    expect(statements[0]?.dates.map((date) => date.text)).toEqual(["Feb. 28"]);
  });

  it("dates what says its year", () => {
    const { statements } = read("The minister said that the talks had ended on 28 February 2019.");
    expect(statements[0]?.dates.map(({ date }) => date)).toEqual(["2019-02-28"]);
  });
});

describe("a paragraph as long as a document", () => {
  const filler = "The plan was new and the people of the town were glad to see it. ";
  const said = "“We will go. And then we will come home again,” said Mr. Smith. “We shall see,” said Mr. Jones. ";

  it.each([0, 89, 90, 91, 92, 500])(
    "keeps quotations whole and their speakers theirs, behind %d sentences",
    (count) => {
      const { statements, remarks } = read(filler.repeat(count) + said + filler);
      expect(
        statements.filter(({ kind }) => kind === "direct").map(({ speaker, quote }) => [speaker?.name, quote]),
      ).toEqual([
        ["Smith", "We will go. And then we will come home again,"],
        ["Jones", "We shall see,"],
      ]);
      expect(remarks).toEqual([]);
    },
  );

  it("keeps a quotation of many thousand letters, in double marks and in single ones", () => {
    const long = filler.repeat(100).trim();
    expect(read(`“${long}” said Mr. Smith. He went home.`).statements[0]?.quote).toBe(long);
    const british = read(
      `Mr Smith said: ‘${long}’ He went home. ‘We will see,’ said Mr Jones. ‘We shall,’ said Mr Brown.`,
    );
    expect(british.statements.filter(({ kind }) => kind === "direct").map(({ quote }) => quote.length)).toEqual([
      long.length,
      "We will see,".length,
      "We shall,".length,
    ]);
  });
});

describe("transcripts", () => {
  it("give what stands under a name of its own line to that name", () => {
    const text =
      "MR. SMITH: We accept the plan.\nMR. JONES:\nI reject all of this plan.\nMR. SMITH: Yes.\nMR. JONES: No.";
    expect(told(read(text))).toEqual([
      ["Smith", "direct", "We accept the plan."],
      ["Jones", "direct", "I reject all of this plan."],
      ["Smith", "direct", "Yes."],
      ["Jones", "direct", "No."],
    ]);
  });

  it("may have turns of any length", () => {
    const turn = "We went there and we came back, and nobody had asked us to. ".repeat(400).trim();
    const { statements } = read(["SMITH", "JONES", "SMITH"].map((name) => `${name}: ${turn}`).join("\n"));
    for (const at of [0, 1, 2])
      expect(statements.flatMap((one) => (one.turn === at ? [one.quote] : [])).join(" ")).toBe(turn);
  });

  it("are no lists of names and values", () => {
    expect(read("Options: one\nPrice: 5\nOptions: two\nPrice: 6\nCity: Rome").statements).toEqual([]);
  });
});

describe("quantities", () => {
  it("are numbers, whatever the words beside them are called", () => {
    const { statements } = read(`The engineer said that 5 constructor bugs and ${"9".repeat(400)} more were left.`);
    expect(statements[0]?.quantities.map(({ low }) => low)).toEqual([5]);
  });
});

describe("long and strange texts", () => {
  it.each([
    ["no full stop", "they said that he thought ".repeat(4000)],
    ["one word", "x-".repeat(50_000)],
    ["opening marks only", "“ ".repeat(30_000)],
    ["apostrophes only", "'a ".repeat(30_000)],
    ["ten thousand quotations in a paragraph", "“We go,” said Ana Reyes. ".repeat(10_000)],
    ["a line for every letter", "a\n".repeat(50_000)],
  ])("are read to the end: %s", (_, text) => {
    const reading = readText(text, { date: "2020-01-01" });
    if (reading.ok)
      for (const { segments } of reading.value.statements)
        for (const { end } of segments) expect(end).toBeLessThanOrEqual(text.length);
  });

  it("say where not all quotations were looked at", () => {
    expect(read("“We go,” said Ana Reyes.\n".repeat(20_001)).remarks).toEqual([
      expect.stringContaining("first 20,000"),
    ]);
  });

  it("give all of ten thousand quotations", () => {
    const reading = read("“We go,” said Ana Reyes.\n\n".repeat(10_000));
    expect(reading.statements).toHaveLength(10_000);
  });
});
