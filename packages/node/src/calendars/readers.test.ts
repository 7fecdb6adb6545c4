// What goes to other programs, opened by a second reader of each form. A program that is not installed is named where a test skips.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { alertsOf, monitor, parseCase, readRows, roadmap, schedule } from "@parley/core/internal";
import { parse as parseCsv } from "csv-parse/sync";
import { afterAll, describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { filesIn, observationsOf, readCase } from "../../../../test/read-case.js";
import { alertForms, meetingsForm, planForms } from "./index.js";

const place = mkdtempSync(join(tmpdir(), "parley-readers-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));

const now = new Date("2026-01-02T03:04:05Z");

function fine<T>(
  found: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reasons: readonly string[] },
): T {
  if (!found.ok) throw new Error(found.reasons.join());
  return found.value;
}

function caseWith(agreement: object) {
  const parties = ["a", "b"].map((id) => ({ id, name: id === "a" ? "Königreich Ä" : "Bob", role: "negotiating" }));
  const issues = [{ id: "x", name: "X", today: "o", options: [{ id: "o" }, { id: "p" }] }];
  const parsed = parseCase([
    { path: "case.yaml", text: stringify({ parley: 1, title: "Talks", asOf: "2019-01-01", parties, issues }) },
    { path: "agreement.yaml", text: stringify(agreement) },
  ]);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join());
  return parsed.value;
}

const LONG = `${"A commitment that lawyers wrote, with every exception in it; ".repeat(10)}and its end`;
const longMap = fine(
  roadmap(
    caseWith({
      commitments: [
        { id: "one", by: "a", issue: "x", to: "p", takes: "2 months", text: LONG },
        { id: "two", by: "b", text: "Überprüfung", takes: "1 week", after: ["one"] },
      ],
      roadmap: { milestones: [{ id: "m", name: LONG, at: "1 year", complete: ["one"] }] },
    }),
    { models: 20 },
  ),
);
const hanoi = readCase("hanoi-2019");
const map = fine(roadmap(hanoi, { models: 50 }));
const meetings = fine(schedule(hanoi, { models: 50 }));
const lateMeetings = fine(
  schedule(
    caseWith({
      meetings: [
        {
          id: "m",
          name: "Month's end",
          from: "2019-01-31",
          days: 2,
          every: "1 month",
          timeZone: "Europe/Vienna",
          sessions: [{ name: "Talks", day: 2, at: "10:00" }],
          rounds: [{ name: "Experts", ahead: "2 weeks" }],
        },
      ],
    }),
  ),
);
const alerts = (() => {
  const parsed = parseCase(filesIn(new URL("../../../../cases/jcpoa-2015", import.meta.url).pathname));
  if (!parsed.ok) throw new Error("see the check");
  return fine(
    monitor(parsed.value, readRows(parsed.value, observationsOf("jcpoa-2015")), { knownAt: "2020-01-20" }),
  ).standing();
})();

/** Name, first day or moment, and end of every entry, one a line of tabs. */
const SCRIPTS = {
  icalendar: `
import sys, icalendar
for part in icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read()).walk():
    if part.name in ("VEVENT", "VTODO"):
        end = part.get("dtend") or part.get("due")
        print(part.name, str(part["summary"]), part["dtstart"].dt if "dtstart" in part else "", end.dt if end else "", sep="\\t")
`,
  vobject: `
import sys, vobject
for part in vobject.readOne(open(sys.argv[1], encoding="utf-8").read()).components():
    if part.name in ("VEVENT", "VTODO"):
        end = getattr(part, "dtend", None) or getattr(part, "due", None)
        print(part.name, part.summary.value, part.dtstart.value if hasattr(part, "dtstart") else "", end.value if end else "", sep="\\t")
`,
} as const;

type Line = readonly [kind: string, summary: string, start: string, end: string];

const isThere = (module: string): boolean => spawnSync("python3", ["-c", `import ${module}`]).status === 0;

describe.each(Object.keys(SCRIPTS) as (keyof typeof SCRIPTS)[])("Python's %s", (reader) => {
  const linesOf = (text: string): Line[] => {
    const file = join(place, `${reader}.ics`);
    writeFileSync(file, text);
    const ran = spawnSync("python3", ["-c", SCRIPTS[reader], file], {
      encoding: "utf8",
      env: { ...process.env, PYTHONIOENCODING: "utf-8" },
    });
    if (ran.status !== 0) throw new Error(ran.stderr);
    return ran.stdout
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => {
        const [kind = "", summary = "", start = "", end = ""] = line.split("\t");
        return [kind, summary, start, end];
      });
  };

  it.skipIf(!isThere(reader))(
    "reads every entry of every calendar with its days (skipped where it is not installed)",
    () => {
      const events = linesOf(planForms.ics.write(map, { now, as: "events" }));
      expect(events.slice(0, map.steps.length)).toEqual(
        map.steps.map(({ text, start, end }) => ["VEVENT", text, start, nextDay(end)]),
      );
      const tasks = linesOf(planForms.ics.write(map, { now })).filter(([kind]) => kind === "VTODO");
      expect(tasks.map(([, , , due]) => due)).toEqual(map.steps.map(({ end }) => end));
      const summits = linesOf(meetingsForm.write(meetings, { now }));
      expect(summits).toContainEqual(["VEVENT", "Second summit of the two leaders", "2019-02-27", "2019-03-01"]);
      const monthly = linesOf(meetingsForm.write(lateMeetings, { now }));
      const [series] = lateMeetings.series;
      const days = (series?.occurrences ?? []).map(({ day, until }) => ["VEVENT", "Month's end", day, nextDay(until)]);
      expect(monthly.filter(([, name]) => name === "Month's end")).toEqual(days);
      expect(monthly.filter(([, name]) => name === "Talks")).toHaveLength(days.length);
      const due = alertsOf(alerts).filter(({ kind }) => kind === "due" || kind === "inspect");
      expect(linesOf(alertForms.ics.write(alerts, { now })).map(([, , start, end]) => [start, end])).toEqual(
        due.map(({ day }) => [day, nextDay(day)]).reverse(),
      );
    },
  );
});

