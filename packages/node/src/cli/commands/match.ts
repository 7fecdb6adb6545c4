// The command that plays one game between styles and agents of other programs.
import { type CommandWording, namesIn } from "@parley/core/internal";
import { Command, InvalidArgumentError, Option } from "commander";
import { geniusLog, LOG_MARK, type Match, negmasTrace, playMatch, TRACE_MARK } from "../../agents/index.js";
import { EXIT, Failure } from "../failure.js";
import { openCase } from "../open-case.js";
import { analysisOptions, type SharedFlags, wholeNumber, withSharedOptions } from "../options.js";
import { expectOwn, type OwnFile, writeOwn } from "../own-file.js";
import { packageText } from "../render/package-text.js";
import { item, wrap } from "../render/table.js";
import type { Terminal } from "../terminal.js";
import { settled } from "./analysis.js";

interface Flags extends SharedFlags {
  readonly agent?: Readonly<Record<string, string>>;
  readonly rounds: number;
  readonly truth: number;
  readonly seconds: number;
  readonly output?: string;
  readonly form: keyof typeof FORMS;
}

/** Forms in which other programs keep a game, and by what one of ours is known. */
const FORMS = {
  negmas: { mark: TRACE_MARK, write: negmasTrace },
  genius: { mark: LOG_MARK, write: geniusLog },
} as const;

export function matchCommand(terminal: Terminal): Command {
  const { match: words, shared } = terminal.words.commands;
  const command = new Command("match")
    .description(words.description)
    .argument("[CASE]", shared.caseFolder, ".")
    .addOption(new Option("--agent <PARTY=WHO>", words.flags.agent).argParser(agentIn(terminal.words)))
    .addOption(
      new Option("--rounds <N>", words.flags.rounds).default(100).argParser(wholeNumber(terminal.words, 1, 1000)),
    )
    .addOption(
      new Option("--truth <N>", words.flags.truth).default(0).argParser(wholeNumber(terminal.words, 0, 100_000)),
    )
    .addOption(
      new Option("--seconds <N>", words.flags.seconds).default(10).argParser(wholeNumber(terminal.words, 1, 600)),
    )
    .option("-o, --output <FILE.csv>", words.flags.output)
    .addOption(new Option("--form <NAME>", words.flags.form).choices(Object.keys(FORMS)).default("negmas"));
  return withSharedOptions(terminal.words, command)
    .addHelpText("after", words.examples)
    .action(async (folder: string, flags: Flags) => {
      const file: OwnFile | null =
        flags.output === undefined ? null : { path: flags.output, mark: FORMS[flags.form].mark, kind: "trace" };
      if (file) await expectOwn(terminal, file);
      const negotiation = await openCase(terminal, folder, flags.share ?? null);
      const { agent = {}, rounds, truth, seconds } = flags;
      const options = { ...analysisOptions(flags), agents: agent, rounds, truth, answersWithin: 1000 * seconds };
      const result = settled(terminal, await playMatch(negotiation, options));
      const names = namesIn(negotiation);
      if (flags.json) terminal.out(`${JSON.stringify(result, null, 2)}\n`);
      else terminal.out(`${matchText(terminal, result, names)}\n`);
      if (file) {
        await writeOwn(terminal, file, FORMS[flags.form].write(result), flags.share === undefined);
        terminal.err(
          `${shared.wrote([file.path], flags.share ? shared.sharedWith(flags.share) : shared.confidential)}\n`,
        );
      }
      if (result.failure) {
        const { party, how, detail } = result.failure;
        throw new Failure(words.failure(names.party(party), how, detail), EXIT.problems);
      }
    });
}

function matchText({ words }: Terminal, result: Match, names: ReturnType<typeof namesIn>): string {
  const { match: said } = words.commands;
  const round = (result.steps.at(-1)?.round ?? 0) + 1;
  return [
    said.ended[result.how],
    ...Object.entries(result.deal ?? {}).map((pair) => item(packageText(names, Object.fromEntries([pair])))),
    said.rounds(round),
    ...(result.deal
      ? [wrap(said.shares(Object.entries(result.shares).map(([party, share]) => [names.party(party), share])))]
      : []),
    ...(result.deal && result.fromNash !== null ? [said.fromNash(result.fromNash)] : []),
  ].join("\n");
}

const agentIn =
  ({ commands }: CommandWording) =>
  (text: string, before: Readonly<Record<string, string>> | undefined): Record<string, string> => {
    const at = text.indexOf("=");
    if (at < 1 || at === text.length - 1) throw new InvalidArgumentError(commands.match.badAgent);
    return { ...before, [text.slice(0, at)]: text.slice(at + 1) };
  };
