// The command that lets every style of negotiating play every other on a case, and says which opening and pace do best.
import { basename, extname, resolve } from "node:path";
import type { CommandWording } from "@parley/core/internal";
import { checkedOptions, overCases, PROTOCOLS, type Protocol, type Tournament } from "@parley/core/rehearsal";
import { Command, InvalidArgumentError, Option } from "commander";
import { type Jobs, runTournament, threadJobs } from "../../jobs/index.js";
import { queueJobs, UnitsFailed } from "../../queue/index.js";
import { findCases, reasonOf } from "../../store/index.js";
import { addressesIn } from "../database-file.js";
import { EXIT, Failure, orStopped } from "../failure.js";
import { openWithFiles } from "../open-case.js";
import { analysisOptions, type SharedFlags, wholeNumber, withSharedOptions } from "../options.js";
import { expectOwn, type OwnFile, writeOwn } from "../own-file.js";
import { type Played, renderOverCases, renderTournament, tableForms } from "../render/tournament.js";
import { progressBar, type Terminal } from "../terminal.js";
import { settled } from "./analysis.js";

interface Flags extends SharedFlags {
  readonly as?: string;
  readonly styles?: string;
  readonly rounds: number;
  readonly delay: number;
  readonly protocol: Protocol;
  readonly truths: number;
  readonly games: number;
  readonly output?: string;
  readonly databaseFile?: string;
}

export function tournamentCommand(terminal: Terminal): Command {
  const { tournament: words, shared } = terminal.words.commands;
  const whole = (most: number) => wholeNumber(terminal.words, 1, most);
  const command = new Command("tournament")
    .description(words.description)
    .argument("[CASES...]", words.cases, ["."])
    .option("--as <PARTY>", words.flags.as)
    .option("--styles <NAMES>", words.flags.styles)
    .addOption(new Option("--rounds <N>", words.flags.rounds).default(20).argParser(whole(1000)))
    .addOption(
      new Option("--delay <PERCENT>", words.flags.delay).default(0).argParser(wholeNumber(terminal.words, 0, 50)),
    )
    .addOption(new Option("--protocol <NAME>", words.flags.protocol).choices(PROTOCOLS).default("alternating"))
    .addOption(new Option("--truths <N>", words.flags.truths).default(30).argParser(whole(10_000)))
    .addOption(new Option("--games <N>", words.flags.games).default(2).argParser(whole(1000)))
    .addOption(new Option("-o, --output <FILE>", words.flags.output).argParser(tableFile(terminal.words)))
    .option("--database-file <FILE>", words.flags.database);
  return withSharedOptions(terminal.words, command)
    .addHelpText("after", words.examples)
    .action(async (given: readonly string[], flags: Flags) => {
      const { as, styles, rounds, delay, protocol, truths, games, output } = flags;
      const form = output === undefined ? null : formOf(output);
      const file: OwnFile | null =
        output === undefined || form === null
          ? null
          : { path: output, mark: tableForms[form].mark, kind: "tournament" };
      if (file) await expectOwn(terminal, file);
      const options = {
        ...analysisOptions(flags),
        rounds,
        ...(delay > 0 && { delay: delay / 100 }),
        ...(protocol !== "alternating" && { protocol }),
        truths,
        games,
        ...(as !== undefined && { party: as }),
        ...(styles !== undefined && { styles: styles.split(",").map((style) => style.trim()) }),
      };
      settled(terminal, checkedOptions(options));
      const found = (await Promise.all(given.map(casesIn))).flat();
      // A case that is named twice is one case.
      const folders = [...new Map(found.map((folder) => [resolve(folder), folder])).values()];
      // Several were asked for, even where a folder holds but one.
      const several = given.length > 1 || folders.some((folder) => folder !== given[0]);
      const last = folders.map((folder) => basename(resolve(folder)));
      const names = new Set(last).size < last.length ? folders : last;
      const bar = progressBar(terminal);
      const jobs = await jobsOf(terminal, flags.databaseFile);
      const played: Played[] = [];
      const leftOut: { readonly name: string; readonly why: string; readonly exitCode: number }[] = [];
      const on = async (folder: string, place: number): Promise<Tournament> => {
        const opened = await openWithFiles(terminal, folder, flags.share ?? null);
        const outcome = await orSaid(terminal, () =>
          runTournament(opened, options, jobs, {
            signal: terminal.signal,
            onProgress: (share) => bar.show((place + share) / folders.length),
            ...(terminal.pool && { pool: terminal.pool }),
          }),
        );
        return settled(terminal, outcome);
      };
      try {
        for (const [place, folder] of folders.entries()) {
          const name = names[place] ?? folder;
          if (!several) played.push({ name, result: await on(folder, place) });
          else
            await on(folder, place).then(
              (result) => played.push({ name, result }),
              (error: unknown) => {
                // One case that cannot be played does not end the others; being stopped, or a database that is gone, does.
                if (!(error instanceof Failure) || error.exitCode === EXIT.stopped || error instanceof DatabaseFailure)
                  throw error;
                bar.clear();
                leftOut.push({ name, why: error.message, exitCode: error.exitCode });
                terminal.err(`${words.over.leftOut(name, error.message)}\n`);
              },
            );
        }
      } finally {
        bar.clear();
        await jobs.close();
      }
      const [only] = played;
      if (!only)
        throw new Failure(
          words.over.none,
          leftOut.every(({ exitCode }) => exitCode === EXIT.usage) ? EXIT.usage : EXIT.problems,
        );
      if (!several)
        terminal.out(
          flags.json ? `${JSON.stringify(only.result, null, 2)}\n` : `${renderTournament(terminal, only.result)}\n`,
        );
      else {
        // Where nothing suits all, no style does better than another.
        const counted = played.filter(({ result }) => result.zone > 0);
        const over =
          counted.length === 0
            ? null
            : overCases(
                counted.map(({ result }) => result),
                flags.seed,
              );
        terminal.out(
          flags.json
            ? `${JSON.stringify({ over, counted: counted.map(({ name }) => name), cases: played, leftOut: leftOut.map(({ name, why }) => ({ name, why })) }, null, 2)}\n`
            : `${renderOverCases(terminal, played, counted, over)}\n`,
        );
      }
      if (!file || form === null) return;
      const kept = played.find(({ result }) => result.sharedWith === null);
      await writeOwn(terminal, file, tableForms[form].write(played), kept !== undefined);
      terminal.err(`${shared.wrote([file.path], (kept ?? only).result.marking)}\n`);
    });
}

