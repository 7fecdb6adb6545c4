// Of the statements that were found in a document: which are worth a look, which are on record, what is marked in its text.
import type { Case, ReadStatement, Span } from "@parley/core";
import { type OpenDocument, spansOf } from "../attached.js";

/** A stretch that is marked, and the statement that it belongs to. */
export interface TextMark extends Span {
  readonly id: string;
  /** The place of the party among the case's; -1 for none. */
  readonly party: number;
  readonly kind: "quoted" | "reported" | "term";
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

/** Which of the statements are on record: those whose words stand at the same places of the same document. */
export function recordedIn(
  { statements, sources }: Pick<Case, "statements" | "sources">,
  document: OpenDocument,
  found: readonly ReadStatement[],
): ReadonlyMap<string, string> {
  const own = new Set(
    sources.filter((one) => one.document !== null && one.document === document.name).map(({ id }) => id),
  );
  const places = new Map(
    statements.flatMap((one): [string, string][] =>
      own.has(one.source) && one.words ? [[JSON.stringify(one.words.spans), one.id]] : [],
    ),
  );
  return new Map(
    found.flatMap((one): [string, string][] => {
      const kept = places.get(JSON.stringify(spansOf(one).map(({ start, end }) => [start, end])));
      return kept === undefined ? [] : [[one.id, kept]];
    }),
  );
}

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
