// The forms of text: transcripts in every style of label, formal texts, letters and speeches, Markdown, lists; and what is
// none of a text. Each sample is written for this test.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOwnPosition, type Reading, type ReadingOptions, readText } from "./index.js";

function read(text: string, options: ReadingOptions = {}): Reading {
  const reading = readText(text, options);
  if (!reading.ok) throw new Error(reading.reasons.join(" "));
  return reading.value;
}

const said = (reading: Reading) => reading.statements.map(({ speaker, quote }) => [speaker?.name ?? null, quote]);

/** A press conference of five turns and two questions, under labels of one style. */
const SPEECH = [
  ["m", "We are ready to open the harbour by 1 March 2031. That took a long night."],
  ["q", "Will the crews be searched?"],
  ["w", "My government cannot accept a search of any crew."],
  ["q", "And the hostages?"],
  ["m", "All 31 hostages will go home within ten days."],
  ["w", "We want the names first."],
  ["m", "The names were read out on Tuesday."],
] as const;

interface Style {
  readonly name: string;
  readonly m: string;
  readonly w: string;
  readonly q: string;
  readonly between?: string;
  readonly head?: string;
  /** Lines that go before each turn. */
  readonly before?: string;
}

const STYLES: readonly Style[] = [
  { name: "capitals and a colon", m: "MINISTER OKORO: ", w: "MINISTER LINDH: ", q: "QUESTION: " },
  { name: "capitals, and a bare Q", m: "MINISTER OKORO: ", w: "MINISTER LINDH: ", q: "Q " },
  { name: "capitals with a role in brackets", m: "MS. OKORO (through interpreter): ", w: "MR. LINDH: ", q: "Q    " },
  { name: "a full stop", m: "Ms. Okoro. ", w: "Mr. Lindh. ", q: "Q. " },
  { name: "a full stop after capitals", m: "The CHAIRWOMAN. ", w: "Mr. LINDH. ", q: "Mr. ABARA. " },
  { name: "bold Markdown", m: "**Ada Okoro:** ", w: "**Jon Lindh:** ", q: "**Reporter:** " },
  { name: "bold Markdown before the colon", m: "**Ada Okoro**: ", w: "**Jon Lindh**: ", q: "**Reporter**: " },
  { name: "an em dash", m: "OKORO — ", w: "LINDH — ", q: "QUESTION — " },
  { name: "a dash and blanks", m: "Ada Okoro - ", w: "Jon Lindh - ", q: "Reporter - " },
  {
    name: "a constituency",
    m: "Ada Okoro (Harbour East) (Lib): ",
    w: "Jon Lindh (The Fells) (Con): ",
    q: "Mr Speaker: ",
  },
  {
    name: "the United Nations",
    m: "Ms. Okoro (Maro): ",
    w: "Mr. Lindh (Teral) (spoke in French): ",
    q: "The President: ",
  },
  { name: "an honourable member", m: "Hon. A. Okoro: ", w: "Hon. J. Lindh: ", q: "Hon. Speaker: " },
  { name: "a time before", m: "[00:12] Ada Okoro: ", w: "[00:40] Jon Lindh: ", q: "[00:51] Reporter: " },
  { name: "a time with seconds", m: "00:01:12 Ada Okoro: ", w: "00:01:40 Jon Lindh: ", q: "00:02:51 Reporter: " },
  {
    name: "a time after, on a line",
    m: "Ada Okoro  0:12\n",
    w: "Jon Lindh  0:40\n",
    q: "Speaker 3  0:51\n",
    between: "\n\n",
  },
  { name: "capitals on a line", m: "ADA OKORO\n\n", w: "JON LINDH\n\n", q: "REPORTER\n\n" },
  {
    name: "a name and an office on a line",
    m: "Ada Okoro, Minister of Trade\n",
    w: "Jon Lindh, Minister of State\n",
    q: "Unidentified Reporter\n",
  },
  {
    name: "a name and an office behind a dash",
    m: "Ada Okoro — Minister of Trade\n\n",
    w: "Jon Lindh — Harbour Master\n\n",
    q: "Unidentified Analyst\n\n",
  },
  { name: "square brackets", m: "[Ada Okoro] ", w: "[Jon Lindh] ", q: "[Reporter] " },
  { name: "angle brackets", m: "<Ada Okoro> ", w: "<Jon Lindh> ", q: "<Reporter> " },
  { name: "arrows", m: ">> ADA OKORO: ", w: ">> JON LINDH: ", q: ">> REPORTER: " },
  { name: "indented", m: "    MINISTER OKORO: ", w: "    MINISTER LINDH: ", q: "    Q: " },
  { name: "one line after the other", m: "Okoro: ", w: "Lindh: ", q: "Reporter: ", between: "\n" },
];

