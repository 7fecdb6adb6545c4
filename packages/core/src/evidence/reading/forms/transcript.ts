// Transcripts: whether a text is one, by the labels of its speakers, and its turns. A turn is all that somebody says until
// the next label, over as many paragraphs as it goes on.
import type { Span } from "../span.js";
import { trimmed } from "../span.js";
import { ANSWERS, ASKS, isPersonal, type Label, type LabelStyle, labelsOf } from "./labels.js";

export interface Turn {
  readonly name: Span;
  /** What stands behind the name: a constituency, an office. */
  readonly more: string;
  readonly said: readonly Span[];
}

export interface Transcript {
  readonly turns: readonly Turn[];
  /** The paragraphs before the first label. */
  readonly before: readonly Span[];
  /** Whom an office stands for, by its label in lower case. */
  readonly named: ReadonlyMap<string, Span>;
}

/** It ends as sentences do, or is as long as one. */
const SENTENCE = /[.?!…—–-]["”’')\]]*$|^\s*(?:\S+\s+){7}\S/;
/** A sentence, and no value beside a name: "Clinton: 1,769." */
const isSpoken = (said: string): boolean =>
  // "Keller: tired."
  !/^\p{Ll}[^.?!]{0,30}[.?!](?:\s|$)/u.test(said.slice(0, 60)) &&
  /\p{L}{2,}/u.test(said.slice(0, 2000)) &&
  SENTENCE.test(said.length > 4000 ? said.slice(-4000) : said);
const STAGE = /^[[(][^\])]*[\])]\.?$/s;

interface Line extends Span {
  readonly labels: readonly Label[];
  readonly opensParagraph: boolean;
  readonly outside: boolean;
}

/** The turns of a text that is a transcript; null where it is none. @param outside paragraphs that are none of the text, by place */
export function transcriptOf(
  text: string,
  paragraphs: readonly Span[],
  outside: ReadonlySet<number>,
): Transcript | null {
  const lines = paragraphs.flatMap((span, at) => linesOf(text, span, outside.has(at)));
  const styles = stylesOf(text, lines);
  if (styles.size === 0) return null;
  const names = new Set<string>();
  const labelAt = lines.map((line) => {
    // "Q For Mr. Brandt: would …" is a question, and no label of seven words.
    const own = line.labels.filter(({ style }) => styles.has(style));
    const label = own.find(({ style }) => style === "question") ?? own[0] ?? null;
    if (label && line.opensParagraph) names.add(nameOf(text, label));
    return label;
  });
  const turns: { name: Span; more: string; said: Span[] }[] = [];
  const before: Span[] = [];
  const named = new Map<string, Span>();
  for (const [at, line] of lines.entries()) {
    const label = labelAt[at];
    const own = label && (line.opensParagraph || names.has(nameOf(text, label)) || isUpper(nameOf(text, label)));
    const whom = own && turns.length === 0 ? namedAs(text, label, line) : null;
    if (own && whom) {
      named.set(nameOf(text, label).toLowerCase(), whom);
      before.push(line);
    } else if (own)
      turns.push({ name: label.name, more: label.more, said: said(text, { start: label.after, end: line.end }) });
    else if (turns.length === 0) before.push(line);
    else if (!line.outside && !STAGE.test(text.slice(line.start, line.end))) continued(turns.at(-1)?.said, line);
  }
  const spoken = turns.filter(
    ({ said: [first] }) => first !== undefined && isSpoken(text.slice(first.start, first.end)),
  );
  if (spoken.length < turns.length / 2) return null;
  // Letters of readers, each followed by a name: who is named last says nothing more.
  const last = lines.findLastIndex(({ outside }) => !outside);
  if (styles.has("line") && labelAt[last]?.style === "line") return null;
  return { turns: turns.filter(({ said }) => said.length > 0), before, named };
}

