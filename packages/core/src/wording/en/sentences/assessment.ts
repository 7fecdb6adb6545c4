// What is said of an offer, in English.
import type { Named } from "../../named.js";
import { nameIn } from "../../named.js";
import type {
  Asked,
  AskedFor,
  Chance,
  CrossedLine,
  Leaning,
  OfferRemark,
  OfferSaid,
  Part,
  SplitSaid,
  StepAsked,
  VerdictSaid,
} from "../../said/assessment.js";
import { capital, listed, objective, possessive, pronoun, verb } from "../grammar.js";
import { adverb, likelihoodWords, percent } from "../likelihood.js";
import { counted } from "../numbers.js";

/** The sentence on top: who gives too much and gets too little, with its probability. */
function offer(said: OfferSaid): string {
  switch (said.code) {
    case "impossible":
      return `It cannot be done: ${said.rules.map((rule) => rule.replace(/[.]$/, "")).join("; ")}.`;
    case "impossibleToFill":
      return "It cannot be done: no way to fill its open issues obeys the rules.";
    case "unseen":
      return "Whether it would be signed cannot be said from what may be seen here.";
    case "bySides":
      return bySides(said.lines, said.leanings, said.unseen);
    case "leavesOpen":
      return leavesOpen(said.issues, said.signable);
    case "noZone":
      return noZone(said, said.short);
    case "redLine": {
      const lines = said.lines.map(({ party, text }) => `a red line of ${nameIn(party)} (${text})`);
      return `It crosses ${listed(lines)}${said.walking.length > 0 ? `; ${leaningsText(said.walking)}` : ""}.`;
    }
    case "signed":
      return `${signed(said)}${asked(said.question)}`;
    case "refused": {
      const signing = said.signing.length > 0 ? `; ${leaningsText(said.signing)}` : "";
      return `${capital(leaningsText(said.walking))}${signing}.${asked(said.question)}`;
    }
    case "accepted":
      return `It was accepted by ${said.enough ? "enough of them for it to stand" : "all who must sign"}, the last on ${said.date}. Their needs, as far as they are known, say this of it. ${offer(said.known)}`;
    case "unlikely":
      return `That ${said.enough ? "enough of them" : all(said.parties)} would sign is ${between(said.chances).replace(", ", " (")}).${asked(said.question)}`;
    case "open":
      return `Whether ${said.enough ? "enough of them" : all(said.parties)} would sign is open (${percent(said.chances)}).${asked(said.question)}`;
  }
}

const all = (parties: number): string => (parties === 2 ? "both" : "all");

const DOES = { sign: "sign", walkAway: "walk away", holdOut: "hold out for more" } as const;

const leaning = (one: Leaning): string => `${nameIn(one.party)} ${likely("would", DOES[one.does], one)}`;

const leaningsText = (several: readonly Leaning[]): string => listed(several.map(leaning));

/** `would very likely sign (83 %)`; two or more words follow in brackets; none where numbers leave no doubt. */
function likely(before: string, what: string, { chances, certain }: Chance): string {
  if (certain) return `${before} ${what}`;
  if (likelihoodWords(chances).length === 1) return `${before} ${adverb(chances)} ${what} (${percent(chances)})`;
  return `${before} ${what} (${between(chances)})`;
}

/** `likely or very likely, 76–83 %`. */
function between(chances: readonly number[]): string {
  const words = likelihoodWords(chances);
  const said = words.length === 1 ? words[0] : `${words[0]} ${words.length === 2 ? "or" : "to"} ${words.at(-1)}`;
  return `${said}, ${percent(chances)}`;
}

