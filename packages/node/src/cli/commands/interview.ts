import { readFile } from "node:fs/promises";
import { join } from "node:path";
import {
  type CaseFile,
  describeProblem,
  type Given,
  type InterviewState,
  interview,
  readAnswers,
  takenBack,
  verdictOutcomes,
  writeAnswers,
  wroteInterests,
} from "@parley/core";
import { Command } from "commander";
import { digestOf, type Edit, reasonOf } from "../../store/index.js";
import { cases } from "../cases.js";
import { EXIT, Failure } from "../failure.js";
import { count, noFolder, readFiles } from "../open-case.js";
import { dateOption, sharedOptions } from "../options.js";
import { contradictionText, endingText, progressText, questionText } from "../render/interview.js";
import type { Prompter, Terminal } from "../terminal.js";
import { settled } from "./analysis.js";

interface Flags {
  readonly party: string;
  readonly holder?: string;
  readonly answers?: string;
  readonly date: string;
  readonly json?: boolean;
  readonly seed: number;
}

export function interviewCommand(terminal: Terminal): Command {
  return new Command("interview")
    .description("ask in words what a party needs, and write its interests file")
    .argument("[CASE]", "case folder", ".")
    .requiredOption("--party <ID>", "whose interests")
    .option("--holder <ID>", "who answers, and may see the file; the party itself unless given")
    .option("--answers <FILE>", "take the answers from this file instead of asking")
    .addOption(dateOption("the day of the interview"))
    .addOption(sharedOptions.seed())
    .addOption(sharedOptions.json())
    .addHelpText(
      "after",
      "\nExamples:\n  parley interview my-talks --party buyer\n  parley interview cases/hanoi-2019 --party us --holder me\n\nEvery answer is kept at once in interests/PARTY.HOLDER.answers: stop when you like, and go on with the same command.\n",
    )
    .action(async (folder: string, flags: Flags) => {
      const sitting = await open(folder, flags);
      if (flags.answers !== undefined) return fed(terminal, sitting, flags, flags.answers);
      if (!terminal.prompter)
        throw new Failure("there is no terminal to ask on. Give the answers with --answers FILE.", EXIT.usage);
      await asked(terminal.prompter, sitting);
    });
}

/** One interview under way: where its files are, and what they held when it began. */
interface Sitting {
  readonly of: { readonly party: string; readonly holder: string; readonly date: string };
  readonly files: readonly CaseFile[];
  readonly seed: number;
  readonly folder: string;
  readonly interestsPath: string;
  readonly answersPath: string;
  readonly before: readonly Given[];
  /** What the two files hold, as far as this sitting knows; null where there is none. */
  readonly stands: ReadonlyMap<string, string | null>;
}

async function open(folder: string, { party, holder = party, date, seed }: Flags): Promise<Sitting> {
  // Read as its holder: no question may depend on what the holder may not see.
  const { files, problems } = await readFiles(folder, holder);
  if (problems.length > 0) throw new Failure(problems.map(describeProblem).join("\n"), EXIT.problems);
  const [interestsPath, answersPath] = [`interests/${party}.${holder}.yaml`, `interests/${party}.${holder}.answers`];
  // The answers are no part of what a holder is shown: whoever sits here owns the folder.
  const kept = await cases.text(folder, answersPath, null);
  if (kept !== null && typeof kept === "object") throw new Failure(describeProblem(kept), EXIT.problems);
  const interests = files.find(({ path }) => path === interestsPath)?.text ?? null;
  expectOwn(interestsPath, interests, kept === null ? null : wroteInterests(kept));
  return {
    of: { party, holder, date },
    files,
    seed,
    folder,
    interestsPath,
    answersPath,
    before: kept === null ? [] : readGiven(answersPath, kept),
    stands: new Map([
      [answersPath, kept],
      [interestsPath, interests],
    ]),
  };
}

const stateOf = ({ of, files, seed }: Sitting, given: readonly Given[]): InterviewState =>
  settled(
    interview(
      {
        ...of,
        files,
        seed,
        outcomes: (negotiation) => verdictOutcomes(negotiation, of.party, { asOf: of.date, seed }),
      },
      given,
    ),
  );

/**
 * An interests file that stands there is written over only if these very answers wrote it.
 * @param wrote SHA-256 of the interests file that they wrote; null where they wrote none
 */
function expectOwn(interestsPath: string, there: string | null, wrote: string | null): void {
  if (there === null || digestOf(there) === wrote) return;
  throw new Failure(
    `${interestsPath} was not written by this interview, or was changed since, and will not be written over. Answer as another --holder, or move it away first.`,
    EXIT.usage,
  );
}

function readGiven(file: string, text: string): readonly Given[] {
  const read = readAnswers(file, text);
  if (read.ok) return read.value;
  throw new Failure(read.problems.map(describeProblem).join("\n"), EXIT.problems);
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw new Failure(`cannot read ${path}: ${reasonOf(error)}.`, EXIT.usage);
  }
}

