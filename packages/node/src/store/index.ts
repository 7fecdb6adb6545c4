export { reasonOf } from "./case-folder.js";
export type {
  CaseFolder,
  CaseStore,
  Cases,
  Edit,
  EditOutcome,
  InboxChange,
  InboxDocument,
  Observations,
} from "./case-store.js";
export { DOCUMENTS } from "./documents.js";
export { findCases } from "./find-cases.js";
export { casesByPath, casesIn } from "./folder-cases.js";
export { openFolderStore } from "./folder-store.js";
export { digestOf, HISTORY_FILE, type HistoryEntry, MOST_FILES, undoable } from "./history.js";
export { decideInbox, inboxDigests, inboxDocument, inboxLink, keepInbox } from "./inbox.js";
export { BusyError, type Held, locked } from "./lock.js";
export { maySee, type Reader } from "./may-see.js";
export { type NewCase, newCaseFiles, type Template, templates } from "./new-case.js";
export { observationsIn, readObservations } from "./observations.js";
export { parseFiles, parseStoppably } from "./parsing.js";
export { editorFiles, scaffold } from "./scaffold.js";
export { searchedTexts } from "./searched-texts.js";
export { ARCHIVE } from "./whole-cases.js";
export { writeWhole } from "./write-file.js";
export { writeFolder } from "./write-folder.js";
export { MOST_ZIPPED_MB, unzipped, zipOf } from "./zipped-case.js";
