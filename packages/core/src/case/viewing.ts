// The day from which a case is seen and the reader it is meant for, which every result states, and who is a party on
// that day.

import { isDate } from "./calendar.js";
import { type Day, isBy, lastDay } from "./dates.js";
import { done, lacking, misused, type Outcome, refuse } from "./outcome.js";
import { standingOn } from "./states.js";
import type { Case, Party, Source } from "./types.js";

/** From which day a case is seen, and for whom. */
export interface ViewingOptions {
  /** The day the case is seen from; the case's own unless given. */
  readonly asOf?: Day;
  /** Who the result is for; null, or left out: confidential. The case must hold only what they may see. */
  readonly sharedWith?: string | null;
}

/** What every result says of itself. */
export interface Viewing {
  readonly title: string;
  readonly asOf: Day;
  readonly sharedWith: string | null;
  /** CONFIDENTIAL, or whom it may be shown to. */
  readonly marking: string;
  readonly digest: string;
}

/** @returns refused where nothing says from which day the case is seen. */
export function viewingOf(written: Case, { asOf: asked, sharedWith = null }: ViewingOptions): Outcome<Viewing> {
  const asOf = asked ?? written.asOf;
  if (asOf === null)
    return lacking(
      "day",
      refuse("nothing in the case is dated: add asOf: to case.yaml, or say from which day to see it."),
    );
  if (!isDay(asOf)) return misused(`"${asOf}" is no day. Write 2019-02-24.`);
  const reader = written.parties.find(({ id }) => id === sharedWith)?.name ?? sharedWith;
  const marking =
    sharedWith === null ? "CONFIDENTIAL" : `shared with ${sharedWith === "public" ? "the public" : reader}`;
  return done({ title: written.title, asOf, sharedWith, marking, digest: written.digest });
}

/** Whether the text is one day, not a month or a year. */
export const isDay = (text: string): boolean => isDate(text) && text.length === 10;

/** The sources that a result cites, by id. */
export function citedSources({ sources }: Case, ids: Iterable<string | null>): Record<string, Source> {
  const wanted = new Set(ids);
  return Object.fromEntries(sources.filter(({ id }) => wanted.has(id)).map((source) => [source.id, source]));
}

/** Whether a party is one on a day, by its `from` and `until`. */
export const isPartyOn = ({ from, until, atTable }: Party, day: Day): boolean =>
  (from === undefined || isBy(from, day)) &&
  (atTable === undefined || isBy(atTable, day)) &&
  (until === undefined || day <= lastDay(until));

/** The case as it is on a day: what is in force then, and the roles of its parties; those that are none then are `absent`. */
export const seatedOn = (negotiation: Case, day: Day): Case => ({
  ...standingOn(negotiation, day),
  parties: negotiation.parties.map((party) => (isPartyOn(party, day) ? party : { ...party, role: "absent" })),
});

/**
 * The case as its own team reads it: the party whose team works on it is spoken to. Others read its name, as does a text
 * that both sides sign.
 * @param you what the reader is called in the language of the result
 */
export const addressedTo = <C extends Pick<Case, "team" | "parties">>(
  negotiation: C,
  sharedWith: string | null,
  you: string,
): C =>
  negotiation.team === null || sharedWith !== null
    ? negotiation
    : {
        ...negotiation,
        parties: negotiation.parties.map((party) =>
          party.id === negotiation.team ? { ...party, name: you, plural: true, addressed: true } : party,
        ),
      };
