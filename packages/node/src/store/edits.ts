// What an edit makes of the texts of a case, wherever they are kept: what every file is to hold afterwards, or why nothing
// is to be written.
import { type CaseFile, describeProblem } from "@parley/core/internal";
import type { Edit, EditOutcome, FileEdit } from "./case-store.js";
import {
  applied,
  digestOf,
  entryAfter,
  type FileChange,
  fileChange,
  type HistoryEntry,
  MOST_FILES,
  undoable,
} from "./history.js";
import { changedText, parseFiles } from "./parsing.js";

/** A case as an edit finds it. */
export interface CaseBefore {
  /** Null where there is no such file; or why it cannot be read or written. */
  readonly text: (file: string) => Promise<string | null | EditOutcome>;
  /** The files of the case, for its owner. */
  readonly files: () => Promise<readonly CaseFile[]>;
  readonly history: readonly HistoryEntry[];
}

/** Who makes an edit, and when (ISO 8601, UTC). */
export type Maker = Pick<HistoryEntry, "who" | "at">;

/** An edit that can be made: its entry, and the text of each of its files (null: none). */
export interface Made {
  readonly entry: HistoryEntry;
  readonly texts: readonly (string | null)[];
}

const NAME = "[A-Za-z0-9][\\w-]{0,63}";
const WRITABLE = new RegExp(
  `^((case|record|agreement)\\.yaml|observations\\.csv|interests/${NAME}\\.${NAME}\\.(ya?ml|answers)|verification/${NAME}\\.ya?ml)$`,
);
const MOST_BYTES = 1024 * 1024;

/** Files that an edit may write: a case's own, by names that mean the same everywhere. */
export const mayWrite = (file: string): boolean => WRITABLE.test(file);

export const refused = (...reasons: readonly string[]): EditOutcome => ({ kind: "refused", reasons });

/** What an edit comes to; a conflict, or a refusal, where it cannot be made. */
export async function madeOf(standing: CaseBefore, edit: Edit, maker: Maker): Promise<Made | EditOutcome> {
  const { files, what } = edit;
  const unfit = unfitFiles(files);
  if (unfit) return refused(unfit);
  const changes: FileChange[] = [];
  const texts: (string | null)[] = [];
  for (const one of files) {
    const now = await standing.text(one.file);
    if (isOutcome(now)) return now;
    if ((now === null ? null : digestOf(now)) !== one.base) return { kind: "conflict", file: one.file, now };
    const made = await textAfter(one, now);
    if (isOutcome(made)) return made;
    changes.push(fileChange(one.file, now, made));
    texts.push(made);
  }
  const broken = files.some((one) => one.changes) ? await brokenBy(standing, files, texts) : [];
  return broken.length > 0 ? refused(...broken) : { entry: next(standing, maker, { what, files: changes }), texts };
}

/** What taking the last edit back comes to, or doing again what was taken back last. */
export async function madeBack(
  standing: CaseBefore,
  which: "undo" | "redo",
  maker: Maker,
): Promise<Made | EditOutcome> {
  const target = undoable(standing.history)[which];
  if (!target) return refused(which === "undo" ? "There is nothing to undo." : "There is nothing to do again.");
  const texts: (string | null)[] = [];
  for (const change of target.files) {
    if (!mayWrite(change.file))
      return refused(`The history names "${change.file}", which is no file of a case. Nothing was done.`);
    const now = await standing.text(change.file);
    if (isOutcome(now)) return now;
    const made = applied(change, now, which === "undo");
    if (made === undefined)
      return refused(
        `${change.file} was changed by another program since, and ${which === "undo" ? "taking this back" : "doing this again"} would lose that. Nothing was done; the history has what stood there.`,
      );
    texts.push(made);
  }
  const files = which === "undo" ? target.files.map(turned) : target.files;
  const what = which === "undo" ? `Undone: ${target.what}` : `Done again: ${target.what}`;
  const link = which === "undo" ? { undoes: target.n } : { redoes: target.n };
  return { entry: next(standing, maker, { what, files, ...link }), texts };
}

const isOutcome = (found: string | null | EditOutcome): found is EditOutcome =>
  typeof found === "object" && found !== null;

const next = (
  { history }: CaseBefore,
  maker: Maker,
  rest: Pick<HistoryEntry, "what" | "files" | "undoes" | "redoes">,
): HistoryEntry => entryAfter(history.at(-1)?.n ?? 0, { at: maker.at, who: maker.who, ...rest });

/** A change made backwards, as a change of its own. */
const turned = ({ file, before, after, at, took, put }: FileChange): FileChange => ({
  file,
  before: after,
  after: before,
  at,
  took: put,
  put: took,
});

/** Why files cannot be written together, before any of them is looked at. */
function unfitFiles(files: readonly FileEdit[]): string | null {
  const stray = files.find(({ file }) => !mayWrite(file));
  if (stray) return `"${stray.file}" is no file of a case that can be written.`;
  if (files.length > MOST_FILES) return `One edit may change ${MOST_FILES} files; this one names ${files.length}.`;
  // On some drives two names that differ in capitals are one file.
  const names = files.map(({ file }) => file.toLowerCase());
  const twice = files.find((_, at) => names.indexOf(names[at] ?? "") !== at);
  return twice ? `This edit names ${twice.file} twice. Make it one change of that file.` : null;
}

async function textAfter({ file, text, changes }: FileEdit, now: string | null): Promise<string | null | EditOutcome> {
  const made = changes ? await changedText(now ?? "", changes) : { ok: true as const, value: text ?? null };
  if (!made.ok) return refused(...made.reasons.map((reason) => `${file}: ${reason}`));
  if (made.value !== null && /\p{Cs}/u.test(made.value))
    return refused(`${file} would hold half a character, which no file can. Take it out.`);
  if (made.value !== null && Buffer.byteLength(made.value) > MOST_BYTES)
    return refused(`${file} would have more than 1 MiB, the limit for a case file.`);
  return made.value;
}

/** Problems that a case in order would have after its fields were changed. As text it may be broken for a while. */
async function brokenBy(
  standing: CaseBefore,
  edits: readonly FileEdit[],
  texts: readonly (string | null)[],
): Promise<string[]> {
  const files = await standing.files();
  if (!(await parseFiles(files)).ok) return [];
  const changed = new Map(edits.map(({ file }, place) => [file, texts[place] ?? null]));
  const kept: CaseFile[] = files.filter(({ path }) => !changed.has(path));
  for (const [path, text] of changed) if (text !== null) kept.push({ path, text });
  const parsed = await parseFiles(kept);
  return parsed.ok ? [] : parsed.problems.filter(({ severity }) => severity === "error").map(describeProblem);
}
