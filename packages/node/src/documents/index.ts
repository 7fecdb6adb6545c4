export { type DocumentText, Unreadable } from "./document-text.js";
export { fromText } from "./from-text.js";
export { MOST_BYTES, readDocument } from "./read-document.js";
export { readStatements } from "./read-statements.js";
export { inThread } from "./thread.js";
export { zipParts } from "./zip.js";
