// The command with which a person negotiates against a counterpart drawn from the case, and sees afterwards what was so.
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { type Case, type CommandWording, describeProblem, type Outcome } from "@parley/core/internal";
import {
  DEFAULT_ROUNDS,
  dayOfRound,
  type KeptRehearsal,
  MOST_DAYS_APART,
  MOST_PRACTICE_ROUNDS,
  type OfferedPackage,
  type OwnMove,
  PROTOCOLS,
  type Practice,
  type Protocol,
  practice,
  readRehearsal,
  roundsUntil,
  STYLE_NAMES,
  writeRehearsal,
} from "@parley/core/rehearsal";
import { Command, Option } from "commander";
import { reasonOf } from "../../store/index.js";
import { EXIT, Failure } from "../failure.js";
import { openCase } from "../open-case.js";
import { analysisOptions, dayIn, type SharedFlags, wholeNumber, withSharedOptions } from "../options.js";
import { expectOwn, type OwnFile, writeOwn } from "../own-file.js";
import { comparedText, debriefText, hintsText, moveText } from "../render/rehearsal.js";
import { item } from "../render/table.js";
import type { Prompter, Terminal } from "../terminal.js";
import { settled } from "./analysis.js";

interface Flags extends SharedFlags {
  readonly as?: string;
  readonly against: string;
  readonly rounds: number;
  readonly every?: number;
  readonly until?: string;
  readonly delay: number;
  readonly protocol: Protocol;
  readonly second?: true;
  readonly output?: string;
  readonly play?: readonly string[];
  readonly styles?: true;
}

export function rehearseCommand(terminal: Terminal): Command {
  const { rehearse: words, shared } = terminal.words.commands;
  const command = new Command("rehearse")
    .description(words.description)
    .argument("[CASE]", shared.caseFolder, ".")
    .option("--as <PARTY>", words.flags.as)
    .option("--against <STYLE>", words.flags.against, "linear")
    .addOption(
      new Option("--rounds <N>", words.flags.rounds)
        .default(DEFAULT_ROUNDS)
        .argParser(wholeNumber(terminal.words, 1, MOST_PRACTICE_ROUNDS)),
    )
    .addOption(
      new Option("--every <DAYS>", words.flags.every).argParser(wholeNumber(terminal.words, 1, MOST_DAYS_APART)),
    )
    .addOption(new Option("--until <DATE>", words.flags.until).argParser(dayIn(terminal.words)).conflicts("rounds"))
    .addOption(
      new Option("--delay <PERCENT>", words.flags.delay).default(0).argParser(wholeNumber(terminal.words, 0, 50)),
    )
    .addOption(new Option("--protocol <NAME>", words.flags.protocol).choices(PROTOCOLS).default("alternating"))
    .option("--second", words.flags.second)
    .option("-o, --output <FILE>", words.flags.output)
    .option("--play <FILES...>", words.flags.play)
    .option("--styles", words.flags.styles);
  return withSharedOptions(terminal.words, command)
    .addHelpText("after", words.examples)
    .action(async (folder: string, flags: Flags, command: Command) => {
      if (flags.styles) return terminal.out(`${stylesText(terminal)}\n`);
      const negotiation = await openCase(terminal, folder, flags.share ?? null);
      if (flags.play) return await again(terminal, negotiation, flags, flags.play);
      await sit(terminal, negotiation, flags, (flag) => command.getOptionValueSource(flag) === "cli");
    });
}

const stylesText = ({ words }: Terminal): string =>
  STYLE_NAMES.map((name) => {
    const style = words.rehearsal.style(name);
    return item(words.commands.rehearse.style(name, style?.does ?? "", style?.source ?? ""), 0);
  }).join("\n");

/** Kept rehearsals: one move by move, several beside each other. */
async function again(terminal: Terminal, negotiation: Case, flags: Flags, files: readonly string[]): Promise<void> {
  const states: { file: string; state: Practice }[] = [];
  for (const file of files) {
    const kept = await readKept(terminal, file);
    sayOfWhat(terminal, negotiation, file, kept);
    const outcome = practice(negotiation, { ...analysisOptions(flags), ...kept.setting }, kept.moves);
    states.push({ file: basename(file), state: inFile(terminal, file, outcome) });
  }
  const [only] = states;
  if (flags.json) {
    terminal.out(`${JSON.stringify(only && states.length === 1 ? only.state : states, null, 2)}\n`);
  } else if (only && states.length === 1) {
    for (const place of only.state.moves.keys())
      terminal.out(`${moveText(terminal, negotiation, only.state, place)}\n`);
    if (only.state.over) terminal.out(`\n${debriefText(terminal, negotiation, only.state)}\n`);
  } else terminal.out(`${comparedText(terminal, states)}\n`);
}

