// The command that asks a person what a party needs, question by question, and writes the party's interests file.
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
} from "@parley/core/internal";
import { Command } from "commander";
import { digestOf, type Edit, reasonOf } from "../../store/index.js";
import { cases } from "../cases.js";
import { EXIT, Failure } from "../failure.js";
import { noFolder, readFiles } from "../open-case.js";
import { dateOption, sharedOptions } from "../options.js";
import { contradictionText, endingText, type InterviewWords, progressText, questionText } from "../render/interview.js";
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
  const { interview: words, shared } = terminal.words.commands;
  const { seed, json } = sharedOptions(terminal.words);
  return new Command("interview")
    .description(words.description)
    .argument("[CASE]", shared.caseFolder, ".")
    .requiredOption("--party <ID>", words.flags.party)
    .option("--holder <ID>", words.flags.holder)
    .option("--answers <FILE>", words.flags.answers)
    .addOption(dateOption(terminal.words, words.flags.date))
    .addOption(seed())
    .addOption(json())
    .addHelpText("after", words.examples)
    .action(async (folder: string, flags: Flags) => {
      const sitting = await open(terminal, folder, flags);
      if (flags.answers !== undefined) return fed(terminal, sitting, flags, flags.answers);
      if (!terminal.prompter) throw new Failure(words.noTerminal, EXIT.usage);
      await asked(terminal.prompter, sitting);
    });
}

