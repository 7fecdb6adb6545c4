// Formats the statements found in a document as text for the terminal.
import { type Case, namesIn, type Reading, type ReadStatement } from "@parley/core/internal";
import type { DocumentText } from "../../documents/index.js";
import { paint, type Terminal } from "../terminal.js";
import { columns, item, wrap } from "./table.js";

/** A document that was read, and what was found in it. */
export interface ReadFile extends DocumentText, Reading {
  readonly file: string;
  /** The day that "Tuesday" is seen from. */
  readonly date: string | null;
}

/** What is shown unless all is asked for: more likely than not, and somebody's. */
const isShown = ({ kind, confidence }: ReadStatement): boolean => kind !== "term" && confidence >= 0.5;

/** The statements of a document as text: who, where, in which words, and what they may speak to in a case. */
export function renderReading(terminal: Terminal, read: ReadFile, all: boolean, negotiation: Case | null): string {
  const words = terminal.words.commands.read;
  const shown = read.statements.filter((statement) => all || isShown(statement));
  const speakers = new Set(shown.flatMap(({ speaker }) => (speaker ? [speaker.name] : [])));
  const left = read.statements.length - shown.length;
  const lineAt = lineNumbers(read.text);
  return [
    paint(terminal, "bold", wrap(words.title(shown.length, speakers.size, read.file, read.title ?? null))),
    ...(left > 0 ? [wrap(words.doubtful(left))] : []),
    ...read.remarks.map((remark) => item(remark, 0)),
    "",
    ...shown.flatMap((statement) => block(terminal, read.text, statement, lineAt, negotiation)),
  ].join("\n");
}

function block(
  terminal: Terminal,
  text: string,
  statement: ReadStatement,
  lineAt: (offset: number) => number,
  negotiation: Case | null,
): string[] {
  const words = terminal.words.commands.read;
  const { speaker, kind, confidence, dates, quantities, cue, stance, holder, clause } = statement;
  const start = (statement.content[0] ?? statement.segments[0])?.start ?? 0;
  const reported = cue ? text.slice(cue.start, cue.end) : null;
  const how = words.how({ line: lineAt(start), kind, clause, cue: reported, act: stance.act, confidence });
  const more = [
    ...(statement.by === undefined ? [] : [words.proposedBy(statement.by)]),
    ...(holder ? [words.holder(holder.name)] : []),
    ...(stance.condition ? [words.condition(text.slice(stance.condition.start, stance.condition.end))] : []),
  ];
  const said = kind === "direct" || kind === "term" ? words.quoted(statement.quote) : contentOf(text, statement);
  const facts = [...dates.map((one) => words.date(one.text, one.date)), ...quantities.map((one) => one.text)];
  return [
    paint(terminal, "cyan", wrap(speaker ? words.who(speaker) : words.nobody)),
    wrap(cut(said), 2),
    columns([["", how]], [1, 78]),
    ...more.map((line) => wrap(line, 2)),
    ...(facts.length > 0 ? [wrap(facts.join("; "), 2)] : []),
    ...suggested(terminal, statement, negotiation),
    "",
  ];
}

/** The likeliest issue that it speaks to, and the option where there is one. */
function suggested({ words }: Terminal, { suggestions }: ReadStatement, negotiation: Case | null): string[] {
  const names = namesIn(negotiation ?? { parties: [], issues: [] });
  return suggestions.slice(0, 1).map(({ issue, option, words: spoken }) => {
    const name = option === null ? null : names.option(issue, option);
    return wrap(words.commands.read.suggestion(names.issue(issue), name, spoken), 2);
  });
}

const contentOf = (text: string, { content }: ReadStatement): string =>
  content.map(({ start, end }) => text.slice(start, end)).join(" … ");

const MOST_SHOWN = 600;
const cut = (text: string): string => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)} …` : text);

/** Line numbers of offsets that are asked for from the first on. */
function lineNumbers(text: string): (offset: number) => number {
  let [line, at] = [1, 0];
  return (offset) => {
    for (let next = text.indexOf("\n", at); next >= 0 && next < offset; next = text.indexOf("\n", at)) {
      line++;
      at = next + 1;
    }
    return line;
  };
}

/** What many documents come to together. */
export interface Tally {
  documents: number;
  /** Read before, or the same as another. */
  again: number;
  refused: number;
  statements: number;
  readonly speakers: Map<string, number>;
  readonly kinds: Map<string, number>;
}

/** Adds the statements of one document. */
export function tallied(tally: Tally, statements: readonly ReadStatement[]): void {
  for (const { kind, speaker } of statements.filter(isShown)) {
    tally.statements++;
    tally.kinds.set(kind, (tally.kinds.get(kind) ?? 0) + 1);
    if (speaker && speaker.kind !== "unnamed")
      tally.speakers.set(speaker.name, (tally.speakers.get(speaker.name) ?? 0) + 1);
  }
}

const MOST_NAMED = 4;

/** One document in a line: how much was found, and who speaks most. */
export function lineOf({ words }: Terminal, file: string, statements: readonly ReadStatement[]): string {
  const shown = statements.filter(isShown);
  const names = new Map<string, number>();
  for (const { speaker } of shown)
    if (speaker && speaker.kind !== "unnamed") names.set(speaker.name, (names.get(speaker.name) ?? 0) + 1);
  const all = statements.filter(({ kind }) => kind !== "term").length;
  return words.commands.read.line(
    file.replace(/[\r\n]+/g, " "),
    all,
    shown.length,
    mostOf(names).map(([name]) => name),
  );
}

const mostOf = (counts: ReadonlyMap<string, number>): (readonly [string, number])[] =>
  [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_NAMED);

export function renderSummary({ words }: Terminal, tally: Tally, isKept: boolean): string {
  const own = words.commands.read;
  const speakers = mostOf(tally.speakers);
  return [
    wrap(own.summary(tally)),
    ...(speakers.length > 0 ? [wrap(own.mostSaid(speakers))] : []),
    ...(isKept ? [wrap(own.waiting)] : []),
  ].join("\n");
}
