// iCalendar (RFC 5545): entries that keep what they are called and count their revisions when written again.
import { createHash } from "node:crypto";
import { addDays } from "@parley/core/internal";

export interface CalendarOptions {
  /** When it is written. */
  readonly now: Date;
  /** The same calendar as it was written before: entries that changed have a higher SEQUENCE, others keep theirs. */
  readonly before?: string | null;
  /** What an entry's SEQUENCE is where nothing was written before; 0 unless given. */
  readonly revision?: number;
}

/** What a calendar is made of. */
export interface Calendar {
  readonly product: string;
  readonly title: string;
  /** Whom it is for; null: confidential. */
  readonly sharedWith: string | null;
  /** VTIMEZONE components that entries refer to. */
  readonly zones?: readonly string[];
  readonly entries: readonly {
    readonly kind: "VTODO" | "VEVENT";
    /** Unique in the case. */
    readonly id: string;
    /** Lines of its content, components in it as well. */
    readonly fields: readonly string[];
  }[];
}

interface Revision {
  readonly sequence: number;
  readonly stamp: string;
  readonly content: string;
}

/** @param caseTitle by which the same entry of a case has the same UID, as long as the case keeps its title */
export function writeCalendar(
  { product, title: plain, sharedWith, zones = [], entries }: Calendar,
  caseTitle: string,
  { now, before = null, revision = 0 }: CalendarOptions,
): string {
  const reader = sharedWith ?? "";
  // What was written for other eyes says nothing here, not even by its revisions.
  const known = before === null || readerOf(before) !== reader ? new Map<string, Revision>() : revisionsIn(before);
  const stamp = `${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
  const title = `${plain}${sharedWith === null ? " (CONFIDENTIAL)" : ""}`;
  const revised = ({ kind, id, fields }: Calendar["entries"][number]): string[] => {
    const uid = uidOf(caseTitle, id);
    const content = [...fields, ...(sharedWith === null ? ["CLASS:CONFIDENTIAL"] : [])];
    const last = known.get(uid);
    const kept = last && last.content === digestOf(content);
    const sequence = last ? last.sequence + (kept ? 0 : 1) : revision;
    // Properties stand before the components in an entry.
    const inner = content.findIndex((line) => line.startsWith("BEGIN:"));
    const [own, parts] =
      inner < 0
        ? [content, []]
        : [
            [...content.slice(0, inner), ...content.filter((line) => line.startsWith("CLASS:"))],
            content.slice(inner).filter((line) => !line.startsWith("CLASS:")),
          ];
    return [
      `BEGIN:${kind}`,
      `UID:${uid}`,
      `DTSTAMP:${kept ? last.stamp : stamp}`,
      `SEQUENCE:${sequence}`,
      ...own,
      `X-PARLEY-CONTENT:${digestOf(content)}`,
      ...parts,
      `END:${kind}`,
    ];
  };
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:${product}`,
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-PARLEY-READER:${reader}`,
    `NAME:${escaped(title)}`,
    `X-WR-CALNAME:${escaped(title)}`,
    ...zones.flatMap((zone) => zone.split(/\r?\n/)),
    ...entries.flatMap(revised),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

export const uidOf = (caseTitle: string, id: string): string =>
  `${id}.${createHash("sha256").update(caseTitle).digest("hex").slice(0, 16)}@parley`;

/** From its first to its last day, all day: the end that a calendar writes is the day after (RFC 5545, 3.6.1). */
export function allDay(first: string, last: string): string[] {
  const after = addDays(last, 1);
  return [
    `DTSTART;VALUE=DATE:${compact(first)}`,
    // After the last day that a calendar knows there is none: without an end an event lasts its one day.
    ...(after > first ? [`DTEND;VALUE=DATE:${compact(after)}`] : []),
  ];
}

export const compact = (day: string): string => day.replaceAll("-", "");

export const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, "\\$&").replaceAll(/\r\n?|\n/g, "\\n");

const digestOf = (content: readonly string[]): string =>
  createHash("sha256").update(content.join("\n")).digest("hex").slice(0, 16);

/** Lines of at most 75 octets, cut between characters (RFC 5545, 3.1). */
function folded(line: string): string {
  const parts: string[] = [];
  let [part, size] = ["", 0];
  for (const letter of line) {
    const octets = Buffer.byteLength(letter);
    if (size + octets > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      [part, size] = ["", 0];
    }
    part += letter;
    size += octets;
  }
  return [...parts, part].join("\r\n ");
}

const unfolded = (text: string): string => text.replaceAll(/\r?\n[ \t]/g, "");

const fieldIn = (text: string, name: string): string => new RegExp(`^${name}:(.*)$`, "m").exec(text)?.[1]?.trim() ?? "";

const readerOf = (text: string): string => fieldIn(unfolded(text), "X-PARLEY-READER");

/** What an earlier calendar of ours says of each task and milestone. */
function revisionsIn(text: string): Map<string, Revision> {
  const found = new Map<string, Revision>();
  for (const one of unfolded(text)
    .split(/^BEGIN:(?:VTODO|VEVENT)\r?$/m)
    .slice(1)) {
    const sequence = Number(fieldIn(one, "SEQUENCE"));
    if (fieldIn(one, "UID") && Number.isInteger(sequence))
      found.set(fieldIn(one, "UID"), {
        sequence,
        stamp: fieldIn(one, "DTSTAMP"),
        content: fieldIn(one, "X-PARLEY-CONTENT"),
      });
  }
  return found;
}