const nextDay = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);

describe("xmllint", () => {
  it.skipIf(spawnSync("xmllint", ["--version"]).status !== 0)(
    "finds project files to be what the schema asks for (skipped where it is not installed: libxml2-utils)",
    () => {
      for (const [name, plan] of Object.entries({ hanoi: map, long: longMap })) {
        const file = join(place, `${name}.xml`);
        writeFileSync(file, planForms.xml.write(plan));
        const schema = new URL("../../test/mspdi.xsd", import.meta.url).pathname;
        const ran = spawnSync("xmllint", ["--noout", "--schema", schema, file], { encoding: "utf8" });
        expect([ran.status, ran.stderr.trim()]).toEqual([0, `${file} validates`]);
      }
    },
  );
});

describe("LibreOffice Calc", () => {
  it("reads a table with the letters that are in it (skipped where it is not installed)", (test) => {
    if (spawnSync("soffice", ["--version"]).status !== 0) test.skip("LibreOffice is not installed");
    const file = join(place, "plan.csv");
    writeFileSync(file, planForms.csv.write(longMap));
    spawnSync("soffice", [
      `-env:UserInstallation=file://${place}/profile`,
      "--headless",
      // As its dialog proposes for a text with this mark; without a dialog it asks no mark and takes the machine's letters.
      "--infilter=Text - txt - csv (StarCalc):44,34,76",
      "--convert-to",
      "xlsx:Calc MS Excel 2007 XML",
      "--outdir",
      place,
      file,
    ]);
    const back = join(place, "back");
    // From its own form to text again, in UTF-8 (76), so that only how it read the table is tested.
    spawnSync("soffice", [
      `-env:UserInstallation=file://${place}/profile`,
      "--headless",
      "--convert-to",
      "csv:Text - txt - csv (StarCalc):44,34,76",
      "--outdir",
      back,
      join(place, "plan.xlsx"),
    ]);
    expect(existsSync(join(back, "plan.csv"))).toBe(true);
    const rows: string[][] = parseCsv(readFileSync(join(back, "plan.csv"), "utf8"), { bom: true });
    expect(rows[0]?.[0]).toBe("id");
    expect(rows.map(([, , what]) => what)).toEqual(["what", ...longMap.steps.map(({ text }) => text)]);
  }, 120_000);
});
