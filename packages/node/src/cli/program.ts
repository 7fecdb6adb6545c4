// The parley program as a whole: all of its commands, and how the outcome of one becomes an exit code.
import { Command, CommanderError } from "commander";
import { EXIT, Failure } from "./failure.js";
import { guarded, type Terminal } from "./terminal.js";
import { VERSION } from "./version.js";

/** Every command by its name, in the order in which help lists them; each is loaded when it is called for. */
const COMMANDS: Readonly<Record<string, () => Promise<(terminal: Terminal) => Command>>> = {
  check: async () => (await import("./commands/check.js")).checkCommand,
  new: async () => (await import("./commands/new.js")).newCommand,
  interview: async () => (await import("./commands/interview.js")).interviewCommand,
  read: async () => (await import("./commands/read.js")).readCommand,
  sources: async () => (await import("./commands/sources.js")).sourcesCommand,
  search: async () => (await import("./commands/search.js")).searchCommand,
  positions: async () => (await import("./commands/positions.js")).positionsCommand,
  terms: async () => (await import("./commands/terms.js")).termsCommand,
  sanity: async () => (await import("./commands/sanity.js")).sanityCommand,
  assess: async () => (await import("./commands/assess.js")).assessCommand,
  frontier: async () => (await import("./commands/frontier.js")).frontierCommand,
  rehearse: async () => (await import("./commands/rehearse.js")).rehearseCommand,
  tournament: async () => (await import("./commands/tournament.js")).tournamentCommand,
  roadmap: async () => (await import("./commands/roadmap.js")).roadmapCommand,
  forecast: async () => (await import("./commands/forecast.js")).forecastCommand,
  verify: async () => (await import("./commands/verify.js")).verifyCommand,
  monitor: async () => (await import("./commands/monitor.js")).monitorCommand,
  draft: async () => (await import("./commands/draft.js")).draftCommand,
  diff: async () => (await import("./commands/diff.js")).diffCommand,
  report: async () => (await import("./commands/report.js")).reportCommand,
  serve: async () => (await import("./commands/serve.js")).serveCommand,
  mcp: async () => {
    const { mcpCommand } = await import("./commands/mcp.js");
    // It answers by running other commands.
    return (terminal) => mcpCommand(terminal, runCommandLine);
  },
  rooms: async () => (await import("./commands/rooms.js")).roomsCommand,
  match: async () => (await import("./commands/match.js")).matchCommand,
  work: async () => (await import("./commands/work.js")).workCommand,
  import: async () => (await import("./commands/import.js")).importCommand,
  export: async () => (await import("./commands/export.js")).exportCommand,
};

/** Runs one command line (without `node` and script). @returns the exit code; never throws for what a person did. */
export async function runCommandLine(args: readonly string[], raw: Terminal): Promise<number> {
  const terminal = guarded(raw);
  const words = terminal.words.commands.program;
  const program = new Command("parley")
    .description(words.description)
    .version(VERSION)
    .addHelpText("after", words.after);
  for (const load of called(args)) program.addCommand((await load())(terminal));
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

/** What has to be loaded: the command that is named first, or all of them, for help and for names that are none. */
function called([first = ""]: readonly string[]) {
  const one = Object.hasOwn(COMMANDS, first) ? COMMANDS[first] : undefined;
  return one ? [one] : Object.values(COMMANDS);
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
