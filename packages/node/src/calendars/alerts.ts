// What a watcher wants to hear of, in the forms that calendars, feed readers and spreadsheets take.
import { alertsOf, type Monitoring, shown } from "@parley/core/internal";
import { Feed } from "feed";
import { allDay, type CalendarOptions, escaped, uidOf, writeCalendar } from "./calendar.js";
import { tableText } from "./table.js";

export const ALERTS_PRODUCT = "-//Parley//Monitoring//EN";

/** What falls due as events of a day, each with an alarm a week before. */
export function alertsCalendar(found: Monitoring, options: CalendarOptions): string {
  const { title, sharedWith } = found;
  const ahead = alertsOf(found).filter(({ kind }) => kind === "due" || kind === "inspect");
  const entries = [...ahead].reverse().map(({ id, day, title: what, text }) => ({
    kind: "VEVENT" as const,
    id: `monitoring:${id}`,
    fields: [
      ...allDay(day, day),
      `SUMMARY:${escaped(what)}`,
      `DESCRIPTION:${escaped(text)}`,
      "TRANSP:TRANSPARENT",
      "BEGIN:VALARM",
      "ACTION:DISPLAY",
      `DESCRIPTION:${escaped(what)}`,
      "TRIGGER:-P7D",
      "END:VALARM",
    ],
  }));
  return writeCalendar(
    { product: ALERTS_PRODUCT, title: `${title}: what falls due`, sharedWith, entries },
    title,
    options,
  );
}

export const FEED_MARK = "<generator>Parley</generator>";

/** An Atom feed (RFC 4287), newest first. Its days are those of the record: written twice, it is the same. */
export function alertsFeed(found: Monitoring): string {
  const { title, marking, asOf } = found;
  const day = (text: string) => new Date(`${text}T00:00:00Z`);
  const feed = new Feed({
    id: `urn:parley:${uidOf(title, "monitoring")}`,
    title: shown(`${title}: monitoring (${marking})`),
    updated: day(asOf),
    generator: "Parley",
    copyright: marking,
  });
  for (const { id, day: on, title: what, text } of alertsOf(found))
    feed.addItem({
      id: `urn:parley:${uidOf(title, `monitoring:${id}`)}`,
      title: asText(what),
      // There is no page of it that everybody reaches; Atom wants a link all the same.
      link: `urn:parley:${uidOf(title, `monitoring:${id}`)}`,
      date: day(on),
      description: asText(text),
    });
  return feed.atom1();
}

/** Titles and summaries of entries are HTML to feed readers: text, and never markup, also where it looks like some. */
const asText = (text: string): string =>
  shown(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

export const ALERTS_HEAD = ["day", "kind", "what", "why", "about", "marking"] as const;

export function alertsTable(found: Monitoring): string {
  const rows = alertsOf(found).map(({ day, kind, title, text, about }) => [
    day,
    kind,
    title,
    text,
    about,
    found.marking,
  ]);
  return tableText([[...ALERTS_HEAD], ...rows]);
}
