export { type DocumentText, type Limits, Unreadable } from "./document-text.js";
export { fromText } from "./from-text.js";
export { languageCode } from "./language.js";
export { LIMITS, MOST_BYTES, readDocument, readHere, tooLarge } from "./read-document.js";
export { readStatements } from "./read-statements.js";
export { inThread } from "./thread.js";
export { zipParts } from "./zip.js";
