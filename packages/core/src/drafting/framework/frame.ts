// What every part of a framework is written from.

import type { Case, Commitment, Escrow, Obligation } from "../../case/index.js";
import type { TermReading } from "../../evidence/index.js";
import { openParts } from "../../evidence/index.js";
import type { Roadmap, RoadmapStep } from "../../implementation/index.js";
import { capital, listed, partyName } from "../../wording/index.js";
import { type Flag, field, type Origin, type TextPiece } from "../document.js";
import { type Placed, promisesOf } from "../promises.js";

export interface Frame {
  readonly negotiation: Case;
  readonly terms: readonly TermReading[];
  /** Null where nothing is promised, or no plan can be had. */
  readonly road: Roadmap | null;
  /** Clause id → the number it bears. */
  readonly numbers: ReadonlyMap<string, string>;
}

export const COMMITMENT = "commitment";
export const OBLIGATION = "obligation";

/** Whose promises stand in one article: commitments, then what must be kept. */
export interface Undertaking {
  /** One, or several that promise together. */
  readonly parties: readonly string[];
  readonly commitments: readonly Placed<Commitment>[];
  readonly obligations: readonly Placed<Obligation>[];
}

/** The same for the same parties, in whatever order. */
const sideKey = (by: readonly string[]): string => [...by].sort().join(" ");

export function undertakingsOf(negotiation: Case): Undertaking[] {
  const { commitments, obligations } = promisesOf(negotiation);
  const promised = new Set(commitments.map(({ one }) => one.id));
  // Each party in the order of the case, then those who promise or owe something together.
  const alone = negotiation.parties.filter(({ role }) => role !== "absent").map(({ id }) => [id]);
  const together = [...commitments, ...obligations].map(({ one }) => one.by).filter((by) => by.length > 1);
  const sides = new Map([...alone, ...together].map((by) => [sideKey(by), by]));
  return [...sides]
    .map(([key, parties]) => ({
      parties,
      commitments: commitments.filter(({ one }) => sideKey(one.by) === key),
      // A commitment with a due day is an obligation too, and stands once.
      obligations: obligations.filter(({ one }) => sideKey(one.by) === key && !promised.has(one.id)),
    }))
    .filter((one) => one.commitments.length + one.obligations.length > 0);
}

/** The step of a commitment in the plan; null where there is none. */
export const stepOf = ({ road }: Frame, id: string): RoadmapStep | null =>
  road?.steps.find((step) => step.id === id) ?? null;

/** The number of a clause; its id where it has none. */
export const numberOf = ({ numbers }: Frame, kind: string, id: string): string => numbers.get(`${kind}:${id}`) ?? id;

/** Of commitments, those that are clauses of this text: who has left promises nothing by it. */
export const standing = ({ numbers }: Frame, ids: readonly string[]): string[] =>
  ids.filter((id) => numbers.has(`${COMMITMENT}:${id}`));

/** 3.9 before 3.10. */
const inOrder = (a: string, b: string): number => a.localeCompare(b, "en", { numeric: true });

/** Clauses by their numbers, in their order, as a reader would say them: `3.1 and 4.2`. */
export function references({ numbers }: Frame, ids: readonly string[]): TextPiece[] {
  const sorted = [...ids].sort((a, b) => inOrder(numbers.get(a) ?? a, numbers.get(b) ?? b));
  return sorted.flatMap((id, k): TextPiece[] => {
    const between = k === 0 ? [] : [k === ids.length - 1 ? " and " : ", "];
    const text = numbers.get(id);
    return [...between, text === undefined ? id : { to: id, text }];
  });
}

export type { Commitment, Obligation };

/** With a full stop, unless it has an end of its own. */
export const stopped = (text: string): string => (/[.!?…]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`);

/** A sentence of its own. */
export const ended = (text: string): string => capital(stopped(text));

/** Whom it is for, where that does not go without saying: with two at the table it is the other. */
export function owedText({ negotiation }: Frame, to: readonly string[], opening: string): string[] {
  const seated = negotiation.parties.filter(({ role }) => role === "negotiating").length;
  return to.length === 0 || seated <= 2 ? [] : [` ${opening} ${listed(to.map((id) => partyName(negotiation, id)))}.`];
}

/** Who owes something together with others. */
export const togetherText = ({ negotiation }: Frame, by: readonly string[], how: "owed" | "promised"): string[] =>
  by.length > 1 ? [` It is ${how} by ${listed(by.map((id) => partyName(negotiation, id)))} together.`] : [];

/** Who holds what is released at once. */
export const escrowHolder = ({ negotiation }: Frame, { by }: Escrow): string =>
  by === null ? "a third party" : partyName(negotiation, by);

export const inAgreement = (list: string, place: number, id: string, ...more: string[]): Origin =>
  field("agreement.yaml", [list, place, ...more], [list, id, ...more].join(" › "));

export const inCase = (list: string, place: number, id: string, ...more: string[]): Origin =>
  field("case.yaml", [list, place, ...more], [list, id, ...more].join(" › "));

/** Where a promise uses a word, or moves something that an open part of it asks for. */
export function wordFlags({ terms }: Frame, id: string, cited: readonly string[]): Flag[] {
  return terms.flatMap((term): Flag[] => {
    const hanging = term.hanging.find((one) => one.kind === "commitment" && one.id === id);
    const open = openParts(term);
    if (open === 0) return [];
    const kind = term.counts.contested > 0 ? "contested" : term.counts.claimed > 0 ? "claimed" : "unsaid";
    if (cited.includes(term.id))
      return [{ kind, text: `It uses “${term.name}”, of which ${open} of ${term.components.length} parts are open.` }];
    if (!hanging) return [];
    const parts = [...hanging.delivers, ...hanging.short].map(
      (part) => `“${term.components.find((one) => one.id === part)?.text ?? part}”`,
    );
    return [
      {
        kind: "contested",
        text: `${hanging.delivers.length > 0 ? "It delivers" : "It is on the way to"} ${parts.join(", ")}, which ${parts.length === 1 ? "is an open part" : "are open parts"} of “${term.name}”.`,
      },
    ];
  });
}

/** An option that a promise brings its issue to, or what that says of how it is verified; none where it moves no issue. */
export function optionOrigin({ negotiation }: Frame, { move }: Commitment, ...more: string[]): Origin[] {
  const place = negotiation.issues.findIndex(({ id }) => id === move?.issue);
  const option = negotiation.issues[place]?.options[move?.to ?? -1];
  if (!move || !option) return [];
  const label = ["issues", move.issue, "options", option.id, ...more].join(" › ");
  return [field("case.yaml", ["issues", place, "options", move.to, ...more], label)];
}