/** "President: Mr. Quiroz-Lamb (Pelladia)": a label with nothing but a name says who that is, and nobody speaks. */
function namedAs(text: string, label: Label, line: Line): Span | null {
  if (label.style !== "colon") return null;
  const rest = text.slice(label.after, line.end);
  const only =
    /^((?:(?:Mr|Ms|Mrs|Dr|Sir|Dame|Hon|Amb|H\.E)\.? )?\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,4})(?:\s\([^)]{1,60}\))?$/u.exec(
      rest,
    )?.[1];
  if (!only || /[?!]/.test(rest)) return null;
  return { start: label.after, end: label.after + only.length };
}

/** A line that goes on with the one before it, in one paragraph, is one stretch with it. */
function continued(stretches: Span[] | undefined, line: Line): void {
  const last = stretches?.at(-1);
  if (last && !line.opensParagraph) stretches?.splice(-1, 1, { start: last.start, end: line.end });
  else stretches?.push({ start: line.start, end: line.end });
}

const said = (text: string, span: Span): Span[] => {
  const inside = trimmed(text, span);
  return inside.end > inside.start ? [inside] : [];
};

const nameOf = (text: string, { name }: Label): string => text.slice(name.start, name.end);
const isUpper = (name: string): boolean => name.length > 2 && name === name.toUpperCase();

function linesOf(text: string, { start, end }: Span, outside: boolean): Line[] {
  const lines: Line[] = [];
  let from = start;
  for (const part of text.slice(start, end).split(/\r?\n/)) {
    const at = text.indexOf(part, from);
    const span = trimmed(text, { start: at, end: at + part.length });
    from = at + part.length;
    // The white space before the first line shows how it is indented, and belongs to no label.
    if (span.end > span.start)
      lines.push({ ...span, labels: labelsOf(text, span), opensParagraph: lines.length === 0, outside });
  }
  return lines;
}

/** The styles in which a text names its speakers; none where it is no transcript. */
function stylesOf(text: string, lines: readonly Line[]): ReadonlySet<LabelStyle> {
  const by = new Map<LabelStyle, string[]>();
  let last: LabelStyle | null = null;
  for (const [at, line] of lines.entries())
    for (const label of line.labels) {
      // A name on a line of its own needs something said below it.
      if (label.style === "line" && !(lines[at + 1] && !isLabelLine(lines[at + 1]))) continue;
      const names = by.get(label.style) ?? [];
      names.push(nameOf(text, label));
      by.set(label.style, names);
      last = label.style;
    }
  if (last === null) return new Set();
  const paragraphs = lines.filter(({ opensParagraph, outside }) => opensParagraph && !outside).length;
  const found = new Set<LabelStyle>();
  for (const style of ["tag", "colon", "period", "dash", "line"] as const)
    if (isStyle(style, by.get(style) ?? [], paragraphs)) found.add(style);
  const asked = by.get("question") ?? [];
  const questions = asked.filter((name) => ASKS.test(name)).length;
  const answers = asked.length - questions;
  // "A minister": a lone letter is a label only beside questions, or in a text that is a transcript already.
  if ((questions >= 2 && answers >= 1) || (questions >= 1 && found.size > 0)) found.add("question");
  // One style is enough where two would read the same lines: "Anna Keller — Minister of Trade" is a name with an office.
  if (found.has("line") && found.has("dash")) found.delete("dash");
  return found;
}

const isLabelLine = (line: Line | undefined): boolean => line?.labels.some(({ style }) => style === "line") ?? false;

/** Whether so many labels of one style are those of speakers. */
function isStyle(style: LabelStyle, names: readonly string[], paragraphs: number): boolean {
  const different = new Set(names).size;
  const repeated = different < names.length;
  const personal = names.filter(isPersonal).length;
  const asked = names.some((name) => ASKS.test(name)) && names.some((name) => !ASKS.test(name) || ANSWERS.test(name));
  if (names.length < (asked ? 2 : 3) || !(repeated || asked)) return false;
  if (style === "colon" || style === "tag")
    return names.length >= paragraphs / 3 || (names.length >= 4 && personal >= names.length * 0.7);
  return (
    personal >= names.length * 0.7 &&
    (names.length >= paragraphs / 6 || (names.length >= 6 && different <= names.length / 2))
  );
}
