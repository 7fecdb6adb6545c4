import type { Case } from "../../case/index.js";
import { LIKELY } from "./judge.js";
import { adverb, likelihoodWords, percent } from "./likelihood.js";
import type { Ledger, Move, OfferAssessment, PartyVerdict, PriorVerdict, Question, SplitVerdict } from "./types.js";

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? "") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
const points = (value: number): string => `${Math.round(value)} ${Math.round(value) === 1 ? "point" : "points"}`;

/** A question that would remove this share of the doubt decides the matter. */
const DECISIVE = 0.5;

/** What a sentence is made of. */
export interface SentenceParts {
  readonly negotiation: Case;
  readonly verdicts: readonly PriorVerdict[];
  readonly brokenRules: OfferAssessment["brokenRules"];
  readonly redLines: OfferAssessment["redLines"];
  readonly question: Question | null;
}

/** The sentence on top: who gives too much and gets too little, with its probability. */
export function writeSentence(parts: SentenceParts): string {
  const { verdicts, brokenRules } = parts;
  if (brokenRules.length > 0)
    return `It cannot be done: ${brokenRules.map(({ text }) => text.replace(/[.]$/, "")).join("; ")}.`;
  const first = verdicts[0];
  if (!first) return "Whether it would be signed cannot be said from what may be seen here.";
  if (first.classes.noZone >= LIKELY) return noZone(verdicts);
  if (parts.redLines.length > 0) return redLine(parts);
  const turns = parts.question
    ? ` ${parts.question.settles >= DECISIVE ? "It turns on one question" : "Most telling would be"}: ${parts.question.text}`
    : "";
  const agree = verdicts.every(({ key }) => key === first.key);
  if (verdicts.every((verdict) => verdict.signed >= LIKELY))
    return `${signed(verdicts, parts.negotiation)}${agree ? "" : turns}`;
  if (agree && first.key.startsWith("refused")) return refused(verdicts);
  return `${open(verdicts)}${turns}`;
}

const certainIn = (verdicts: readonly PriorVerdict[]): boolean =>
  verdicts.every(({ parties }) => parties.every(({ value }) => value.low === value.high));

/** `would very likely sign (83 %)`; two or more words follow in brackets; none where numbers leave no doubt. */
function would(what: string, probabilities: readonly number[], certain: boolean): string {
  return says("would", what, probabilities, certain);
}

function says(before: string, what: string, probabilities: readonly number[], certain: boolean): string {
  if (certain) return `${before} ${what}`;
  const words = likelihoodWords(probabilities);
  if (words.length === 1) return `${before} ${adverb(probabilities)} ${what} (${percent(probabilities)})`;
  return `${before} ${what} (${words[0]} ${words.length === 2 ? "or" : "to"} ${words.at(-1)}, ${percent(probabilities)})`;
}

function noZone(verdicts: readonly PriorVerdict[]): string {
  const chances = verdicts.map(({ classes }) => classes.noZone);
  const short = (verdicts[0]?.parties ?? []).filter(({ shortfall }) => shortfall && shortfall.median > 0.05);
  const falls = short.map(({ name, shortfall }) => `${name} falls ${points(shortfall?.median ?? 0)} short`);
  const there = says("There is", "no zone of agreement", chances, certainIn(verdicts));
  return `${there}${falls.length > 0 ? `: at the nearest package, ${listed(falls)}` : ""}.`;
}

function redLine({ redLines, verdicts, negotiation }: SentenceParts): string {
  const name = (party: string) => negotiation.parties.find(({ id }) => id === party)?.name ?? party;
  const lines = redLines.map(({ party, text }) => `a red line of ${name(party)} (${text})`);
  const others = (verdicts[0]?.parties ?? []).filter((party) => !party.crossesRedLine && party.walksAway >= LIKELY);
  const also = others.map(
    (party) => `${party.name} ${would("walk away", over(verdicts, party, "walksAway"), certainIn(verdicts))}`,
  );
  return `It crosses ${listed(lines)}${also.length > 0 ? `; ${listed(also)}` : ""}.`;
}

const over = (verdicts: readonly PriorVerdict[], { party }: PartyVerdict, what: "accepts" | "walksAway"): number[] =>
  verdicts.map(({ parties }) => parties.find((other) => other.party === party)?.[what] ?? 0);

function refused(verdicts: readonly PriorVerdict[]): string {
  const parties = verdicts[0]?.parties ?? [];
  const certain = certainIn(verdicts);
  const refusing = parties.filter(({ accepts }) => accepts <= 1 - LIKELY);
  const signing = parties.filter(({ accepts }) => accepts >= LIKELY);
  const walk = refusing.map(
    (party) => `${party.name} ${would("walk away", over(verdicts, party, "walksAway"), certain)}`,
  );
  const sign = signing.map((party) => `${party.name} ${would("sign", over(verdicts, party, "accepts"), certain)}`);
  return `${capital(listed(walk))}${sign.length > 0 ? `; ${listed(sign)}` : ""}.`;
}