/** The folder itself where it is a case or holds none, which is said then; else every case in it. */
async function casesIn(folder: string): Promise<readonly string[]> {
  const found = [...(await findCases(folder)).values()];
  return found.length === 0 ? [folder] : found;
}

const formOf = (path: string): keyof typeof tableForms | null => {
  const ending = extname(path).slice(1).toLowerCase();
  return ending === "csv" || ending === "xlsx" ? ending : null;
};

/** The threads of this machine, or a queue from which any number of machines take. */
async function jobsOf(terminal: Terminal, databaseFile: string | undefined): Promise<Jobs> {
  if (databaseFile === undefined) return threadJobs(terminal.pool);
  const [url] = await addressesIn(terminal, databaseFile);
  return await orSaid(terminal, () => queueJobs(url));
}

/** The queue or its workers fail, which no other case would mend. */
class DatabaseFailure extends Failure {}

/** What a database or its workers say, in words. */
async function orSaid<T>(terminal: Terminal, work: () => Promise<T>): Promise<T> {
  const words = terminal.words.commands.tournament;
  return await orStopped(terminal, async () => {
    try {
      return await work();
    } catch (error) {
      if (terminal.signal.aborted || error instanceof Failure) throw error;
      if (error instanceof UnitsFailed) throw new DatabaseFailure(words.failed, EXIT.usage);
      throw new DatabaseFailure(words.noDatabase(reasonOf(error)), EXIT.usage);
    }
  });
}

const tableFile =
  ({ commands }: CommandWording) =>
  (text: string): string => {
    if (formOf(text) === null)
      throw new InvalidArgumentError(
        commands.shared.expected.ending(Object.keys(tableForms).map((form) => `.${form}`)),
      );
    return text;
  };
