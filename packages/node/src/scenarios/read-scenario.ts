// Several files of one scenario, in any order: a domain and a preference file for each party.
import { done, type Outcome, readYaml, refuse, suggestion } from "@parley/core/internal";
import { fromText } from "../documents/index.js";
import { readGenius } from "./genius.js";
import { isGeniusWeb, readGeniusWeb } from "./geniusweb.js";
import { isNegmas, type NegmasUtility, readNegmas, withIssues } from "./negmas.js";
import {
  keyOf,
  type Scenario,
  type ScenarioIssue,
  type ScenarioPart,
  type ScenarioParty,
  Unreadable,
} from "./scenario.js";
import { readCsv } from "./table.js";
import { readXlsx } from "./xlsx.js";

export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReadScenario {
  /** The notes of a party are in it. */
  readonly scenario: Scenario;
  /** What was left out or taken to mean something, and tells nothing of what a party wants. */
  readonly notes: readonly string[];
}

/** The scenario that the files make together; or why not, file by file. */
export function readScenario(files: readonly GivenFile[], title: string): Outcome<ReadScenario> {
  const reasons: string[] = [];
  const attempt = <T>(file: string, make: () => T): T | null => {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      reasons.push(`${file}: ${error.message}${/[.?]$/.test(error.message) ? "" : "."}`);
      return null;
    }
  };
  const opened = files.flatMap((file) => attempt(file.name, () => [{ file: file.name, ...readFile(file) }]) ?? []);
  const read = opened.flatMap(({ parts: found }) => found);
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
    part.party && domain ? (attempt(part.file, () => aligned(part, part.party as ScenarioParty, domain)) ?? []) : [],
  );
  if (reasons.length === 0 && (!domain || parties.length === 0))
    reasons.push("no file holds a party's preferences: give the domain and a file for each party.");
  if (reasons.length > 0 || !domain) return refuse(...reasons);
  const named = all.find((part) => part.title)?.title ?? title;
  return done({
    scenario: { title: named, issues: domain.issues, parties: distinct(parties) },
    notes: [...opened, ...all].flatMap(({ file, notes }) => sentences(file, notes)),
  });
}

/** As many as people read of one kind; the rest are counted. */
const MOST_NOTES = 20;

/** Notes of a file as sentences, each once. */
function sentences(file: string, notes: readonly string[]): string[] {
  const each = [...new Set(notes)].map((note) => `${file}: ${note}.`);
  const more = each.length - MOST_NOTES;
  return more > 0 ? [...each.slice(0, MOST_NOTES), `${file}: and ${more} more.`] : each;
}

const sameIssues = (one: readonly ScenarioIssue[], other: readonly ScenarioIssue[]): boolean =>
  JSON.stringify(one.map(({ name }) => keyOf(name)).sort()) ===
  JSON.stringify(other.map(({ name }) => keyOf(name)).sort());

interface Opened {
  readonly parts: readonly (ScenarioPart | NegmasUtility)[];
  readonly notes: readonly string[];
}

/** A file by its content; only tables of text are known by their names. */
function readFile({ name, bytes }: GivenFile): Opened {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readXlsx(name, bytes);
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0)
    throw new Unreadable(
      "it is an Office file in the form of before 2007 (.xls), or under a password; save it as .xlsx",
    );
  const { text, notes } = textIn(bytes);
  const as = (part: ScenarioPart | NegmasUtility): Opened => ({ parts: [part], notes });
  if (/^\uFEFF?\s*</.test(text)) return as(readGenius(name, text));
  if (/\.(csv|tsv|txt)$/i.test(name)) return as(readCsv(name, text));
  const value = dataIn(text);
  if (isGeniusWeb(value)) return as(readGeniusWeb(name, value));
  if (isNegmas(value)) return as(readNegmas(name, value));
  throw new Unreadable(
    "it is none of the forms that can be read: GENIUS XML, GeniusWeb JSON, NegMAS YAML or JSON, CSV, XLSX",
  );
}

/** UTF-8, UTF-16 by its mark, what an XML declaration says, or else Windows-1252, which is said. */
function textIn(bytes: Uint8Array): { text: string; notes: readonly string[] } {
  const declared = decodedAsDeclared(bytes);
  if (declared !== null) return { text: declared, notes: [] };
  const { text, remarks } = fromText(bytes);
  return {
    text: text.replace(/^\uFEFF/, ""),
    notes: remarks.length > 0 ? ["it is not in UTF-8 and was read as Windows-1252; check letters with accents"] : [],
  };
}

/** In the encoding that an XML declaration names, where it is another one than those that `fromText` knows. */
function decodedAsDeclared(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 200)).toString("latin1");
  const [, label = ""] = /<\?xml[^>]*\bencoding=["']([\w.:-]{1,40})["']/.exec(head) ?? [];
  // Node 20 reads windows-1252 and its other names as Latin-1; `fromText` has the right table.
  if (label === "" || /^(utf-?(8|16)|us-ascii|ascii|iso-8859-1|latin1|windows-1252|cp1252)/i.test(label)) return null;
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    throw new Unreadable(`it says that it is in the encoding ${label} and cannot be read as such; save it as UTF-8`);
  }
}

