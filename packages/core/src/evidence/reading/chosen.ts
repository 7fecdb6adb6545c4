// Words that a person chose in a document: where they stand, and the statement that they make.
import type { ReadStatement } from "./reading.js";
import type { Span } from "./span.js";

/** Longer words are not looked for. */
const MOST_WORDS = 20_000;
const MOST_PARTS = 50;

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");

/**
 * Where words stand in a text, letter for letter; only white space may differ. Parts that an ellipsis divides stand in their
 * order, one after the other.
 * @param near offset in the text: of several places the nearest counts
 * @returns the place of each part; null where one of them does not stand there
 */
export function placesOf(text: string, words: string, near: number): readonly Span[] | null {
  const plain = words.trim();
  if (plain === "" || plain.length > MOST_WORDS) return null;
  const whole = nearest(text, plain, near);
  if (whole) return [whole];
  const parts = plain.split(/\s*(?:…|\.\.\.)\s*/).filter(Boolean);
  const [first, ...rest] = parts;
  if (first === undefined || rest.length === 0 || parts.length > MOST_PARTS) return null;
  const start = nearest(text, first, near);
  if (!start) return null;
  const places = [start];
  for (const part of rest) {
    const end = places.at(-1)?.end ?? 0;
    const next = occurrences(text.slice(end), part).next().value;
    if (!next) return null;
    places.push({ start: end + next.start, end: end + next.end });
  }
  return places;
}

function* occurrences(text: string, words: string): Generator<Span> {
  for (const { index, 0: found } of text.matchAll(new RegExp(escaped(words), "g")))
    yield { start: index, end: index + found.length };
}

function nearest(text: string, words: string, near: number): Span | null {
  let best: Span | null = null;
  for (const place of occurrences(text, words))
    if (!best || Math.abs(place.start - near) < Math.abs(best.start - near)) best = place;
  return best;
}

const within = ({ start, end }: Span, spans: readonly Span[]): boolean =>
  spans.some((span) => span.start <= start && end <= span.end);

/**
 * The statement of chosen words: what is known of the statement that they were taken from, as far as it stands in them.
 * @param spans in the text, in order, at least one
 * @param from the statement that they were taken from; null where they stand in none: who says them is then not known
 */
export function chosenStatement(text: string, spans: readonly Span[], from: ReadStatement | null): ReadStatement {
  const [first] = spans;
  const common = {
    id: `chosen-${first?.start ?? 0}-${spans.at(-1)?.end ?? 0}`,
    segments: spans,
    content: spans,
    quote: spans.map(({ start, end }) => text.slice(start, end)).join(" … "),
    suggestions: [],
    term: null,
  };
  if (!from)
    return {
      ...common,
      kind: isQuoted(text, spans) ? "direct" : "indirect",
      speaker: null,
      cue: null,
      stance: { act: "states", modality: null, condition: null },
      holder: null,
      clause: null,
      turn: null,
      dates: [],
      quantities: [],
      party: null,
      holderParty: null,
      confidence: 1,
    };
  const { condition } = from.stance;
  return {
    ...from,
    ...common,
    stance: { ...from.stance, condition: condition && within(condition, spans) ? condition : null },
    // Days beside the words say when they were said.
    dates: from.dates.filter((one) => within(one, spans) || !within(one, from.content)),
    quantities: from.quantities.filter((one) => within(one, spans)),
  };
}

/** Whether the paragraph of the words has quotation marks around them: "He said: “We will go.”" */
function isQuoted(text: string, [first]: readonly Span[]): boolean {
  if (!first) return false;
  const before = text.slice(Math.max(0, text.lastIndexOf("\n", first.start - 1) + 1), first.start + 1);
  const marks = before.match(/["“”]/g) ?? [];
  const curly = Math.max(before.lastIndexOf("“"), before.lastIndexOf("”"));
  if (curly >= 0) return before[curly] === "“" || curly === before.length - 1;
  return marks.length % 2 === 1;
}

/**
 * What is left of a statement when some of its words are taken away: its other stretches, each from its first letter to its
 * last.
 * @returns null where no word is left
 */
export function restOf(text: string, statement: ReadStatement, taken: readonly Span[]): ReadStatement | null {
  let left: readonly Span[] = statement.segments.length > 0 ? statement.segments : statement.content;
  for (const { start, end } of taken)
    left = left.flatMap((span) =>
      end <= span.start || start >= span.end
        ? [span]
        : [
            { start: span.start, end: Math.max(span.start, start) },
            { start: Math.min(span.end, end), end: span.end },
          ],
    );
  const stretches = left.flatMap(({ start, end }) => {
    const [words] = text.slice(start, end).match(/[\p{L}\p{N}](?:.*[\p{L}\p{N}%)][.!?]?)?/su) ?? [];
    if (words === undefined) return [];
    const at = start + text.slice(start, end).indexOf(words);
    return [{ start: at, end: at + words.length }];
  });
  return stretches.length === 0 ? null : { ...chosenStatement(text, stretches, statement), id: statement.id };
}

/** The statement in which chosen words stand: the one that has most of them; null where none has any. */
export function statementAround(spans: readonly Span[], statements: readonly ReadStatement[]): ReadStatement | null {
  let [most, best]: [number, ReadStatement | null] = [0, null];
  for (const one of statements) {
    const content = one.content.length > 0 ? one.content : one.segments;
    const shared = spans.reduce(
      (sum, { start, end }) =>
        sum +
        content.reduce((own, span) => own + Math.max(0, Math.min(end, span.end) - Math.max(start, span.start)), 0),
      0,
    );
    if (shared > most) [most, best] = [shared, one];
  }
  return best;
}
