import type { Reading, ReadStatement, Speaker } from "@parley/core";
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

/** The statements of a document as text: who, where, in which words, and what they may speak to. */
export function renderReading(terminal: Terminal, read: ReadFile, all: boolean): string {
  const shown = read.statements.filter((statement) => all || isShown(statement));
  const speakers = new Set(shown.flatMap(({ speaker }) => (speaker ? [speaker.name] : [])));
  const left = read.statements.length - shown.length;
  const title = `${shown.length} statement${shown.length === 1 ? "" : "s"} by ${speakers.size} speaker${speakers.size === 1 ? "" : "s"} in ${read.file}${read.title ? ` (${read.title})` : ""}.`;
  const lines = linesOf(read.text);
  return [
    paint(terminal, "bold", wrap(plain(title))),
    ...(left > 0 ? [wrap(`${left} more are doubtful, or nobody's: --all shows them.`)] : []),
    ...read.remarks.map((remark) => item(plain(remark), 0)),
    "",
    ...shown.flatMap((statement) => block(terminal, read.text, statement, lines)),
  ].join("\n");
}

function block(terminal: Terminal, text: string, statement: ReadStatement, lines: readonly number[]): string[] {
  const { speaker, kind, confidence, dates, quantities, suggestions, cue } = statement;
  const start = (statement.content[0] ?? statement.segments[0])?.start ?? 0;
  const how = `line ${lineAt(lines, start)} · ${kind}${cue ? ` · “${plain(text.slice(cue.start, cue.end))}”` : ""} · ${Math.round(confidence * 100)} %`;
  const said = kind === "direct" || kind === "term" ? `“${statement.quote}”` : reported(text, statement);
  const facts = [
    ...dates.map((one) => (one.date === null ? one.text : `${one.text} (${one.date})`)),
    ...quantities.map((one) => one.text),
  ];
  return [
    paint(terminal, "cyan", wrap(plain(speaker ? whoIs(speaker) : "nobody named"))),
    wrap(plain(cut(said)), 2),
    columns([["", how]], [1, 78]),
    ...(facts.length > 0 ? [wrap(plain(facts.join("; ")), 2)] : []),
    ...suggestions
      .slice(0, 1)
      .map(({ issue, option, words }) =>
        wrap(`→ ${issue}${option ? `: ${option}` : ""} (${plain(words.join(", "))})`, 2),
      ),
    "",
  ];
}

const reported = (text: string, { content }: ReadStatement): string =>
  content.map(({ start, end }) => text.slice(start, end)).join(" … ");

const whoIs = ({ name, role, affiliation, kind }: Speaker): string =>
  `${name}${role ? `, ${role}` : ""}${affiliation && !role?.includes(affiliation) ? ` (${affiliation})` : ""}${kind === "person" ? "" : ` [${kind}]`}`;

const MOST_SHOWN = 600;
const cut = (text: string): string => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)} …` : text);

/** Without what a document could do to a terminal: escape sequences, and marks that turn the direction of writing. */
const plain = (text: string): string => text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, " ").trim();

/** Where every line begins. */
function linesOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
