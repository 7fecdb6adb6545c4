export { type DocumentText, type Limits, Unreadable } from "./document-text.js";
export { fromText } from "./from-text.js";
export { languageCode } from "./language.js";
export { LIMITS, MOST_BYTES, readDocument, readHere, tooLarge } from "./read-document.js";
export { readStatements } from "./read-statements.js";
export { readTracked } from "./read-tracked.js";
export { inThread } from "./thread.js";
export { MOST_TRACKED_BYTES } from "./tracked-docx.js";
export { zipParts } from "./zip.js";
