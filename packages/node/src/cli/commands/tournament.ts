// The command that lets every style of negotiating play every other on a case, and says which opening and pace do best.
import type { CommandWording } from "@parley/core";
import { PROTOCOLS, type Protocol } from "@parley/core/rehearsal";
import { Command, InvalidArgumentError, Option } from "commander";
import { type Jobs, runTournament, threadJobs } from "../../jobs/index.js";
import { queueJobs, UnitsFailed } from "../../queue/index.js";
import { reasonOf } from "../../store/index.js";
import { addressesIn } from "../database-file.js";
import { EXIT, Failure, orStopped } from "../failure.js";
import { openWithFiles } from "../open-case.js";
import { analysisOptions, type SharedFlags, wholeNumber, withSharedOptions } from "../options.js";
import { expectOwn, type OwnFile, writeOwn } from "../own-file.js";
import { renderTournament, TABLE_MARK, tournamentTable } from "../render/tournament.js";
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
    .argument("[CASE]", shared.caseFolder, ".")
    .option("--as <PARTY>", words.flags.as)
    .option("--styles <NAMES>", words.flags.styles)
    .addOption(new Option("--rounds <N>", words.flags.rounds).default(20).argParser(whole(1000)))
    .addOption(
      new Option("--delay <PERCENT>", words.flags.delay).default(0).argParser(wholeNumber(terminal.words, 0, 50)),
    )
    .addOption(new Option("--protocol <NAME>", words.flags.protocol).choices(PROTOCOLS).default("alternating"))
    .addOption(new Option("--truths <N>", words.flags.truths).default(30).argParser(whole(10_000)))
    .addOption(new Option("--games <N>", words.flags.games).default(2).argParser(whole(1000)))
    .addOption(new Option("-o, --output <FILE.csv>", words.flags.output).argParser(csvFile(terminal.words)))
    .option("--database-file <FILE>", words.flags.database);
  return withSharedOptions(terminal.words, command)
    .addHelpText("after", words.examples)
    .action(async (folder: string, flags: Flags) => {
      const { as, styles, rounds, delay, protocol, truths, games, output } = flags;
      const file: OwnFile | null = output === undefined ? null : { path: output, mark: TABLE_MARK, kind: "tournament" };
      if (file) await expectOwn(terminal, file);
      const opened = await openWithFiles(terminal, folder, flags.share ?? null);
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
      const bar = progressBar(terminal);
      const jobs = await jobsOf(terminal, flags.databaseFile);
      const outcome = await orSaid(terminal, () =>
        runTournament(opened, options, jobs, {
          signal: terminal.signal,
          onProgress: bar.show,
          ...(terminal.pool && { pool: terminal.pool }),
        }),
      ).finally(async () => {
        bar.clear();
        await jobs.close();
      });
      const result = settled(terminal, outcome);
      terminal.out(flags.json ? `${JSON.stringify(result, null, 2)}\n` : `${renderTournament(terminal, result)}\n`);
      if (!file) return;
      await writeOwn(terminal, file, tournamentTable(result), result.sharedWith === null);
      terminal.err(`${shared.wrote([file.path], result.marking)}\n`);
    });
}

/** The threads of this machine, or a queue from which any number of machines take. */
async function jobsOf(terminal: Terminal, databaseFile: string | undefined): Promise<Jobs> {
  if (databaseFile === undefined) return threadJobs(terminal.pool);
  const [url] = await addressesIn(terminal, databaseFile);
  return await orSaid(terminal, () => queueJobs(url));
}

/** What a database or its workers say, in words. */
async function orSaid<T>(terminal: Terminal, work: () => Promise<T>): Promise<T> {
  const words = terminal.words.commands.tournament;
  return await orStopped(terminal, async () => {
    try {
      return await work();
    } catch (error) {
      if (terminal.signal.aborted || error instanceof Failure) throw error;
      if (error instanceof UnitsFailed) throw new Failure(words.failed, EXIT.usage);
      throw new Failure(words.noDatabase(reasonOf(error)), EXIT.usage);
    }
  });
}

const csvFile =
  ({ commands }: CommandWording) =>
  (text: string): string => {
    if (!/\.csv$/i.test(text)) throw new InvalidArgumentError(commands.shared.expected.ending([".csv"]));
    return text;
  };
