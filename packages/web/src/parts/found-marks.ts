// Of the statements that were found in a document: which are worth a look, which are on record, what is marked in its text.
import { type Case, chosenStatement, type ReadStatement, type Span, statementAround } from "@parley/core/internal";
import { type OpenDocument, spansOf } from "../attached.js";

/** A stretch that is marked, and the statement that it belongs to. */
export interface TextMark extends Span {
  readonly id: string;
  /** The place of the party among the case's; -1 for none. */
  readonly party: number;
  readonly kind: "quoted" | "reported" | "term" | "passage";
  readonly label: string;
}

/** Worth a look unasked: more likely than not, somebody's, and more than a word or two. */
export const isLikely = ({ kind, confidence, quote }: Pick<ReadStatement, "kind" | "confidence" | "quote">): boolean =>
  kind !== "term" && confidence >= 0.5 && (kind !== "indirect" || quote.split(/\s+/).length > 3);

/** How sure it is who said it, 0–1, in steps. */
export function surenessOf(confidence: number): "sure" | "likely" | "perhaps" | "doubtful" {
  if (confidence >= 0.9) return "sure";
  if (confidence >= 0.7) return "likely";
  return confidence >= 0.5 ? "perhaps" : "doubtful";
}

/** The words of a statement as a reader is shown them. */
export const wordsOf = (text: string, statement: ReadStatement): string =>
  statement.kind === "direct" || statement.kind === "term"
    ? `“${statement.quote}”`
    : statement.content.map(({ start, end }) => text.slice(start, end)).join(" … ");

/** The words on which a statement hangs; null for none. */
export const conditionOf = ({ stance }: ReadStatement, text: string): string | null =>
  stance.condition && text.slice(stance.condition.start, stance.condition.end);

/** What is on record of a document: by the ids of what was found, those whose very words are; and words that a person chose. */
export interface OnRecord {
  readonly whole: ReadonlySet<string>;
  /** Found statements of which some of the words are. */
  readonly part: ReadonlySet<string>;
  /** Statements on record whose words are none that were found, in the order of the text. */
  readonly chosen: readonly ReadStatement[];
}

export function recordedIn(
  { statements, sources }: Pick<Case, "statements" | "sources">,
  document: Pick<OpenDocument, "name" | "text">,
  found: readonly ReadStatement[],
): OnRecord {
  const own = new Set(
    sources.filter((one) => one.document !== null && one.document === document.name).map(({ id }) => id),
  );
  const places = new Map(found.map((one) => [placeOf(spansOf(one)), one.id]));
  const [whole, part] = [new Set<string>(), new Set<string>()];
  const chosen: ReadStatement[] = [];
  for (const { source, words, speaker, role, party } of statements) {
    if (!own.has(source) || !words || words.spans.length === 0) continue;
    const spans = words.spans.map(([start, end]) => ({ start, end }));
    const same = places.get(placeOf(spans));
    if (same !== undefined) {
      whole.add(same);
      continue;
    }
    const from = statementAround(spans, found);
    if (from) part.add(from.id);
    const one = chosenStatement(document.text, spans, null);
    const who = { name: speaker, role, affiliation: null, kind: "person", mention: NOWHERE } as const;
    chosen.push({ ...one, speaker: who, party });
  }
  return { whole, part, chosen: chosen.sort((a, b) => startOf(a) - startOf(b)) };
}

const NOWHERE: Span = { start: 0, end: 0 };
const placeOf = (spans: readonly Span[]): string => JSON.stringify(spans.map(({ start, end }) => [start, end]));

/** Where a statement begins in its document. */
export const startOf = (statement: ReadStatement): number => spansOf(statement)[0]?.start ?? 0;

/** What is marked in the text. @param labelOf what a mark says of itself */
export function marksOf(
  statements: readonly ReadStatement[],
  { parties }: Pick<Case, "parties">,
  labelOf: (statement: ReadStatement) => string,
): TextMark[] {
  return statements.flatMap((statement) => {
    const party = parties.findIndex(({ id }) => id === statement.party);
    const label = labelOf(statement);
    const of = (kind: TextMark["kind"]) => (span: { readonly start: number; readonly end: number }) => ({
      ...span,
      id: statement.id,
      party,
      kind,
      label,
    });
    if (statement.kind === "term") return statement.segments.map(of("term"));
    const reported = statement.kind === "direct" ? [] : statement.content.map(of("reported"));
    return [...reported, ...statement.segments.map(of("quoted"))];
  });
}