const SPEAKER = { m: /okoro|chairwoman/i, w: /lindh/i, q: /question|report|speaker|president|abara|analyst/i };

describe("a transcript", () => {
  it.each(STYLES)("is told by labels with $name", ({ m, w, q, between = "\n\n" }) => {
    const labels = { m, w, q };
    const text = `Press conference in the harbour office\n\n${SPEECH.map(([who, words]) => labels[who] + words).join(between)}\n`;
    const found = said(read(text, { date: "2031-02-01" }));
    const expected = SPEECH.flatMap(([who, words]) =>
      words.split(/(?<=[.?]) /).map((sentence) => [who, sentence] as const),
    );
    expect(found.map(([, words]) => words)).toEqual(expected.map(([, words]) => words));
    for (const [at, [who]] of expected.entries()) expect(found[at]?.[0]).toMatch(SPEAKER[who]);
  });

  it("gives a question to whoever asks, and never to the minister", () => {
    const { statements } = read(
      "MS. OKORO: We open the harbour.\n\nQ Will you pay for it?\n\nMS. OKORO: We will not.\n\nQ And the union?\n\nMS. OKORO: It agrees.",
    );
    expect(statements.filter(({ stance }) => stance.act === "asks").map(({ speaker }) => speaker?.kind)).toEqual([
      "unnamed",
      "unnamed",
    ]);
    expect(statements.filter((one) => !isOwnPosition(one)).map(({ quote }) => quote)).toEqual([
      "Will you pay for it?",
      "And the union?",
    ]);
  });

  it("knows a speaker in full where the text says the full name once", () => {
    const text =
      "Foreign Minister Ada Okoro and Jon Lindh, head of the union, met the press.\n\nOKORO: We open the harbour.\n\nLINDH: Good.\n\nOKORO: On Monday.\n\nLINDH: We shall see.";
    expect(read(text).statements.map(({ speaker }) => speaker?.name)).toEqual([
      "Ada Okoro",
      "Jon Lindh",
      "Ada Okoro",
      "Jon Lindh",
    ]);
    expect(read(text).statements[0]?.speaker?.role).toBe("Foreign Minister");
  });

  it("gives the answers of an interview and of a court to whom the head names", () => {
    const interview =
      "Interview with Ada Okoro\n\nQ: Will you open the harbour?\n\nA: We will open it.\n\nQ: When?\n\nA: In March.";
    expect(said(read(interview)).map(([who]) => who)).toEqual(["questioner", "Ada Okoro", "questioner", "Ada Okoro"]);
    const court =
      "EXAMINATION BY MR. LINDH:\n\nQ. Did you see the list?\n\nA. I saw the list on Monday.\n\nQ. Who had it?\n\nA. The minister had it.";
    expect(said(read(court)).map(([who]) => who)).toEqual(["Lindh", "the witness", "Lindh", "the witness"]);
  });

  it("leaves stage directions, page heads and the list of those present out", () => {
    const text =
      "Record of 3 May 2031\n\nMS. OKORO: We open it.\n\n(Laughter.)\n\nMR. LINDH: Do you?\n\n[Applause]\n\nMS. OKORO: We do.\n\nMR. LINDH: Good.";
    expect(said(read(text)).map(([, words]) => words)).toEqual(["We open it.", "Do you?", "We do.", "Good."]);
  });

  it("may have turns of a hundred paragraphs", () => {
    const long = Array.from(
      { length: 100 },
      (_, at) => `We have considered clause ${at + 1} with care, and my group supports it.`,
    ).join("\n\n");
    const text = `MS. OKORO: I call the member for the Fells.\n\nMR. LINDH: ${long}\n\nMS. OKORO: I thank the member.\n\nMR. LINDH: I thank the chair.`;
    const { statements } = read(text);
    expect(statements.filter(({ speaker }) => speaker?.name === "Lindh")).toHaveLength(101);
    expect(statements.filter(({ speaker }) => speaker?.name === "Okoro")).toHaveLength(2);
  });

  it("is none where names stand before figures, below letters, or before what no one says", () => {
    for (const text of [
      "Delegates so far.\n\nAda Okoro: 1,769.\n\nJon Lindh: 1,501.\n\nAda Okoro: 547.\n\nJon Lindh: 46.",
      "They should have opened it.\n\nAda Okoro\n\nThey did open it.\n\nJon Lindh\n\nThey should not have.\n\nAda Okoro",
      "Options: one\nPrice: 5\nOptions: two\nPrice: 6",
    ])
      expect(read(text).about.form).toBe("prose");
  });
});