/** Nested deeper, it is none of the forms, and would take the memory of the machine to read. */
const DEEPEST = 100;

/** YAML holds JSON too; what points to itself without end is refused. */
function dataIn(text: string): unknown {
  if (text.includes("__proto__")) throw new Unreadable("it names something __proto__, which cannot be read; rename it");
  if (isDeep(text)) throw new Unreadable(`it nests deeper than ${DEEPEST} levels`);
  if (/^\s*[[{]/.test(text)) {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      // YAML's own braces, or a slip that YAML's reader names with its place.
    }
  }
  const { document, faults } = readYaml(text);
  const [fault] = faults;
  if (fault)
    throw new Unreadable(
      `its line ${text.slice(0, fault.offset).split("\n").length} ${fault.message.replace(/[.]$/, "")}`,
    );
  try {
    return document.toJS({ maxAliasCount: 100, mapAsMap: false });
  } catch (cause) {
    throw new Unreadable(cause instanceof Error ? cause.message : String(cause));
  }
}

/** More brackets are open at once, wherever they stand. */
function isDeep(text: string): boolean {
  let open = 0;
  for (const [mark] of text.matchAll(/[[{}\]]/g)) {
    open = mark === "[" || mark === "{" ? open + 1 : Math.max(0, open - 1);
    if (open > DEEPEST) return true;
  }
  return false;
}

/** The party's numbers in the order of the domain's issues and options. */
function aligned(part: ScenarioPart, party: ScenarioParty, from: ScenarioPart): ScenarioParty {
  const domain = from.issues;
  const said: string[] = [];
  const own = part.issues.map(({ name }) => name);
  const place = placesOf(
    domain.map(({ name }) => name),
    own,
    "issue",
    said,
  );
  const unlike = (what: string, names: readonly string[], there: readonly string[]) =>
    new Unreadable(`${what}.${names.length > 1 ? "" : suggestion(names[0] ?? "", there)}${hiddenIn(part, from)}`);
  const missing = domain.flatMap(({ name }, k) => (place[k] === undefined ? [name] : []));
  const strange = own.filter((_, at) => !place.includes(at));
  const quoted = (names: readonly string[]) =>
    names
      .slice(0, 5)
      .map((name) => `"${name}"`)
      .join(", ");
  if (missing.length > 0) throw unlike(`it says nothing of ${quoted(missing)}, which ${from.file} has`, missing, own);
  if (strange.length > 0) throw unlike(`it has ${quoted(strange)}, of which ${from.file} says nothing`, strange, []);
  const numbers = [...party.weights, ...party.scores.flat(), party.reservation ?? 0];
  if (!numbers.every(Number.isFinite)) throw new Unreadable("it holds what is no number");
  return {
    ...party,
    weights: place.map((k) => party.weights[k ?? 0] ?? 0),
    scores: domain.map(({ name, options }, index) => {
      const at = place[index] ?? 0;
      const written = part.issues[at]?.options ?? [];
      const places = placesOf(options, written, `option of "${name}"`, said);
      const more = written.filter((_, k) => !places.includes(k));
      const lost = options.filter((_, k) => places[k] === undefined);
      if (more.length > 0)
        throw unlike(`issue "${name}" has ${quoted(more)}, which ${from.file} does not have`, more, lost);
      return options.map((option, k) => {
        const found = places[k];
        if (found === undefined)
          throw unlike(`issue "${name}" has no "${option}", which ${from.file} has`, [option], []);
        return party.scores[at]?.[found] ?? 0;
      });
    }),
    notes: sentences(part.file, [...party.notes, ...said]),
  };
}

/** What is left out as hidden may be why two parts differ. */
function hiddenIn(...parts: readonly ScenarioPart[]): string {
  const hiding = parts.find(({ notes, party }) =>
    [...notes, ...(party?.notes ?? [])].some((note) => HIDDEN.test(note)),
  );
  return hiding ? ` Rows are hidden in ${hiding.file}, and left out: show them if they count.` : "";
}

const HIDDEN = /^row \d+ .*is hidden/;

/** Where each name stands in another list: as it is written, or else by what blanks and case leave, which is said. */
function placesOf(
  names: readonly string[],
  others: readonly string[],
  what: string,
  said: string[],
): (number | undefined)[] {
  const exact = new Map(others.map((name, at) => [name, at]));
  const loose = new Map(others.map((name, at) => [keyOf(name), at]));
  return names.map((name) => {
    const found = exact.get(name);
    if (found !== undefined) return found;
    const near = loose.get(keyOf(name));
    // One that is written as it is elsewhere is another's.
    if (near === undefined || names.includes(others[near] ?? "")) return undefined;
    said.push(`the ${what} "${others[near]}" is taken for "${name}"`);
    return near;
  });
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
