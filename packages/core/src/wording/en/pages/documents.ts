// English text of the workbench page on documents, where quotations are found and put on record.
import { counted } from "../numbers.js";

export const documents = {
  oursAlone: "Documents are for who keeps the case",
  whatOthersSee: "What others see of them is what is on record.",
  opening: "Opening the document …",
  heading: "What was said, and where it stands",
  about:
    "Quotations and reports are found, with who is said to have said them. Nothing goes on record before you say so.",
  notHere: "This document is not here",
  stillOnRecord: "What is on record of it still is.",
  all: "All documents",
  orPaste: "Or one document, pasted",
  readBefore: "Read before",
  onRecord: (statements: number) => ` · ${counted(statements, "statement")} on record`,
  noDay: " · no day given, so “Tuesday” cannot be dated",
  close: "Close it",
  unreadable: (why: string) => `The document could not be read here: ${why}`,
  looking: "Looking for who said what …",
};