/** What can be said where the needs of some may not be seen: each of the others by itself. */
function bySides(lines: readonly CrossedLine[], leanings: readonly Leaning[], unseen: readonly Named[]): string {
  const crossed = lines.map(({ party, text }) => `it crosses a red line of ${nameIn(party)} (${text})`);
  const said = `${capital([...crossed, ...leanings.map(leaning)].join("; "))}.`;
  return unseen.length === 0
    ? `${said} Whether what it gives is split fairly is not said: the case is too large for that.`
    : `${said} What ${listed(unseen.map(nameIn))} would do cannot be said from what may be seen here.`;
}

function leavesOpen(issues: number, signable: readonly number[]): string {
  const shares = [...new Set(signable.map((share) => Math.round(100 * share)))].sort((a, b) => a - b);
  const filled = `; in ${shares.join("–")} % of the models they can be filled so that all would sign`;
  return `It leaves ${counted(issues, "issue")} open${shares.length === 0 ? "" : filled}.`;
}

function noZone(chance: Chance, short: readonly { readonly party: Named; readonly points: number }[]): string {
  const falls = short.map(
    ({ party, points }) => `${nameIn(party)} ${verb(party, "falls")} ${counted(Math.round(points), "point")} short`,
  );
  const there = likely("There is", "no zone of agreement", chance);
  return `${there}${falls.length > 0 ? `: at the nearest package, ${listed(falls)}` : ""}.`;
}

function signed(said: Extract<OfferSaid, { code: "signed" }>): string {
  const [first = ""] = said.parties;
  const who =
    said.parties.length === 1
      ? capital(nameIn(first))
      : said.parties.length === 2
        ? "Both"
        : `All ${said.parties.length}`;
  const sign = `${said.enough ? "Enough of them" : who} ${likely("would", "sign", said)}`;
  if (said.enough) return `${sign} for it to stand.`;
  return said.parties.length < 2 ? `${sign}.` : `${sign}; ${divided(said.split)}.`;
}

/** Who takes more, of the models in which all sign; a zone too thin to split is nobody's gain. */
function divided(split: SplitSaid): string {
  switch (split.code) {
    case "unknown":
      return "how it is split is not said";
    case "frontierTooLarge":
      return "how it is split is not said, because the frontier was too large to keep whole";
    case "searchTooLong":
      return "how it is split is not said, because an even split takes too long to find";
    case "whoGainsIsOpen":
      return "who gains is open";
    case "thin":
      return likely("the zone is", "too thin to split", split);
    case "thinIsOpen":
      return `whether the zone is too thin to split is open (${percent(split.chances)})`;
    case "noGain":
      return likely("nobody", "gains anything by it that no deal would not bring", split);
    case "noGainIsOpen":
      return `whether nobody gains anything by it that no deal would not bring is open (${percent(split.chances)})`;
    case "more":
      return taking(split.parts, (who) => `${verb(who, "takes")} more than ${possessive(who)} part`);
    case "tooLittle":
      return taking(split.parts, (who) => `${verb(who, "gets")} too little`);
    case "even":
      return `${likely("then the split is", "even", split)}: ${nameIn(split.party)} ${verb(split.party, "has")} ${partText(split)}`;
    case "open": {
      const parts = percent(split.medians, true).replace(" %", "");
      return `who then takes more than its part is open: ${nameIn(split.party)} ${verb(split.party, "has")} ${parts} of 100, ${fairText(split)}`;
    }
  }
}

const taking = (parts: readonly (Part & Chance)[], does: (who: Named) => string): string =>
  `then ${listed(parts.map((one) => `${likely(nameIn(one.party), does(one.party), one)}: ${partText(one)}`))}`;

/** `61 of 100, where Nash and Kalai–Smorodinsky give it 47–52`. */
const partText = (one: Part): string => `${Math.round(one.part)} of 100, ${fairText(one)}`;

function fairText({ party, fair }: Pick<Part, "party" | "fair">): string {
  const [least, most] = fair.map(Math.round);
  return `where Nash and Kalai–Smorodinsky give ${objective(party)} ${least === most ? least : `${least}–${most}`}`;
}

