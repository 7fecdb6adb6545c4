// iCalendar (RFC 5545): a task for every commitment, with what it waits for (RFC 9253: RELATED-TO with RELTYPE and GAP).
import { createHash } from "node:crypto";
import type { Roadmap, RoadmapStep } from "@parley/core";

export const PRODUCT = "-//Parley//Roadmap//EN";

export interface CalendarOptions {
  /** When it is written. */
  readonly now: Date;
  /** The same calendar as it was written before: tasks that changed have a higher SEQUENCE, others keep theirs. */
  readonly before?: string | null;
  /** What a task's SEQUENCE is where nothing was written before; 0 unless given. */
  readonly revision?: number;
}

interface Revision {
  readonly sequence: number;
  readonly stamp: string;
  readonly content: string;
}

/** The text of the calendar: no points, nothing that a party keeps to itself. */
export function calendarOf(map: Roadmap, { now, before = null, revision = 0 }: CalendarOptions): string {
  const reader = map.sharedWith ?? "";
  // What was written for other eyes says nothing here, not even by its revisions.
  const known = before === null || readerOf(before) !== reader ? new Map<string, Revision>() : revisionsIn(before);
  const stamp = `${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
  const title = `${map.title}: roadmap${map.sharedWith === null ? " (CONFIDENTIAL)" : ""}`;
  const revised = (kind: "VTODO" | "VEVENT", id: string, fields: readonly string[]): string[] => {
    const uid = uidOf(map, id);
    const content = [...fields, ...(map.sharedWith === null ? ["CLASS:CONFIDENTIAL"] : [])];
    const last = known.get(uid);
    const kept = last && last.content === digestOf(content);
    const sequence = last ? last.sequence + (kept ? 0 : 1) : revision;
    return [
      `BEGIN:${kind}`,
      `UID:${uid}`,
      `DTSTAMP:${kept ? last.stamp : stamp}`,
      `SEQUENCE:${sequence}`,
      ...content,
      `X-PARLEY-CONTENT:${digestOf(content)}`,
      `END:${kind}`,
    ];
  };
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:${PRODUCT}`,
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `X-PARLEY-READER:${reader}`,
    `NAME:${escaped(title)}`,
    `X-WR-CALNAME:${escaped(title)}`,
    ...map.steps.flatMap((step) => revised("VTODO", step.id, contentOf(map, step))),
    // No commitment's id holds a colon.
    ...map.milestones.flatMap(({ id, name, day }) =>
      revised("VEVENT", `milestone:${id}`, [
        `DTSTART;VALUE=DATE:${compact(day)}`,
        `SUMMARY:${escaped(name)}`,
        "TRANSP:TRANSPARENT",
      ]),
    ),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

/** The same commitment of a case has the same one as long as the case keeps its title. */
const uidOf = ({ title }: Roadmap, id: string): string =>
  `${id}.${createHash("sha256").update(title).digest("hex").slice(0, 16)}@parley`;

function contentOf(map: Roadmap, step: RoadmapStep): string[] {
  const takesTime = step.end > step.start;
  const release = step.by === null;
  const about = [
    ...(step.article ? [`Article ${step.article}.`] : []),
    ...(step.by ? [`Promised by ${step.by}.`] : []),
    ...(step.method ? [`Verified by: ${step.method}.`] : []),
    ...(step.known > step.end ? [`Known by ${step.known}.`] : []),
  ];
  return [
    `SUMMARY:${escaped(step.text)}`,
    // A task must be due after it begins: what is done in a day has no beginning of its own.
    ...(takesTime ? [`DTSTART;VALUE=DATE:${compact(step.start)}`] : []),
    `DUE;VALUE=DATE:${compact(step.end)}`,
    "STATUS:NEEDS-ACTION",
    ...(about.length > 0 ? [`DESCRIPTION:${escaped(about.join(" "))}`] : []),
    ...(step.by ? [`CATEGORIES:${escaped(step.by)}`] : []),
    ...step.after.map((first) => {
      const other = map.steps.find(({ id }) => id === first);
      const gap = release && other ? daysFrom(other.end, other.known) : 0;
      return `RELATED-TO;RELTYPE=FINISHTOSTART${gap > 0 ? `;GAP=P${gap}D` : ""}:${uidOf(map, first)}`;
    }),
  ];
}

const compact = (day: string): string => day.replaceAll("-", "");

const daysFrom = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, "\\$&").replaceAll(/\r\n?|\n/g, "\\n");

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
