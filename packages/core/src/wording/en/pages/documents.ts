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
  library: {
    heading: (count: number) => `The library: ${counted(count, "document")}`,
    addSources: "Add sources from a file (.ris, .bib, CSL-JSON)",
    asBibtex: "All as BibTeX",
    asCsl: "All as CSL-JSON",
    added: (count: number, there: number) =>
      `${counted(count, "source")} added${there > 0 ? `; ${there} ${there === 1 ? "was" : "were"} there already` : ""}.`,
    title: "Title",
    day: "Day",
    from: "From",
    grade: "Grade",
    statements: "Statements",
    putRightOf: (title: string) => `Put right what is known of “${title}”`,
    keep: "Keep it",
    noDay: "no day",
    onTheWeb: "on the web",
    showAll: (count: number) => `Show all ${count}`,
    count: (onRecord: number, waits: number) =>
      [...(onRecord > 0 ? [`${onRecord} on record`] : []), ...(waits > 0 ? [`${waits} waiting`] : [])].join(", "),
    fields: {
      title: "Title",
      author: "Author",
      publisher: "Publisher",
      language: "Language (en, ko, fr …)",
      url: "Web address",
      date: "Day",
    },
  },
  noDay: " · no day given, so “Tuesday” cannot be dated",
  close: "Close it",
  unreadable: (why: string) => `The document could not be read here: ${why}`,
  looking: "Looking for who said what …",
};