function asked(question: Asked | null): string {
  if (question === null) return "";
  return ` ${question.decisive ? "It turns on one question" : "The most telling question"}: ${questionText(question.asks)}`;
}

function questionText(asks: AskedFor): string {
  const who = nameIn(asks.party);
  switch (asks.code) {
    case "takes": {
      const parts = asks.changes.map(({ issue, to }) => `“${issue}: ${to}”`);
      return `Would ${who} take ${listed(parts)}, with all else as today, rather than no deal?`;
    }
    case "trade":
      return `Which is worth more to ${who}: ${stepText(asks.one)}, or ${stepText(asks.other)}?`;
    case "largestStep":
      return `Which step of “${asks.issue}” is worth most to ${who}?`;
  }
}

const stepText = ({ issue, from, to }: StepAsked): string => `“${issue}” from “${from}” to “${to}”`;

function remark(said: OfferRemark): string {
  switch (said.code) {
    case "getsNothing": {
      const { party, gives, against } = said;
      const baseline =
        against === "today" ? "today" : `with ${against === "no-deal" ? "no deal" : `“${against.offer}”`}`;
      const given = gives.map(({ issue, option }) => `${issue}: ${option}`).join("; ");
      return `It costs ${nameIn(party)} this: ${given} – and brings ${objective(party)} nothing that ${pronoun(party)} ${verb(party, "does")} not have ${baseline}.`;
    }
    case "givesForGood": {
      const { party, issues } = said;
      return `${capital(nameIn(party))} ${verb(party, "gives")} for good (${issues.join(", ")}) and ${verb(party, "gets")} only what is symbolic or can be taken back.`;
    }
    case "priorsDisagree":
      return `The priors disagree: ${byVerdict(said.verdicts)}.`;
    case "responded":
      return responded(said);
    case "ratifies": {
      const { party, chances, by, share } = said;
      const when = by === null ? "Afterwards" : `By ${by}`;
      if (chances.length === 0) {
        const who = share === null ? nameIn(party) : `${percent([share], true)} of ${nameIn(party)}`;
        const has = share === null ? verb(party, "has") : "have";
        return `${when} ${who} ${has} to say yes; what ${pronoun(party)} ${verb(party, "needs")} is not known here.`;
      }
      return share === null
        ? `${when} ${nameIn(party)} ${verb(party, "has")} to say yes: ${pronoun(party)} ${likely("would", "do so", { chances, certain: false })}.`
        : `${when} ${percent([share], true)} of ${nameIn(party)} must say yes. In ${percent(chances)} of the models of ${possessive(party)} needs ${pronoun(party)} would.`;
    }
    case "conditional": {
      const on = said.on.map(({ issue, options }) => `“${issue}: ${options.join(" or ")}”`);
      return `It hangs on ${listed(on)}: ${CONDITIONS[said.state]}`;
    }
    case "ranges": {
      const on = said.on.map(({ issue, least, most }) => `“${issue}” anything from ${least} to ${most}`);
      return `It offers ${listed(on)}: what is said holds for all of it, or for some.`;
    }
    case "plans": {
      const on = said.on.map(
        ({ issue, years, how, total }) =>
          `“${issue}” by years: ${listed(years)}, which ${how === "sum" ? "add up" : "compound"} to ${total}`,
      );
      return `${capital(on.join("; "))}.`;
    }
    case "lapsed":
      return `It could be accepted until ${said.until}, so it has lapsed.`;
    case "turnsOnRank": {
      const { party, upper, lower, signs, becomes } = said;
      return `It turns on where ${nameIn(party)} ${verb(party, "ranks")} “${lower}”: above “${upper}”, the chance that ${pronoun(party)} would sign goes from ${percent([signs[0]])} to ${percent([signs[1]])}, and the answer is: ${verdict(becomes)}.`;
    }
    case "lowWalkAway": {
      const { party, points } = said;
      return `What ${nameIn(party)} ${verb(party, "has")} without a deal is under a tenth of what ${pronoun(party)} could get (${points < 0.5 ? "nothing" : Math.round(points)} of 100), so nearly anything is better for ${objective(party)} by ${possessive(party)} file. Look at the least that ${pronoun(party)} would sign, and say whether that is so.`;
    }
    case "frontierTooLarge":
      return `The frontier was too large to keep whole: no split is given, and what is said of a zone of agreement may be off by ${said.points.toFixed(0)} points or more.`;
    case "searchTooLong":
      return `In ${said.models.toLocaleString("en-US")} of ${said.of.toLocaleString("en-US")} models the search for the zone of agreement and an even split was cut short, so no split is given, and in these it is not sure that there is a zone. Leave out issues that are settled, or put together parties that act as one.`;
    case "fillOpenIssues":
      return "Fill the open issues to see the split: assess a package of your own.";
  }
}

