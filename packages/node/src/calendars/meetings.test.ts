// Meetings as a calendar, expanded again by a parser that is not ours.
import { addDays, addMinutes, parseCase, type Schedule, schedule } from "@parley/core/internal";
import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { readCase } from "../../../../test/read-case.js";
import { meetingsForm } from "./index.js";

const now = new Date("2026-01-02T03:04:05Z");

function scheduleOf(meetings: readonly object[]): Schedule {
  const parsed = parseCase([
    {
      path: "case.yaml",
      text: stringify({
        parley: 1,
        title: "Talks",
        asOf: "2019-01-01",
        parties: [
          { id: "a", name: "Ann", role: "negotiating" },
          { id: "b", name: "Bob", role: "negotiating" },
        ],
        issues: [{ id: "x", name: "X", today: "o", options: [{ id: "o" }] }],
      }),
    },
    { path: "agreement.yaml", text: stringify({ meetings }) },
  ]);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join());
  const found = schedule(parsed.value);
  if (!found.ok) throw new Error(found.reasons.join());
  return found.value;
}

function eventsIn(text: string): { readonly summary: string; readonly starts: string[]; readonly event: ICAL.Event }[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  // What has no rule has an entry a day, all under one name.
  const found = new Map<string, { summary: string; starts: string[]; event: ICAL.Event }>();
  for (const component of calendar.getAllSubcomponents("vevent")) {
    const event = new ICAL.Event(component);
    const starts: string[] = [];
    if (event.isRecurring()) {
      const days = event.iterator();
      for (let next = days.next(); next && starts.length < 300; next = days.next()) starts.push(next.toString());
    } else starts.push(event.startDate.toString());
    const same = found.get(event.summary);
    if (same) same.starts.push(...starts);
    else found.set(event.summary, { summary: event.summary, starts, event });
  }
  return [...found.values()];
}

