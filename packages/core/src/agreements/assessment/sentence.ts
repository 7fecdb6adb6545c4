import type { Case } from "../../case/index.js";
import {
  adverb,
  capital,
  LIKELY,
  likelihoodWords,
  listed,
  type Named,
  objective,
  partyNamed,
  percent,
  possessive,
  pronoun,
  verb,
} from "../../wording/index.js";
import { ofSigned } from "./judge.js";
import type {
  Ledger,
  Move,
  OfferAssessment,
  PartyVerdict,
  PriorVerdict,
  Question,
  Side,
  SplitVerdict,
} from "./types.js";

const points = (value: number): string => `${Math.round(value)} ${Math.round(value) === 1 ? "point" : "points"}`;

/** A question that would remove this share of the doubt decides the matter. */
const DECISIVE = 0.5;

/** What a sentence is made of. */
export interface SentenceParts {
  readonly negotiation: Case;
  readonly verdicts: readonly PriorVerdict[];
  readonly sides: readonly Side[];
  readonly brokenRules: OfferAssessment["brokenRules"];
  readonly redLines: OfferAssessment["redLines"];
  readonly question: Question | null;
}

/** The sentence on top: who gives too much and gets too little, with its probability. */
export function writeSentence(parts: SentenceParts): string {
  const { verdicts, brokenRules, redLines, question } = parts;
  if (brokenRules.length > 0)
    return `It cannot be done: ${brokenRules.map(({ text }) => text.replace(/[.]$/, "")).join("; ")}.`;
  if (verdicts.length === 0) return bySides(parts);
  if (verdicts.every(({ classes }) => classes.noZone >= LIKELY)) return noZone(parts);
  if (redLines.length > 0) return redLine(parts);
  const turns = question
    ? ` ${question.settles >= DECISIVE ? "It turns on one question" : "The most telling question"}: ${question.text}`
    : "";
  const agree = verdicts.every(({ key }) => key === verdicts[0]?.key);
  if (verdicts.every((verdict) => verdict.signed >= LIKELY)) return `${signed(parts)}${agree ? "" : turns}`;
  const refusing = refusers(verdicts);
  if (refusing.length > 0) return `${refused(verdicts, refusing)}${agree ? "" : turns}`;
  return `${open(verdicts)}${turns}`;
}

/** Whether the sentence says that it is open whether all would sign. */
export function saysOpen({ verdicts, redLines }: Pick<SentenceParts, "verdicts" | "redLines">): boolean {
  const decided =
    redLines.length > 0 ||
    verdicts.every(({ classes }) => classes.noZone >= LIKELY) ||
    verdicts.every(({ signed: share }) => share >= LIKELY) ||
    refusers(verdicts).length > 0;
  return !decided && !isUnlikely(verdicts);
}

const isUnlikely = (verdicts: readonly PriorVerdict[]): boolean =>
  Math.max(...verdicts.map((verdict) => verdict.signed)) <= 1 - LIKELY;

/** What can be said where the needs of some may not be seen: each of the others by itself. */
function bySides({ negotiation, sides, redLines }: SentenceParts): string {
  const known = sides[0]?.parties ?? [];
  if (known.length === 0) return "Whether it would be signed cannot be said from what may be seen here.";
  const name = (party: string) => negotiation.parties.find(({ id }) => id === party)?.name ?? party;
  const crossed = redLines.map(({ party, text }) => `it crosses a red line of ${name(party)} (${text})`);
  const each = known.flatMap((side) => {
    const chances = (what: "accepts" | "walksAway") =>
      sides.map(({ parties }) => parties.find(({ party }) => party === side.party)?.[what] ?? 0);
    const certain = sides.every((one) => one.certain);
    if (side.crossesRedLine) return [];
    const walks = Math.max(...chances("accepts")) < 0.5;
    return [`${side.name} ${would(walks ? "walk away" : "sign", chances(walks ? "walksAway" : "accepts"), certain)}`];
  });
  const others = negotiation.parties
    .filter(({ id, role }) => role === "negotiating" && !known.some(({ party }) => party === id))
    .map((party) => party.name);
  const said = `${capital([...crossed, ...each].join("; "))}.`;
  if (others.length === 0)
    return `${said} Whether what it gives is split fairly is not said: the case is too large for that.`;
  return `${said} What ${listed(others)} would do cannot be said from what may be seen here.`;
}

const certainIn = (verdicts: readonly PriorVerdict[]): boolean => verdicts.every(({ certain }) => certain);

/** `would very likely sign (83 %)`; two or more words follow in brackets; none where numbers leave no doubt. */
function would(what: string, probabilities: readonly number[], certain: boolean): string {
  return says("would", what, probabilities, certain);
}

