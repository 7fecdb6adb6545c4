// English text of `parley read`, the command that finds in a document who said what.
import { listing } from "../listing.js";
import { counted } from "../numbers.js";
import { acts } from "../statements.js";

const EXAMPLES = `
Examples:
  parley read article.html                                   # who said what, in which words
  parley read communique.pdf --case cases/hanoi-2019         # with the issues and options it speaks to
  parley read speech.docx --date 2019-02-28 --json | jq '.statements[].speaker.name'
  parley read clippings --case cases/hanoi-2019              # a folder or .zip, into the inbox of the case
  parley read clippings --json | jq -r '[.file, .speaker.name, .quote] | @tsv'
`;

export interface SpeakerSaid {
  readonly name: string;
  readonly role: string | null;
  readonly affiliation: string | null;
  readonly kind: string;
}

export interface SaidHow {
  readonly line: number;
  readonly kind: string;
  readonly clause: string | null;
  readonly cue: string | null;
  readonly act: keyof typeof acts;
  readonly confidence: number;
}

/** What speaks, where it is no person. */
const who = ({ name, role, affiliation, kind }: SpeakerSaid): string =>
  `${name}${role ? `, ${role}` : ""}${affiliation && !role?.includes(affiliation) ? ` (${affiliation})` : ""}${kind === "person" ? "" : ` [${kind}]`}`;

export interface ReadCounts {
  readonly documents: number;
  readonly again: number;
  readonly refused: number;
  readonly statements: number;
}

const megabytes = (bytes: number): number => bytes / 1024 / 1024;

export const read = {
  description: "find who said what in a document: article, transcript, communiqué (text, HTML, PDF, .docx)",
  inboxLink: (path: string) =>
    `${path} is a link, and what is read is confidential: it is not written through links. Put a folder there, and read again.`,
  files: "documents, folders or .zip archives; - for standard input. What cannot be read is said, and the rest goes on",
  flags: {
    case: "suggest its issues and options; many documents wait in its inbox, and are read once",
    date: "the day of the document, where it does not say",
    reader: "a program of your own that reads the text too: its proposals are marked, and checked against the text",
    all: "also what is less likely than not, and words in quotation marks that nobody said",
  },
  examples: EXAMPLES,
  readerFailed: (command: string, why: string) =>
    `The reader “${command}” gave nothing: ${why}. What Parley itself found stands.`,
  readerAlone: "--reader reads one document at a time. Give a single file.",
  proposedBy: (reader: string) => `proposed by ${reader}`,
  standardInput: "standard input",
  listing,
  notKept: (name: string, why: string) => `${name}: it was read, but the inbox of the case cannot be written (${why}).`,
  twice: (name: string) => `${name}: the same document was read already, under another name. It counts once.`,
  line: (file: string, statements: number, likely: number, speakers: readonly string[]) =>
    statements === 0
      ? `${file}: no statement.`
      : `${file}: ${counted(statements, "statement")}${likely < statements ? `, ${likely} likely` : ""}${speakers.length > 0 ? `; ${speakers.join(", ")}` : ""}`,
  summary: ({ documents, again, refused, statements }: ReadCounts) =>
    [
      `${counted(documents + again, "document")}, ${counted(statements, "statement")}.`,
      ...(again > 0 ? [`${again} had been read before, and ${again === 1 ? "was" : "were"} not read again.`] : []),
      ...(refused > 0 ? [`${refused} could not be read; why is said above.`] : []),
    ].join(" "),
  mostSaid: (speakers: readonly (readonly [string, number])[]) =>
    `Most is said by ${speakers.map(([name, count]) => `${name} (${count})`).join(", ")}.`,
  waiting:
    "All of it waits in the inbox of the case. Open the workbench, then Documents, to put statements on record or leave them.",
  noFile: (name: string) => `${name}: it is no file.`,
  tooLarge: (name: string, bytes: number, most: number) =>
    `${name}: it has ${Math.ceil(megabytes(bytes))} MB; ${megabytes(most)} MB is the limit: give the part that matters.`,
  unreadable: (name: string, why: string) => `${name}: it cannot be read (${why}).`,
  title: (statements: number, speakers: number, file: string, title: string | null) =>
    `${counted(statements, "statement")} by ${counted(speakers, "speaker")} in ${file}${title ? ` (${title})` : ""}.`,
  doubtful: (count: number) => `${count} more are doubtful, or nobody's: --all shows them.`,
  how: ({ line, kind, clause, cue, act, confidence }: SaidHow) =>
    `line ${line} · ${clause ?? kind}${cue === null ? "" : ` · “${cue}”`}${acts[act] === "" ? "" : ` · ${acts[act]}`} · ${Math.round(confidence * 100)} %`,
  holder: (name: string) => `the position of ${name}, not of the speaker`,
  condition: (words: string) => `on condition: “${words}”`,
  nobody: "nobody named",
  who,
  quoted: (words: string) => `“${words}”`,
  date: (text: string, date: string | null) => (date === null ? text : `${text} (${date})`),
  suggestion: (issue: string, option: string | null, words: readonly string[]) =>
    `→ ${issue}${option === null ? "" : `: ${option}`} (${words.join(", ")})`,
};
