export { type Reader, readCaseFolder, reasonOf } from "./case-folder.js";
export type { CasePlace, CaseStore, EditOutcome } from "./case-store.js";
export { documentText } from "./documents.js";
export { openFolderStore } from "./folder-store.js";
export { digestOf, type HistoryEntry, undoable } from "./history.js";
export { readObservations, streamRows } from "./observations.js";
export { scaffold } from "./scaffold.js";
export { writeWhole } from "./write-file.js";
export { writeFolder } from "./write-folder.js";