function inFile(terminal: Terminal, file: string, outcome: Outcome<Practice>): Practice {
  if (outcome.ok) return outcome.value;
  return settled(terminal, { ...outcome, reasons: outcome.reasons.map((reason) => `${file}: ${reason}`) });
}

async function readKept({ words }: Terminal, file: string): Promise<KeptRehearsal> {
  const text = await readFile(file, "utf8").catch((error: unknown) => {
    throw new Failure(words.commands.shared.cannotRead(file, reasonOf(error)), EXIT.usage);
  });
  const read = readRehearsal(file, text);
  if (read.ok) return read.value;
  throw new Failure(read.problems.map(describeProblem).join("\n"), EXIT.problems);
}

/** One rehearsal under way. */
interface Sitting {
  readonly terminal: Terminal;
  readonly prompter: Prompter;
  readonly negotiation: Case;
  readonly kept: Omit<KeptRehearsal, "moves">;
  readonly file: OwnFile | null;
  readonly options: Parameters<typeof practice>[1];
}

/** What a file of ours begins with. */
const MARK = "rehearsal: 1\n";

async function sit(
  terminal: Terminal,
  negotiation: Case,
  flags: Flags,
  given: (flag: string) => boolean,
): Promise<void> {
  const words = terminal.words.commands.rehearse;
  const { prompter } = terminal;
  if (flags.as === undefined && flags.output === undefined) throw new Failure(words.noAs, EXIT.usage);
  if (!prompter) throw new Failure(words.noTerminal, EXIT.usage);
  const file: OwnFile | null =
    flags.output === undefined ? null : { path: flags.output, mark: MARK, kind: "rehearsal" };
  if (file) await expectOwn(terminal, file);
  const earlier = file && existsSync(file.path) ? await readKept(terminal, file.path) : null;
  const party = flags.as ?? earlier?.setting.party;
  if (party === undefined) throw new Failure(words.noAs, EXIT.usage);
  const asked = settingIn(terminal, negotiation, flags, party);
  if (file && earlier) {
    sayOfWhat(terminal, negotiation, file.path, earlier);
    const otherwise = otherThan(earlier.setting, asked, given);
    if (otherwise.length > 0) throw new Failure(words.otherSetting(file.path, otherwise), EXIT.usage);
  }
  const setting = earlier?.setting ?? asked;
  const sitting: Sitting = {
    terminal,
    prompter,
    negotiation,
    file,
    kept: { title: negotiation.title, digest: negotiation.digest, setting },
    options: { ...analysisOptions(flags), ...setting, hints: true },
  };
  let moves = earlier?.moves ?? [];
  let state = stateOf(sitting, moves);
  if (file && earlier) {
    if (state.over) throw new Failure(words.isOver(file.path), EXIT.usage);
    prompter.say(words.goesOn(file.path, moves.length));
  }
  const first = dayOfRound(state, 1);
  const last = dayOfRound(state, state.rounds);
  const days = first !== null && last !== null ? ([first, last] as const) : null;
  prompter.say(words.begin(state.name, state.others.map(({ name }) => name).join(", "), state.rounds, days));
  if (state.protocol === "sealed") prompter.say(words.sealed);
  if (state.protocol === "single-text") prompter.say(words.singleText);
  for (const limit of state.limits ?? []) prompter.say(limit);
  await keep(sitting, moves);
  let shown = show(sitting, state, 0);
  let lastRoundSaid = false;
  while (!state.over) {
    if (state.round === state.rounds && !state.lastWord && !lastRoundSaid) {
      prompter.say(words.lastRound);
      lastRoundSaid = true;
    }
    const next = await nextMoves(sitting, state, moves);
    if (next === null) return;
    if (next === "hint") {
      prompter.say(hintsText(terminal, negotiation, state));
      continue;
    }
    const tried = practice(negotiation, sitting.options, next);
    if (!tried.ok) {
      prompter.warn(tried.reasons.join("\n"));
      continue;
    }
    // Who goes back is shown again what they answer.
    if (next.length < moves.length) shown = tried.value.moves.findLastIndex(({ by }) => by === party) + 1;
    [moves, state] = [next, tried.value];
    await keep(sitting, moves);
    shown = show(sitting, state, shown);
  }
  prompter.say(debriefText(terminal, negotiation, state));
}

