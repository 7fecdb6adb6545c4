import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCase, issue } from "../../test/build-case.js";
import { type SearchedText, searchIn, searchQuery } from "./search.js";

const negotiation = buildCase({
  case: { issues: [issue("x", 2)], sources: [{ id: "s", title: "Harbour Gazette" }] },
  record: {
    statements: [
      {
        id: "k1",
        date: "2023-02-01",
        speaker: "Ute Keller",
        role: "minister",
        says: "No pilots without harbour dues.",
        source: "s",
      },
      {
        id: "b1",
        date: "2023-06-01",
        speaker: "Jan Brandt",
        says: "Dues of the harbour are unlawful; pilotage is not.",
        source: "s",
      },
    ],
  },
});
const text = "The port was calm.\nMüller spoke of harbour dues for an hour.\nNobody spoke of sanctions.";
const texts: readonly SearchedText[] = [
  { id: "paper", title: "A paper", date: "2023-03-05", text, statements: [] },
  { id: "undated", title: "A note", date: null, text: "Sanctions again.", statements: [] },
];
const index = searchIn(negotiation, texts);
async function searched() {
  const { search } = await index;
  const found = (typed: string) =>
    search(typed)
      .hits.map(({ kind, id }) => `${kind} ${id}`)
      .sort();
  return { search, found };
}

describe("a search", () => {
  it("finds every word, wherever they stand, in statements and documents", async () => {
    const { search, found } = await searched();
    expect(found("dues harbour ")).toEqual(["passage paper", "record b1", "record k1"]);
    expect(found("dues calm ")).toEqual([]);
    expect(search("dues harbour ").hits[0]?.kind).toBe("record");
  });

  it("takes words in quotation marks in their order, beginnings with *, and the word that is still typed", async () => {
    const { found } = await searched();
    expect(found('"harbour dues" ')).toEqual(["passage paper", "record k1"]);
    expect(found("pilot ")).toEqual([]);
    expect(found("pilot* ")).toEqual(["record b1", "record k1"]);
    expect(found("sanct")).toEqual(["passage paper", "passage undated"]);
  });

  it("is narrowed by who speaks and by days; what has no day is neither before nor after", async () => {
    const { search, found } = await searched();
    expect(found("dues speaker:keller")).toEqual(["record k1"]);
    expect(found('speaker:"jan brandt"')).toEqual(["record b1"]);
    expect(found("before:2023-03")).toEqual(["record k1"]);
    expect(found("sanctions after:2023-02")).toEqual(["passage paper"]);
    expect(search("before:Tuesday dues ").remarks).toEqual([
      "“before:Tuesday” names no day: write it like before:2019-02-28 or before:2019.",
    ]);
  });

  it("finds letters with accents by letters without, and shows where they stand", async () => {
    const { search } = await searched();
    const [hit] = search("muller ").hits;
    expect(hit?.marks.map(({ start, end }) => hit.excerpt.slice(start, end))).toEqual(["Müller"]);
    expect(hit?.place && text.slice(hit.place.start, hit.place.end)).toBe(hit?.excerpt);
  });

  it("finds words of a sentence that is set in several lines, and says where they stand", async () => {
    const wrapped = "It rained. The ferries were kept in the\nharbour basin until evening.\nNobody spoke.";
    const { search } = await searchIn(negotiation, [
      { id: "w", title: "W", date: null, text: wrapped, statements: [] },
    ]);
    expect(search('"kept in the harbour basin"').total).toBe(1);
    expect(search("basin nobody ").total).toBe(0);
    // A long line of blanks is passed over at once.
    const blank = await searchIn(negotiation, [
      { id: "b", title: "B", date: null, text: `One\n${" ".repeat(2_000_000)}\ntwo`, statements: [] },
    ]);
    expect(blank.search('"one two"').total).toBe(0);
    const long = `${"x".repeat(400)}.sanctions`;
    const found = await searchIn(negotiation, [{ id: "l", title: "L", date: null, text: long, statements: [] }]);
    const [hit] = found.search("sanctions ").hits;
    expect(hit?.marks.map(({ start, end }) => hit.excerpt.slice(start, end))).toEqual(["sanctions"]);
    expect(hit?.place && long.slice(hit.place.start, hit.place.end)).toBe(hit?.excerpt);
  });

  it("finds sources without a text by title, author and publisher, and the text of others by these", async () => {
    const sources = [
      {
        id: "book",
        title: "Tides",
        publisher: "Delacroix",
        date: "2001",
        url: null,
        author: "Ana Häberlin",
        document: null,
      },
      { id: "kept", title: "Dues", publisher: "Gazette", date: null, url: null, author: "Jo Roe", document: "kept" },
    ];
    const { search } = await searchIn({ ...negotiation, sources }, [
      { id: "kept", title: "Dues", date: null, text: "It was calm.", statements: [] },
    ]);
    const found = (typed: string) => search(typed).hits.map(({ kind, id }) => `${kind} ${id}`);
    expect([found("haberlin "), found("Delacroix tides "), found("Roe gazette ")]).toEqual([
      ["source book"],
      ["source book"],
      ["passage kept"],
    ]);
  });

  it("knows speakers by the beginnings of words, and says what asks for nothing", async () => {
    const { search, found } = await searched();
    expect(found("speaker:ann")).toEqual([]);
    expect(found("speaker:kel")).toEqual(["record k1"]);
    for (const typed of ["*", "speaker:", "before:", '"'])
      expect(search(typed), typed).toMatchObject({ total: 0, remarks: [expect.stringContaining("“")] });
  });

  it("asks for nothing where nothing is typed, and never fails", async () => {
    const { search } = await searched();
    expect(search("  ")).toEqual({ hits: [], total: 0, remarks: [] });
    fc.assert(
      fc.property(fc.string(), (typed) => {
        expect(search(typed).hits.length).toBeLessThanOrEqual(20);
      }),
    );
  });

  it("finds a statement by any of its words, as a list of all texts does", async () => {
    const { found } = await searched();
    const all = ["no", "pilots", "without", "harbour", "dues", "of", "the", "are", "unlawful", "pilotage", "is", "not"];
    fc.assert(
      fc.property(fc.subarray(all, { minLength: 1, maxLength: 3 }), (words) => {
        const wanted = negotiation.statements
          .filter(({ says }) => words.every((word) => says.toLowerCase().match(/\w+/g)?.includes(word)))
          .map(({ id }) => `record ${id}`);
        expect(found(`${words.join(" ")} `).filter((one) => one.startsWith("record"))).toEqual(wanted.sort());
      }),
    );
  });
});

describe("a query", () => {
  it("is told by its parts", () => {
    expect(searchQuery('pilots speaker:"Ute Keller" before:2023 “harbour dues” sanct*')).toEqual({
      words: [
        { text: "pilots", isPrefix: false },
        { text: "sanct", isPrefix: true },
      ],
      phrases: ["harbour dues"],
      speakers: ["ute keller"],
      before: "2023",
      after: null,
      remarks: [],
    });
  });
});
