// What the server answers where it gives no result: to pages, and to whoever asks it by itself.
import { listing } from "./listing.js";
import { counted } from "./numbers.js";

export const server = {
  fewParties: "A room needs at least two parties that negotiate. Add them in Set up.",
  busy: "Too much is asked for at once. Close a page or two, and ask again.",
  notInTrash: "It is not in the trash any more.",
  noTemplate: (id: string) => `There is no template "${id}". Choose one of the list.`,
  zip: {
    large: (megabytes: number) =>
      `It holds more than ${megabytes} MB, more than 5,000 files, or a file that is too large for a case. Copy the folder instead.`,
    damaged: () => "It is no .zip, or a damaged one. Save it anew and open it again.",
    several: () => "There are several cases in it. Unpack it, and make a .zip of each.",
    caseless: () => "There is no case in it: a case has a file case.yaml.",
  },
  caseTaken: (id: string) => `There is a case "${id}" already.`,
  changedMeanwhile: (file: string, gone: boolean) =>
    `${file} was ${gone ? "taken away" : "changed"} meanwhile, in another tab or by another program. Nothing was written over.`,
  documentGone: (path: string) => `The text ${path} is not there.`,
  documentTaken: (path: string) => `${path} holds another text, or cannot be written here.`,
  foreignAddress: "This workbench answers only to its own address. Open the address that it printed.",
  foreignSite: "Another site tried to reach this workbench, and was refused.",
  historyIsOwners: "The history of a case is its owner's alone.",
  listing,
  readAnew:
    "Nothing was changed: the document was read anew meanwhile, with another day or author. Look at its statements again.",
  notInInbox: "The document is not in the inbox any more. Give it again.",
  notKept: (file: string) => `${file}: it was read, but the folder of the case cannot be written.`,
  mistake: "The workbench stopped over a mistake of its own. Your files are as they were; please report what you did.",
  noSuchForm: "Meetings come as .ics; a framework and a brief as .md, .html or .docx.",
  nothingHere: "There is nothing at this address.",
  notWritten: (reason: string) =>
    `It could not be written: ${reason}. What stood there before still does; what you entered is still on this page. Mend that and try again.`,
  pastUnseen: (day: string, why: string) => `The case cannot be seen as it stood on ${day}: ${why}.`,
  /** In the history of the case. */
  sourcesAdded: (count: number) => `${counted(count, "source")} added from a file of citations`,
  stopped: "It was stopped.",
  tokenFirst: "Give the token of this workbench first.",
  tokenWrong: "This is not the token of this workbench.",
  tokensSlowed: "Many tokens are being tried from your address. Wait a few seconds and try again.",
  tooLarge: (mebibytes: number) => `This is more than ${mebibytes} MiB, the limit for one request.`,
  unreadable: (why: string) => `The request cannot be read: ${why}.`,
  unknownCase: (id: string) =>
    `There is no case "${id}" here: its folder was moved or deleted, or never was. Nothing else was touched.`,
  workGone: "This work is no longer kept.",
};
