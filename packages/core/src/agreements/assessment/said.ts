// What an assessment comes to, as codes and parameters; the sentences are made of them by a language.
import type { Case } from "../../case/index.js";
import {
  type Asked,
  type Chance,
  type CrossedLine,
  type Leaning,
  LIKELY,
  type Named,
  type OfferRemark,
  type OfferSaid,
  type Part,
  partyNamed,
  type SplitSaid,
} from "../../wording/index.js";
import { DIRECT_FROM } from "../direct/deciding.js";
import { ofSigned } from "./judge.js";
import type { Ledger, Move, OfferAssessment, PartyVerdict, PriorVerdict, Question, Side } from "./types.js";

/** A question that would remove this share of the doubt decides the matter. */
const DECISIVE = 0.5;

/** What is said of an offer rests on this. */
export interface SaidOf {
  readonly negotiation: Case;
  readonly verdicts: readonly PriorVerdict[];
  readonly sides: readonly Side[];
  readonly brokenRules: OfferAssessment["brokenRules"];
  readonly redLines: OfferAssessment["redLines"];
  readonly question: Question | null;
}

/** Who gives too much and gets too little: the first of these that holds. */
export function offerSaid(of: SaidOf): OfferSaid {
  const { verdicts, brokenRules, redLines } = of;
  if (brokenRules.length > 0) return { code: "impossible", rules: brokenRules.map(({ text }) => text) };
  if (verdicts.length === 0) return bySides(of);
  if (verdicts.every(({ classes }) => classes.noZone >= LIKELY)) return noZone(of);
  const some = of.negotiation.acceptance ? { enough: true as const } : {};
  if (redLines.length > 0 && !of.negotiation.acceptance) return redLine(of);
  const agree = verdicts.every(({ key }) => key === verdicts[0]?.key);
  const question = agree ? null : asked(of);
  if (verdicts.every((verdict) => verdict.signed >= LIKELY)) return { ...signed(of, question), ...some };
  const refusing = likelyTo("walkAway", of);
  // Where not everybody has to sign, who refuses is told where too few are left.
  if (refusing.length > 0 && (!of.negotiation.acceptance || isUnlikely(verdicts)))
    return { code: "refused", walking: refusing, signing: likelyTo("sign", of), question };
  return {
    code: isUnlikely(verdicts) ? "unlikely" : "open",
    parties: verdicts[0]?.parties.length ?? 0,
    chances: verdicts.map((verdict) => verdict.signed),
    question: asked(of),
    ...some,
  };
}

/** Whether it is said to be open whether all would sign. */
export function saysOpen(of: Pick<SaidOf, "verdicts" | "redLines">): boolean {
  const { verdicts, redLines } = of;
  const decided =
    redLines.length > 0 ||
    verdicts.every(({ classes }) => classes.noZone >= LIKELY) ||
    verdicts.every(({ signed: share }) => share >= LIKELY) ||
    (verdicts[0]?.parties ?? []).some(({ party }) => surely(verdicts, party, "walksAway"));
  return !decided && !isUnlikely(verdicts);
}

const isUnlikely = (verdicts: readonly PriorVerdict[]): boolean =>
  Math.max(...verdicts.map((verdict) => verdict.signed)) <= 1 - LIKELY;

const certainIn = (verdicts: readonly PriorVerdict[]): boolean => verdicts.every(({ certain }) => certain);

const asked = ({ question }: SaidOf): Asked | null =>
  question && { asks: question.asks, decisive: question.settles >= DECISIVE };

const crossedLines = ({ negotiation, redLines }: SaidOf): CrossedLine[] =>
  redLines.map(({ party, text }) => ({ party: partyNamed(negotiation, party), text }));