describe("a formal text", () => {
  it("has one statement a sentence, by its subject, with the number of its article", () => {
    const text =
      "Treaty of the Strait\n\nArticle 1\n\nThe Parties shall exchange all prisoners within thirty days of the entry into force of this Treaty.\n\nArticle 2\n\n1. Maro undertakes to withdraw its vessels by 1 September 2031.\n\n2. Teral shall not interfere with fishing in the bay.";
    const { statements, about } = read(text);
    expect(about).toMatchObject({ form: "formal", title: "Treaty of the Strait", date: null });
    expect(statements.map(({ speaker, clause, stance, quote }) => [speaker?.name, clause, stance.act, quote])).toEqual([
      [
        "the Parties",
        "Article 1",
        "states",
        "The Parties shall exchange all prisoners within thirty days of the entry into force of this Treaty.",
      ],
      ["Maro", "Article 2, 1", "offers", "Maro undertakes to withdraw its vessels by 1 September 2031."],
      ["Teral", "Article 2, 2", "refuses", "Teral shall not interfere with fishing in the bay."],
    ]);
    expect(statements[0]?.dates).toEqual([]);
    expect(statements[0]?.quantities.map(({ low, unit }) => [low, unit])).toEqual([[30, "days"]]);
  });

  it("tells the body that decides, and keeps its reasons apart", () => {
    const text =
      "Resolution 77 (2031)\n\nThe Harbour Council,\n\nRecalling its resolution 61 of last year,\n\nDeeply concerned by the loss of life,\n\n1. Decides to send forty observers to the strait;\n\n2. Calls upon both parties to withdraw their vessels;\n\n3. Requests the Secretary to report within 60 days.";
    const { statements } = read(text);
    expect(
      statements
        .filter(({ clause }) => clause !== "preamble")
        .map(({ speaker, clause, stance }) => [speaker?.name, clause, stance.act]),
    ).toEqual([
      ["Harbour Council", "1", "states"],
      ["Harbour Council", "2", "demands"],
      ["Harbour Council", "3", "demands"],
    ]);
    for (const { confidence } of statements.filter(({ clause }) => clause === "preamble"))
      expect(confidence).toBeLessThan(0.5);
  });

  it("is a communiqué, in which each side speaks for itself", () => {
    const text =
      "Joint communiqué\n\nThe two sides recognised the line of 1974. Maro appreciates the position of Teral. The Teral side will reopen the crossing on 1 July 2031. The two Governments have decided to exchange ambassadors.";
    expect(said(read(text)).map(([who]) => who)).toEqual([
      "the two sides",
      "Maro",
      "the Teral side",
      "the two Governments",
    ]);
  });

  it("is not what a newspaper writes about one", () => {
    const { about } = read(
      "Charter supporters make their case\n\nThe union said that it would sign. “We will,” Ada Okoro said.\n\nThe company said that it would not.",
    );
    expect(about.form).toBe("prose");
  });
});

