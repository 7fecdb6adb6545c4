export { askReader, readerInput } from "./ask-reader.js";
export { entryOf } from "./entry.js";
export {
  digestOfBytes,
  isCitations,
  type Listed,
  listFiles,
  unpacked,
} from "./list-files.js";
export { openReaders, type Readers, readMany } from "./read-many.js";
export type { InboxAnswer } from "./worker.js";