/** One interview under way: where its files are, and what they held when it began. */
interface Sitting {
  readonly terminal: Terminal;
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

async function open(
  terminal: Terminal,
  folder: string,
  { party, holder = party, date, seed }: Flags,
): Promise<Sitting> {
  // Read as its holder: no question may depend on what the holder may not see.
  const { files, problems } = await readFiles(terminal, folder, holder);
  if (problems.length > 0) throw new Failure(problems.map(describeProblem).join("\n"), EXIT.problems);
  const [interestsPath, answersPath] = [`interests/${party}.${holder}.yaml`, `interests/${party}.${holder}.answers`];
  // The answers are no part of what a holder is shown: whoever sits here owns the folder.
  const kept = await cases.text(folder, answersPath, null);
  if (kept !== null && typeof kept === "object") throw new Failure(describeProblem(kept), EXIT.problems);
  const interests = files.find(({ path }) => path === interestsPath)?.text ?? null;
  expectOwn(terminal, interestsPath, interests, kept === null ? null : wroteInterests(kept));
  return {
    terminal,
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

const stateOf = ({ terminal, of, files, seed }: Sitting, given: readonly Given[]): InterviewState =>
  settled(
    terminal,
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
function expectOwn({ words }: Terminal, interestsPath: string, there: string | null, wrote: string | null): void {
  if (there === null || digestOf(there) === wrote) return;
  throw new Failure(words.commands.interview.notOurs(interestsPath), EXIT.usage);
}

function readGiven(file: string, text: string): readonly Given[] {
  const read = readAnswers(file, text);
  if (read.ok) return read.value;
  throw new Failure(read.problems.map(describeProblem).join("\n"), EXIT.problems);
}

async function readIfThere({ words }: Terminal, path: string): Promise<string | null> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw new Failure(words.commands.shared.cannotRead(path, reasonOf(error)), EXIT.usage);
  }
}

/**
 * Keeps the answers and the interests that they make, in one edit: both files or neither.
 * @returns the sitting that knows what stands there now
 */
async function keep(sitting: Sitting, given: readonly Given[], state: InterviewState): Promise<Sitting> {
  const { terminal, answersPath, interestsPath, of, stands } = sitting;
  const interests = state.complete ? state.text : null;
  const texts = new Map([
    [answersPath, writeAnswers(given, of.party, interests === null ? null : digestOf(interests))],
    [interestsPath, interests],
  ]);
  const files = [...texts].flatMap(([file, text]) => {
    const before = stands.get(file) ?? null;
    return text === before ? [] : [{ file, base: before === null ? null : digestOf(before), text }];
  });
  const what = terminal.words.commands.interview.entry(of.party, given.length);
  if (files.length > 0) await save(terminal, sitting.folder, { what, files });
  return { ...sitting, stands: texts };
}

async function save(terminal: Terminal, folder: string, edit: Edit): Promise<void> {
  const words = terminal.words.commands.interview;
  const outcome = await cases.edit(folder, edit).catch((error: unknown) => {
    throw new Failure(words.cannotKeep(join(folder, edit.files[0]?.file ?? ""), reasonOf(error)), EXIT.usage);
  });
  if (outcome === null) throw new Failure(describeProblem(noFolder(terminal, folder)), EXIT.problems);
  if (outcome.kind === "conflict") throw new Failure(words.changedMeanwhile(outcome.file), EXIT.problems);
  if (outcome.kind === "refused") throw new Failure(outcome.reasons.join("\n"), EXIT.usage);
}

/** Answers from a file: all of them, or nothing where they contradict each other. */
async function fed(terminal: Terminal, sitting: Sitting, { json = false }: Flags, file: string): Promise<void> {
  const words = terminal.words.commands.interview;
  const text = await readIfThere(terminal, file);
  if (text === null) throw new Failure(words.noFile(file), EXIT.usage);
  const given = readGiven(file, text);
  const kept = JSON.stringify(given.slice(0, sitting.before.length)) === JSON.stringify(sitting.before);
  if (!kept) throw new Failure(words.otherAnswers(sitting.answersPath, file), EXIT.usage);
  const state = stateOf(sitting, given);
  if (json) terminal.out(`${JSON.stringify(state, null, 2)}\n`);
  if (state.contradiction) throw new Failure(json ? "" : contradictionText(words, state.contradiction), EXIT.problems);
  await keep(sitting, given, state);
  if (!json) terminal.out(`${ending(sitting, state, given)}\n\n${questionText(words, state.question)}`);
}

/** Asks until nothing more is worth asking, or the person stops; every answer is kept before the next is asked. */
async function asked(prompter: Prompter, begun: Sitting): Promise<void> {
  let sitting = begun;
  const words = sitting.terminal.words.commands.interview;
  let given = [...sitting.before];
  prompter.say(given.length > 0 ? words.goingOn(given.length, sitting.answersPath) : words.begin);
  let state = stateOf(sitting, given);
  for (;;) {
    if (state.contradiction) prompter.warn(contradictionText(words, state.contradiction));
    else if (given.length > 0) prompter.say(progressText(words, state));
    const next = await nextAnswers(prompter, words, state, given);
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
  words: InterviewWords,
  { question, contradiction }: InterviewState,
  given: readonly Given[],
): Promise<Given[] | null> {
  if (contradiction) {
    const mends = [
      ...contradiction.answers.map(({ index, text }) => ({ id: `${index}`, text: words.takeBack(text) })),
      ...contradiction.offers.map(({ id, text }) => ({ id: `bluff:${id}`, text: words.bluff(text) })),
    ];
    const mend = await prompter.ask(words.whichGoes, mends, { back: given.length > 0, kept: true });
    if (mend === null) return null;
    if (mend === "back") return given.slice(0, -1);
    return mend.startsWith("bluff:") ? [...given, { ask: mend, answer: "yes" }] : takenBack(given, Number(mend));
  }
  if (!question) return null;
  const answer = await prompter.ask(words.question(question.part, question.text), question.choices, {
    back: given.length > 0,
    kept: true,
  });
  if (answer === null) return null;
  if (answer === "back") return given.slice(0, -1);
  const { ask, first, second } = question;
  return [...given, { ask, answer, ...(first && { first }), ...(second && { second }) }];
}

const ending = (
  { terminal, answersPath, interestsPath, folder }: Sitting,
  state: InterviewState,
  given: readonly Given[],
) =>
  endingText(
    terminal.words.commands.interview,
    state,
    given.length,
    join(folder, answersPath),
    join(folder, interestsPath),
  );