type KeptSetting = KeptRehearsal["setting"];

/** What the flags ask for. */
function settingIn(terminal: Terminal, negotiation: Case, flags: Flags, party: string): KeptSetting {
  const { asOf, views, models, seed } = analysisOptions(flags);
  return {
    party,
    against: flags.against,
    ...timeIn(terminal, negotiation, flags),
    ...(flags.delay > 0 && { delay: flags.delay / 100 }),
    ...(flags.protocol !== "alternating" && { protocol: flags.protocol }),
    ...(flags.second && { second: true }),
    ...(seed !== undefined && { seed }),
    ...(models !== undefined && { models }),
    ...(asOf !== undefined && { asOf }),
    ...(views !== undefined && { views: views as Readonly<Record<string, string>> }),
  };
}

/** Flags and what they set. */
const SET_BY = [
  ["as", "--as", "party"],
  ["against", "--against", "against"],
  ["rounds", "--rounds", "rounds"],
  ["every", "--every", "daysApart"],
  ["until", "--until", "rounds"],
  ["delay", "--delay", "delay"],
  ["protocol", "--protocol", "protocol"],
  ["second", "--second", "second"],
  ["seed", "--seed", "seed"],
  ["models", "--models", "models"],
  ["asOf", "--as-of", "asOf"],
  ["view", "--view", "views"],
] as const;

/** The flags that were given and ask for something else than a file keeps. */
const otherThan = (kept: KeptSetting, asked: KeptSetting, given: (flag: string) => boolean): string[] =>
  SET_BY.filter(([flag, , sets]) => given(flag) && JSON.stringify(kept[sets]) !== JSON.stringify(asked[sets])).map(
    ([, flag]) => flag,
  );

/** Says where a file was kept of another case than this, or of another version of it. */
function sayOfWhat({ err, words }: Terminal, { digest, title }: Case, file: string, kept: KeptRehearsal): void {
  if (kept.digest === digest) return;
  const { otherCase, otherTitle } = words.commands.rehearse;
  err(`${kept.title === title ? otherCase(file) : otherTitle(file, kept.title, title)}\n`);
}

/** The rounds, and the days that they have. */
function timeIn(
  { words }: Terminal,
  negotiation: Case,
  flags: Flags,
): Pick<KeptRehearsal["setting"], "rounds" | "daysApart" | "asOf"> {
  const { every, until, rounds } = flags;
  if (every === undefined && until === undefined) return { rounds };
  const first = flags.asOf ?? negotiation.asOf;
  const apart = every ?? 1;
  // The days of the rounds begin with that of the case, which the file must hold to keep them.
  const kept = { daysApart: apart, ...(first !== null && { asOf: first }) };
  if (until === undefined || first === null) return { rounds, ...kept };
  const { tooEarly, tooMany } = words.commands.rehearse;
  const fitting = roundsUntil(first, until, apart);
  if (fitting === 0) throw new Failure(tooEarly(until, first), EXIT.usage);
  if (fitting > MOST_PRACTICE_ROUNDS) throw new Failure(tooMany(fitting, MOST_PRACTICE_ROUNDS), EXIT.usage);
  return { rounds: fitting, ...kept };
}

const stateOf = ({ terminal, negotiation, options }: Sitting, moves: readonly OwnMove[]): Practice =>
  settled(terminal, practice(negotiation, options, moves));

async function keep({ terminal, file, kept }: Sitting, moves: readonly OwnMove[]): Promise<void> {
  if (file) await writeOwn(terminal, file, writeRehearsal({ ...kept, moves }), true);
}

/** Says the moves from one on. @returns how many have been said */
function show({ terminal, prompter, negotiation }: Sitting, state: Practice, from: number): number {
  for (let place = from; place < state.moves.length; place++)
    prompter.say(moveText(terminal, negotiation, state, place));
  return state.moves.length;
}

