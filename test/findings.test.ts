// A finding that is there is shown. Every field of a result that holds what is odd, assumed, missing or left out gets a sentence of its own,
// and every surface of that result has to say it. Fields are found by their names, so that a new one is found too.
import { join } from "node:path";
import {
  assess,
  brief,
  type Case,
  commandWordingIn,
  framework,
  frontier,
  monitor,
  namesIn,
  type Outcome,
  positions,
  type Roadmap,
  readRows,
  roadmap,
  rounds,
  schedule,
  terms,
  verify,
  viewingOf,
} from "@parley/core/internal";
import { unzipSync } from "fflate";
import { createElement, type FunctionComponent } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { alertForms } from "../packages/node/src/calendars/index.js";
import { renderAssessment } from "../packages/node/src/cli/render/assessment.js";
import { renderFrontier } from "../packages/node/src/cli/render/frontier.js";
import { renderMonitoring } from "../packages/node/src/cli/render/monitoring.js";
import { renderPositions } from "../packages/node/src/cli/render/positions.js";
import { renderRoadmap } from "../packages/node/src/cli/render/roadmap.js";
import { renderRounds } from "../packages/node/src/cli/render/rounds.js";
import { renderSchedule } from "../packages/node/src/cli/render/schedule.js";
import { renderTerms } from "../packages/node/src/cli/render/terms.js";
import { renderVerification } from "../packages/node/src/cli/render/verification.js";
import type { Terminal } from "../packages/node/src/cli/terminal.js";
import { type Document, draftForms } from "../packages/node/src/drafts/index.js";
import { type Materials, materials } from "../packages/node/src/jobs/index.js";
import { renderReport } from "../packages/node/src/report/index.js";
import { observationsOf, readCase } from "./read-case.js";

/** What a page is told, by the name of what it asks for; of a job by its task. */
const told = vi.hoisted(() => new Map<string, unknown>());
const askedFor = vi.hoisted(() => (key: readonly unknown[]): string => {
  const job = key.find((part) => typeof part === "object" && part !== null && "task" in part);
  return String(key[0] !== "share" && job ? (job as { task: string }).task : key[0]);
});

vi.mock("@tanstack/react-query", () => ({
  useQuery: ({ queryKey }: { queryKey: readonly unknown[] }) => ({
    data: told.get(askedFor(queryKey)),
    error: null,
  }),
  useQueries: () => [],
  useQueryClient: () => ({}),
}));
vi.mock("../packages/web/src/work.js", () => ({
  work: new Proxy({}, { get: (_, name) => () => told.get(`${String(name)}`) }),
  useLatest: (_: string, question: unknown, ask: (question: unknown) => unknown) => ({
    value: question === null ? null : (ask(question) ?? null),
    busy: false,
  }),
}));

const NAMES =
  /^(\w*remarks?|\w*findings?|\w*flags?|\w*problems?|\w*assum\w*|missing|later|limits|limited|undone|unplaced|uncovered|unseen|unread|left_?out|\w*omitted|\w*warnings?|\w*skipped|\w*ignored|\w*thinned|\w*dropped|hanging|imported|doubts?)$/i;

/** Fields with such a name that hold no finding, or one that something else says: by result and path, with the reason. */
const OTHERWISE: Readonly<Record<string, string>> = {
  "framework flagged.missing": "a count of flags of a kind, each of which is shown",
  "framework flagged.limits": "a count of flags of a kind, each of which is shown",
  "framework parts[].blocks[].topic.limits": "the limits that a clause sets, from which it is written",
  "assess offers[].said.remarks": "the codes and parameters of the remarks, which are shown",
  "monitor obligations[].limits": "the limits that an obligation sets, not what was found of them",
};

/** Surfaces that do not show a field, and need not: by result and path, with the reason. */
const HIDDEN: Readonly<Record<string, { readonly in: readonly string[]; readonly why: string }>> = {
  "monitor observations.later": {
    in: ["feed", "table"],
    why: "how many rows are of later days is no news to a watcher: each is told when its day has come",
  },
};