function open(verdicts: readonly PriorVerdict[]): string {
  const all = verdicts[0]?.parties.length === 2 ? "both" : "all";
  return `Whether ${all} would sign is open (${percent(verdicts.map((verdict) => verdict.signed))}).`;
}

function signed(verdicts: readonly PriorVerdict[], negotiation: Case): string {
  const parties = verdicts[0]?.parties ?? [];
  const certain = certainIn(verdicts);
  const who =
    parties.length === 1 ? capital(parties[0]?.name ?? "") : parties.length === 2 ? "Both" : `All ${parties.length}`;
  const sign = `${who} ${would(
    "sign",
    verdicts.map((verdict) => verdict.signed),
    certain,
  )}`;
  if (parties.length < 2) return `${sign}.`;
  return `${sign}; ${divided(verdicts, negotiation, certain)}.`;
}

function divided(verdicts: readonly PriorVerdict[], negotiation: Case, certain: boolean): string {
  const split = verdicts[0]?.split ?? [];
  if (split.length === 0) return "the zone is too thin to split";
  const same = (party: string, what: "more" | "tooLittle" | "even") =>
    verdicts.map((verdict) => verdict.split.find((other) => other.party === party)?.[what] ?? 0);
  const name = (party: string) => negotiation.parties.find(({ id }) => id === party)?.name ?? party;
  const likelyIn = (party: string, what: "more" | "tooLittle") => Math.min(...same(party, what)) >= LIKELY;
  const taking = split.find(({ party }) => likelyIn(party, "more"));
  if (taking) {
    const chances = same(taking.party, "more");
    return `${says(`then ${name(taking.party)}`, "takes more than its part", chances, certain)}: ${partAndRange(taking)}`;
  }
  const losing = split.find(({ party }) => likelyIn(party, "tooLittle"));
  if (losing) {
    const chances = same(losing.party, "tooLittle");
    return `${says(`then ${name(losing.party)}`, "gets too little", chances, certain)}: ${partAndRange(losing)}`;
  }
  const [shown] = split;
  if (!shown) return "the split is open";
  const chances = same(shown.party, "even");
  const ranges = verdicts.map((verdict) => verdict.split.find(({ party }) => party === shown.party)?.part.median ?? 0);
  if (Math.min(...chances) >= LIKELY)
    return `${says("then the split is", "even", chances, certain)}: ${name(shown.party)} has ${partAndRange(shown)}`;
  return `who then takes more than its part is open: ${name(shown.party)} has ${percent(ranges, true).replace(" %", "")} of 100, where Nash and Kalai–Smorodinsky give it ${fairRange(shown)}`;
}

/** `61 of 100, where Nash and Kalai–Smorodinsky give it 47–52`. */
function partAndRange(split: SplitVerdict): string {
  return `${Math.round(100 * split.part.median)} of 100, where Nash and Kalai–Smorodinsky give it ${fairRange(split)}`;
}

function fairRange({ fair }: SplitVerdict): string {
  const [least, most] = fair.map((value) => Math.round(100 * value));
  return least === most ? `${least}` : `${least}–${most}`;
}

/** Further sentences: who gets nothing, what cannot be taken back, where the priors part. */
export function writeRemarks(
  negotiation: Case,
  moves: readonly Move[],
  ledgers: readonly Ledger[],
  verdicts: readonly PriorVerdict[],
  against: string,
): string[] {
  const vetoes = new Set(negotiation.parties.filter(({ role }) => role === "negotiating").map(({ id }) => id));
  const own = ledgers.filter(({ party }) => vetoes.has(party));
  const nothing = own
    .filter(({ getsNothing, givesNothing }) => getsNothing && !givesNothing)
    .map((ledger) => getsNothing(negotiation, ledger, moves, against));
  const forGood = own
    .filter(({ irreversibleForReversible }) => irreversibleForReversible.length > 0)
    .map(
      ({ name, irreversibleForReversible }) =>
        `${capital(name)} gives for good (${irreversibleForReversible.join(", ")}) and gets only what can be taken back.`,
    );
  const keys = [...new Set(verdicts.map(({ key }) => key))];
  const parted =
    keys.length > 1
      ? [`The two priors disagree: ${verdicts.map(({ prior, key }) => `with ${prior} steps, ${key}`).join("; ")}.`]
      : [];
  return [...nothing, ...forGood, ...parted];
}

function getsNothing(negotiation: Case, { party, name }: Ledger, moves: readonly Move[], against: string): string {
  const given = moves
    .filter(({ givenBy }) => givenBy.includes(party))
    .map(({ issue, to }) => {
      const found = negotiation.issues.find(({ id }) => id === issue);
      const option = found?.options.find(({ id }) => id === to);
      return `${found?.name ?? issue}: ${option?.name ?? to}`;
    });
  const baseline =
    against === "today"
      ? "does not have today"
      : `does not have with ${against === "no-deal" ? "no deal" : `“${against}”`}`;
  return `${capital(name)} gives ${given.join("; ")} – and gets nothing that it ${baseline}.`;
}
