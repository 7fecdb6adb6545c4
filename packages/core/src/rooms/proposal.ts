// A mediator's proposal: sent to all parties, answered by each in secret. That all said yes is told; who said no never is, and
// neither is that somebody has answered.

import type { RoomPackage } from "./offers.js";
import { noRecord, notPlayed, type Played, played, withKey } from "./play.js";

export interface ProposalState {
  readonly parties: readonly string[];
  readonly package: RoomPackage;
  readonly answers: Readonly<Record<string, "yes" | "no">>;
}

export type ProposalOutcome = "waiting" | "agreed" | "not-agreed";

export const beginProposal = (parties: readonly string[], proposed: RoomPackage): ProposalState => ({
  parties,
  package: proposed,
  answers: noRecord(),
});

/** Each party answers once: whoever could change its answer could learn from what follows what the others said. */
export function answerProposal(state: ProposalState, party: string, answer: "yes" | "no"): Played<ProposalState> {
  if (!state.parties.includes(party)) return notPlayed("no-party");
  if (state.answers[party]) return notPlayed("answered");
  return played({ ...state, answers: withKey(state.answers, party, answer) });
}

/** What all may know: nothing before the last has answered. */
export function proposalOutcome({ parties, answers }: ProposalState): ProposalOutcome {
  if (parties.some((party) => !answers[party])) return "waiting";
  return parties.every((party) => answers[party] === "yes") ? "agreed" : "not-agreed";
}

export interface ProposalView {
  readonly package: RoomPackage;
  readonly own: "yes" | "no" | null;
  readonly outcome: ProposalOutcome;
}

/** @param party null for the mediator and observers, who see no answer of anybody */
export const proposalSeenBy = (state: ProposalState, party: string | null): ProposalView => ({
  package: state.package,
  own: party === null ? null : (state.answers[party] ?? null),
  outcome: proposalOutcome(state),
});
