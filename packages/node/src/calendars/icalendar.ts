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
  const known = before === null ? new Map<string, Revision>() : revisionsIn(before);
  const stamp = `${now.toISOString().slice(0, 19).replaceAll(/[-:]/g, "")}Z`;
  const tasks = map.steps.flatMap((step) => {
    const uid = uidOf(map, step.id);
    const content = contentOf(map, step);
    const last = known.get(uid);
    const kept = last && last.content === digestOf(content);
    const sequence = last ? last.sequence + (kept ? 0 : 1) : revision;
    return [
      "BEGIN:VTODO",
      `UID:${uid}`,
      `DTSTAMP:${kept ? last.stamp : stamp}`,
      `SEQUENCE:${sequence}`,
      ...content,
      `X-PARLEY-CONTENT:${digestOf(content)}`,
      "END:VTODO",
    ];
  });
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:${PRODUCT}`,
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `NAME:${escaped(`${map.title}: roadmap`)}`,
    `X-WR-CALNAME:${escaped(`${map.title}: roadmap`)}`,
    ...tasks,
    ...map.milestones.flatMap(({ id, name, day }) => [
      "BEGIN:VEVENT",
      `UID:${uidOf(map, `milestone-${id}`)}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(day)}`,
      `SUMMARY:${escaped(name)}`,
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
    ]),
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}

/** The same commitment of the same case has the same one for ever. */
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

const escaped = (text: string): string => text.replaceAll(/[\\;,]/g, "\\$&").replaceAll(/\r?\n/g, "\\n");

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

/** What an earlier calendar of ours says of each task. */
function revisionsIn(text: string): Map<string, Revision> {
  const found = new Map<string, Revision>();
  for (const task of text
    .replaceAll(/\r?\n[ \t]/g, "")
    .split("BEGIN:VTODO")
    .slice(1)) {
    const field = (name: string): string => new RegExp(`^${name}:(.*)$`, "m").exec(task)?.[1]?.trim() ?? "";
    const sequence = Number(field("SEQUENCE"));
    if (field("UID") && Number.isInteger(sequence))
      found.set(field("UID"), { sequence, stamp: field("DTSTAMP"), content: field("X-PARLEY-CONTENT") });
  }
  return found;
}
