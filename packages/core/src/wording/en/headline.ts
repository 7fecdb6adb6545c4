// The sentence on an offer for who has no time: at most 25 words, its doubt in words, its figures beside it.
import { nameIn } from "../named.js";
import type { Leaning, OfferSaid, SplitSaid } from "../said/assessment.js";
import { capital, listed, possessive, verb } from "./grammar.js";
import { adverb, likelihoodWords } from "./likelihood.js";
import { counted } from "./numbers.js";

/** Parties that are named; of more, how many there are. */
const NAMED = 2;

/** What an offer comes to. */
export function headline(said: OfferSaid): string {
  switch (said.code) {
    case "impossible":
    case "impossibleToFill":
      return "It cannot be done: a rule of the case forbids it.";
    case "unseen":
      return "Whether it would be signed cannot be said from what may be seen here.";
    case "bySides":
      return said.lines.length > 0 ? crosses(said.lines) : capital(`${leanings(said.leanings)}.`);
    case "leavesOpen":
      return `It leaves ${counted(said.issues, "issue")} open.`;
    case "noZone":
      return `There is ${likelihoodWords(said.chances).length === 1 ? `${adverb(said.chances)} ` : "perhaps "}no deal that suits everybody.`;
    case "redLine":
      return crosses(said.lines);
    case "signed":
      return signed(said);
    case "refused":
      return capital(`${leanings(said.walking)}${said.signing.length > 0 ? `; ${leanings(said.signing)}` : ""}.`);
    case "accepted":
      return `It was accepted by ${said.enough ? "enough of them" : "all who must sign"}, the last on ${said.date}.`;
    case "unlikely":
      return `It is unlikely that ${said.enough ? "enough" : all(said.parties)} would sign.`;
    case "open":
      return `Whether ${said.enough ? "enough" : all(said.parties)} would sign is open.`;
  }
}

const all = (parties: number): string => (parties === 2 ? "both" : "all");

const crosses = ([first, ...more]: Extract<OfferSaid, { code: "redLine" }>["lines"]): string =>
  `It crosses a red line of ${first ? nameIn(first.party) : "a party"}${more.length > 0 ? `, and ${more.length} more` : ""}.`;

/** What several would do: by name where they are few. */
function leanings(several: readonly Leaning[]): string {
  const [first] = several;
  const does = WORDS[first?.does ?? "sign"];
  if (several.length > NAMED) return `${several.length} would ${does}`;
  return listed(
    several.map((one) => `${nameIn(one.party)} would ${surely(one.chances, one.certain)}${WORDS[one.does]}`),
  );
}

const WORDS = { sign: "sign", walkAway: "walk away", holdOut: "hold out" } as const;

/** `very likely `; nothing where there is no doubt, or more than one word for it. */
const surely = (chances: readonly number[], certain: boolean): string =>
  !certain && likelihoodWords(chances).length === 1 ? `${adverb(chances)} ` : "";

function signed({ parties, chances, certain, split, enough }: Extract<OfferSaid, { code: "signed" }>): string {
  const who =
    parties.length === 1 ? capital(nameIn(parties[0] ?? "")) : parties.length === 2 ? "Both" : `All ${parties.length}`;
  const words = likelihoodWords(chances);
  const range = certain || words.length === 1 ? "" : ` (${words[0]} to ${words.at(-1)})`;
  const sign = `${who} would ${surely(chances, certain)}sign${range}`;
  if (enough) return `Enough would ${surely(chances, certain)}sign${range} for it to stand.`;
  return parties.length < 2 ? `${sign}.` : `${sign}; ${divided(split)}.`;
}

function divided(split: SplitSaid): string {
  switch (split.code) {
    case "more":
      return listed(
        split.parts
          .slice(0, NAMED)
          .map(({ party }) => `${nameIn(party)} ${verb(party, "takes")} more than ${possessive(party)} part`),
      );
    case "tooLittle":
      return listed(
        split.parts.slice(0, NAMED).map(({ party }) => `${nameIn(party)} ${verb(party, "gets")} too little`),
      );
    case "even":
      return "the split is even";
    case "thin":
    case "thinIsOpen":
      return "there is little to divide";
    case "noGain":
    case "noGainIsOpen":
      return "it brings little that no deal would not";
    case "unknown":
    case "frontierTooLarge":
    case "searchTooLong":
      return "how it is split is not said";
    case "whoGainsIsOpen":
    case "open":
      return "who gains more is open";
  }
}
