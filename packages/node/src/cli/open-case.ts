// Reads a case for a command as its reader may see it, and reports every problem found in its files.
import { basename, resolve } from "node:path";
import { type Case, type CaseFile, describeProblem, type Problem, parseCase } from "@parley/core/internal";
import { type CaseFolder, type Observations, parseStoppably, type Reader } from "../store/index.js";
import { cases } from "./cases.js";
import { EXIT, Failure, orStopped } from "./failure.js";
import type { Terminal } from "./terminal.js";

/** A case read for its reader, or every problem in it as a failure with exit code 1. */
export const openCase = async (terminal: Terminal, folder: string, reader: Reader): Promise<Case> =>
  (await openWithFiles(terminal, folder, reader)).negotiation;

/** A case and the files that it was read from. */
export async function openWithFiles(
  terminal: Terminal,
  folder: string,
  reader: Reader,
): Promise<{ negotiation: Case; files: readonly CaseFile[] }> {
  const read = await readProblems(terminal, folder, reader);
  if (read.negotiation) return { negotiation: read.negotiation, files: read.files };
  const errors = read.problems.filter(({ severity }) => severity === "error");
  throw new Failure(
    terminal.words.commands.shared.problems(errors.map(describeProblem), nameOf(folder)),
    EXIT.problems,
  );
}

/** Everything that reading a case finds, and the case where there is one. */
export async function readProblems(
  terminal: Terminal,
  folder: string,
  reader: Reader,
): Promise<{ negotiation: Case | null; problems: readonly Problem[]; files: readonly CaseFile[] }> {
  await expectReader(terminal, folder, reader);
  const { files, problems } = await readFiles(terminal, folder, reader);
  const unreadable = problems.some(({ place }) => place.file === "case.yaml");
  if (unreadable) return { negotiation: null, problems, files };
  const parsed = await orStopped(terminal, () => parseStoppably(files, terminal.signal));
  const all = [...problems, ...parsed.problems];
  return { negotiation: parsed.ok && problems.length === 0 ? parsed.value : null, problems: all, files };
}

/** The files of a case that its reader may see; that there is no such folder is a problem like others. */
export const readFiles = async (terminal: Terminal, folder: string, reader: Reader): Promise<CaseFolder> =>
  (await cases.read(folder, reader)) ?? { files: [], problems: [noFolder(terminal, folder)] };

/** The observations of a case, for its reader. */
export async function observationsOf(terminal: Terminal, folder: string, reader: Reader): Promise<Observations> {
  const found = await cases.observations(folder, reader);
  if (found === null) throw new Failure(describeProblem(noFolder(terminal, folder)), EXIT.problems);
  return found;
}

export const noFolder = ({ words }: Terminal, folder: string): Problem => ({
  severity: "error",
  place: { file: "case.yaml", line: 1, column: 1 },
  message: words.commands.shared.noFolder(folder),
});

/** A reader is the public or a party: asked of the public part of the case, before anything private is opened. */
async function expectReader(terminal: Terminal, folder: string, reader: Reader): Promise<void> {
  if (reader === null || reader === "public") return;
  const open = parseCase((await readFiles(terminal, folder, "public")).files);
  if (!open.ok || open.value.parties.some(({ id }) => id === reader)) return;
  const parties = open.value.parties.map(({ id }) => id);
  throw new Failure(terminal.words.commands.shared.unknownReader(reader, parties), EXIT.usage);
}

/** What a person calls the folder: by its own name where it was given by its place (`.`, `../..`). */
export const nameOf = (folder: string): string =>
  /^(?:\.{1,2}[\\/]?)+$/.test(folder) ? basename(resolve(folder)) || folder : folder;
