// The types shared by all document readers: the text read, the limits on reading, and the error for what is unreadable.
export type DocumentFormat = "text" | "markdown" | "html" | "pdf" | "docx";

/** One document as one text. Paragraphs are a blank line apart, but for plain text, which is as it was written. */
export interface DocumentText {
  readonly format: DocumentFormat;
  readonly text: string;
  readonly title?: string;
  readonly byline?: string;
  readonly publisher?: string;
  /** As in BCP 47. */
  readonly language?: string;
  /** ISO day, where the document says so. */
  readonly published?: string;
  /** Where that day stands; a person may confirm it. */
  readonly dayFrom?: "dateline" | "metadata" | "name";
  /** The front matter of Markdown, with its lines of dashes. */
  readonly matter?: string;
  readonly pages?: number;
  /** What was assumed, left out or found strange: sentences for people. */
  readonly remarks: readonly string[];
}

export interface Limits {
  readonly bytes: number;
  readonly pages: number;
  /** Bytes of all parts of a .docx together, unpacked. */
  readonly inflated: number;
  readonly characters: number;
  readonly seconds: number;
  /** Bytes that the process may grow by while a document is read. */
  readonly memory: number;
}

/** A document that cannot be read: the reason and what to do, without the document's name. Told, never thrown further. */
export class Unreadable extends Error {}
