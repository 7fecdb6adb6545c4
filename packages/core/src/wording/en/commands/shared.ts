// What every command says: shared flags, files that cannot be read or written, how a person is asked.
import { counted } from "../numbers.js";

/** Files that a command writes over, by what they hold. */
const ownFiles = {
  alerts: "alerts of Parley's",
  draft: "draft of Parley's",
  ledger: "record of forecasts of Parley's",
  meetings: "calendar of Parley's meetings",
  rehearsal: "rehearsal of Parley's",
  report: "report of Parley's",
  roadmap: "roadmap of Parley's",
  trace: "trace of Parley's games",
  tournament: "results of Parley's tournaments",
};

export type OwnKind = keyof typeof ownFiles;

export const shared = {
  caseFolder: "case folder",
  /** The default of a day, in the help. */
  today: "today",
  flags: {
    json: "print the result object as JSON (docs/results.md says what is in it)",
    seed: "seed of the models; the same seed gives the same answer",
    models: "models drawn of each party",
    asOf: "the day the case is seen from; later records enter nothing",
    view: "whose view of a party to use; may be repeated",
    share: "compute only from what READER (a party, or public) may see; without it the output is CONFIDENTIAL",
  },
  /** What a flag should hold, where it does not. */
  expected: {
    date: "It should be a date such as 2019-02-24, or 2019-02 for the end of that month.",
    day: "It should be a day such as 2019-02-24.",
    ending: (endings: readonly string[]) => {
      const last = endings.at(-1) ?? "";
      return `It should end in ${endings.length < 2 ? last : `${endings.slice(0, -1).join(", ")} or ${last}`}.`;
    },
    number: "It should be a number from 0 on.",
    view: "It should be PARTY=HOLDER, such as us=analyst.",
    wholeNumber: (least: number, most: number) => `It should be a whole number from ${least} to ${most}.`,
  },
  folderToMake: "folder to make; it must not exist yet, or be empty",
  stopped: "Stopped. Nothing was written.",
  problems: (problems: readonly string[], folder: string) =>
    `${problems.join("\n")}\n${counted(problems.length, "problem")} in ${folder}. parley check lists warnings too.`,
  noFolder: (folder: string) => `${folder} is not a folder that can be read. Name the folder that holds case.yaml.`,
  unknownReader: (reader: string, parties: readonly string[]) =>
    `--share names "${reader}", which is no party of this case. There is: public, ${parties.join(", ")}.`,
  cannotMake: (folder: string, why: string) =>
    `cannot make ${folder}: ${why}. Nothing was written. Name a folder that does not exist yet, or is empty, in one where you may write.`,
  cannotRead: (file: string, why: string) => `cannot read ${file}: ${why}.`,
  cannotWrite: (file: string, why: string) => `cannot write ${file}: ${why}. Nothing was written.`,
  cannotLookAt: (file: string, why: string) => `cannot write ${file}: ${why}.`,
  noPlainFile: (file: string) => `${file} is no plain file.`,
  notOurs: (file: string, kind: OwnKind) =>
    `${file} is there already and is no ${ownFiles[kind]}. Choose another name.`,
  linked: (file: string) => `${file} is a link, or no plain file. Choose another name.`,
  wrote: (files: readonly string[], marking: string) => `Wrote ${files.join(", ")} (${marking}).`,
  confidential: "CONFIDENTIAL",
  sharedWith: (reader: string) => `shared with ${reader}`,
  asking: {
    back: "← Go back one question",
    stop: "Stop for now; everything is kept",
    stopUnkept: "Stop; nothing is kept",
  },
};
