// Full-text search over what a case knows: statements on record, statements that wait, and the texts of its documents.
import MiniSearch, { type Query, type SearchResult } from "minisearch";
import { type Case, isDate, lastDay } from "../case/index.js";
import type { ReadStatement } from "./reading/reading.js";
import type { Span } from "./reading/span.js";

/** A document whose text is searched. */
export interface SearchedText {
  /** By which the caller knows it. */
  readonly id: string;
  readonly title: string;
  readonly date: string | null;
  readonly text: string;
  /** Statements that were found in it and wait for a person. */
  readonly statements: readonly ReadStatement[];
}

export interface SearchHit {
  /** On record; found in a document and waiting; a passage of a document; or a source without a text of its own. */
  readonly kind: "record" | "waiting" | "passage" | "source";
  /** Of the statement or source; for a passage of its document. */
  readonly id: string;
  /** Of the document; null for a statement on record and for a source. */
  readonly document: string | null;
  readonly title: string;
  readonly date: string | null;
  readonly speaker: string | null;
  /** The words around what was found, at most EXCERPT letters. */
  readonly excerpt: string;
  /** Where the searched words stand in the excerpt. */
  readonly marks: readonly Span[];
  /** Where the excerpt stands in the text of its document; null for a statement on record and for a source. */
  readonly place: Span | null;
}

export interface SearchAnswer {
  readonly hits: readonly SearchHit[];
  /** How many there are in all. */
  readonly total: number;
  /** What of the query was not understood: sentences for people. */
  readonly remarks: readonly string[];
}

/** What a query asks for. Every part must hold. */
export interface SearchQuery {
  /** Words by their beginnings where they end in *, and the last one, which may be half typed. */
  readonly words: readonly { readonly text: string; readonly isPrefix: boolean }[];
  readonly phrases: readonly string[];
  readonly speakers: readonly string[];
  /** Earlier than this day, month or year; later than it. */
  readonly before: string | null;
  readonly after: string | null;
  readonly remarks: readonly string[];
}

const EXCERPT = 240;
/** Longer lines are cut, so that an excerpt is found in them soon. */
const MOST_LINE = 1500;
const MOST_QUERY = 500;