describe("own words", () => {
  it("of a letter are its writer's", () => {
    const text =
      "Harbour Union\n12 March 2031\n\nDear Mr Lindh,\n\nWe have read your offer of 3 March. We cannot accept it. If you take the second clause out, we will sign on Friday.\n\nYours sincerely,\n\nAda Okoro\nGeneral Secretary";
    const { statements, about } = read(text);
    expect(about).toMatchObject({ form: "letter", author: "Ada Okoro", date: "2031-03-12" });
    expect(statements.map(({ speaker, kind, stance, quote }) => [speaker?.name, kind, stance.act, quote])).toEqual([
      ["Ada Okoro", "own", "states", "We have read your offer of 3 March."],
      ["Ada Okoro", "own", "refuses", "We cannot accept it."],
      ["Ada Okoro", "own", "states", "If you take the second clause out, we will sign on Friday."],
    ]);
    const { condition } = statements[2]?.stance ?? {};
    expect(condition && text.slice(condition.start, condition.end)).toBe("If you take the second clause out");
  });

  it("of a speech are the speaker's", () => {
    const text =
      "Remarks by Foreign Minister Ada Okoro\n\nWe meet at a hard time. My government is prepared to lift the blockade.\n\nWe ask for one thing in return.";
    expect(said(read(text)).map(([who]) => who)).toEqual(["Ada Okoro", "Ada Okoro", "Ada Okoro"]);
    expect(read(text).statements[1]?.stance.act).toBe("offers");
  });

  it("of an article are its author's where they are in the first person", () => {
    const text =
      "Open the harbour\n\nBy Ada Okoro\n\nThe harbour has been shut for a year. I have asked the company to open it, and I will ask again.\n\nThe company said that it would wait.";
    expect(read(text).statements.map(({ speaker, kind }) => [speaker?.name, kind])).toEqual([
      ["Ada Okoro", "own"],
      ["the company", "indirect"],
    ]);
  });
});

describe("Markdown", () => {
  const text =
    "---\ntitle: A cable\ndate: 1975-03-07\nauthor: The embassy\n---\n\n# Ten points\n\n_Minister Okoro_ said that the port would be opened. **Mr Lindh** replied that it was too late.";
  it("has a head that says its day and its title, and that nobody said", () => {
    const { about, statements } = read(text);
    expect(about).toMatchObject({ title: "A cable", date: "1975-03-07" });
    expect(statements.map(({ speaker, quote }) => [speaker?.name, quote])).toEqual([
      ["Okoro", "that the port would be opened"],
      ["Lindh", "that it was too late"],
    ]);
  });
});

describe("a list", () => {
  it("belongs to whoever is said to have given it", () => {
    const text =
      "The minister met the union on Monday.\n\nThe minister said:\n\n- the harbour would be opened in March;\n- no worker would lose a job;\n- the company would pay half.\n\nThe meeting ended at noon.";
    expect(said(read(text))).toEqual([
      ["the minister", "the harbour would be opened in March"],
      ["the minister", "no worker would lose a job"],
      ["the minister", "the company would pay half."],
    ]);
  });
});

describe("what is none of a text", () => {
  it("is left out: headlines, bylines, captions, notices", () => {
    const text =
      "Ten Questions For Okoro\n\nForeign Minister Ada Okoro met reporters in Lisbon on Monday.\n\nPhoto: Okoro said she was glad (Reuters)\n\nOkoro said the port would be opened.\n\nReporting by Jon Lindh; editing by Maria Sand\n\n© 2031 The Harbour Times. All rights reserved.";
    expect(said(read(text))).toEqual([["Ada Okoro", "the port would be opened"]]);
  });
});

