// What goes to other programs, opened again by parsers that are not ours.

import { alertsOf, type Monitoring, monitor, parseCase, type Roadmap, readRows, roadmap } from "@parley/core/internal";
import { parse as parseCsv } from "csv-parse/sync";
import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { filesIn, observationsOf } from "../../../../test/read-case.js";
import { readXml } from "../scenarios/index.js";
import { alertForms, planForms } from "./index.js";

const now = new Date("2026-01-02T03:04:05Z");

function mapOf(name: string): Roadmap {
  const parsed = parseCase(filesIn(new URL(`../../../../cases/${name}`, import.meta.url).pathname));
  if (!parsed.ok) throw new Error("see the check");
  const found = roadmap(parsed.value, { models: 50 });
  if (!found.ok) throw new Error(found.reasons.join());
  return found.value;
}

const hanoi = mapOf("hanoi-2019");
/** Two steps held by a bank, so that there is a release with a lag. */
const withRelease: Roadmap = {
  ...hanoi,
  steps: [
    ...hanoi.steps,
    { ...(hanoi.steps[1] as Roadmap["steps"][number]), id: "bank", by: [], after: ["test-halt"], text: "Released" },
  ],
};
const tasksIn = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vtodo");
const named = (map: Roadmap, text: string): Roadmap => ({
  ...map,
  steps: map.steps.map((step) => ({ ...step, text })),
});

describe("the calendar", () => {
  it("holds every commitment with its days and what it waits for, as another parser reads it", () => {
    const tasks = tasksIn(planForms.ics.write(withRelease, { now }));
    expect(tasks).toHaveLength(withRelease.steps.length);
    const uids = tasks.map((task) => `${task.getFirstPropertyValue("uid")}`);
    for (const [place, step] of withRelease.steps.entries()) {
      const task = tasks[place];
      expect(task?.getFirstPropertyValue("summary")).toBe(step.text);
      expect(`${task?.getFirstPropertyValue("due")}`).toBe(step.end);
      const start = task?.getFirstPropertyValue("dtstart");
      // A task is due after it begins (RFC 5545, 3.8.2.3).
      expect(start ? `${start}` : null).toBe(step.end > step.start ? step.start : null);
      const related = task?.getAllProperties("related-to") ?? [];
      expect(related.map((one) => one.getFirstValue())).toEqual(
        step.after.map((first) => uids[withRelease.steps.findIndex(({ id }) => id === first)]),
      );
      for (const one of related) expect(one.getParameter("reltype")).toBe("FINISHTOSTART");
    }
    const release = tasks.at(-1)?.getFirstProperty("related-to");
    expect(release?.getParameter("gap")).toBe("P30D");
  });

  it("keeps lines of 75 octets and reads back whatever text a commitment has", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }), (text) => {
        fc.pre(!/\p{Cc}/u.test(text));
        const written = planForms.ics.write(named(hanoi, text), { now });
        for (const line of written.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(tasksIn(written)[0]?.getFirstPropertyValue("summary")).toBe(text);
      }),
      { numRuns: 100 },
    );
  });

  it("counts the revisions of what changed and leaves the rest as it was; the same commitment keeps its name", () => {
    const before = planForms.ics.write(hanoi, { now });
    const later = new Date("2026-02-01T00:00:00Z");
    expect(planForms.ics.write(hanoi, { now: later, before })).toBe(before);
    const moved = { ...hanoi, steps: hanoi.steps.map((step, k) => (k === 0 ? { ...step, end: "2019-03-09" } : step)) };
    const [old, changed] = [before, planForms.ics.write(moved, { now: later, before })].map(tasksIn);
    const of = (tasks: typeof old, field: string) => tasks?.map((task) => task.getFirstPropertyValue(field));
    expect(of(changed, "uid")).toEqual(of(old, "uid"));
    expect(of(changed, "sequence")).toEqual(hanoi.steps.map((_, k) => (k === 0 ? 1 : 0)));
  });
});