/** What a list holds that is empty in the cases that are shipped. */
const SAMPLES: Readonly<Record<string, object>> = {
  findings: { kind: "conflict", about: null, lines: [], text: "" },
  flags: { kind: "undated", text: "" },
  later: { id: "x", name: "", date: "2030-01-01" },
  undone: { issue: "", name: "", table: "o", tableName: "o", reached: "p", reachedName: "p" },
  hanging: { kind: "commitment", id: "x", name: "", cites: true, delivers: [], short: [], beyond: [], breaks: [] },
};

const MARK = "Marker7Q";
const FIGURE = 976_431;
/** Which of its fields a person reads. */
const READ = ["text", "name", "issue"] as const;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A value that says the mark, beside all that it said; undefined where it is no text: what is only true or false is told by words. */
function marked(name: string, value: unknown): unknown {
  if (value === null || typeof value === "string") return MARK;
  if (typeof value === "number") return FIGURE;
  if (!Array.isArray(value)) return undefined;
  const like: unknown = value[0] ?? SAMPLES[name];
  if (!isObject(like)) return [...value, MARK];
  const read = READ.find((field) => typeof like[field] === "string");
  return read === undefined ? undefined : [...value, { ...like, [read]: MARK }];
}

/** Every path to a field with such a name, without the places in lists. */
function pathsIn(value: unknown, path = "", found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const one of value) pathsIn(one, `${path}[]`, found);
  else if (isObject(value))
    for (const [name, inner] of Object.entries(value)) {
      const here = path === "" ? name : `${path}.${name}`;
      if (NAMES.test(name) && marked(name, inner) !== undefined) found.add(here);
      else pathsIn(inner, here, found);
    }
  return found;
}

/** The result with the mark at one path, wherever that is. */
function withMark(value: unknown, wanted: string, path = ""): unknown {
  if (Array.isArray(value)) return value.map((one) => withMark(one, wanted, `${path}[]`));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const here = path === "" ? name : `${path}.${name}`;
      if (here === wanted) return [name, marked(name, inner) ?? inner];
      return [name, wanted.startsWith(here) ? withMark(inner, wanted, here) : inner];
    }),
  );
}

const says = (surface: string): boolean =>
  surface.includes(MARK) || surface.includes(`${FIGURE}`) || surface.includes(FIGURE.toLocaleString("en-US"));

const value = <T>(found: Outcome<T>): T => {
  if (!found.ok) throw new Error(found.reasons.join());
  return found.value;
};

/** Results that were drawn from models have limits where these were cut short: a field that is left out where there is none. */
const whole = <T extends object>(found: T): T => ("views" in found ? { ...found, limits: [] } : found);

/** A milestone that lacks something is not met. */
const missed = (map: Roadmap): Roadmap => ({
  ...map,
  milestones: map.milestones.map((one) => ({ ...one, met: false })),
});

const terminal: Terminal = {
  out: () => {},
  err: () => {},
  colour: false,
  live: false,
  signal: new AbortController().signal,
  words: commandWordingIn("en"),
  prompter: null,
};
const options = { models: 40 };
const hanoi = readCase("hanoi-2019");
const iran = readCase("jcpoa-2015");
const itex = readCase("itex-cypress");
const all = materials(hanoi, options);
const viewing = value(viewingOf(hanoi, {}));

const report = (part: keyof Materials) => (found: unknown) =>
  renderReport(hanoi, { ...all, [part]: { ok: true, value: found } } as Materials, viewing, terminal.words);

const inWord = async (document: Document): Promise<string> =>
  new TextDecoder().decode(unzipSync(await draftForms.docx.write(document, terminal.words))["word/document.xml"]);

type Surface<T> = (found: T) => string | Promise<string>;

interface Result {
  readonly paths: readonly string[];
  readonly surfaces: readonly string[];
  /** @returns the surfaces that do not say what stands at this path */
  readonly silent: (path: string) => Promise<string[]>;
}