describe("whose position", () => {
  const only = (text: string) => {
    const [one, ...more] = read(text, { date: "2031-06-15" }).statements;
    expect(more).toEqual([]);
    if (!one) throw new Error(`Nothing was found in: ${text}`);
    return one;
  };

  it.each([
    ["President Sand said that Teral wanted all sanctions lifted.", "Sand", "Teral", "demands"],
    ["Minister Benn denied that Teral would accept inspections.", "Benn", "Teral", "denies"],
    ["The minister said that the union would accept the offer.", "the minister", "the union", "accepts"],
    ["The company said the union had refused to meet.", "the company", "the union", "refuses"],
  ])("is another's: %s", (text, speaker, holder, act) => {
    const one = only(text);
    expect([one.speaker?.name, one.holder?.name, one.stance.act]).toEqual([speaker, holder, act]);
    expect(isOwnPosition(one)).toBe(false);
  });

  it.each([
    ["The minister refused to release the prisoners.", "refuses"],
    ["The minister demanded that Teral withdraw its vessels.", "demands"],
    ["The minister offered to open the crossing.", "offers"],
    ["The union said it would accept the offer if the clause went.", "accepts"],
    ["The minister ruled out a search of the ships.", "refuses"],
    ["The minister of Teral said that Teral would open the crossing.", "offers"],
    ["The minister said that he did not own the ship.", "denies"],
    ["The minister said that the harbour would be opened.", "states"],
  ])("is the speaker's own: %s", (text, act) => {
    const one = only(text);
    expect([one.holder, one.stance.act, isOwnPosition(one)]).toEqual([null, act, act !== "denies"]);
  });

  it("is another's where somebody's words are quoted in a turn or a letter, and not where they are one's own", () => {
    const turns =
      "OKORO: The company told us: “We will not pay the dues.”\nLINDH: “We need peace,” the bishop said to me.\nOKORO: We said, “We will sign it.”\nLINDH: As I called it, “a fair deal for all”. (Laughter.) Fine.\nOKORO: Good.";
    expect(read(turns).statements.map(({ holder, quote }) => holder?.name ?? quote)).toEqual([
      "The company",
      "the bishop",
      "We said, “We will sign it.”",
      "As I called it, “a fair deal for all”.",
      "Fine.",
      "Good.",
    ]);
    const letter =
      "Dear Minister,\n\nYour spokesman told the press: “We will not negotiate.” I was surprised to read it.\n\nYours sincerely,\nJan Lindh";
    expect(read(letter).statements.map(({ holder }) => holder?.name ?? null)).toEqual(["Your spokesman", null]);
  });

  it("hangs on a condition, which is found", () => {
    const text = "The union said it would accept the offer if the clause went.";
    const { condition } = only(text).stance;
    expect(condition && text.slice(condition.start, condition.end)).toBe("if the clause went");
  });
});

describe("he and she", () => {
  it.each(["Nobody Talks Like Bernie Roake", "Difference Between Bernie Roake And Anna Lindh", "See Roake, Bernie"])(
    "have no word of a headline in their name: %s",
    (headline) => {
      const text = `${headline}\n\nRoake defended the law on Monday. “It is an absolute necessity,” he said.`;
      expect(read(text).statements.at(-1)?.speaker?.name).toMatch(/^(?:Bernie )?Roake$/);
    },
  );

  it("are the one of a headline that names two, and not both", () => {
    const text =
      "Jeb Roake Hits Marco Benn\n\nMarco Benn defended himself. Benn tried at first to skirt it. “Leadership is about solving it,” he said.";
    expect(read(text).statements.at(-1)?.speaker?.name).toBe("Marco Benn");
  });

  it("are not taken from another of the same surname", () => {
    const text =
      "Hillary Lindh spoke after her husband, Bill Lindh, had left.\n\nWhile Lindh pledged to work with both parties, Bernie Roake insisted on more. “Nothing will happen without it,” she said.";
    expect(read(text).statements.at(-1)?.speaker?.name).toBe("Hillary Lindh");
  });
});

