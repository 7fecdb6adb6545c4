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
  const lineAt = lineNumbers(read.text);
  return [
    paint(terminal, "bold", wrap(title)),
    ...(left > 0 ? [wrap(`${left} more are doubtful, or nobody's: --all shows them.`)] : []),
    ...read.remarks.map((remark) => item(remark, 0)),
    "",
    ...shown.flatMap((statement) => block(terminal, read.text, statement, lineAt)),
  ].join("\n");
}

function block(
  terminal: Terminal,
  text: string,
  statement: ReadStatement,
  lineAt: (offset: number) => number,
): string[] {
  const { speaker, kind, confidence, dates, quantities, suggestions, cue } = statement;
  const start = (statement.content[0] ?? statement.segments[0])?.start ?? 0;
  const how = `line ${lineAt(start)} · ${kind}${cue ? ` · “${text.slice(cue.start, cue.end)}”` : ""} · ${Math.round(confidence * 100)} %`;
  const said = kind === "direct" || kind === "term" ? `“${statement.quote}”` : reported(text, statement);
  const facts = [
    ...dates.map((one) => (one.date === null ? one.text : `${one.text} (${one.date})`)),
    ...quantities.map((one) => one.text),
  ];
  return [
    paint(terminal, "cyan", wrap(speaker ? whoIs(speaker) : "nobody named")),
    wrap(cut(said), 2),
    columns([["", how]], [1, 78]),
    ...(facts.length > 0 ? [wrap(facts.join("; "), 2)] : []),
    ...suggestions
      .slice(0, 1)
      .map(({ issue, option, words }) => wrap(`→ ${issue}${option ? `: ${option}` : ""} (${words.join(", ")})`, 2)),
    "",
  ];
}

const reported = (text: string, { content }: ReadStatement): string =>
  content.map(({ start, end }) => text.slice(start, end)).join(" … ");

const whoIs = ({ name, role, affiliation, kind }: Speaker): string =>
  `${name}${role ? `, ${role}` : ""}${affiliation && !role?.includes(affiliation) ? ` (${affiliation})` : ""}${kind === "person" ? "" : ` [${kind}]`}`;

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
