// The reader of a whole case folder: it parses every file, resolves the references between them, and returns the case
// or all problems.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { isDate } from "./calendar.js";
import { lastDay } from "./dates.js";
import { capped, inReadingOrder, type Problem, type Result, suggestion } from "./problems.js";
import { NO_AGREEMENT, resolveAgreement } from "./resolve-agreement.js";
import { type Basics, resolveBasics } from "./resolve-case.js";
import { resolveInterests } from "./resolve-interests.js";
import { resolveRecord } from "./resolve-record.js";
import { resolveVerification } from "./resolve-verification.js";
import {
  type AgreementDocument,
  type CaseDocument,
  type FileKind,
  type InterestsDocument,
  type RecordDocument,
  schemas,
  type VerificationDocument,
} from "./schema.js";
import { readSource, type SourceText } from "./source-text.js";
import type { Case, Offer, Statement } from "./types.js";
import { writtenNumbers } from "./written-numbers.js";

/** One file of a case folder: its path in the folder (with `/`) and its text. */
export interface CaseFile {
  readonly path: string;
  readonly text: string;
}

/** Which kind of file stands at a path of a case folder; null for files that are none of a case's. */
export function kindOf(path: string): FileKind | null {
  const within = /^(interests|verification)\/[^/]+\.ya?ml$/.exec(path)?.[1];
  if (within) return within as FileKind;
  const kind = /^(case|record|agreement)\.yaml$/.exec(path)?.[1];
  return (kind as FileKind | undefined) ?? null;
}

/**
 * Reads a case from its files.
 * @returns the case with its warnings, or every problem of every file at once, in reading order.
 */
export function parseCase(files: readonly CaseFile[]): Result<Case> {
  const problems: Problem[] = [];
  const read = readFiles(files, problems);
  if (!read.case) {
    if (!files.some(({ path }) => path === "case.yaml")) problems.push(missingCase(files));
    return { ok: false, problems: inReadingOrder(cappedByFile(problems)) };
  }
  const written = writtenNumbers({
    case: read.case.value,
    record: read.record?.value ?? null,
    agreement: read.agreement?.value ?? null,
  });
  const frame = resolveBasics(read.case, problems, read.unsure, written);
  const { statements, offers } = read.record
    ? resolveRecord(read.record, frame, problems)
    : { statements: [], offers: [] };
  const agreement = read.agreement ? resolveAgreement(read.agreement, frame, offers, problems) : NO_AGREEMENT;
  const interests = read.interests.map((source) => resolveInterests(source, frame, { offers, ...agreement }, problems));
  const verification = read.verification.map((source) => resolveVerification(source, frame, problems));
  const ordered = inReadingOrder(cappedByFile(problems));
  if (problems.some(({ severity }) => severity === "error")) return { ok: false, problems: ordered };
  return {
    ok: true,
    problems: ordered,
    value: assemble(read.case.value, frame, { statements, offers, interests, verification, ...agreement }, files),
  };
}

function cappedByFile(problems: readonly Problem[]): Problem[] {
  const byFile = new Map<string, Problem[]>();
  for (const problem of problems) {
    const { file } = problem.place;
    byFile.set(file, byFile.get(file) ?? []);
    byFile.get(file)?.push(problem);
  }
  return [...byFile.values()].flatMap((own) => capped(own));
}

interface ReadFiles {
  case: SourceText<CaseDocument> | null;
  record: SourceText<RecordDocument> | null;
  agreement: SourceText<AgreementDocument> | null;
  interests: SourceText<InterestsDocument>[];
  verification: SourceText<VerificationDocument>[];
  /** Kinds of things of which not all that are written could be read. */
  readonly unsure: Set<string>;
}

/** The kinds of things that are named in each list, as those who point to them call them. */
const NAMED_IN: Readonly<Record<string, readonly string[]>> = {
  parties: ["party"],
  goals: ["goal"],
  issues: ["issue", "option"],
  terms: ["term", "component"],
  sources: ["source"],
  inventories: ["inventory", "scenario", "inventory counted for itself"],
  offers: ["offer", "package"],
  commitments: ["commitment"],
  metrics: ["metric"],
  obligations: ["obligation"],
  powers: ["power"],
  roadmap: ["deposit"],
};

/** The lists of a kind of file, all of which are lost where it cannot be read. */
const LISTS_OF: Readonly<Partial<Record<FileKind, readonly string[]>>> = {
  record: ["offers"],
  agreement: ["commitments", "metrics", "obligations", "powers", "roadmap"],
};

