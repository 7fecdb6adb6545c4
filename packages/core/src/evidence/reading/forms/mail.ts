// Mail: messages one below the other, each with its head, the older ones quoted below the newer.
import type { Day } from "../../../case/index.js";
import { type Span, trimmed } from "../span.js";
import { writtenDay } from "./head.js";

export interface Message {
  readonly author: string;
  /** Where the head names the author. */
  readonly mention: Span;
  readonly subject: string | null;
  readonly day: Day | null;
  /** Its lines, without marks of quoting. */
  readonly said: readonly Span[];
}

const FIELD = /^(?:From|To|Cc|Bcc|Date|Sent|Subject|Reply-To|Importance|Attachments?):/i;
const FROM = /^(?:\*\*)?From:(?:\*\*)?\s*["']?([^<"\n(]+?)["']?\s*(?:<[^>]*>|\([^)]*\)|\[[^\]]*\])?\s*$/i;
/** "On Tue, 4 Mar 2025 at 11:15, Philippa Dorn wrote:" */
const WROTE = /^On\s.{6,80}?,?\s(\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,4})\s?(?:<[^>]*>)?\s*wrote:$/u;
const SIGNATURE =
  /^(?:--|__+|Sent from my|Best|Regards|Kind regards|Best regards|Best wishes|Many thanks|Thanks|Cheers|Yours|Sincerely)\b.{0,40}$|^--\s*$/i;
const NOTICE =
  /^(?:Please consider the environment|This (?:e-?mail|message)\b.{0,80}(?:confidential|intended)|CONFIDENTIAL)/i;
const BOUNDARY = /^-{3,}\s*(?:Original|Forwarded) [Mm]essage\s*-{3,}$|^_{5,}$/;

/** The messages of a text that is mail; null where it is none: no line "From:" among the first, or no other field. */
export function mailIn(text: string, paragraphs: readonly Span[]): Message[] | null {
  const lines = paragraphs.flatMap((span) => linesOf(text, span));
  const first = lines.slice(0, 8).map(({ start, end }) => text.slice(start, end));
  if (!first.some((line) => FROM.test(line)) || first.filter((line) => FIELD.test(line)).length < 2) return null;
  const messages: (Omit<Message, "said"> & { said: Span[]; open: boolean; depth: number })[] = [];
  const isQuoting = lines.some(({ depth }) => depth > 0);
  for (const span of lines) {
    const line = text.slice(span.start, span.end);
    // Below what is quoted the answer goes on: it is the outer message's.
    const current = messages.findLast(({ depth }) => depth <= span.depth) ?? messages.at(-1);
    const from = FROM.exec(line) ?? WROTE.exec(line);
    if (from?.[1]) {
      const name = from[1].trim();
      const start = span.start + line.indexOf(name);
      const day = WROTE.test(line) ? writtenDay(line) : null;
      messages.push({
        // A head that is quoted itself stands at the depth of its words; without marks of quoting nothing tells.
        depth: WROTE.test(line) && span.depth === 0 && isQuoting ? 1 : span.depth,
        author: name,
        mention: { start, end: start + name.length },
        subject: null,
        day,
        said: [],
        open: true,
      });
      continue;
    }
    if (!current) continue;
    const field = /^(?:\*\*)?(Date|Sent|Subject)(?:\*\*)?:(?:\*\*)?\s*(.+)$/i.exec(line);
    if (field && current.said.length === 0) {
      const [, name = "", value = ""] = field;
      messages[messages.indexOf(current)] = /subject/i.test(name)
        ? { ...current, subject: value.trim() }
        : { ...current, day: current.day ?? writtenDay(value) };
      continue;
    }
    // Whatever else stands in the head: Message-ID, Content-Type.
    if ((FIELD.test(line) || /^[A-Z][A-Za-z-]{1,30}:\s/.test(line)) && current.said.length === 0) continue;
    if (BOUNDARY.test(line) || NOTICE.test(line)) continue;
    if (isSignature(line, current.author)) {
      current.open = false;
      continue;
    }
    if (!current.open || isGreeting(line)) continue;
    current.said.push(span);
  }
  return messages;
}

/** "Rasmus,", "Dear Ms Dorn,": whom it is for. */
const isGreeting = (line: string): boolean =>
  line.length < 60 && /^(?:Dear\b.*|Hi\b.*|Hello\b.*|\p{Lu}[\p{L}.'’-]*(?:\s\p{Lu}[\p{L}.'’-]*){0,2})[,!]$/u.test(line);

/** The name alone, in full, in part or by its first letter: "Philippa", "R." */
const isSignature = (line: string, author: string): boolean => {
  if (SIGNATURE.test(line)) return true;
  const words = line.replace(/[.,]$/, "").split(/\s+/);
  const names = author.split(/\s+/);
  return (
    words.length <= names.length + 1 &&
    words.every((word) => names.some((name) => name === word || (word.length === 1 && name.startsWith(word))))
  );
};

interface QuotedLine extends Span {
  /** How often it was quoted: marks before it. */
  readonly depth: number;
}

function linesOf(text: string, { start, end }: Span): QuotedLine[] {
  const lines: QuotedLine[] = [];
  let at = start;
  for (const line of text.slice(start, end).split("\n")) {
    const marks = /^\s*(?:>\s?)+/.exec(line)?.[0] ?? "";
    const quoted = marks.length;
    const span = trimmed(text, { start: at + quoted, end: at + line.length });
    if (span.end > span.start) lines.push({ ...span, depth: marks.replace(/[^>]/g, "").length });
    at += line.length + 1;
  }
  return lines;
}