describe("the calendar of events", () => {
  it("holds every commitment all day from its beginning to the day on which it is complete, under other names than the tasks", () => {
    const text = planForms.ics.write(withRelease, { now, as: "events" });
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((one) => new ICAL.Event(one));
    expect(tasksIn(text)).toEqual([]);
    expect(events.slice(0, withRelease.steps.length).map((event) => [event.summary, `${event.startDate}`])).toEqual(
      withRelease.steps.map(({ text: what, start }) => [what, start]),
    );
    for (const [k, { start, end }] of withRelease.steps.entries()) {
      // The end that a calendar writes is the day after the last.
      expect(events[k]?.duration.toSeconds()).toBe((Date.parse(end) - Date.parse(start)) / 1000 + 86_400);
    }
    const names = tasksIn(planForms.ics.write(withRelease, { now })).map((task) => task.getFirstPropertyValue("uid"));
    expect(events.filter(({ uid }) => names.includes(uid))).toEqual([]);
    const first = hanoi.steps.find(({ after }) => after.length > 0);
    expect(first && text.replaceAll("\r\n ", "")).toContain("Begins after “");
  });

  it("ends every event of whole days on a later day than it begins", () => {
    for (const text of [planForms.ics.write(hanoi, { now }), alertForms.ics.write(watched("2020-01-20"), { now })])
      for (const event of new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent")) {
        const [start, end] = ["dtstart", "dtend"].map((name) => `${event.getFirstPropertyValue(name)}`);
        expect(Date.parse(end ?? "") - Date.parse(start ?? "")).toBe(86_400_000);
      }
  });
});

describe("what was written for its owner", () => {
  it("is marked so, in every form, and leaves no trace in what is written over it for others", () => {
    const shared = { ...hanoi, sharedWith: "public", marking: "shared with the public" };
    for (const { write } of Object.values(planForms)) {
      expect(write(hanoi, { now })).toContain("CONFIDENTIAL");
      expect(write(shared, { now })).not.toContain("CONFIDENTIAL");
    }
    const moved = { ...hanoi, steps: hanoi.steps.map((step) => ({ ...step, end: "2019-12-31" })) };
    const over = [hanoi, moved].map((map) =>
      planForms.ics.write(shared, { now, before: planForms.ics.write(map, { now: new Date("2025-01-01") }) }),
    );
    expect(over[0]).toBe(over[1]);
  });
});

describe("the project file", () => {
  it("is well-formed and says of every task when, how long, and after what, whatever its name", () => {
    const text = `<&>"' ${"“”"} ü`;
    const root = readXml(planForms.xml.write(named(withRelease, text)));
    expect(root.attributes.xmlns).toBe("http://schemas.microsoft.com/project");
    const tasks = root.children.find(({ name }) => name === "Tasks")?.children ?? [];
    expect(tasks).toHaveLength(withRelease.steps.length + hanoi.milestones.length);
    for (const [place, step] of withRelease.steps.entries()) {
      const of = (name: string) => tasks[place]?.children.find((child) => child.name === name)?.text;
      expect([of("Name"), of("Start"), of("Finish")]).toEqual([text, `${step.start}T00:00:00`, `${step.end}T00:00:00`]);
      const days = (Date.parse(step.end) - Date.parse(step.start)) / 86_400_000;
      expect(of("Duration")).toBe(`PT${24 * days}H0M0S`);
      const links = tasks[place]?.children.filter(({ name }) => name === "PredecessorLink") ?? [];
      expect(links).toHaveLength(step.after.length);
    }
    const lag = tasks[withRelease.steps.length - 1]?.children
      .find(({ name }) => name === "PredecessorLink")
      ?.children.find(({ name }) => name === "LinkLag")?.text;
    // 31 days in tenths of minutes.
    expect(lag).toBe(`${30 * 1440 * 10}`);
  });
});