/**
 * Keeps the answers and the interests that they make, in one edit: both files or neither.
 * @returns the sitting that knows what stands there now
 */
async function keep(sitting: Sitting, given: readonly Given[], state: InterviewState): Promise<Sitting> {
  const { answersPath, interestsPath, of, stands } = sitting;
  const interests = state.complete ? state.text : null;
  const texts = new Map([
    [answersPath, writeAnswers(given, of.party, interests === null ? null : digestOf(interests))],
    [interestsPath, interests],
  ]);
  const files = [...texts].flatMap(([file, text]) => {
    const before = stands.get(file) ?? null;
    return text === before ? [] : [{ file, base: before === null ? null : digestOf(before), text }];
  });
  if (files.length > 0)
    await save(sitting.folder, { what: `the interview about ${of.party}: ${count(given.length, "answer")}`, files });
  return { ...sitting, stands: texts };
}

async function save(folder: string, edit: Edit): Promise<void> {
  const outcome = await cases.edit(folder, edit).catch((error: unknown) => {
    const place = join(folder, edit.files[0]?.file ?? "");
    throw new Failure(`cannot write ${place}: ${reasonOf(error)}. What stood there before still does.`, EXIT.usage);
  });
  if (outcome === null) throw new Failure(describeProblem(noFolder(folder)), EXIT.problems);
  if (outcome.kind === "conflict")
    throw new Failure(
      `${outcome.file} was changed by another program during the interview, and was not written over. Nothing was written; see what stands there, and give the same command again.`,
      EXIT.problems,
    );
  if (outcome.kind === "refused") throw new Failure(outcome.reasons.join("\n"), EXIT.usage);
}

/** Answers from a file: all of them, or nothing where they contradict each other. */
async function fed(terminal: Terminal, sitting: Sitting, { json = false }: Flags, file: string): Promise<void> {
  const text = await readIfThere(file);
  if (text === null) throw new Failure(`cannot read ${file}: it does not exist.`, EXIT.usage);
  const given = readGiven(file, text);
  const kept = JSON.stringify(given.slice(0, sitting.before.length)) === JSON.stringify(sitting.before);
  if (!kept)
    throw new Failure(
      `${sitting.answersPath} holds other answers than ${file}, and they would be lost. Answer as another --holder, or move it away first.`,
      EXIT.usage,
    );
  const state = stateOf(sitting, given);
  if (json) terminal.out(`${JSON.stringify(state, null, 2)}\n`);
  if (state.contradiction) throw new Failure(json ? "" : contradictionText(state.contradiction), EXIT.problems);
  await keep(sitting, given, state);
  if (!json) terminal.out(`${ending(sitting, state, given)}\n\n${questionText(state.question)}`);
}

/** Asks until nothing more is worth asking, or the person stops; every answer is kept before the next is asked. */
async function asked(prompter: Prompter, begun: Sitting): Promise<void> {
  let sitting = begun;
  let given = [...sitting.before];
  prompter.say(
    given.length > 0
      ? `Going on after ${given.length} ${given.length === 1 ? "answer" : "answers"}, kept in ${sitting.answersPath}.`
      : "Answer in words; no numbers are needed. Go back or stop at any question.",
  );
  let state = stateOf(sitting, given);
  for (;;) {
    if (state.contradiction) prompter.warn(contradictionText(state.contradiction));
    else if (given.length > 0) prompter.say(progressText(state));
    const next = await nextAnswers(prompter, state, given);
    if (next === null) break;
    given = next;
    state = stateOf(sitting, given);
    sitting = await keep(sitting, given, state);
  }
  prompter.say(ending(sitting, state, given));
}

/** The answers with one more, or with one taken back; null where the person stops or nothing is left to ask. */
async function nextAnswers(
  prompter: Prompter,
  { question, contradiction }: InterviewState,
  given: readonly Given[],
): Promise<Given[] | null> {
  if (contradiction) {
    const mends = [
      ...contradiction.answers.map(({ index, text }) => ({ id: `${index}`, text: `Take back ${text}` })),
      ...contradiction.offers.map(({ id, text }) => ({ id: `bluff:${id}`, text: `It was a bluff: ${text}` })),
    ];
    const mend = await prompter.ask("Which one should go?", mends, given.length > 0);
    if (mend === null) return null;
    if (mend === "back") return given.slice(0, -1);
    return mend.startsWith("bluff:") ? [...given, { ask: mend, answer: "yes" }] : takenBack(given, Number(mend));
  }
  if (!question) return null;
  const answer = await prompter.ask(`${question.part}. ${question.text}`, question.choices, given.length > 0);
  if (answer === null) return null;
  if (answer === "back") return given.slice(0, -1);
  const { ask, first, second } = question;
  return [...given, { ask, answer, ...(first && { first }), ...(second && { second }) }];
}

const ending = ({ answersPath, interestsPath, folder }: Sitting, state: InterviewState, given: readonly Given[]) =>
  endingText(state, given.length, join(folder, answersPath), join(folder, interestsPath));
