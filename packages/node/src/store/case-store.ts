// The interface through which cases are read, edited and followed, wherever they are kept.
import type { CaseFile, Change, Problem, Reading } from "@parley/core/internal";
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

/** What a reader may see of a case. */
export interface CaseFolder {
  readonly files: readonly CaseFile[];
  /** Files that could not be read. */
  readonly problems: readonly Problem[];
}

/** Rows of observations, however many: they are not held, but read when they are iterated. */
export interface Observations {
  /** What problems call the file. */
  readonly file: string;
  /** Another stamp, other rows. */
  readonly stamp: string;
  /** UTF-8, anew from the beginning each time. What cannot be read throws an error whose message is the problem. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

export type Decision = "accepted" | "rejected";

/** One document as it was read. */
export interface InboxDocument {
  /** SHA-256 of its bytes, in hexadecimal digits. */
  readonly bytes: string;
  /** As it was given: its name, or its path in a folder. */
  readonly file: string;
  readonly title: string | null;
  readonly author: string | null;
  readonly publisher: string | null;
  /** As in BCP 47. */
  readonly language: string | null;
  /** Where it can be read on the web. */
  readonly url: string | null;
  readonly date: string | null;
  readonly dayFrom: "dateline" | "metadata" | "name" | null;
  readonly text: string;
  readonly reading: Reading;
  /** How often it was read anew: statements have other ids after each. */
  readonly anew: number;
  /** By the statement's id. */
  readonly decided: Readonly<Record<string, Decision>>;
}

/** What a person may put right of a document. */
type InboxField = "title" | "author" | "publisher" | "language" | "url" | "date";

/** What a person decided of statements (null takes a decision back), and put right of the document. */
export interface InboxChange {
  readonly decided: Readonly<Record<string, Decision | null>>;
  /** Of the document whose statements they are. */
  readonly anew: number;
  /** Empty for what is not known. */
  readonly about?: Partial<Record<InboxField, string | undefined>> | undefined;
  /** What it comes to where it was read anew, since it has another day or author. */
  readonly reading?: Reading | undefined;
}

/** Whether a change of a document is kept; where it is not, why. */
export type InboxOutcome = "kept" | "absent" | "stale";

/** A case as the list shows it. */
export interface CaseEntry {
  readonly id: string;
  readonly title: string;
  readonly asOf: string | null;
  /** Errors that keep it from being used. */
  readonly problems: number;
  readonly about: string | null;
  /** When one of its files was last changed, ISO 8601. */
  readonly changed: string | null;
  /** Whether it was made or changed here; else it came as it is, as an example does. */
  readonly worked: boolean;
  /** Whether it is put away. */
  readonly archived: boolean;
  /** What falls due next, from the day on which the list is asked for. */
  readonly due: { readonly day: string; readonly what: string } | null;
}

/** Something was changed: through this store, or (`outside`) by another program. */
export interface StoreEvent {
  readonly case: string;
  readonly files: readonly string[];
  readonly outside: boolean;
}

/**
 * How cases are read and written, wherever they are kept: by the command line, the server and the jobs alike. Whoever reads
 * says for whom, and is given what `maySee` lets that reader see. What an edit acknowledges is kept for good. Of an unknown
 * case everything is null.
 * @throws what the system says where something cannot be written; nothing is changed then
 */
export interface Cases {
  readonly read: (id: string, reader: Reader) => Promise<CaseFolder | null>;
  /** One of the files that an edit may write, also of those that are no part of the case; null where there is none. */
  readonly text: (id: string, file: string, reader: Reader) => Promise<string | Problem | null>;
  readonly observations: (id: string, reader: Reader) => Promise<Observations | null>;
  /** A new case, of the small commented example unless given; false where the name is taken or will not do. */
  readonly create: (id: string, files?: Readonly<Record<string, string>>) => Promise<boolean>;
  readonly edit: (id: string, edit: Edit) => Promise<EditOutcome | null>;
  /** Takes the last edit back, or does again what was taken back last; each is a new entry. */
  readonly undo: (id: string) => Promise<EditOutcome | null>;
  readonly redo: (id: string) => Promise<EditOutcome | null>;
  /** The text of a document that statements were taken from; null where there is none. */
  readonly document: (id: string, name: string, reader: Reader) => Promise<string | null>;
  readonly documents: (id: string, reader: Reader) => Promise<readonly string[] | null>;
  /** Keeps a text, once; false where another has the name, or it may not be written. */
  readonly keepDocument: (id: string, name: string, text: string) => Promise<boolean | null>;
  /** The documents that wait for a person, as they were read. */
  readonly inbox: (id: string, reader: Reader) => Promise<readonly InboxDocument[] | null>;
  /** Their digests alone. */
  readonly inboxKnown: (id: string) => Promise<readonly string[] | null>;
  /** Another stamp, another inbox: documents came, or something was decided of them. */
  readonly inboxStamp: (id: string) => Promise<string | null>;
  readonly keepInbox: (id: string, document: InboxDocument) => Promise<boolean | null>;
  /** Adds the statements that another proposed of a document; false where they may not be written. */
  readonly proposeInbox: (id: string, document: InboxDocument) => Promise<boolean | null>;
  /** Notes what was decided of statements, and what a person put right of the document; false where it is not there. */
  readonly decideInbox: (id: string, bytes: string, change: InboxChange) => Promise<InboxOutcome | null>;
  readonly history: (id: string, reader: Reader) => Promise<readonly HistoryEntry[] | null>;
  /** The files as they stood at the end of a day, by the history; or why that cannot be told. */
  readonly past: (id: string, day: string, reader: Reader) => Promise<CaseFolder | string | null>;
}

/** Cases that are served: which there are, and what happens to them. */
export interface CaseStore extends Cases {
  readonly list: () => Promise<readonly CaseEntry[]>;
  /** A copy under another id and title; false where the id is taken, null where there is no such case. */
  readonly copy: (id: string, copy: string, title: string) => Promise<boolean | null>;
  /** Moves a case into the trash: its name there; null where there is no such case, or it is all that is served. */
  readonly trash: (id: string) => Promise<string | null>;
  /** Puts a case into the archive, or takes it out: its id then; null where there is no such case, or it is all that is served. */
  readonly archive: (id: string) => Promise<string | null>;
  readonly trashed: () => Promise<readonly string[]>;
  /** Takes a case out of the trash; false where it is not there. */
  readonly restore: (name: string) => Promise<boolean>;
  readonly emptyTrash: () => Promise<void>;
  readonly listen: (hear: (event: StoreEvent) => void) => () => void;
  readonly close: () => Promise<void>;
}
