// Formats as text for the terminal the least that each file of interests would still sign.
import type { Case, LeastSigned, Names, Sanity, SanityOfParty } from "@parley/core/internal";
import { paint, type Terminal } from "../terminal.js";
import { marked } from "./heading.js";
import { packageText } from "./package-text.js";
import { spokenNames } from "./spoken-names.js";
import { item, wrap } from "./table.js";

export function renderSanity(terminal: Terminal, result: Sanity, negotiation: Case): string {
  const { sanity: words, commands } = terminal.words;
  const names = spokenNames(negotiation, result);
  const today = Object.fromEntries(
    negotiation.issues.map(({ id, options, today: now }) => [id, options[now]?.id ?? ""]),
  );
  return [
    marked(terminal, result),
    wrap(words.about),
    "",
    ...result.parties.flatMap((party) => partyLines(terminal, names, party, today)),
    ...(result.limits ?? []).map((sentence) => item(sentence, 0)),
    wrap(commands.sanity.legend),
  ].join("\n");
}

function partyLines(
  terminal: Terminal,
  names: Names,
  { party, walkAway, low, file, packages }: SanityOfParty,
  today: Readonly<Record<string, string>>,
): string[] {
  const { sanity: words } = terminal.words;
  const named = names.spoken(party);
  return [
    paint(terminal, "bold", terminal.words.names.label(names.party(party))),
    wrap(words.walkAway(named, walkAway), 2),
    ...(low ? [paint(terminal, "yellow", wrap(words.low(named, walkAway), 2))] : []),
    ...(packages.length === 0 ? [wrap(words.nothing(named), 2)] : []),
    ...packages.flatMap((one) => packageLines(terminal, names, party, file, one, today)),
    "",
  ];
}

function packageLines(
  terminal: Terminal,
  names: Names,
  party: string,
  file: string,
  { options, signs, toward, confirmed }: LeastSigned,
  today: Readonly<Record<string, string>>,
): string[] {
  const { sanity: words, commands } = terminal.words;
  const said = { party: names.spoken(party), toward: toward === null ? null : names.spoken(toward), signs };
  const moved = Object.entries(options).filter(([issue, option]) => today[issue] !== option);
  const what = moved.length === 0 ? words.asToday : `${packageText(names, Object.fromEntries(moved))}. ${words.rest}`;
  const asked = confirmed ? words.confirmed(said.party) : words.asked;
  const answer = `- { prefer: no-deal, to: { ${Object.entries(options)
    .map((pair) => pair.join(": "))
    .join(", ")} } }`;
  return [
    item(`${words.signed(said)}: ${what} ${words.toward(said)} ${asked}`, 2),
    ...(confirmed ? [] : [wrap(commands.sanity.mend(file), 6), wrap(answer, 8)]),
  ];
}
