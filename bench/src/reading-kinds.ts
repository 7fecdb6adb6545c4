// How well each kind of text is read: 36 documents written for this measure, six of each of six kinds, marked by a reader who
// had not seen the program. node bench/dist/reading-kinds.js prints the table of docs/reading.md.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Act, isOwnPosition, type ReadStatement, readText } from "@parley/core/reading";
// What node does not show to others.
import { readHere } from "../../packages/node/dist/documents/read-document.js";

const TEXTS = join(import.meta.dirname, "../texts");
/** Less likely findings are not shown unasked. */
const LEAST_SURE = 0.3;

interface Mark {
  readonly quote: string;
  readonly speaker: string;
  /** Whether the words tell the speaker's own position. */
  readonly own: boolean;
  readonly act: Act;
}

interface Marked {
  readonly file: string;
  readonly statements: readonly Mark[];
  /** What nobody says: headlines, captions, notices. */
  readonly not: readonly string[];
  readonly day: string | null;
}

export interface KindScore {
  readonly kind: string;
  statements: number;
  found: number;
  speaker: number;
  own: number;
  act: number;
  notSaid: number;
  /** Of what nobody says, taken for a statement. */
  taken: number;
  documents: number;
  days: number;
}

const LIMITS = { bytes: 2e7, pages: 10, inflated: 1e7, characters: 1e6, seconds: 30, memory: 5e8 };

/** Letters and marks as they are compared: without emphasis, white space and quotation marks as one. */
const plain = (text: string): string =>
  text.replace(/[*_]+/g, "").replace(/\s+/g, " ").replace(/[“”]/g, '"').replace(/[‘’]/g, "'").toLowerCase().trim();

const nameWords = (name: string): string[] =>
  plain(name)
    .replace(/[^\p{L}\p{N} ]/gu, "")
    .split(" ")
    .filter((word) => !/^(?:the|of|and|an?)?$/.test(word));

const ASKING = /^(?:q|question|questioner|reporter|journalist|press|interviewer|counsel)$|reporter|^unidentified/;

function isSameName(one: string, other: string): boolean {
  const [a, b] = [nameWords(one), nameWords(other)];
  if (a.length === 0 || b.length === 0) return false;
  const [left, right] = [a.join(" "), b.join(" ")];
  return (
    a.at(-1) === b.at(-1) || (ASKING.test(left) && ASKING.test(right)) || left.includes(right) || right.includes(left)
  );
}

/** Whether a stretch stands in words, or at least 70 % of its words in a row do. */
function holds(words: string, quote: string): boolean {
  if (words.includes(quote)) return true;
  const parts = quote.split(" ");
  const some = Math.ceil(parts.length * 0.7);
  return (
    words.length > 20 &&
    (words.includes(parts.slice(0, some).join(" ")) || words.includes(parts.slice(-some).join(" ")))
  );
}

/** The scores of every kind, in the order of the files. */
export async function kindScores(): Promise<KindScore[]> {
  const marks = JSON.parse(readFileSync(join(TEXTS, "marks.json"), "utf8")) as readonly Marked[];
  const scores = new Map<string, KindScore>();
  for (const one of marks) {
    const kind = one.file.slice(3).replace(/-.*/, "");
    const score = scores.get(kind) ?? {
      kind,
      statements: 0,
      found: 0,
      speaker: 0,
      own: 0,
      act: 0,
      notSaid: 0,
      taken: 0,
      documents: 0,
      days: 0,
    };
    scores.set(kind, score);
    await add(score, one);
  }
  return [...scores.values()];
}

async function add(score: KindScore, { file, statements, not, day }: Marked): Promise<void> {
  const document = await readHere(file, new Uint8Array(readFileSync(join(TEXTS, file))), LIMITS);
  if (!document.ok) throw new Error(document.reasons.join(" "));
  const { text, published = null, byline = null } = document.value;
  const reading = readText(text, { date: published, author: byline });
  const found = reading.ok ? reading.value.statements.filter(({ kind }) => kind !== "term") : [];
  const wordsOf = ({ content, segments }: ReadStatement): string =>
    plain((content.length > 0 ? content : segments).map(({ start, end }) => text.slice(start, end)).join(" "));
  const told = found.map((statement) => ({ statement, words: wordsOf(statement) }));
  score.documents++;
  if (published === day) score.days++;
  for (const mark of statements) {
    score.statements++;
    const quote = plain(mark.quote);
    const best = told
      .filter(({ statement, words }) => statement.confidence >= LEAST_SURE && holds(words, quote))
      .sort((a, b) => b.statement.confidence - a.statement.confidence)[0]?.statement;
    if (!best) continue;
    score.found++;
    if (isSameName(best.speaker?.name ?? "", mark.speaker)) score.speaker++;
    if ((best.holder === null) === mark.own) score.own++;
    if (best.stance.act === mark.act) score.act++;
  }
  for (const stretch of not) {
    score.notSaid++;
    const isTaken = told.some(
      ({ statement, words }) =>
        statement.confidence >= 0.5 &&
        statement.clause !== "preamble" &&
        isOwnPosition(statement) &&
        words.includes(plain(stretch)),
    );
    if (isTaken) score.taken++;
  }
}

const share = (part: number, all: number): string => `${Math.round((100 * part) / all)} %`;

if (process.argv[1]?.endsWith("reading-kinds.js"))
  for (const one of await kindScores())
    process.stdout.write(
      `| ${[one.kind, `${one.statements}`, share(one.found, one.statements), share(one.speaker, one.statements), share(one.own, one.found), share(one.act, one.found), `${one.taken} of ${one.notSaid}`, `${one.days} of ${one.documents}`].join(" | ")} |\n`,
    );
