import type { Change } from "@parley/core";
import type { CaseFolder } from "./case-folder.js";
import type { HistoryEntry } from "./history.js";
import type { Reader } from "./may-see.js";

/** A new state of one file. Based on a digest: where something else stands there by now, nothing is written over. */
export interface FileEdit {
  readonly file: string;
  /** SHA-256 of the text that the edit was made from; null where no file was there. */
  readonly base: string | null;
  /** The whole new text; null takes the file away. Or, instead, changes of what stands there. */
  readonly text?: string | null | undefined;
  readonly changes?: readonly Change[] | undefined;
}

export interface Edit {
  /** In the words of who made it, for the history. */
  readonly what: string;
  readonly files: readonly FileEdit[];
}

export type EditOutcome =
  | { readonly kind: "done"; readonly entry: HistoryEntry }
  /** Something else stands there by now: `now` is its text, null where the file is gone. */
  | { readonly kind: "conflict"; readonly file: string; readonly now: string | null }
  | { readonly kind: "refused"; readonly reasons: readonly string[] };

/** A case as the list shows it. */
export interface CaseEntry {
  readonly id: string;
  readonly title: string;
  readonly asOf: string | null;
  /** Errors that keep it from being used. */
  readonly problems: number;
}

/** A case folder, what its links must not lead out of, and a stamp of its observations: another stamp, other rows. */
export interface CasePlace {
  readonly path: string;
  /** Null: anywhere. */
  readonly within: string | null;
  readonly stamp: string;
}

/** Something was changed: through this store, or (`outside`) by another program. */
export interface StoreEvent {
  readonly case: string;
  readonly files: readonly string[];
  readonly outside: boolean;
}

/**
 * Where cases are kept. What an edit acknowledges is on the disk. Of an unknown case everything is null.
 * @throws what the file system says where something cannot be written; nothing is changed then
 */
export interface CaseStore {
  readonly list: () => Promise<readonly CaseEntry[]>;
  readonly read: (id: string, reader: Reader) => Promise<CaseFolder | null>;
  /** Where its files lie, for work that reads what is too long to be handed on; null where there is no such case. */
  readonly folder: (id: string) => Promise<CasePlace | null>;
  /** A new case from the small commented example; false where the name is taken or will not do. */
  readonly create: (id: string) => Promise<boolean>;
  readonly edit: (id: string, edit: Edit) => Promise<EditOutcome | null>;
  /** The text of a document that statements were taken from; null where there is none. */
  readonly document: (id: string, name: string) => Promise<string | null>;
  readonly documents: (id: string) => Promise<readonly string[] | null>;
  /** Keeps a text, once; false where another has the name, or the folder may not be written to. */
  readonly keepDocument: (id: string, name: string, text: string) => Promise<boolean | null>;
  readonly history: (id: string) => Promise<readonly HistoryEntry[] | null>;
  /** The files as they stood at the end of a day, by the history; or why that cannot be told. For the owner alone. */
  readonly past: (id: string, day: string) => Promise<CaseFolder | string | null>;
  /** Takes the last edit back, or does again what was taken back last; each is a new entry. */
  readonly undo: (id: string) => Promise<EditOutcome | null>;
  readonly redo: (id: string) => Promise<EditOutcome | null>;
  readonly listen: (hear: (event: StoreEvent) => void) => () => void;
  readonly close: () => Promise<void>;
}