const day = fc
  .tuple(fc.integer({ min: 2019, max: 2030 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([y, m, d]) => {
    const last = new Date(Date.UTC(y, m, 0)).getUTCDate();
    return `${y}-${String(m).padStart(2, "0")}-${String(Math.min(d, last)).padStart(2, "0")}`;
  });
const time = fc
  .tuple(fc.nat(23), fc.nat(11))
  .map(([h, m]) => `${String(h).padStart(2, "0")}:${String(5 * m).padStart(2, "0")}`);

describe("a calendar of meetings", () => {
  it("expands to the days of the schedule, whatever the rhythm: leap days, 31sts, weekdays of a month", () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 1, max: 18 }),
        fc.constantFrom("days", "weeks", "months", "years"),
        fc.option(
          fc.constantFrom("first Monday", "second Friday", "third Sunday", "fourth Thursday", "last Wednesday"),
        ),
        fc.integer({ min: 1, max: 3 }),
        (from, n, unit, on, days) => {
          const byRule = on !== null && (unit === "months" || unit === "years");
          const found = scheduleOf([
            {
              id: "m",
              name: "Round",
              from: byRule ? from.slice(0, 7) : from,
              days,
              every: `${n} ${unit}`,
              ...(byRule && { on }),
            },
          ]);
          const expected = found.series[0]?.occurrences.map((one) => one.day) ?? [];
          const [event] = eventsIn(meetingsForm.write(found, { now }));
          expect(event?.starts).toEqual(expected);
          expect(event?.event.duration.toString()).toBe(days === 1 ? "P1D" : `P${days}D`);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("has each session that has a time on its own day, by the clock of its zone, over summer time and midnight", () => {
    fc.assert(
      fc.property(
        day,
        fc.constantFrom("America/New_York", "Europe/Vienna", "Asia/Ho_Chi_Minh", "UTC"),
        time,
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 5, max: 900 }),
        (from, timeZone, at, on, minutes) => {
          const found = scheduleOf([
            {
              id: "m",
              name: "Round",
              from,
              days: 3,
              every: "2 months",
              timeZone,
              sessions: [{ name: "Talks", day: on, at, minutes }],
            },
          ]);
          const expected = found.series[0]?.occurrences.map((one) => `${addDays(one.day, on - 1)}T${at}:00`) ?? [];
          const session = eventsIn(meetingsForm.write(found, { now })).find(({ summary }) => summary === "Talks");
          expect(session?.starts.map((start) => start.replace("Z", ""))).toEqual(expected);
          const [hours = 0, rest = "00"] = addMinutes(at, minutes).split(":");
          const end = `${addDays(addDays(from, on - 1), Math.floor(Number(hours) / 24))}T${String(Number(hours) % 24).padStart(2, "0")}:${rest}:00`;
          expect(session?.event.endDate.toString().replace("Z", "")).toBe(end);
          expect(session?.event.startDate.zone.tzid).toBe(timeZone);
        },
      ),
      { numRuns: 80 },
    );
  });

  it("keeps ten o'clock ten o'clock: in Vienna it is another hour of UTC in summer", () => {
    const found = scheduleOf([
      {
        id: "m",
        name: "Round",
        from: "2019-02-04",
        every: "4 months",
        timeZone: "Europe/Vienna",
        sessions: [{ name: "Talks", at: "10:00" }],
      },
    ]);
    const session = eventsIn(meetingsForm.write(found, { now })).find(({ summary }) => summary === "Talks");
    const days = session?.event.iterator();
    const hours = [days?.next(), days?.next()].map((one) => one?.toJSDate().toISOString().slice(0, 16));
    expect(hours).toEqual(["2019-02-04T09:00", "2019-06-04T08:00"]);
  });

  it("has the rounds that prepare each meeting, on their own days", () => {
    const found = scheduleOf([
      {
        id: "m",
        name: "Summit",
        from: "2019-03",
        every: "1 month",
        on: "last Friday",
        rounds: [{ name: "Experts", ahead: "2 weeks", days: 2 }],
      },
    ]);
    const round = eventsIn(meetingsForm.write(found, { now })).find(
      ({ summary }) => summary === "Experts, before: Summit",
    );
    expect(round?.starts).toEqual(found.series[0]?.occurrences.map(({ rounds }) => rounds[0]?.day));
    expect(round?.event.duration.toString()).toBe("P2D");
  });

  it("of Hanoi has the summit for two days and thirteen regular meetings, every three months on the last Wednesday", () => {
    const found = schedule(readCase("hanoi-2019"), { models: 50 });
    if (!found.ok) throw new Error(found.reasons.join());
    const events = eventsIn(meetingsForm.write(found.value, { now }));
    expect(events.find(({ summary }) => summary === "Second summit of the two leaders")).toMatchObject({
      starts: ["2019-02-27"],
    });
    const regular = events.find(({ summary }) => summary === "Regular meetings after the summit");
    expect(regular?.starts).toHaveLength(13);
    expect(regular?.starts.slice(0, 3)).toEqual(["2019-05-29", "2019-08-28", "2019-11-27"]);
    expect(regular?.event.description).toContain("Agenda of 2019-05-29:");
  });

  it("has no list of days: a rule, or an entry a day, whose names stay when it is written again and a day moves", () => {
    const monthly = (from: string) =>
      scheduleOf([
        {
          id: "m",
          name: "Round",
          from,
          days: 2,
          every: "1 month",
          timeZone: "Europe/Vienna",
          sessions: [{ name: "Talks", day: 2, at: "10:00" }],
          rounds: [{ name: "Experts", ahead: "2 weeks" }],
        },
      ]);
    const uids = (text: string) => [...text.matchAll(/^UID:(.*)\r$/gm)].map(([, uid]) => uid);
    const first = meetingsForm.write(monthly("2019-01-31"), { now });
    expect(first).not.toContain("RDATE");
    // Those of the time zone are yearly.
    expect(first).not.toContain("RRULE:FREQ=MONTHLY");
    expect(new Set(uids(first)).size).toBe(uids(first).length);
    const moved = meetingsForm.write(monthly("2019-01-30"), { now, before: first });
    expect(uids(moved)).toEqual(uids(first));
    // Within the month a session on the second day and experts two weeks ahead have rules as well.
    const early = meetingsForm.write(monthly("2019-01-17"), { now });
    expect([...early.matchAll(/^RRULE:FREQ=MONTHLY;INTERVAL=1;COUNT=37\r$/gm)]).toHaveLength(3);
    expect(meetingsForm.write(monthly("2019-01-28"), { now }).match(/^RRULE:FREQ=MONTHLY/gm)).toHaveLength(2);
  });

  it("marks what is tentative, what is confidential, and counts the revisions of what changed", () => {
    const found = scheduleOf([
      { id: "m", name: "Round", from: "2019-03" },
      { id: "n", name: "Other", from: "2019-04-01" },
    ]);
    const first = meetingsForm.write(found, { now });
    expect(first).toContain("STATUS:TENTATIVE");
    expect(first).toContain("CLASS:CONFIDENTIAL");
    expect(meetingsForm.write({ ...found, sharedWith: "public" }, { now })).not.toContain("CONFIDENTIAL");
    const moved = scheduleOf([
      { id: "m", name: "Round", from: "2019-03-05" },
      { id: "n", name: "Other", from: "2019-04-01" },
    ]);
    const again = meetingsForm.write(moved, { now, before: first });
    expect([...again.matchAll(/^SEQUENCE:(\d)/gm)].map(([, n]) => n)).toEqual(["1", "0"]);
  });
});