/** The moves with what the person chose; null where they stop. */
async function nextMoves(
  sitting: Sitting,
  state: Practice,
  moves: readonly OwnMove[],
): Promise<readonly OwnMove[] | "hint" | null> {
  const { prompter, terminal, negotiation } = sitting;
  const { menu } = terminal.words.commands.rehearse;
  if (state.asked) {
    const [yes, no] = state.asked.draft ? [menu.yes, menu.no] : [menu.sign, menu.refuse];
    const choices = [{ id: "accept", text: yes }, { id: "keep", text: no }, ...besides(state, menu)];
    const answer = await prompter.ask(menu.what, choices, { back: moves.length > 0, kept: sitting.file !== null });
    return done(state, moves, answer);
  }
  const own = state.moves.findLast(({ by, kind }) => by === state.party && kind === "offer")?.package ?? null;
  const theirs = state.moves.findLast(({ by, kind }) => by !== state.party && kind === "offer")?.package ?? null;
  const choices = [
    ...(state.canAccept ? [{ id: "accept", text: menu.accept }] : []),
    ...(own ? [{ id: "own", text: menu.own }] : []),
    ...(theirs ? [{ id: "theirs", text: menu.theirs }] : []),
    ...(own ? [] : [{ id: "today", text: menu.today }]),
    ...(state.hints?.better ? [{ id: "better", text: menu.better }] : []),
    ...(own ? [{ id: "again", text: menu.again }] : []),
    ...besides(state, menu),
  ];
  const answer = await prompter.ask(menu.what, choices, { back: moves.length > 0, kept: sitting.file !== null });
  switch (answer) {
    case "again":
      return [...moves, { kind: "offer", package: own ?? {} }];
    case "better":
      return [...moves, { kind: "offer", package: state.hints?.better?.package ?? {} }];
    case "own":
    case "theirs":
    case "today": {
      const from = answer === "own" ? own : answer === "theirs" ? theirs : null;
      const offered = await filledIn(sitting, from ?? todayOf(negotiation));
      return offered === null ? moves : [...moves, { kind: "offer", package: offered }];
    }
    default:
      return done(state, moves, answer);
  }
}

/** What can be done however it is negotiated. */
const besides = (state: Practice, menu: CommandWording["commands"]["rehearse"]["menu"]) => [
  { id: "hint", text: menu.hint },
  ...(state.round < state.rounds
    ? [{ id: "warn", text: menu.warn(state.round + 1, dayOfRound(state, state.round + 1)) }]
    : []),
  { id: "walk", text: menu.walk },
];

/** The moves after what needs no offer. */
function done(
  { round }: Practice,
  moves: readonly OwnMove[],
  answer: string | null,
): readonly OwnMove[] | "hint" | null {
  switch (answer) {
    case null:
      return null;
    case "back":
      return moves.slice(0, -1);
    case "accept":
    case "keep":
    case "walk":
      return [...moves, { kind: answer }];
    case "warn":
      return [...moves, { kind: "warn", round: round + 1 }];
    default:
      return "hint";
  }
}

const todayOf = ({ issues }: Case): OfferedPackage =>
  Object.fromEntries(issues.map(({ id, options, today }) => [id, options[today]?.id ?? ""]));

/** An offer, issue by issue; null where the person goes back. */
async function filledIn(
  { prompter, terminal, negotiation, file, options: { protocol } }: Sitting,
  from: OfferedPackage,
): Promise<OfferedPackage | null> {
  const { grid, open } = terminal.words.commands.rehearse;
  // A bid under seal leaves nothing open.
  const sealed = protocol === "sealed";
  let offered: OfferedPackage = from;
  for (;;) {
    const which = await prompter.ask(
      grid.which,
      [
        { id: "send", text: grid.send },
        ...negotiation.issues.map(({ id, name, options }) => ({
          id: `issue:${id}`,
          text: grid.now(name, options.find((option) => option.id === offered[id])?.name ?? open),
        })),
      ],
      { back: true, kept: file !== null },
    );
    if (which === null || which === "back") return null;
    if (which === "send") {
      if (Object.keys(offered).length > 0) return offered;
      prompter.warn(grid.allOpen);
      continue;
    }
    const issue = negotiation.issues.find(({ id }) => `issue:${id}` === which);
    if (!issue) continue;
    const option = await prompter.ask(
      grid.option(issue.name),
      [
        ...issue.options.map(({ id, name }) => ({ id: `option:${id}`, text: name })),
        ...(sealed ? [] : [{ id: "open", text: grid.leaveOpen }]),
      ],
      { back: true, kept: file !== null },
    );
    if (option === null || option === "back") continue;
    const { [issue.id]: _, ...others } = offered;
    offered = option === "open" ? others : { ...others, [issue.id]: option.slice("option:".length) };
  }
}