describe("what a breaker found", () => {
  const acts = (text: string) => read(text).statements.map(({ stance }) => stance.act);
  it.each([
    [
      "KELLER: We offered nothing.\n\nBRANDT: You did.\n\nKELLER: Nobody offered 5 percent.\n\nBRANDT: Well.",
      ["denies", "states", "denies", "states"],
    ],
    [
      "KELLER: Under no circumstances will we pay.\n\nBRANDT: Senator, we will not withdraw it.\n\nKELLER: Good.\n\nBRANDT: Well.",
      ["refuses", "refuses", "states", "states"],
    ],
  ])("denials and refusals are told from what they deny: %#", (text, expected) => {
    expect(acts(text)).toEqual(expected);
  });

  it("an offer of the one who is written to is not the writer's", () => {
    const text =
      "Dear Mr Brandt,\n\nYou offered us 4 percent last week. We cannot take it.\n\nYours sincerely,\n\nAda Okoro";
    expect(read(text).statements.map(({ holder, stance }) => [holder?.name ?? null, stance.act])).toEqual([
      ["Brandt", "offers"],
      [null, "refuses"],
    ]);
  });

  it("what stands below a quoted message is the outer writer's", () => {
    const text =
      "From: Ada Okoro <a@x.example>\nTo: Jon Lindh <j@x.example>\nSubject: Re: offer\n\nSee my answers below.\n\nOn Tue, 4 Mar 2031, Jon Lindh wrote:\n> We demand 9 percent.\n\nWe refuse that demand.\n\n> We offer peace until May.\n\nWe accept that offer.";
    const { statements } = read(text);
    expect(statements.map(({ speaker, quote, on }) => [speaker?.name, quote, on ?? null])).toEqual([
      ["Ada Okoro", "See my answers below.", null],
      ["Jon Lindh", "We demand 9 percent.", "2031-03-04"],
      ["Ada Okoro", "We refuse that demand.", null],
      ["Jon Lindh", "We offer peace until May.", "2031-03-04"],
      ["Ada Okoro", "We accept that offer.", null],
    ]);
  });

  it("articles with colons, and about agreements, are prose", () => {
    for (const text of [
      'The talks: day one\n\nKeller: tired. She told reporters: "We will pay."\n\nBrandt denied that he had offered anything.\n\nBrandt: angry. He left by car.\n\nOfficials said the port was closed.\n\nKeller: not amused. She left too.',
      "Agreement at dawn\n\nThe two sides shall meet again in May.\n\nNobody slept, and a waiter dropped a tray.\n\nBoth sides claim that they won. The general denied that he had lost.\n\nThe two sides said they shall pull back.",
    ])
      expect(read(text).about.form).toBe("prose");
  });

  it.each([
    ["a run of stars in a turn", `KELLER: We will see it.\n\nBRANDT: You will.\n\nKELLER: ${"*".repeat(100_000)}`],
    ["brackets", "[".repeat(100_000)],
    [
      "many messages",
      "On Mon, 3 Mar 2031, Jon Lindh wrote:\n\nWe will see what is in the offer of the union.\n\n"
        .repeat(1500)
        .replace(/^/, "From: Ada Okoro\nSubject: x\n\n"),
    ],
    [
      "many speakers",
      Array.from(
        { length: 2000 },
        (_, at) => `SPEAKER ${String.fromCharCode(65 + (at % 26))}${at}: We will see it.`,
      ).join("\n\n"),
    ],
  ])("is read to the end: %s", (_, text) => {
    expect(readText(text).ok).toBe(true);
  });
});

describe("days", () => {
  const seen = "2031-06-15"; // a Sunday
  const dated = (text: string) =>
    read(text, { date: seen }).statements.flatMap(({ dates }) => dates.map(({ date }) => date));

  it.each([
    ["The minister said that he was told by telephone on Wednesday of the attack.", "2031-06-11"],
    ["The minister said that homes were attacked by troops in Tuesday night's coup.", "2031-06-10"],
    ["The minister said that the ships had left on 1 July.", "2030-07-01"],
    ["The minister said that the ships may leave on 1 July.", "2031-07-01"],
    ["The minister said that the ships should leave on 1 July.", "2031-07-01"],
    ["The minister said that the ships would leave on 3 July.", "2031-07-03"],
    ["The minister proposed that the talks resume on 1 July.", "2031-07-01"],
    ["The minister offered to open the crossing on 1 July.", "2031-07-01"],
    ["The minister said that the list must be ready no later than 20 June.", "2031-06-20"],
    ["The minister said that the talks were scheduled for Friday.", "2031-06-20"],
  ])("lean by their verb: %s", (text, day) => {
    expect(dated(text)).toEqual([day]);
  });

  it("are no lengths that something else begins", () => {
    expect(dated("The minister said that the ships would leave within 60 days of signature.")).toEqual([]);
  });

  it.each([
    ["LISBON, 12 April 2031 — The minister said that the port was open.", "2031-04-12"],
    ["Press conference, Lisbon, April 12, 2031\n\nThe minister said that the port was open.", "2031-04-12"],
    ["The minister said that the ships would leave on 1 September 2031.", null],
    ["Posted: 31 February 2031\n\nThe minister said that the port was open.", null],
  ])("of a document stand at its head: %s", (text, day) => {
    expect(read(text).about.date).toBe(day);
  });
});

