// Formats as text for the terminal what happens in a rehearsal, what may be asked for in it, and what was so once it is over.
import { bandText, type Case, type Names, tenthText } from "@parley/core/internal";
import { dayOfRound, lessonSaid, othersOf, type Practice, rehearsedSaid, type SeenMove } from "@parley/core/rehearsal";
import { paint, type Terminal } from "../terminal.js";
import { packageText } from "./package-text.js";
import { spokenNames } from "./spoken-names.js";
import { columns, item, wrap } from "./table.js";

/** One move after those before it. */
export function moveText(terminal: Terminal, negotiation: Case, state: Practice, place: number): string {
  const words = terminal.words.commands.rehearse;
  const names = spokenNames(negotiation, state);
  const move = state.moves[place];
  if (!move) return "";
  const own = move.by === state.party;
  const who = own ? words.you : terminal.words.names.label(move.name);
  const head =
    state.moves[place - 1]?.round === move.round
      ? []
      : [paint(terminal, "bold", words.round(move.round, state.rounds, dayOfRound(state, move.round)))];
  return [...head, ...bodyOf(terminal, names, state, move, who, before(state, place))].join("\n");
}

/** The offer that was made before this one, by anybody. */
const before = ({ moves }: Practice, place: number): SeenMove | null =>
  moves.slice(0, place).findLast(({ kind }) => kind === "offer") ?? null;

function bodyOf(
  terminal: Terminal,
  names: Names,
  state: Practice,
  move: SeenMove,
  who: string,
  last: SeenMove | null,
): string[] {
  const words = terminal.words.commands.rehearse;
  const { noDeal } = state;
  const { by, kind, package: offered, own, said, until, crosses } = move;
  const reasons = said.map((one) => wrap(terminal.words.rehearsal.said(rehearsedSaid(names, by ?? "", one)), 2));
  switch (kind) {
    case "accept":
      return [words.accepts(who)];
    case "walk":
      return [words.walks(who), ...reasons];
    case "warn":
      return [words.warns(who, until ?? 0, dayOfRound(state, until ?? 0))];
    case "yes":
    case "no":
    case "signs":
    case "refuses":
      return [words.answers[kind](who), ...reasons];
    case "taken":
    case "stays":
      return [words.mediator[kind]];
    case "begins":
    case "draft":
    case "signature":
      return mediated(terminal, names, noDeal, { ...move, kind });
    case "offer":
  }
  const changed = Object.entries(offered ?? {}).filter(([issue, option]) => last?.package?.[issue] !== option);
  const open = Object.keys(last?.package ?? {}).filter((issue) => offered?.[issue] === undefined);
  return [
    words.offers(who),
    ...changed.map((pair) => item(packageText(names, Object.fromEntries([pair])))),
    ...open.map((issue) => item(words.grid.now(names.issue(issue), words.open))),
    ...(last && changed.length < Object.keys(offered ?? {}).length ? [wrap(words.same, 2)] : []),
    ...(own ? [wrap(words.worth(bandText(own), bandText(noDeal)), 2)] : []),
    ...crosses.map((text) => wrap(words.crosses(text), 2)),
    ...reasons,
  ];
}

/** What a mediator shows: a whole text, or what a draft would change in it. */
function mediated(
  terminal: Terminal,
  names: Names,
  noDeal: Practice["noDeal"],
  {
    kind,
    package: shown,
    text,
    own,
    textWorth,
    crosses,
  }: SeenMove & { readonly kind: "begins" | "draft" | "signature" },
): string[] {
  const words = terminal.words.commands.rehearse;
  const changed = Object.entries(shown ?? {}).filter(([issue, option]) => text?.[issue] !== option);
  return [
    words.mediator[kind],
    ...changed.map((pair) => item(packageText(names, Object.fromEntries([pair])))),
    ...(text && changed.length < Object.keys(shown ?? {}).length ? [wrap(words.sameAsText, 2)] : []),
    ...(own
      ? [
          wrap(
            textWorth === null
              ? words.worth(bandText(own), bandText(noDeal))
              : words.draftWorth(bandText(own), textWorth.toFixed(0)),
            2,
          ),
        ]
      : []),
    ...crosses.map((line) => wrap(words.crosses(line), 2)),
  ];
}

/** What a person asked for in the middle of a rehearsal. */
export function hintsText(terminal: Terminal, negotiation: Case, state: Practice): string {
  const { commands, rehearsal, numbers } = terminal.words;
  const { hints: words } = commands.rehearse;
  const names = spokenNames(negotiation, state);
  const { hints } = state;
  if (!hints) return "";
  return [
    ...hints.learned.flatMap(({ name, issues }) => [
      wrap(words.learned(name)),
      ...issues
        .slice(0, 5)
        .map(({ issue, before: first, now }) =>
          item(rehearsal.believed(names.issue(issue), [first.low, first.high], [now.low, now.high])),
        ),
    ]),
    ...(hints.aboveNoDeal === null ? [] : [wrap(words.above(numbers.points(hints.aboveNoDeal)))]),
    ...(hints.better
      ? [
          wrap(words.better(`+${tenthText(hints.better.own)}`, `+${tenthText(hints.better.others)}`)),
          ...Object.entries(hints.better.package).map((pair) => item(packageText(names, Object.fromEntries([pair])))),
        ]
      : state.moves.some(({ by, kind }) => by === state.party && kind === "offer")
        ? [wrap(words.noBetter)]
        : []),
  ].join("\n");
}

