// How well documents are read, against texts in which people marked who said what: the PolNeAR corpus in its standoff
// form, and the same texts by token as CofeNet (Wang et al. 2023) used them. Not part of the project: read where given.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Reading, type ReadStatement, readText, type Span } from "@parley/core/reading";

// Seen from the clone.
const PARTS = "../shared/data/polnear/data";
const TOKENS = "../shared/data/cofenet_polnear/pn_valid.txt";
const root = join(import.meta.dirname, "../..");

/** What of the corpus is not beside the clone. */
export const missing: readonly string[] = [`${PARTS}/dev/text`, `${PARTS}/dev/attributions`, TOKENS].filter(
  (path) => !existsSync(join(root, path)),
);

/** The development part in CofeNet's form. */
export const markedTokens = (): string => readFileSync(join(root, TOKENS), "utf8");

/** One attribution as people marked it. */
export interface Attribution {
  readonly sources: readonly Span[];
  readonly cues: readonly Span[];
  readonly contents: readonly Span[];
}

export interface MarkedText {
  readonly name: string;
  readonly text: string;
  readonly attributions: readonly Attribution[];
}

/** The texts of one part of PolNeAR, `train` or `dev`. */
export function markedTexts(part: string): MarkedText[] {
  const folder = join(root, PARTS, part);
  const files = readdirSync(join(folder, "attributions"));
  return readdirSync(join(folder, "text")).map((file) => {
    const name = file.slice(0, -4);
    const found = files.find((one) => one === `${name}.ann` || one.startsWith(`${name}_`)) ?? "";
    return {
      name,
      text: readFileSync(join(folder, "text", file), "utf8"),
      attributions: attributionsIn(readFileSync(join(folder, "attributions", found), "utf8")),
    };
  });
}

/** Of a file in standoff form. */
export function attributionsIn(lines: string): Attribution[] {
  const spans = new Map<string, Span[]>();
  const found: Attribution[] = [];
  for (const line of lines.split("\n")) {
    const [id = "", body] = line.split("\t");
    if (!body) continue;
    if (id.startsWith("T")) {
      const places = body.slice(body.indexOf(" ") + 1).split(";");
      const spanOf = (place: string): Span => {
        const [start = 0, end = 0] = place.split(" ").map(Number);
        return { start, end };
      };
      spans.set(id, places.map(spanOf));
    } else if (id.startsWith("E")) {
      const parts = body
        .trim()
        .split(" ")
        .map((part) => part.split(":"));
      const of = (role: string) =>
        parts.filter(([name]) => name?.replace(/\d+$/, "") === role).flatMap(([, ref]) => spans.get(ref ?? "") ?? []);
      found.push({ sources: of("Source"), cues: of("Cue"), contents: of("Content") });
    }
  }
  return found;
}

export interface ReadPart {
  readonly texts: readonly MarkedText[];
  readonly readings: readonly (Reading | null)[];
  readonly bytes: number;
  readonly seconds: number;
}

/** Reads every text, one after the other, on this thread. */
export function readTexts(texts: readonly MarkedText[]): ReadPart {
  const begun = performance.now();
  const readings = texts.map(({ text }) => {
    const reading = readText(text);
    return reading.ok ? reading.value : null;
  });
  const seconds = (performance.now() - begun) / 1000;
  return { texts, readings, seconds, bytes: texts.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) };
}

export interface Score {
  readonly predicted: number;
  readonly annotated: number;
  /** Of those predicted. */
  readonly right: number;
  /** Of those annotated; where they are matched one to one, as many as are right. */
  readonly found: number;
}

export const precision = ({ right, predicted }: Score): number => (predicted === 0 ? 0 : (100 * right) / predicted);
export const recall = ({ found, annotated }: Score): number => (annotated === 0 ? 0 : (100 * found) / annotated);
export function f1(score: Score): number {
  const [p, r] = [precision(score), recall(score)];
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}

const shared = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
/** Overlap over union. */
export const shareOf = (a: Span, b: Span): number =>
  shared(a, b) / (Math.max(a.end, b.end) - Math.min(a.start, b.start));
const hull = (spans: readonly Span[]): Span => ({
  start: Math.min(...spans.map(({ start }) => start)),
  end: Math.max(...spans.map(({ end }) => end)),
});

