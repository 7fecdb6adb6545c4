// Edits that could not be written, and why: what is kept of them, and what writing one sends.
import type { Change } from "@parley/core/internal";
import type { CaseFiles, EditRequest } from "parley/contract";
import { baseOf, type Saved } from "../saving.js";

/** A change of fields, and how it is named in the history. */
export interface FieldEdit {
  readonly what: string;
  readonly file: string;
  readonly changes: readonly Change[];
}

export interface Unsaved {
  readonly n: number;
  readonly edit: FieldEdit;
  readonly why: Exclude<Saved, { kind: "saved" }>;
}

/** What is asked of the server: the change as made in the file that is shown. */
export const requestFor = (files: CaseFiles, { what, file, changes }: FieldEdit): EditRequest => ({
  what,
  files: [{ file, base: baseOf(files, file), changes: changes.map((one) => ({ ...one, path: [...one.path] })) }],
});

export const without = (list: readonly Unsaved[], n: number): Unsaved[] => list.filter((one) => one.n !== n);

/** After one was tried: gone where it is on the disk, else kept with the newest reason, once. */
export const after = (list: readonly Unsaved[], n: number, edit: FieldEdit, why: Saved): Unsaved[] =>
  why.kind === "saved" ? without(list, n) : [...without(list, n), { n, edit, why }];