/** What can be said where the needs of some may not be seen: each of the others by itself. */
function bySides(of: SaidOf): OfferSaid {
  const { negotiation, sides } = of;
  const known = sides[0]?.parties ?? [];
  if (known.length === 0) return { code: "unseen" };
  const certain = sides.every((one) => one.certain);
  const leanings = known.flatMap((side): Leaning[] => {
    if (side.crossesRedLine) return [];
    const chances = (what: "accepts" | "walksAway") =>
      sides.map(({ parties }) => parties.find(({ party }) => party === side.party)?.[what] ?? 0);
    const walks = Math.max(...chances("accepts")) < 0.5;
    return [
      {
        party: partyNamed(negotiation, side.party),
        does: walks ? refuses(side) : "sign",
        chances: chances(walks ? "walksAway" : "accepts"),
        certain,
      },
    ];
  });
  const unseen = negotiation.parties.filter(
    ({ id, role }) => role === "negotiating" && !known.some(({ party }) => party === id),
  );
  return {
    code: "bySides",
    lines: crossedLines(of),
    leanings,
    unseen: unseen.map(({ id }) => partyNamed(negotiation, id)),
  };
}

/** A party falls short where it is more than rounding. */
const SHORT = 0.05;

function noZone({ verdicts, negotiation }: SaidOf): OfferSaid {
  const short = (verdicts[0]?.parties ?? []).flatMap(({ party, shortfall }) =>
    shortfall && shortfall.median > SHORT ? [{ party: partyNamed(negotiation, party), points: shortfall.median }] : [],
  );
  return {
    code: "noZone",
    chances: verdicts.map(({ classes }) => classes.noZone),
    certain: certainIn(verdicts),
    short,
  };
}

function redLine(of: SaidOf): OfferSaid {
  const crossing = new Set(of.redLines.map(({ party }) => party));
  return { code: "redLine", lines: crossedLines(of), walking: likelyTo("walkAway", of, crossing) };
}

/** A party's probability under each prior. */
export const over = (
  verdicts: readonly PriorVerdict[],
  { party }: { readonly party: string },
  what: "accepts" | "walksAway",
): number[] => verdicts.map(({ parties }) => parties.find((other) => other.party === party)?.[what] ?? 0);

const surely = (verdicts: readonly PriorVerdict[], party: string, what: "accepts" | "walksAway"): boolean =>
  Math.min(...over(verdicts, { party }, what)) >= LIKELY;

/** Whether a party that would not sign mostly holds out, or mostly has more without a deal. */
const refuses = ({ walksAway, holdsOut }: PartyVerdict): "walkAway" | "holdOut" =>
  holdsOut > walksAway / 2 ? "holdOut" : "walkAway";

/** Parties that would likely do it under every prior. */
function likelyTo(
  does: "sign" | "walkAway",
  { verdicts, negotiation }: SaidOf,
  without: ReadonlySet<string> = new Set(),
): Leaning[] {
  const what = does === "sign" ? "accepts" : "walksAway";
  const certain = certainIn(verdicts);
  return (verdicts[0]?.parties ?? [])
    .filter(({ party }) => !without.has(party) && surely(verdicts, party, what))
    .map((one) => ({
      party: partyNamed(negotiation, one.party),
      does: does === "sign" ? does : refuses(one),
      chances: over(verdicts, one, what),
      certain,
    }));
}

function signed({ verdicts, negotiation }: SaidOf, question: Asked | null): Extract<OfferSaid, { code: "signed" }> {
  return {
    code: "signed",
    parties: (verdicts[0]?.parties ?? []).map(({ party }) => partyNamed(negotiation, party)),
    chances: verdicts.map((verdict) => verdict.signed),
    certain: certainIn(verdicts),
    split: splitSaid(verdicts, negotiation),
    question,
  };
}

/** Who takes more, of the models in which all sign; a zone too thin to split is nobody's gain. */
function splitSaid(verdicts: readonly PriorVerdict[], negotiation: Case): SplitSaid {
  const [first] = verdicts;
  if (!first) return { code: "unknown" };
  if (verdicts.some(({ classes }) => classes.thin > classes.split)) return nothingSplit(verdicts, "thin");
  if (verdicts.some(({ classes }) => classes.noGain > classes.split)) return nothingSplit(verdicts, "noGain");
  if (negotiation.acceptance) return { code: "unknown" };
  if (verdicts.some(({ split }) => split.length === 0))
    return { code: first.parties.length < DIRECT_FROM ? "frontierTooLarge" : "searchTooLong" };
  const named = (party: string): Named => partyNamed(negotiation, party);
  const partsOf = (what: "more" | "tooLittle"): (Part & Chance)[] =>
    first.split
      .filter(({ party }) => Math.min(...splitChances(verdicts, party, what)) >= LIKELY)
      .map((one) => ({ ...part(one, named(one.party)), ...chanceOf(verdicts, one.party, what) }));
  for (const code of ["more", "tooLittle"] as const) {
    const parts = partsOf(code);
    if (parts.length > 0) return { code, parts };
  }
  const [one] = first.split;
  if (!one) return { code: "whoGainsIsOpen" };
  const even = first.split.map(({ party }) => chanceOf(verdicts, party, "even"));
  const [least] = even.sort((a, b) => Math.min(...a.chances) - Math.min(...b.chances));
  if (least && Math.min(...least.chances) >= LIKELY) return { code: "even", ...part(one, named(one.party)), ...least };
  return {
    code: "open",
    party: named(one.party),
    medians: verdicts.map(({ split }) => split[0]?.part.median ?? 0),
    fair: part(one, one.party).fair,
  };
}