/** What was so, once it is over. */
export function debriefText(terminal: Terminal, negotiation: Case, state: Practice): string {
  const { commands, rehearsal, numbers } = terminal.words;
  const { debrief: words, ended } = commands.rehearse;
  const names = spokenNames(negotiation, state);
  const { debrief: found, over } = state;
  if (!found || !over) return "";
  const who =
    over.by === null
      ? ""
      : over.by === state.party
        ? commands.rehearse.you
        : terminal.words.names.label(names.party(over.by));
  const others = (values: readonly number[]) => othersOf(found, values);
  return [
    paint(terminal, "bold", over.how === "walked" ? ended.walked(who) : ended[over.how]),
    "",
    paint(terminal, "bold", words.lessons),
    ...found.lessons.map((lesson) => item(rehearsal.lesson(lessonSaid(names, lesson)))),
    "",
    paint(terminal, "bold", words.heading),
    ...found.truths.flatMap(({ name, party, style, issues }) => [
      wrap(rehearsal.played(names.spoken(party) === name ? name : names.spoken(party), style)),
      ...issues
        .slice(0, 5)
        .map(({ issue, really, before: first, after }) =>
          item(rehearsal.unveiled(names.issue(issue), really, [first.low, first.high], [after.low, after.high])),
        ),
    ]),
    "",
    ...(found.drafts.length > 0
      ? [
          paint(terminal, "bold", words.drafts),
          columns(
            [
              words.draftColumns,
              ...found.drafts.map(({ round, values, became }) => [
                `${round}`,
                words.became[became],
                (values[found.own] ?? 0).toFixed(0),
                others(values).toFixed(0),
              ]),
            ],
            [7, 30, 9, 11],
            [2, 3],
          ),
          "",
        ]
      : []),
    columns(
      [
        words.columns,
        ...found.steps.map(({ round, by, values, cost, brought }) => [
          `${round}`,
          by === found.own ? commands.rehearse.you : terminal.words.names.label(found.players[by]?.name ?? ""),
          (values[found.own] ?? 0).toFixed(0),
          others(values).toFixed(0),
          cost === null ? "" : tenthText(cost),
          brought === null ? "" : tenthText(brought),
        ]),
        ["", words.noDeal, (found.noDeal[found.own] ?? 0).toFixed(0), others(found.noDeal).toFixed(0), "", ""],
        ...(["deal", "nash", "kalaiSmorodinsky"] as const).flatMap((key) => {
          const one = found[key];
          const label = key === "deal" ? words.deal : words.fair[key];
          return one
            ? [["", label, (one.values[found.own] ?? 0).toFixed(0), others(one.values).toFixed(0), "", ""]]
            : [];
        }),
      ],
      [7, 30, 9, 11, 9, 9],
      [2, 3, 4, 5],
    ),
    ...(found.partly > 0 ? [wrap(rehearsal.partly(found.partly))] : []),
    "",
    ...(found.shares
      ? [
          wrap(
            words.shares(
              `${tenthText(Math.round(found.shares[found.own] ?? 0))} %`,
              `${tenthText(Math.round(others(found.shares)))} %`,
            ),
          ),
        ]
      : [wrap(words.noZone)]),
    ...(found.most ? [wrap(words.most(numbers.points(found.most.values[found.own] ?? 0)))] : []),
    ...(found.missed && over.package
      ? [
          wrap(words.missed),
          ...Object.entries(found.missed.package)
            .filter(([issue, option]) => over.package?.[issue] !== option)
            .map((pair) => item(packageText(names, Object.fromEntries([pair])))),
        ]
      : []),
  ].join("\n");
}

/** Several rehearsals beside each other. */
export function comparedText(
  terminal: Terminal,
  states: readonly { readonly file: string; readonly state: Practice }[],
): string {
  const { compare, you, byProtocol } = terminal.words.commands.rehearse;
  const words = { ...compare, byProtocol };
  return [
    columns(
      [
        words.columns,
        ...states.map(({ file, state: { name, against, protocol, round, debrief, over, party } }) => [
          file,
          terminal.words.names.label(name),
          words.byProtocol[protocol](against),
          `${round}`,
          debrief?.shares ? (debrief.shares[debrief.own] ?? 0).toFixed(0) : words.none,
          debrief?.shares ? othersOf(debrief, debrief.shares).toFixed(0) : words.none,
          over === null
            ? words.open
            : over.how === "walked"
              ? words.walked(over.by === party ? you : (over.by ?? ""))
              : words[over.how],
        ]),
      ],
      [18, 12, 15, 7, 4, 7, 17],
    ),
    wrap(words.sameCase),
  ].join("\n");
}