/** @param surfaces where it is shown, and how */
function result<T extends object>(given: T, surfaces: Readonly<Record<string, Surface<T>>>): Result {
  const found = whole(given);
  return {
    paths: [...pathsIn(found)],
    surfaces: Object.keys(surfaces),
    silent: async (path) => {
      // The same result, with one text or figure changed.
      const marked = withMark(found, path) as T;
      const said = Object.entries(surfaces).map(async ([name, show]) => ({ name, text: await show(marked) }));
      return (await Promise.all(said)).flatMap(({ name, text }) => (says(text) ? [] : [name]));
    },
  };
}

/** A page of the workbench with all that it was told, as it stands before anybody touches it. */
function page(id: keyof typeof PAGES, of: Case, search: string, answers: Readonly<Record<string, unknown>>): string {
  told.clear();
  for (const [name, answer] of Object.entries(answers)) told.set(name, answer);
  const address = { get: (name: string) => new URLSearchParams(search).get(name), set: () => {}, on: () => "/" };
  const files = { id: "x", revision: "1", files: [], problems: [] };
  const names = namesIn(of);
  const view = {
    id: "x",
    files,
    negotiation: of,
    written: of,
    problems: [],
    names,
    address,
    reader: null,
    options: {},
  };
  const shown = pages.get(id);
  if (!shown || !provider) throw new Error(`no page ${id}`);
  return renderToStaticMarkup(createElement(provider, { value: view }, createElement(shown)));
}

/** Pages belong to another project of TypeScript's: they are taken as they come. */
const PAGES = {
  overview: ["overview", "Overview"],
  positions: ["positions", "PositionsPage"],
  terms: ["terms", "TermsPage"],
  bargaining: ["bargaining", "Bargaining"],
  roadmap: ["roadmap", "RoadmapPage"],
  verification: ["verification", "VerificationPage"],
  monitoring: ["monitoring", "MonitoringPage"],
  draft: ["draft", "DraftPage"],
} as const;
const pages = new Map<string, FunctionComponent>();
let provider: FunctionComponent<{ value: unknown }> | null = null;
const webModule = async (path: string): Promise<Record<string, unknown>> =>
  await import(/* @vite-ignore */ join(import.meta.dirname, "../packages/web/src", path));

beforeAll(async () => {
  // What pages ask of a browser when they are loaded and drawn.
  vi.stubGlobal("window", globalThis);
  vi.stubGlobal("location", { pathname: "/", search: "", hash: "", origin: "http://localhost" });
  vi.stubGlobal("history", { state: null, pushState: () => {}, replaceState: () => {} });
  vi.stubGlobal("screen", { orientation: { addEventListener: () => {} } });
  vi.stubGlobal("visualViewport", { addEventListener: () => {} });
  vi.stubGlobal("addEventListener", () => {});
  vi.stubGlobal("removeEventListener", () => {});
  provider = (await webModule("case-view.ts")).CaseProvider as typeof provider;
  for (const [id, [file, name]] of Object.entries(PAGES))
    pages.set(id, (await webModule(`pages/${file}.tsx`))[name] as FunctionComponent);
});

const draft = (document: Document, what: "framework" | "brief") =>
  result(document, {
    Markdown: (found) => draftForms.md.write(found, terminal.words),
    HTML: (found) => draftForms.html.write(found, terminal.words),
    Word: inWord,
    page: (found) =>
      what === "framework"
        ? page("draft", hanoi, "", { framework: { ok: true, value: found } })
        : page("draft", hanoi, "what=brief", { brief: { ok: true, value: found } }),
  });