/** Reported speech: contents without quotation marks; matched, one to one, where overlap over union is at least 0.5. */
export function indirectScore({ texts, readings }: ReadPart): Score {
  let [predicted, annotated, matched] = [0, 0, 0];
  for (const [at, { text, attributions }] of texts.entries()) {
    const isQuoted = ({ start, end }: Span) => /["“”]|''|``/.test(text.slice(start, end));
    const gold = attributions
      .filter(({ contents }) => contents.length > 0)
      .map(({ contents }) => hull(contents))
      .filter((span) => !isQuoted(span));
    const own = (readings[at]?.statements ?? [])
      .filter(({ kind }) => kind === "indirect" || kind === "act")
      // Of an act the corpus marks what follows the verb.
      .map(({ kind, content, cue }) =>
        kind === "act" && cue ? { ...hull(content), start: cue.end + 1 } : hull(content),
      )
      .filter((span) => !isQuoted(span));
    const used = new Set<number>();
    for (const span of gold) {
      const place = own.findIndex((one, k) => !used.has(k) && shareOf(one, span) >= 0.5);
      if (place < 0) continue;
      used.add(place);
      matched++;
    }
    predicted += own.length;
    annotated += gold.length;
  }
  return { predicted, annotated, right: matched, found: matched };
}

interface TokenLine {
  readonly id: string;
  readonly tokens: readonly string[];
  readonly labels: readonly string[];
}

/**
 * Exact spans by token: label, first and last token equal to the annotation's.
 * @param marked the corpus in CofeNet's form: a sentence a line, as JSON
 */
export function tokenScores(marked: string): { readonly content: Score; readonly source: Score } {
  const documents = new Map<string, TokenLine[]>();
  for (const line of marked.split("\n")) {
    if (line.trim() === "") continue;
    const read = JSON.parse(line) as TokenLine;
    documents.set(read.id, [...(documents.get(read.id) ?? []), read]);
  }
  const content = { predicted: 0, annotated: 0, right: 0, found: 0 };
  const source = { ...content };
  for (const lines of documents.values()) {
    const { text, places } = textOf(lines);
    const reading = readText(text);
    const statements = reading.ok ? reading.value.statements.filter(({ kind }) => kind !== "term") : [];
    const mentions = statements.flatMap(({ speaker }) => (speaker ? [speaker.mention] : []));
    count(content, goldSpans(lines, "content"), predictedSpans(contentsOf(statements), places));
    count(source, goldSpans(lines, "source"), predictedSpans(mentions, places));
  }
  return { content, source };
}

/** The likeliest first: a token has one label. */
const contentsOf = (statements: readonly ReadStatement[]): Span[] =>
  [...statements]
    .sort((a, b) => b.confidence - a.confidence)
    .flatMap(({ kind, content, cue }) =>
      kind === "act" && cue ? [{ ...hull(content), start: cue.end + 1 }] : content,
    );

function count(score: { -readonly [K in keyof Score]: Score[K] }, gold: Set<string>, own: Set<string>) {
  const matched = [...own].filter((span) => gold.has(span)).length;
  score.predicted += own.size;
  score.annotated += gold.size;
  score.right += matched;
  score.found += matched;
}

/** The tokens as a text, a paragraph a line, with where each token stands in it. */
function textOf(lines: readonly TokenLine[]): { readonly text: string; readonly places: readonly Span[] } {
  let text = "";
  const places: Span[] = [];
  for (const { tokens } of lines) {
    let open = false;
    for (const [at, token] of tokens.entries()) {
      const written = writtenToken(token, open);
      if (written === "“") open = true;
      else if (written === "”") open = false;
      const glued = at === 0 || /^(?:[,.;:?!%)]|'s|’s|n't|'re|'ve|'ll|'d|'m|”|’)$/.test(written) || /[($“]$/.test(text);
      if (!glued) text += " ";
      places.push({ start: text.length, end: text.length + written.length });
      text += written;
    }
    text += "\n\n";
  }
  return { text, places };
}

function writtenToken(token: string, open: boolean): string {
  if (token === "``") return "“";
  if (token === "''") return open ? "”" : "“";
  return token === "-LRB-" ? "(" : token === "-RRB-" ? ")" : token;
}

function goldSpans(lines: readonly TokenLine[], wanted: string): Set<string> {
  const found = new Set<string>();
  let begin = 0;
  for (const { labels } of lines) {
    for (const [at, label] of labels.entries()) {
      if (label !== `B-${wanted}`) continue;
      let last = at;
      while (labels[last + 1] === `I-${wanted}`) last++;
      found.add(`${begin + at}-${begin + last}`);
    }
    begin += labels.length;
  }
  return found;
}

function predictedSpans(spans: readonly Span[], places: readonly Span[]): Set<string> {
  const found = new Set<string>();
  const taken = new Set<number>();
  for (const span of spans) {
    const tokens = places.flatMap((place, at) => (shared(place, span) > 0 ? [at] : []));
    if (tokens.length === 0 || tokens.some((at) => taken.has(at))) continue;
    for (const at of tokens) taken.add(at);
    found.add(`${tokens[0]}-${tokens.at(-1)}`);
  }
  return found;
}
