// The command that takes units of work from a queue in a database, until it is stopped.
import { availableParallelism } from "node:os";
import { Command, Option } from "commander";
import { workOn } from "../../queue/index.js";
import { reasonOf } from "../../store/index.js";
import { addressesIn } from "../database-file.js";
import { EXIT, Failure } from "../failure.js";
import { wholeNumber } from "../options.js";
import type { Terminal } from "../terminal.js";

interface Flags {
  readonly databaseFile: string;
  readonly threads: number;
}

export function workCommand(terminal: Terminal): Command {
  const words = terminal.words.commands.work;
  return new Command("work")
    .description(words.description)
    .requiredOption("--database-file <FILE>", words.flags.database)
    .addOption(
      new Option("--threads <N>", words.flags.threads)
        .default(availableParallelism())
        .argParser(wholeNumber(terminal.words, 1, 256)),
    )
    .addHelpText("after", words.examples)
    .action(async ({ databaseFile, threads }: Flags) => {
      const [url] = await addressesIn(terminal, databaseFile);
      let units = 0;
      let said = "";
      const worker = await workOn(url, {
        threads,
        onUnit: () => {
          units++;
          said = "";
          terminal.err(`${words.done(units)}\n`);
        },
        // It is asked twice a second: what it says is said once.
        onTrouble: (error) => {
          const why = reasonOf(error);
          if (why !== said) terminal.err(`${words.trouble(why)}\n`);
          said = why;
        },
      }).catch((error: unknown) => {
        throw new Failure(words.noDatabase(reasonOf(error)), EXIT.usage);
      });
      terminal.err(`${words.waiting}\n`);
      await new Promise<void>((resolve) => {
        if (terminal.signal.aborted) resolve();
        terminal.signal.addEventListener("abort", () => resolve(), { once: true });
      });
      await worker.stop();
      terminal.err(`${words.ended(units)}\n`);
    });
}