function says(before: string, what: string, probabilities: readonly number[], certain: boolean): string {
  if (certain) return `${before} ${what}`;
  const words = likelihoodWords(probabilities);
  if (words.length === 1) return `${before} ${adverb(probabilities)} ${what} (${percent(probabilities)})`;
  return `${before} ${what} (${between(probabilities)})`;
}

/** `likely or very likely, 76–83 %`. */
function between(probabilities: readonly number[]): string {
  const words = likelihoodWords(probabilities);
  const said = words.length === 1 ? words[0] : `${words[0]} ${words.length === 2 ? "or" : "to"} ${words.at(-1)}`;
  return `${said}, ${percent(probabilities)}`;
}

function noZone({ verdicts, negotiation }: SentenceParts): string {
  const chances = verdicts.map(({ classes }) => classes.noZone);
  const short = (verdicts[0]?.parties ?? []).filter(({ shortfall }) => shortfall && shortfall.median > 0.05);
  const falls = short.map(
    ({ name, shortfall }) =>
      `${name} ${verb(partyNamed(negotiation, name), "falls")} ${points(shortfall?.median ?? 0)} short`,
  );
  const there = says("There is", "no zone of agreement", chances, certainIn(verdicts));
  return `${there}${falls.length > 0 ? `: at the nearest package, ${listed(falls)}` : ""}.`;
}

function redLine({ redLines, verdicts, negotiation }: SentenceParts): string {
  const name = (party: string) => negotiation.parties.find(({ id }) => id === party)?.name ?? party;
  const lines = redLines.map(({ party, text }) => `a red line of ${name(party)} (${text})`);
  const others = (verdicts[0]?.parties ?? []).filter(
    (party) => !party.crossesRedLine && Math.min(...over(verdicts, party, "walksAway")) >= LIKELY,
  );
  const also = others.map(
    (party) => `${party.name} ${would("walk away", over(verdicts, party, "walksAway"), certainIn(verdicts))}`,
  );
  return `It crosses ${listed(lines)}${also.length > 0 ? `; ${listed(also)}` : ""}.`;
}

/** A party's probability under each prior. */
export const over = (
  verdicts: readonly PriorVerdict[],
  { party }: { readonly party: string },
  what: "accepts" | "walksAway",
): number[] => verdicts.map(({ parties }) => parties.find((other) => other.party === party)?.[what] ?? 0);

/** Parties that would likely walk away under every prior. */
function refusers(verdicts: readonly PriorVerdict[]): readonly PartyVerdict[] {
  return (verdicts[0]?.parties ?? []).filter((party) => Math.min(...over(verdicts, party, "walksAway")) >= LIKELY);
}

function refused(verdicts: readonly PriorVerdict[], refusing: readonly PartyVerdict[]): string {
  const certain = certainIn(verdicts);
  const signing = (verdicts[0]?.parties ?? []).filter(
    (party) => Math.min(...over(verdicts, party, "accepts")) >= LIKELY,
  );
  const walk = refusing.map(
    (party) => `${party.name} ${would("walk away", over(verdicts, party, "walksAway"), certain)}`,
  );
  const sign = signing.map((party) => `${party.name} ${would("sign", over(verdicts, party, "accepts"), certain)}`);
  return `${capital(listed(walk))}${sign.length > 0 ? `; ${listed(sign)}` : ""}.`;
}

function open(verdicts: readonly PriorVerdict[]): string {
  const chances = verdicts.map((verdict) => verdict.signed);
  const all = (verdicts[0]?.parties.length ?? 0) === 2 ? "both" : "all";
  if (isUnlikely(verdicts)) return `That ${all} would sign is ${between(chances).replace(", ", " (")}).`;
  return `Whether ${all} would sign is open (${percent(chances)}).`;
}

function signed({ verdicts, negotiation }: SentenceParts): string {
  const parties = verdicts[0]?.parties ?? [];
  const certain = certainIn(verdicts);
  const who =
    parties.length === 1 ? capital(parties[0]?.name ?? "") : parties.length === 2 ? "Both" : `All ${parties.length}`;
  const chances = verdicts.map((verdict) => verdict.signed);
  const sign = `${who} ${would("sign", chances, certain)}`;
  return parties.length < 2 ? `${sign}.` : `${sign}; ${divided(verdicts, certain, negotiation)}.`;
}

