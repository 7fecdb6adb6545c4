// What statements speak to in a case: for whom the speaker speaks, whose position it is, which issue, option, number or term.
// Apart from the reading, which is long and knows no case: a case that has changed is matched anew, and nothing read again.
import type { Case } from "../../case/index.js";
import { isOutsider, partyOf } from "./party-of.js";
import type { ReadStatement } from "./reading.js";
import { suggestionsFor, vocabularyOf } from "./suggestions.js";

/** The statements with what they speak to in a case. @param text that they were read in */
export function matched(text: string, statements: readonly ReadStatement[], negotiation: Case): ReadStatement[] {
  const vocabulary = vocabularyOf(negotiation);
  return statements.map((one) => {
    const content = one.content.length > 0 ? one.content : one.segments;
    const around = content.map(({ start, end }) => text.slice(start, end)).join(" ");
    // An outsider takes no position of a party, whatever is spoken of.
    const isOutside = one.speaker !== null && isOutsider(one.speaker, negotiation);
    return {
      ...one,
      suggestions: isOutside ? [] : suggestionsFor(around, vocabulary, one.quantities),
      term: termIn(around, negotiation),
      ...partiesOf(one, negotiation),
    };
  });
}

/** The term of the case that is spoken of by its name; null for none, or for several. */
function termIn(text: string, { terms }: Case): string | null {
  const lower = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ")} `;
  const found = terms.filter(({ name }) =>
    lower.includes(
      ` ${name
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, " ")
        .trim()} `,
    ),
  );
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

/** For whom the speaker speaks in a case, and the other whose position it is, where that is another party. */
function partiesOf(
  { speaker, holder }: Pick<ReadStatement, "speaker" | "holder">,
  negotiation: Case,
): Pick<ReadStatement, "party" | "holder" | "holderParty"> {
  const party = speaker ? partyOf(speaker, negotiation) : null;
  const holderParty = holder ? partyOf(holder, negotiation) : null;
  // "Trump said that the United States would …": the speaker's own side.
  return party !== null && party === holderParty
    ? { party, holder: null, holderParty: null }
    : { party, holder, holderParty };
}
