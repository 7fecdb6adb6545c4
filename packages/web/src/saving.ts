// The recipe of writing an edit: what it is based on, and what becomes of it where somebody else wrote meanwhile.
import type { Change } from "@parley/core/internal";
import type { CaseFiles, EditRequest } from "parley/contract";
import { ApiFailure } from "./api.js";

/** What became of an edit. */
export type Saved =
  | { readonly kind: "saved" }
  | { readonly kind: "failed"; readonly reasons: readonly string[] }
  /** Somebody else changed the same: `now` is what they wrote. */
  | { readonly kind: "conflict"; readonly file: string; readonly now: string | null };

/** What writing needs of the server and of the page. */
export interface EditService {
  /** @throws `ApiFailure` where it is not written */
  readonly edit: (edit: EditRequest) => Promise<unknown>;
  /** Whether none of the fields was changed between two states of a file. */
  readonly untouched: (before: string, now: string, changes: readonly Change[]) => Promise<boolean>;
  /** The files are others now: what is shown of them is asked anew. */
  readonly changed: () => Promise<void>;
  readonly fresh: () => Promise<CaseFiles>;
}

/**
 * Writes an edit. Where the file was changed meanwhile, and not in the fields that this edit changes, it is made in what
 * stands there now; else nothing is written.
 */
export async function saved(service: EditService, files: CaseFiles, edit: EditRequest, tries = 3): Promise<Saved> {
  try {
    await service.edit(edit);
    await service.changed();
    return { kind: "saved" };
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    const { conflict } = error;
    if (!conflict) return { kind: "failed", reasons: error.reasons };
    const mayFollow = tries > 0 && (await touchesOther(service, files, edit, conflict));
    await service.changed();
    const [only] = edit.files;
    if (!mayFollow || !only) return { kind: "conflict", file: conflict.file, now: conflict.now };
    const fresh = await service.fresh();
    return await saved(service, fresh, { ...edit, files: [{ ...only, base: baseOf(fresh, only.file) }] }, tries - 1);
  }
}

/** Whether an edit changes fields of one file, and others than those that somebody else changed in it. */
async function touchesOther(
  { untouched }: EditService,
  { files }: CaseFiles,
  edit: EditRequest,
  { file, now }: { readonly file: string; readonly now: string | null },
): Promise<boolean> {
  const [only, ...more] = edit.files;
  const before = files.find(({ path }) => path === file)?.text;
  if (!only?.changes || more.length > 0 || before === undefined || now === null) return false;
  return await untouched(before, now, only.changes as readonly Change[]);
}

/** The digest that an edit of a file is based on. */
export const baseOf = ({ files }: CaseFiles, file: string): string | null =>
  files.find(({ path }) => path === file)?.digest ?? null;