function readFiles(files: readonly CaseFile[], problems: Problem[]): ReadFiles {
  const read: ReadFiles = {
    case: null,
    record: null,
    agreement: null,
    interests: [],
    verification: [],
    unsure: new Set(),
  };
  const lose = (lists: Iterable<string>) => {
    for (const list of lists) for (const kind of NAMED_IN[list] ?? []) read.unsure.add(kind);
  };
  const take = <K extends FileKind>(kind: K, { path, text }: CaseFile) => {
    const newer = newerFormat(path, text);
    if (newer) {
      problems.push(newer);
      return null;
    }
    const found = readSource(path, text, schemas[kind]);
    for (const problem of found.problems) problems.push(problem);
    if (!found.source) lose(found.part?.lists ?? LISTS_OF[kind] ?? []);
    return found.source ?? found.part?.source ?? null;
  };
  for (const file of files) {
    const kind = kindOf(file.path);
    if (kind === "case") read.case = take(kind, file) as ReadFiles["case"];
    if (kind === "record") read.record = take(kind, file) as ReadFiles["record"];
    if (kind === "agreement") read.agreement = take(kind, file) as ReadFiles["agreement"];
    const interests = kind === "interests" ? (take(kind, file) as SourceText<InterestsDocument> | null) : null;
    if (interests) read.interests.push(interests);
    const verification = kind === "verification" ? (take(kind, file) as SourceText<VerificationDocument> | null) : null;
    if (verification) read.verification.push(verification);
  }
  return read;
}

/** The format that is read here; a file of a later one is not judged by its rules. */
const FORMAT = 1;

function newerFormat(file: string, text: string): Problem | null {
  const written = file === "case.yaml" ? /^\ufeff?parley:[ \t]*(\d{1,9})/m.exec(text) : null;
  if (!written || Number(written[1]) <= FORMAT) return null;
  return {
    severity: "error",
    place: { file, line: text.slice(0, written.index).split("\n").length, column: 1 },
    message: `is written for a newer Parley (format ${written[1]}; this one reads ${FORMAT}). Open it with a newer Parley; nothing in it was touched.`,
  };
}

function missingCase(files: readonly CaseFile[]): Problem {
  const near = files.map(({ path }) => path).filter((path) => !path.includes("/"));
  return {
    severity: "error",
    place: { file: "case.yaml", line: 1, column: 1 },
    message: `there is no case.yaml here, so this is not a case folder.${suggestion("case.yaml", near)} To begin one: parley new DIR.`,
  };
}

type Parts = ReturnType<typeof resolveAgreement> & Pick<Case, "statements" | "offers" | "interests" | "verification">;

function assemble(document: CaseDocument, frame: Basics, parts: Parts, files: readonly CaseFile[]): Case {
  return {
    title: document.title,
    about: document.about?.trim() ?? null,
    imported: document.imported ? { from: document.imported.from, notes: document.imported.notes ?? [] } : null,
    asOf: document.asOf === undefined ? lastRecord(parts) : lastDay(String(document.asOf)),
    team: document.team ?? null,
    parties: [...frame.names.parties.values()],
    ...(frame.acceptance && { acceptance: frame.acceptance }),
    goals: (document.goals ?? []).map(({ id, name }) => ({ id, name })),
    issues: frame.names.issues,
    rules: frame.rules,
    today: frame.today,
    noDeal: frame.noDeal,
    ...(frame.noDeals.length > 0 && { noDeals: frame.noDeals }),
    ...(frame.deadlines.length > 0 && { deadlines: frame.deadlines }),
    terms: frame.terms,
    estimates: (document.estimates ?? []).map(({ id, quantity, unit, low, high, central, perYear, asOf, source }) => ({
      id,
      quantity,
      unit,
      low: low ?? null,
      high: high ?? null,
      central: central ?? null,
      perYear: perYear ?? false,
      asOf: String(asOf),
      source,
    })),
    inventories: frame.inventories,
    sources: (document.sources ?? []).map(({ id, title, publisher, date, url, document, ...more }) => ({
      id,
      title,
      publisher: publisher ?? null,
      date: date === undefined ? null : String(date),
      url: url ?? null,
      document: document ?? null,
      ...(more.author !== undefined && { author: more.author }),
      ...(more.language !== undefined && { language: more.language }),
      ...(more.grade !== undefined && { grade: more.grade }),
      ...(more.digest !== undefined && { digest: more.digest }),
    })),
    ...(document.speakers && {
      speakers: document.speakers.map(({ name, aliases = [], role = null, party = null }) => ({
        name,
        aliases,
        role,
        party,
      })),
    }),
    ...parts,
    digest: digestOf(files),
  };
}

function lastRecord({
  statements,
  offers,
}: {
  statements: readonly Statement[];
  offers: readonly Offer[];
}): string | null {
  const days = [...statements, ...offers, ...offers.flatMap(({ responses }) => responses)]
    .map(({ date }) => date)
    .filter(isDate)
    .map(lastDay);
  return days.sort().at(-1) ?? null;
}

/** SHA-256 over paths and texts, independent of the order in which the files were found. */
function digestOf(files: readonly CaseFile[]): string {
  const known = files.filter(({ path }) => kindOf(path) !== null).map(({ path, text }) => [path, text]);
  known.sort(([a = ""], [b = ""]) => (a < b ? -1 : 1));
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(known))));
}
