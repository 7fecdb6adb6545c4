// A case after an edit, as the server would write it and everybody would read it.
import { type Case, type CaseFile, type Change, describeProblem, parseCase, withChanges } from "@parley/core/internal";

export interface Edit {
  readonly file: string;
  readonly changes: readonly Change[];
}

/** @throws with the problems where an edit cannot be made or breaks the case */
export function filesAfter(files: readonly CaseFile[], { file, changes }: Edit): CaseFile[] {
  const made = withChanges(files.find(({ path }) => path === file)?.text ?? "", changes);
  if (!made.ok) throw new Error(JSON.stringify(made.reasons));
  const rest = files.filter(({ path }) => path !== file);
  return [...rest, { path: file, text: made.value }];
}

export function caseFrom(files: readonly CaseFile[]): Case {
  const parsed = parseCase(files);
  if (!parsed.ok) throw new Error(parsed.problems.map(describeProblem).join("\n"));
  return parsed.value;
}

export const caseAfter = (files: readonly CaseFile[], edit: Edit): Case => caseFrom(filesAfter(files, edit));
