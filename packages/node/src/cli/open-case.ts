import { basename, resolve } from "node:path";
import { type Case, type CaseFile, describeProblem, type Problem, parseCase } from "@parley/core";
import { type CaseFolder, type Observations, parseStoppably, type Reader } from "../store/index.js";
import { cases } from "./cases.js";
import { EXIT, Failure, orStopped } from "./failure.js";

/** A case read for its reader, or every problem in it as a failure with exit code 1. */
export async function openCase(folder: string, reader: Reader, signal: AbortSignal): Promise<Case> {
  const read = await readProblems(folder, reader, signal);
  if (read.negotiation) return read.negotiation;
  const errors = read.problems.filter(({ severity }) => severity === "error");
  throw new Failure(
    `${errors.map(describeProblem).join("\n")}\n${count(errors.length, "problem")} in ${nameOf(folder)}. parley check lists warnings too.`,
    EXIT.problems,
  );
}

/** Everything that reading a case finds, and the case where there is one. */
export async function readProblems(
  folder: string,
  reader: Reader,
  signal: AbortSignal,
): Promise<{ negotiation: Case | null; problems: readonly Problem[]; files: readonly CaseFile[] }> {
  await expectReader(folder, reader);
  const { files, problems } = await readFiles(folder, reader);
  const unreadable = problems.some(({ place }) => place.file === "case.yaml");
  if (unreadable) return { negotiation: null, problems, files };
  const parsed = await orStopped(signal, () => parseStoppably(files, signal));
  const all = [...problems, ...parsed.problems];
  return { negotiation: parsed.ok && problems.length === 0 ? parsed.value : null, problems: all, files };
}

/** The files of a case that its reader may see; that there is no such folder is a problem like others. */
export const readFiles = async (folder: string, reader: Reader): Promise<CaseFolder> =>
  (await cases.read(folder, reader)) ?? { files: [], problems: [noFolder(folder)] };

/** The observations of a case, for its reader. */
export async function observationsOf(folder: string, reader: Reader): Promise<Observations> {
  const found = await cases.observations(folder, reader);
  if (found === null) throw new Failure(describeProblem(noFolder(folder)), EXIT.problems);
  return found;
}

export const noFolder = (folder: string): Problem => ({
  severity: "error",
  place: { file: "case.yaml", line: 1, column: 1 },
  message: `${folder} is not a folder that can be read. Name the folder that holds case.yaml.`,
});

/** A reader is the public or a party: asked of the public part of the case, before anything private is opened. */
async function expectReader(folder: string, reader: Reader): Promise<void> {
  if (reader === null || reader === "public") return;
  const open = parseCase((await readFiles(folder, "public")).files);
  if (!open.ok || open.value.parties.some(({ id }) => id === reader)) return;
  const parties = open.value.parties.map(({ id }) => id);
  throw new Failure(
    `--share names "${reader}", which is no party of this case. There is: public, ${parties.join(", ")}.`,
    EXIT.usage,
  );
}

/** What a person calls the folder: by its own name where it was given by its place (`.`, `../..`). */
export const nameOf = (folder: string): string =>
  /^(?:\.{1,2}[\\/]?)+$/.test(folder) ? basename(resolve(folder)) || folder : folder;

export const count = (n: number, noun: string): string => `${n} ${noun}${n === 1 ? "" : "s"}`;