/** Lower case and without accents, as words are compared. */
const plain = (text: string): string => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: most text is ASCII, and has nothing to take off
  const bare = /^[\x00-\x7f]*$/.test(text) ? text : text.normalize("NFD").replace(/\p{M}+/gu, "");
  return bare.toLowerCase();
};
const wordsOf = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** A query as it is typed: `pilots "harbour dues" speaker:Keller before:2023-06 sanct*`. */
export function searchQuery(typed: string): SearchQuery {
  const words: { text: string; isPrefix: boolean }[] = [];
  const [phrases, speakers, remarks]: [string[], string[], string[]] = [[], [], []];
  let [before, after]: [string | null, string | null] = [null, null];
  const parts = typed
    .slice(0, MOST_QUERY)
    .matchAll(/(?:(speaker|before|after):)?(?:["“]([^"”]*)["”]?|(\S+)|(?<=:)(?=\s|$))/giu);
  for (const [whole, key = "", quoted, bare] of parts) {
    const value = (quoted ?? bare ?? "").trim();
    switch (key.toLowerCase()) {
      case "speaker":
        if (wordsOf(value).length === 0) remarks.push(`“${whole.trim()}” names nobody: write it like speaker:Keller.`);
        else speakers.push(wordsOf(value).join(" "));
        break;
      case "before":
      case "after":
        if (!isDate(value))
          remarks.push(`“${whole.trim()}” names no day: write it like before:2019-02-28 or before:2019.`);
        else if (key.toLowerCase() === "before") before = value;
        else after = value;
        break;
      default:
        if (quoted !== undefined) phrases.push(value);
        else for (const text of wordsOf(value)) words.push({ text, isPrefix: value.endsWith("*") });
    }
  }
  const known = phrases.filter((one) => wordsOf(one).length > 0);
  const asksNothing = words.length + known.length + speakers.length === 0 && before === null && after === null;
  if (asksNothing && remarks.length === 0 && typed.trim() !== "")
    remarks.push(`“${typed.trim()}” names no word to look for.`);
  const last = words.at(-1);
  // While it is typed, the last word stands for all that begin so.
  if (last && !/["”\s]$/.test(typed)) words[words.length - 1] = { ...last, isPrefix: true };
  return { words, phrases: known, speakers, before, after, remarks };
}

interface Entry extends Omit<SearchHit, "excerpt" | "marks"> {
  readonly n: number;
  readonly text: string;
  /** The title, where it is searched: once for a document. */
  readonly heading: string;
}

export interface CaseSearch {
  /** The best first: on record before what waits, and that before passages, where they are equally good. */
  readonly search: (typed: string, most?: number) => SearchAnswer;
}

/** Takes up statements and texts once; time and memory grow with their length. */
export async function searchIn(negotiation: Case, texts: readonly SearchedText[]): Promise<CaseSearch> {
  const entries = entriesOf(negotiation, texts);
  const index = new MiniSearch<Entry>({
    idField: "n",
    fields: ["text", "speaker", "heading"],
    tokenize: (text) => wordsOf(text),
    processTerm: (term) => term,
    searchOptions: { combineWith: "AND", boost: { speaker: 2 } },
  });
  // In parts, so that whoever shares the thread is not kept waiting.
  await index.addAllAsync(entries, { chunkSize: 200 });
  return {
    search: (typed, most = 20) => {
      const query = searchQuery(typed);
      const { words, phrases, speakers, before, after, remarks } = query;
      const asksNothing = words.length + phrases.length + speakers.length === 0 && before === null && after === null;
      if (asksNothing) return { hits: [], total: 0, remarks };
      const found = index.search(queryOf(query), {
        boostDocument: (n) => WEIGHT[entries[n as number]?.kind ?? "passage"],
        filter: ({ id }) => holds(entries[id as number], query),
      });
      const hits = found.slice(0, most).flatMap((result) => hitOf(entries[result.id as number], result));
      return { hits, total: found.length, remarks };
    },
  };
}

const WEIGHT = { record: 3, waiting: 1.5, passage: 1, source: 1.5 };

function entriesOf({ statements, sources }: Case, texts: readonly SearchedText[]): Entry[] {
  const titles = new Map(sources.map(({ id, title }) => [id, title]));
  const rest: Omit<Entry, "n">[] = statements.map(({ id, speaker, role, says, words, source, date }) => ({
    kind: "record",
    id,
    document: null,
    title: titles.get(source) ?? source,
    date,
    speaker: [speaker, role].filter(Boolean).join(", "),
    heading: "",
    text: words && !says.includes(words.quote) ? `${says} “${words.quote}”` : says,
    place: null,
  }));
  const kept = new Set(texts.map(({ id }) => id));
  for (const { id, title, author, publisher, date, document } of sources) {
    // With a text it is found by that.
    if (document !== null && kept.has(document)) continue;
    const text = [title, author, publisher].filter(Boolean).join(" · ");
    rest.push({ kind: "source", id, document: null, title, date, speaker: null, heading: "", text, place: null });
  }
  const byDocument = new Map(sources.flatMap((one) => (one.document === null ? [] : [[one.document, one] as const])));
  for (const { id: document, title, date, text, statements: found } of texts) {
    for (const { id, speaker, quote, content, on } of found)
      rest.push({
        kind: "waiting",
        id,
        document,
        title,
        date: on ?? date,
        speaker: speaker && [speaker.name, speaker.role].filter(Boolean).join(", "),
        heading: "",
        text: quote,
        place: content[0] ? { start: content[0].start, end: content.at(-1)?.end ?? content[0].end } : null,
      });
    const { author, publisher } = byDocument.get(document) ?? {};
    let heading = [title, author, publisher].filter(Boolean).join(" ");
    for (const place of passagesOf(text)) {
      rest.push({
        kind: "passage",
        id: document,
        document,
        title,
        date,
        speaker: null,
        heading,
        text: text.slice(place.start, place.end),
        place,
      });
      heading = "";
    }
  }
  return rest.map((entry, n) => ({ ...entry, n }));
}

/** Lines, each with those that its sentence goes on in (a text may be set in lines of 72 letters). In proportion to the text. */
function* wholeLines(text: string): Generator<{ readonly index: number; readonly line: string }> {
  let [at, open]: [number, { index: number; line: string } | null] = [0, null];
  for (const line of text.split("\n")) {
    const bare = line.trimEnd();
    if (bare === "") {
      if (open) yield open;
      open = null;
    } else {
      open = open ? { index: open.index, line: `${open.line}\n${line}` } : { index: at, line };
      if (/[.!?:;”"’)\]]$/.test(bare)) {
        yield open;
        open = null;
      }
    }
    at += line.length + 1;
  }
  if (open) yield open;
}

/** The passages of a text: its lines with what their sentences go on in, long ones in parts that end between words. */
function* passagesOf(text: string): Generator<Span> {
  for (const { index, line } of wholeLines(text)) {
    let start = 0;
    while (line.length - start > MOST_LINE) {
      const space = Math.max(line.lastIndexOf(" ", start + MOST_LINE), line.lastIndexOf("\n", start + MOST_LINE));
      const end = space > start ? space : start + MOST_LINE;
      yield { start: index + start, end: index + end };
      start = end;
    }
    yield { start: index + start, end: index + line.length };
  }
}

function queryOf({ words, phrases }: SearchQuery): Query {
  const asked = [...words, ...phrases.flatMap((one) => wordsOf(one).map((text) => ({ text, isPrefix: false })))];
  if (asked.length === 0) return MiniSearch.wildcard;
  return {
    combineWith: "AND",
    queries: asked.map(({ text, isPrefix }) => ({ queries: [text], prefix: isPrefix })),
  };
}

/** What the index does not know: phrases, who speaks, and when. */
function holds(entry: Entry | undefined, { phrases, speakers, before, after }: SearchQuery): boolean {
  if (!entry) return false;
  const { date, speaker, text } = entry;
  if (before !== null && (date === null || date >= before)) return false;
  if (after !== null && (date === null || date <= lastDay(after))) return false;
  // By the beginnings of words: "Ri" is not in "researchers".
  if (speakers.some((one) => !` ${wordsOf(speaker ?? "").join(" ")}`.includes(` ${one}`))) return false;
  if (phrases.length === 0) return true;
  const words = ` ${wordsOf(text).join(" ")} `;
  return phrases.every((phrase) => words.includes(` ${wordsOf(phrase).join(" ")} `));
}

function hitOf(entry: Entry | undefined, { terms }: SearchResult): SearchHit[] {
  if (!entry) return [];
  const { n: _, heading: __, text, place: whole, ...rest } = entry;
  const wanted = new Set(terms);
  const places = [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].flatMap(({ index, 0: word }) =>
    wanted.has(plain(word)) ? [{ start: index, end: index + word.length }] : [],
  );
  const first = places[0]?.start ?? 0;
  const from = text.length <= EXCERPT ? 0 : Math.max(0, Math.min(first - EXCERPT / 3, text.length - EXCERPT));
  // From the beginning of a word, and never behind the first that was found.
  const space = text.slice(from, first).search(/\s/);
  const start = from === 0 || space < 0 ? from : from + space + 1;
  const end = Math.min(text.length, start + EXCERPT);
  const marks = places
    .filter((place) => start <= place.start && place.end <= end)
    .map((place) => ({ start: place.start - start, end: place.end - start }));
  const place = whole && entry.kind === "passage" ? { start: whole.start + start, end: whole.start + end } : whole;
  return [{ ...rest, place, excerpt: text.slice(start, end), marks }];
}