/** Which surfaces a result has. */
const RESULTS = {
  assess: result(value(assess(hanoi, options)), {
    text: (found) => renderAssessment(terminal, found, hanoi),
    report: report("assessment"),
    page: (found) =>
      page("overview", hanoi, "", { materials: { ...all, assessment: { ok: true, value: found } } }) +
      found.offers
        .map(({ id }) =>
          page("bargaining", hanoi, `offer=${id}`, {
            materials: { ...all, assessment: { ok: true, value: found } },
          }),
        )
        .join(""),
  }),
  frontier: result(value(frontier(hanoi, options)), { text: (found) => renderFrontier(terminal, found, hanoi) }),
  "frontier of numbers": result(value(frontier(itex, options)), {
    text: (found) => renderFrontier(terminal, found, itex),
  }),
  map: result(value(all.map), {
    report: report("map"),
    page: (found) => page("bargaining", hanoi, "", { materials: { ...all, map: { ok: true, value: found } } }),
  }),
  dance: result(value(all.dance), {
    text: (found) => renderPositions(terminal, value(all.positions), found, [], hanoi),
    report: report("dance"),
    page: (found) => page("bargaining", hanoi, "", { materials: { ...all, dance: { ok: true, value: found } } }),
  }),
  positions: result(value(positions(hanoi)), {
    text: (found) => renderPositions(terminal, found, null, [], hanoi),
    report: report("positions"),
    page: (found) => page("positions", hanoi, "", { materials: { ...all, positions: { ok: true, value: found } } }),
  }),
  terms: result(value(terms(hanoi)), {
    text: (found) => renderTerms(terminal, found, null, [], hanoi),
    report: report("terms"),
    page: (found) => page("terms", hanoi, "", { materials: { ...all, terms: { ok: true, value: found } } }),
  }),
  worths: result(value(all.worths), {
    text: (found) => renderTerms(terminal, value(all.terms), found, [], hanoi),
    report: report("worths"),
    page: (found) => page("terms", hanoi, "", { materials: { ...all, worths: { ok: true, value: found } } }),
  }),
  roadmap: result(missed(value(roadmap(hanoi, options))), {
    text: (found) => renderRoadmap(terminal, found, hanoi),
    report: report("roadmap"),
    page: (found) => page("roadmap", hanoi, "", { roadmap: { ok: true, value: found }, "quick roadmap": { ok: true } }),
  }),
  verify: result(value(verify(hanoi)), {
    text: (found) => renderVerification(terminal, found, hanoi),
    page: (found) => page("verification", hanoi, "", { verification: { ok: true, value: found } }),
  }),
  monitor: result(value(monitor(iran, readRows(iran, observationsOf("jcpoa-2015")))).standing(), {
    text: (found) => renderMonitoring(terminal, found),
    feed: (found) => alertForms.atom.write(found),
    table: (found) => alertForms.csv.write(found),
    page: (found) =>
      page("monitoring", iran, "", { monitor: { ok: true, value: { found, problems: [], malformed: 0 } } }),
  }),
  schedule: result(value(schedule(hanoi, options)), {
    text: (found) => renderSchedule(terminal, found, hanoi),
    page: (found) => page("draft", hanoi, "what=meetings", { meetings: { ok: true, value: found } }),
  }),
  rounds: result(value(rounds(hanoi, hanoi, options)), {
    text: (found) => renderRounds(terminal, found, hanoi),
    page: (found) =>
      page("draft", hanoi, "what=changes&since=2019-01-01", {
        history: { entries: [] },
        rounds: { ok: true, value: found },
      }),
  }),
  framework: draft(value(framework(hanoi, options)), "framework"),
  brief: draft(value(brief(hanoi, options)), "brief"),
} as const satisfies Record<string, Result>;

describe.each(Object.entries(RESULTS))("%s", (name, { paths, surfaces, silent }) => {
  const fields = paths.filter((path) => OTHERWISE[`${name} ${path}`] === undefined);

  it.each(fields)(`shows its %s in ${surfaces.join(", ")}`, async (path) => {
    expect(await silent(path)).toEqual(HIDDEN[`${name} ${path}`]?.in ?? []);
  });
});

describe("the tables of this test", () => {
  it("name no field that is not there", () => {
    const there = Object.entries(RESULTS).flatMap(([name, { paths }]) => paths.map((path) => `${name} ${path}`));
    expect([...Object.keys(OTHERWISE), ...Object.keys(HIDDEN)].filter((path) => !there.includes(path))).toEqual([]);
  });
});
