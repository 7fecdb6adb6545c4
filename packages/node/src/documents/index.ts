export type { DocumentText } from "./document-text.js";
export { MOST_BYTES, readDocument } from "./read-document.js";
export { readStatements } from "./read-statements.js";
export { inThread } from "./thread.js";