describe("quantities", () => {
  const counted = (words: string) =>
    read(`The minister said that ${words} was at stake.`).statements[0]?.quantities.map(({ low, high, unit }) => [
      low,
      high,
      unit,
    ]);

  it.each([
    ["€1.2bn", 1.2e9, 1.2e9, "€"],
    ["4.5 per cent", 4.5, 4.5, "percent"],
    ["half a million people", 5e5, 5e5, "people"],
    ["12 nautical miles", 12, 12, "nautical miles"],
    ["US$3-5 billion", 3e9, 5e9, "US$"],
    ["two thirds of the fleet", 2 / 3, 2 / 3, "share"],
    ["a dozen ships", 12, 12, "ships"],
    ["3.5 crore rupees", 3.5e7, 3.5e7, "rupees"],
    ["5 lakh workers", 5e5, 5e5, "workers"],
    ["$2tn", 2e12, 2e12, "$"],
    ["between 30 and 40 warheads", 30, 40, "warheads"],
    ["20 to 25 percent", 20, 25, "percent"],
    ["1,200 tonnes of rice", 1200, 1200, "tonnes of rice"],
    ["800,000 barrels a day", 8e5, 8e5, "barrels a day"],
    ["15 square kilometres", 15, 15, "square kilometres"],
    ["one hundred and fifty detainees", 150, 150, "detainees"],
    ["one and a half million euros", 1.5e6, 1.5e6, "euros"],
    ["£250m", 2.5e8, 2.5e8, "£"],
    ["20 percentage points", 20, 20, "percentage points"],
    ["thirty-eight fishermen", 38, 38, "fishermen"],
    ["5 per cent of the budget", 5, 5, "percent of budget"],
  ])("are read as they are meant: %s", (words, low, high, unit) => {
    expect(counted(words)).toEqual([[low, high, unit]]);
  });

  it.each([
    "Article 7",
    "Resolution 1701",
    "Articles 7 and 8",
    "section 3.2",
    "Flight 17",
    "the year 2019",
    "the week of 14 and 15 June",
  ])("are not %s", (words) => {
    expect(counted(words)).toEqual([]);
  });
});

describe("any text", () => {
  const LINES = [
    "MS. OKORO: We open it.",
    "Q Why?",
    "Article 3",
    "The Parties shall meet.",
    "---",
    "title: x",
    "Dear Sir,",
    "Yours,",
    "- a point",
    "By Ada Okoro",
    "# Head",
    "**Ada**: yes.",
    "1. Decides so;",
    "Ada Okoro  00:12",
    "The Council,",
    "constructor",
    "__proto__: 1",
    "\u00ad\u200b",
    "Photo: x",
  ];
  it("is read, whatever forms are mixed in it, and nothing stands twice or outside of it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...LINES), { maxLength: 30 }),
        fc.constantFrom("\n", "\n\n", "\r\n"),
        (lines, between) => {
          const text = lines.join(between);
          const reading = readText(text, { date: "2031-02-28" });
          if (!reading.ok) return;
          const taken: [number, number][] = [];
          for (const { content, segments, kind } of reading.value.statements) {
            for (const { start, end } of [...content, ...segments])
              expect(start >= 0 && start < end && end <= text.length).toBe(true);
            if (kind === "term") continue;
            for (const { start, end } of content) {
              expect(taken.some(([from, to]) => from < end && start < to)).toBe(false);
              taken.push([start, end]);
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

const GIVEN = join(import.meta.dirname, "../../../../../../shared/inputs/reading/labels");

describe.skipIf(!existsSync(GIVEN))(
  `the given press conference${existsSync(GIVEN) ? "" : " (skipped: ../shared/inputs is not beside the clone)"}`,
  () => {
    const files = existsSync(GIVEN)
      ? readdirSync(GIVEN).filter((name) => /\.txt$/.test(name) && !/QA|quoted/.test(name))
      : [];
    it.each(files)("is read in the style of %s", (name) => {
      const found = said(read(readFileSync(join(GIVEN, name), "utf8"), { date: "2023-04-12" }));
      expect(
        found.map(([who]) => (/keller/i.test(who ?? "") ? "K" : /brandt/i.test(who ?? "") ? "B" : "q")).join(""),
      ).toBe("KqBqKBK");
    });
  },
);