const part = ({ part: own, fair: [least, most] }: PriorVerdict["split"][number], party: Named): Part => ({
  party,
  part: 100 * own.median,
  fair: [100 * least, 100 * most],
});

/** That nothing is split, as surely as it is so in the models in which all sign. */
function nothingSplit(verdicts: readonly PriorVerdict[], what: "thin" | "noGain"): SplitSaid {
  const chances = verdicts.map(({ classes }) => ofSigned(classes, what));
  const code = Math.min(...chances) >= LIKELY ? what : (`${what}IsOpen` as const);
  return { code, chances, certain: certainIn(verdicts) };
}

export type SplitClass = "more" | "tooLittle" | "even";

/** Of the models in which all sign, under each prior; where nothing is split, nobody has more or less. */
export const splitChances = (verdicts: readonly PriorVerdict[], party: string, what: SplitClass): number[] =>
  verdicts.map(
    ({ split, classes }) => (split.find((other) => other.party === party)?.[what] ?? 0) * ofSigned(classes, "split"),
  );

const chanceOf = (verdicts: readonly PriorVerdict[], party: string, what: SplitClass): Chance => ({
  chances: splitChances(verdicts, party, what),
  certain: certainIn(verdicts),
});

/** Further remarks: who gets nothing, what cannot be taken back, where the priors part. */
export function offerRemarks(
  negotiation: Case,
  moves: readonly Move[],
  ledgers: readonly Ledger[],
  verdicts: readonly PriorVerdict[],
  against: string,
): OfferRemark[] {
  const vetoes = new Set(negotiation.parties.filter(({ role }) => role === "negotiating").map(({ id }) => id));
  const own = ledgers.filter(({ party }) => vetoes.has(party));
  const nothing = own
    .filter(({ getsNothing, givesNothing }) => getsNothing && !givesNothing)
    .map((ledger) => getsNothingFrom(negotiation, ledger, moves, against));
  const forGood = own
    .filter(({ irreversibleForReversible }) => irreversibleForReversible.length > 0)
    .map(
      ({ party, irreversibleForReversible }): OfferRemark => ({
        code: "givesForGood",
        party: partyNamed(negotiation, party),
        issues: irreversibleForReversible.map((id) => issueName(negotiation, id)),
      }),
    );
  const parted = new Set(verdicts.map(({ key }) => key)).size > 1;
  const disagree: OfferRemark[] = parted
    ? [{ code: "priorsDisagree", verdicts: verdicts.map(({ prior, said }) => ({ prior, verdict: said })) }]
    : [];
  return [...nothing, ...forGood, ...disagree];
}

const issueName = ({ issues }: Case, id: string): string => issues.find((issue) => issue.id === id)?.name ?? id;

function getsNothingFrom(negotiation: Case, { party }: Ledger, moves: readonly Move[], against: string): OfferRemark {
  const gives = moves
    .filter(({ givenBy }) => givenBy.includes(party))
    .map(({ issue, to }) => {
      const options = negotiation.issues.find(({ id }) => id === issue)?.options ?? [];
      return { issue: issueName(negotiation, issue), option: options.find(({ id }) => id === to)?.name ?? to };
    });
  return {
    code: "getsNothing",
    party: partyNamed(negotiation, party),
    gives,
    against: against === "today" || against === "no-deal" ? against : { offer: against },
  };
}