describe("names in a project file", () => {
  it("are as long as its schema allows; what follows stands in the notes, and nothing is lost", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }), { minLength: 1, maxLength: 60 }),
        (words) => {
          const text = words.join(" ");
          fc.pre(!/\p{Cc}|\p{Cs}|…/u.test(text) && /\S/.test(text));
          const map = named(hanoi, text);
          const written = planForms.xml.write({ ...map, title: text });
          const root = readXml(written);
          const field = (of: typeof root | undefined, name: string) =>
            of?.children.find((one) => one.name === name)?.text;
          expect(field(root, "Name")?.length).toBeLessThanOrEqual(255);
          expect(field(root, "Name")).toMatch(/: roadmap \(CONFIDENTIAL\)$/);
          const task = root.children.find(({ name }) => name === "Tasks")?.children[0];
          const [name = "", notes = ""] = [field(task, "Name"), field(task, "Notes")];
          expect(name.length).toBeLessThanOrEqual(512);
          const letters = (one: string) => one.replaceAll(/[\s…]/g, "");
          expect(letters(name + notes).startsWith(letters(text))).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("the table", () => {
  it("has a byte-order mark where it has letters beyond ASCII, and only there", () => {
    const plain = { ...hanoi, steps: hanoi.steps.map((step) => ({ ...step, text: "x", method: null })) };
    expect(planForms.csv.write(plain).startsWith("id,")).toBe(true);
    expect(planForms.csv.write(named(plain, "Überprüfung")).startsWith("\ufeffid,")).toBe(true);
  });

  it("has a cell under every head and a head over every cell", () => {
    // Rows of unequal length are an error to this parser.
    const [first] = parseCsv(planForms.csv.write(hanoi), { columns: true, bom: true }) as Record<string, string>[];
    expect(first).toMatchObject({ id: "framework", by: "us", start: hanoi.steps[0]?.start, marking: "CONFIDENTIAL" });
  });

  it("has a row a commitment, and no cell that a spreadsheet would take for a formula", () => {
    const written = planForms.csv.write(named(hanoi, "=HYPERLINK(1)"));
    expect(written.trim().split("\n")).toHaveLength(hanoi.steps.length + 1);
    expect(written).not.toMatch(/(^|,)"?=/m);
  });
});

function watched(asOf: string): Monitoring {
  const parsed = parseCase(filesIn(new URL("../../../../cases/jcpoa-2015", import.meta.url).pathname));
  if (!parsed.ok) throw new Error("see the check");
  const found = monitor(parsed.value, readRows(parsed.value, observationsOf("jcpoa-2015")), { knownAt: asOf });
  if (!found.ok) throw new Error(found.reasons.join());
  return found.value.standing();
}

describe("alerts", () => {
  it("are events of a day with an alarm, as another parser reads them; those that stay keep their revision", () => {
    const found = watched("2020-01-20");
    const first = alertForms.ics.write(found, { now });
    const events = new ICAL.Component(ICAL.parse(first)).getAllSubcomponents("vevent");
    const ahead = alertsOf(found).filter(({ kind }) => kind === "due" || kind === "inspect");
    expect(events.map((event) => `${event.getFirstPropertyValue("dtstart")}`).sort()).toEqual(
      ahead.map(({ day }) => day).sort(),
    );
    expect(new Set(events.map((event) => event.getFirstPropertyValue("uid"))).size).toBe(events.length);
    for (const event of events)
      expect(`${event.getFirstSubcomponent("valarm")?.getFirstPropertyValue("trigger")}`).toBe("-P7D");
    const again = alertForms.ics.write(watched("2020-01-21"), { now: new Date("2026-02-02T00:00:00Z"), before: first });
    const kept = new ICAL.Component(ICAL.parse(again)).getAllSubcomponents("vevent");
    expect(kept.filter((event) => `${event.getFirstPropertyValue("sequence")}` === "0").length).toBeGreaterThan(3);
  });

  it("are a feed that an XML parser reads, newest first, with what was broken in it, and the same whenever it is written", () => {
    const found = watched("2020-01-20");
    const text = alertForms.atom.write(found);
    const feed = readXml(text);
    const entries = feed.children.filter(({ name }) => name === "entry");
    expect(entries).toHaveLength(alertsOf(found).length);
    expect(text).toContain("Broken: Enriched uranium at most 300 kg of UF6");
    expect(alertForms.atom.write(found)).toBe(text);
    const days = [...text.matchAll(/<updated>(\d{4}-\d{2}-\d{2})/g)].slice(1).map(([, day]) => day);
    expect(days).toEqual([...days].sort().reverse());
  });

  it("are a feed in which a stranger's words are text, to XML and to what shows HTML", () => {
    const found = watched("2020-01-20");
    const evil = "<img src=x onerror=alert(1)>]]> & \u001b\ufffe";
    const text = alertForms.atom.write({
      ...found,
      title: evil,
      obligations: found.obligations.map((one) => ({ ...one, text: evil })),
    });
    readXml(text);
    const titles = [...text.matchAll(/<entry>\s*<title[^>]*><!\[CDATA\[(.*?)\]\]>/gs)].map(([, title = ""]) => title);
    expect(titles.some((title) => title.includes("&lt;img src=x"))).toBe(true);
    for (const character of ["<", "\u001b", "\ufffe"]) expect(titles.join()).not.toContain(character);
  });

  it("are a table in which no cell is a formula", () => {
    const found = watched("2020-01-20");
    const evil = { ...found, obligations: found.obligations.map((one) => ({ ...one, text: "=HYPERLINK(1)" })) };
    const rows: string[][] = parseCsv(alertForms.csv.write(evil), { bom: true });
    for (const row of rows) for (const cell of row) expect(cell).not.toMatch(/^[=+@-]/);
  });
});