/** Who takes more, of the models in which all sign; a zone too thin to split is nobody's gain. */
function divided(verdicts: readonly PriorVerdict[], certain: boolean, negotiation: Case): string {
  const first = verdicts[0];
  if (!first) return "how it is split is not said";
  if (verdicts.some(({ classes }) => classes.thin > classes.split))
    return nothingSplit(
      verdicts,
      "thin",
      ["the zone is", "too thin to split"],
      "whether the zone is too thin to split",
    );
  if (verdicts.some(({ classes }) => classes.noGain > classes.split))
    return nothingSplit(
      verdicts,
      "noGain",
      ["nobody", "gains anything by it that no deal would not bring"],
      "whether nobody gains anything by it that no deal would not bring",
    );
  if (verdicts.some(({ split }) => split.length === 0))
    return "how it is split is not said, because the frontier was too large to keep whole";
  const name = (party: string) => first.parties.find((other) => other.party === party)?.name ?? party;
  const named = (party: string) => partyNamed(negotiation, party);
  const chancesOf = (party: string, what: SplitClass) => splitChances(verdicts, party, what);
  const likely = (what: "more" | "tooLittle") =>
    first.split.filter(({ party }) => Math.min(...chancesOf(party, what)) >= LIKELY);
  const taking = likely("more");
  const shown = taking.length > 0 ? taking : likely("tooLittle");
  const what = taking.length > 0 ? "more" : "tooLittle";
  const does = (who: Named) =>
    what === "more" ? `${verb(who, "takes")} more than ${possessive(who)} part` : `${verb(who, "gets")} too little`;
  if (shown.length > 0)
    return `then ${listed(shown.map((split) => `${says(name(split.party), does(named(split.party)), chancesOf(split.party, what), certain)}: ${partAndRange(split, named(split.party))}`))}`;
  const even = first.split.map(({ party }) => chancesOf(party, "even"));
  const [least = []] = even.sort((a, b) => Math.min(...a) - Math.min(...b));
  const [one] = first.split;
  if (!one) return "who gains is open";
  if (Math.min(...least) >= LIKELY)
    return `${says("then the split is", "even", least, certain)}: ${name(one.party)} ${verb(named(one.party), "has")} ${partAndRange(one, named(one.party))}`;
  const medians = verdicts.map(({ split }) => split[0]?.part.median ?? 0);
  return `who then takes more than its part is open: ${name(one.party)} ${verb(named(one.party), "has")} ${percent(medians, true).replace(" %", "")} of 100, where Nash and Kalai–Smorodinsky give ${objective(named(one.party))} ${fairRange(one)}`;
}

/** That nothing is split, as surely as it is so in the models in which all sign. */
function nothingSplit(
  verdicts: readonly PriorVerdict[],
  what: "thin" | "noGain",
  [before, does]: readonly [string, string],
  whether: string,
): string {
  const chances = verdicts.map(({ classes }) => ofSigned(classes, what));
  if (Math.min(...chances) >= LIKELY) return says(before, does, chances, certainIn(verdicts));
  return `${whether} is open (${percent(chances)})`;
}

export type SplitClass = "more" | "tooLittle" | "even";

/** Of the models in which all sign, under each prior; where nothing is split, nobody has more or less. */
export const splitChances = (verdicts: readonly PriorVerdict[], party: string, what: SplitClass): number[] =>
  verdicts.map(
    ({ split, classes }) => (split.find((other) => other.party === party)?.[what] ?? 0) * ofSigned(classes, "split"),
  );

/** `61 of 100, where Nash and Kalai–Smorodinsky give it 47–52`. */
function partAndRange(split: SplitVerdict, party: Named): string {
  return `${Math.round(100 * split.part.median)} of 100, where Nash and Kalai–Smorodinsky give ${objective(party)} ${fairRange(split)}`;
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
      ({ party, name, irreversibleForReversible }) =>
        `${capital(name)} ${verb(partyNamed(negotiation, party), "gives")} for good (${irreversibleForReversible.map((id) => negotiation.issues.find((issue) => issue.id === id)?.name ?? id).join(", ")}) and ${verb(partyNamed(negotiation, party), "gets")} only what is symbolic or can be taken back.`,
    );
  const keys = [...new Set(verdicts.map(({ key }) => key))];
  const parted =
    keys.length > 1
      ? [`The two priors disagree: ${verdicts.map(({ prior, key }) => `with ${prior} steps: ${key}`).join("; ")}.`]
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
  const baseline = against === "today" ? "today" : `with ${against === "no-deal" ? "no deal" : `“${against}”`}`;
  const who = partyNamed(negotiation, party);
  return `${capital(name)} ${verb(who, "gives")} ${given.join("; ")} – and ${verb(who, "gets")} nothing that ${pronoun(who)} ${verb(who, "does")} not have ${baseline}.`;
}
