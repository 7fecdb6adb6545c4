// What was read of a document, as it waits for a person.
import type { InboxDocument } from "../store/index.js";
import type { Listed } from "./list-files.js";
import type { InboxAnswer } from "./worker.js";

export const entryOf = (
  file: Pick<Listed, "name">,
  { digest, document, date, reading }: Extract<InboxAnswer, { kind: "read" }>,
): InboxDocument => ({
  bytes: digest,
  file: file.name,
  title: document.title ?? reading.about.title,
  author: document.byline ?? reading.about.author,
  publisher: document.publisher ?? null,
  language: document.language ?? null,
  url: null,
  date,
  dayFrom: document.dayFrom ?? (reading.about.date === null ? null : "dateline"),
  text: document.text,
  reading: { ...reading, remarks: [...document.remarks, ...reading.remarks] },
  anew: 0,
  decided: {},
});