const CONDITIONS = {
  met: "the others have offered that.",
  unmet: "the others’ last offers have something else.",
  open: "whether they give it is open.",
} as const;

const RESPONDED: Readonly<Record<Extract<OfferRemark, { code: "responded" }>["answer"], string>> = {
  accepted: "accepted it",
  refused: "refused it",
  countered: "countered it",
  lapsed: "let it lapse",
  withdrawn: "took it back",
  "let-stand": "let it stand",
};

/** What a party answered, and what is concluded from it. */
function responded(said: Extract<OfferRemark, { code: "responded" }>): string {
  const { party, answer, date, counter, tactical, holds } = said;
  const named = counter === null ? "" : ` with “${counter}”`;
  const what = `${capital(nameIn(party))} ${RESPONDED[answer]}${named} on ${date}`;
  if (tactical !== null)
    return `${what}. It is taken as a tactic (${tactical.replace(/[.]$/, "")}), so nothing is concluded from it.`;
  return holds
    ? `${what}, and ${verb(party, "is")} taken to hold out until ${pronoun(party)} ${verb(party, "moves")} or something else changes.`
    : `${what}.`;
}

/** Priors that come to the same are named together. */
function byVerdict(verdicts: Extract<OfferRemark, { code: "priorsDisagree" }>["verdicts"]): string {
  const priorsOf = new Map<string, string[]>();
  for (const { prior, verdict: said } of verdicts) {
    const key = verdict(said);
    priorsOf.set(key, [...(priorsOf.get(key) ?? []), prior]);
  }
  return [...priorsOf].map(([key, priors]) => `with ${priors.join(" and ")} steps: ${key}`).join("; ");
}

const SPLITS = {
  unknown: "",
  thin: ", too thin to split",
  thinIsOpen: ", whether too thin to split is open",
  noGain: ", nobody gains",
  noGainIsOpen: ", whether anybody gains is open",
  nobodyClearlyShort: ", nobody clearly short",
} as const;

/** What a verdict comes to, short enough to compare: refused by whom, signed with which split, or open. */
function verdict(said: VerdictSaid): string {
  switch (said.code) {
    case "impossible":
      return "impossible";
    case "noZone":
      return "no zone of agreement";
    case "open":
      return "whether it is signed is open";
    case "redLine":
      return `crosses a red line of ${together(said.parties)}`;
    case "refused":
      return `refused by ${together(said.parties)}`;
    case "signed":
      return `signed${SPLITS[said.split]}`;
    case "divided": {
      const { more, tooLittle } = said;
      const parts = [
        ...(more.length > 0 ? [`${together(more)} ${verb(more, "takes")} more`] : []),
        ...(tooLittle.length > 0 ? [`${together(tooLittle)} ${verb(tooLittle, "gets")} too little`] : []),
      ];
      return `signed, ${parts.join(", ")}`;
    }
  }
}

const together = (parties: readonly Named[]): string => parties.map(nameIn).join(" and ");

/** What is said of an offer. */
export const offerSentences = { offer, question: questionText, remark, verdict };
