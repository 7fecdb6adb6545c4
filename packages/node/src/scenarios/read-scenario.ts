// Several files of one scenario, in any order: a domain and a preference file for each party.
import { parseDocument } from "yaml";
import { readGenius } from "./genius.js";
import { isGeniusWeb, readGeniusWeb } from "./geniusweb.js";
import { isNegmas, type NegmasUtility, readNegmas, withIssues } from "./negmas.js";
import { type Scenario, type ScenarioIssue, type ScenarioPart, type ScenarioParty, Unreadable } from "./scenario.js";
import { readCsv } from "./table.js";
import { readXlsx } from "./xlsx.js";

export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReadScenario {
  readonly scenario: Scenario;
  readonly notes: readonly string[];
}

/** The scenario that the files make together; or why not, file by file. */
export function readScenario(
  files: readonly GivenFile[],
  title: string,
): { readonly ok: true; readonly value: ReadScenario } | { readonly ok: false; readonly reasons: readonly string[] } {
  const reasons: string[] = [];
  const attempt = <T>(file: string, make: () => T): T | null => {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      reasons.push(`${file}: ${error.message}.`);
      return null;
    }
  };
  const read = files.flatMap(({ name, bytes }) => attempt(name, () => readFile(name, bytes)) ?? []);
  const parts = read.filter((part): part is ScenarioPart => "issues" in part);
  const domains = parts.filter(({ party }) => party === null);
  const domain = domains[0] ?? parts[0];
  for (const other of domains.slice(1))
    if (!sameIssues(other.issues, domains[0]?.issues ?? []))
      reasons.push(
        `${other.file}: it has other issues than ${domains[0]?.file}, so the two are of different scenarios.`,
      );
  const waiting = read.filter((part): part is NegmasUtility => !("issues" in part));
  if (waiting.length > 0 && !domain)
    reasons.push(
      `${waiting.map(({ file }) => file).join(", ")}: give the file with the issues (the outcome space) too.`,
    );
  const joined = waiting.flatMap((part) =>
    domain ? (attempt(part.file, () => withIssues(part, { issues: domain.issues, notes: [] })) ?? []) : [],
  );
  const all = [...parts, ...joined];
  const parties = all.flatMap((part) =>
    part.party && domain
      ? (attempt(part.file, () => aligned(part, part.party as ScenarioParty, domain.issues)) ?? [])
      : [],
  );
  if (reasons.length === 0 && (!domain || parties.length === 0))
    reasons.push("no file holds a party's preferences: give the domain and a file for each party.");
  if (reasons.length > 0 || !domain) return { ok: false, reasons };
  const named = all.find((part) => part.title)?.title ?? title;
  return {
    ok: true,
    value: {
      scenario: { title: named, issues: domain.issues, parties: distinct(parties) },
      notes: all.flatMap(({ file, notes }) => [...new Set(notes)].map((note) => `${file}: ${note}.`)),
    },
  };
}

const sameIssues = (one: readonly ScenarioIssue[], other: readonly ScenarioIssue[]): boolean =>
  JSON.stringify(one.map(({ name }) => name).sort()) === JSON.stringify(other.map(({ name }) => name).sort());

/** UTF-8, or Latin-1 where that is not what the bytes are. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("latin1").decode(bytes);
  }
}

function readFile(name: string, bytes: Uint8Array): (ScenarioPart | NegmasUtility)[] {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readXlsx(name, bytes);
  const text = textOf(bytes);
  if (/^\uFEFF?\s*</.test(text)) return [readGenius(name, text)];
  if (/\.(csv|tsv|txt)$/i.test(name)) return [readCsv(name, text)];
  const value = dataIn(text);
  if (isGeniusWeb(value)) return [readGeniusWeb(name, value)];
  if (isNegmas(value)) return [readNegmas(name, value)];
  throw new Unreadable(
    "it is none of the forms that can be read: GENIUS XML, GeniusWeb JSON, NegMAS YAML or JSON, CSV, XLSX",
  );
}

/** YAML holds JSON too; what points to itself without end is refused. */
function dataIn(text: string): unknown {
  if (text.includes("__proto__")) throw new Unreadable("it names something __proto__, which cannot be read; rename it");
  const document = parseDocument(text, { uniqueKeys: false });
  const [error] = document.errors;
  if (error) throw new Unreadable(`it is neither JSON nor YAML (${error.message.split("\n")[0]})`);
  try {
    return document.toJS({ maxAliasCount: 100, mapAsMap: false });
  } catch (cause) {
    throw new Unreadable(cause instanceof Error ? cause.message : String(cause));
  }
}

/** The party's numbers in the order of the domain's issues and options. */
function aligned({ issues }: ScenarioPart, party: ScenarioParty, domain: readonly ScenarioIssue[]): ScenarioParty {
  const place = domain.map(({ name }) => issues.findIndex((issue) => issue.name === name));
  const missing = domain.filter((_, k) => (place[k] ?? -1) < 0).map(({ name }) => `"${name}"`);
  if (missing.length > 0)
    throw new Unreadable(`it says nothing of ${missing.slice(0, 5).join(", ")}, so it is of another scenario`);
  const strange = issues.filter(({ name }) => !domain.some((issue) => issue.name === name));
  if (strange.length > 0) throw new Unreadable(`the scenario has no issue "${strange[0]?.name}"`);
  const numbers = [...party.weights, ...party.scores.flat(), party.reservation ?? 0];
  if (!numbers.every(Number.isFinite)) throw new Unreadable("it holds what is no number");
  return {
    ...party,
    weights: place.map((k) => party.weights[k] ?? 0),
    scores: domain.map(({ name, options }, index) => {
      const own = issues[place[index] ?? 0];
      const more = own?.options.find((option) => !options.includes(option));
      if (more !== undefined) throw new Unreadable(`issue "${name}" has "${more}", which the scenario does not`);
      return options.map((option) => {
        const at = own?.options.indexOf(option) ?? -1;
        if (at < 0) throw new Unreadable(`issue "${name}" has no "${option}" there`);
        return party.scores[place[index] ?? 0]?.[at] ?? 0;
      });
    }),
  };
}

/** Two parties of one name are told apart. */
function distinct(parties: readonly ScenarioParty[]): ScenarioParty[] {
  const taken = new Set<string>();
  return parties.map((party) => {
    let name = party.name;
    for (let again = 2; taken.has(name); again++) name = `${party.name} ${again}`;
    taken.add(name);
    return { ...party, name };
  });
}
