// The parley program as a whole: all of its commands, and how the outcome of one becomes an exit code.
import { Command, CommanderError } from "commander";
import { assessCommand } from "./commands/assess.js";
import { checkCommand } from "./commands/check.js";
import { diffCommand } from "./commands/diff.js";
import { draftCommand } from "./commands/draft.js";
import { exportCommand } from "./commands/export.js";
import { frontierCommand } from "./commands/frontier.js";
import { importCommand } from "./commands/import.js";
import { interviewCommand } from "./commands/interview.js";
import { matchCommand } from "./commands/match.js";
import { monitorCommand } from "./commands/monitor.js";
import { newCommand } from "./commands/new.js";
import { positionsCommand } from "./commands/positions.js";
import { readCommand } from "./commands/read.js";
import { rehearseCommand } from "./commands/rehearse.js";
import { reportCommand } from "./commands/report.js";
import { roadmapCommand } from "./commands/roadmap.js";
import { roomsCommand } from "./commands/rooms.js";
import { sanityCommand } from "./commands/sanity.js";
import { searchCommand } from "./commands/search.js";
import { serveCommand } from "./commands/serve.js";
import { sourcesCommand } from "./commands/sources.js";
import { termsCommand } from "./commands/terms.js";
import { tournamentCommand } from "./commands/tournament.js";
import { verifyCommand } from "./commands/verify.js";
import { workCommand } from "./commands/work.js";
import { EXIT, Failure } from "./failure.js";
import { guarded, type Terminal } from "./terminal.js";

/** Runs one command line (without `node` and script). @returns the exit code; never throws for what a person did. */
export async function runCommandLine(args: readonly string[], raw: Terminal): Promise<number> {
  const terminal = guarded(raw);
  const words = terminal.words.commands.program;
  const program = new Command("parley")
    .description(words.description)
    .version("0.1.0")
    .addCommand(checkCommand(terminal))
    .addCommand(newCommand(terminal))
    .addCommand(interviewCommand(terminal))
    .addCommand(readCommand(terminal))
    .addCommand(sourcesCommand(terminal))
    .addCommand(searchCommand(terminal))
    .addCommand(positionsCommand(terminal))
    .addCommand(termsCommand(terminal))
    .addCommand(sanityCommand(terminal))
    .addCommand(assessCommand(terminal))
    .addCommand(frontierCommand(terminal))
    .addCommand(rehearseCommand(terminal))
    .addCommand(tournamentCommand(terminal))
    .addCommand(roadmapCommand(terminal))
    .addCommand(verifyCommand(terminal))
    .addCommand(monitorCommand(terminal))
    .addCommand(draftCommand(terminal))
    .addCommand(diffCommand(terminal))
    .addCommand(reportCommand(terminal))
    .addCommand(serveCommand(terminal))
    .addCommand(roomsCommand(terminal))
    .addCommand(matchCommand(terminal))
    .addCommand(workCommand(terminal))
    .addCommand(importCommand(terminal))
    .addCommand(exportCommand(terminal))
    .addHelpText("after", words.after);
  for (const command of [program, ...program.commands, ...program.commands.flatMap(({ commands }) => commands)]) {
    command
      .exitOverride()
      .configureOutput({ writeOut: terminal.out, writeErr: terminal.err })
      .showSuggestionAfterError();
  }
  try {
    await program.parseAsync([...args], { from: "user" });
    return EXIT.done;
  } catch (error) {
    return exitCodeOf(error, terminal);
  }
}

function exitCodeOf(error: unknown, terminal: Terminal): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
  if (error instanceof Failure) {
    if (error.message) terminal.err(`${error.message}\n`);
    return error.exitCode;
  }
  const message = error instanceof Error ? error.message : String(error);
  terminal.err(`${terminal.words.commands.program.ownMistake(message)}\n`);
  return EXIT.usage;
}
