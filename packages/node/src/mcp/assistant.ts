// What an assistant may read: cases by their ids, each as its reader may see it.
import { type Case, describeProblem, parseCase } from "@parley/core/internal";
import { type Cases, findCases, parseStoppably, type Reader } from "../store/index.js";
import { Refused } from "./refused.js";
import type { McpWords } from "./tools.js";

/** Runs a command line of Parley, and gives what it writes. */
export type Run = (
  args: readonly string[],
  signal: AbortSignal,
) => Promise<{ readonly code: number; readonly out: string; readonly err: string }>;

export interface Assistant {
  /** The folder of the cases, absolute. */
  readonly folder: string;
  readonly reader: Reader;
  readonly proposals: boolean;
  /** Of this program. */
  readonly version: string;
  /** By their ids. */
  readonly cases: Cases;
  readonly run: Run;
  readonly words: McpWords;
}

/** The folder of a case, by its id. @throws Refused where there is none */
export async function folderOf({ folder, words }: Assistant, id: string): Promise<string> {
  const found = (await findCases(folder)).get(id);
  if (found === undefined) throw new Refused(words.unknownCase(id));
  return found;
}

/** A case as its reader may see it. @throws Refused where there is none, or it cannot be read */
export async function opened(assistant: Assistant, id: string, signal: AbortSignal): Promise<Case> {
  const { cases, words } = assistant;
  const read = await cases.read(id, await readerOf(assistant, id));
  if (read === null) throw new Refused(words.unknownCase(id));
  const parsed = await parseStoppably(read.files, signal);
  if (parsed.ok && read.problems.length === 0) return parsed.value;
  throw new Refused(words.unreadable([...read.problems, ...parsed.problems].map(describeProblem)));
}

/**
 * For whom a case is read: a party in whose case it is none sees what the public sees, whatever files bear its name. Files that lead out
 * of the folder are refused here, before a command opens them.
 * @throws Refused where there is no such case, or one of its files may not be read
 */
export async function readerOf({ cases, reader, words }: Assistant, id: string): Promise<Reader> {
  const open = await cases.read(id, "public");
  if (open === null) throw new Refused(words.unknownCase(id));
  const parsed = parseCase(open.files);
  const there = reader === null || (parsed.ok && parsed.value.parties.some((party) => party.id === reader));
  const own = there ? reader : "public";
  const { problems } = own === "public" ? open : ((await cases.read(id, own)) ?? open);
  if (problems.length > 0) throw new Refused(words.unreadable(problems.map(describeProblem)));
  return own;
}

export async function documentsOf(assistant: Assistant, id: string): Promise<readonly string[]> {
  return (await assistant.cases.documents(id, await readerOf(assistant, id))) ?? [];
}
