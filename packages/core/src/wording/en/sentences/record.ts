// What is said of the record, in English.
import { nameIn } from "../../named.js";
import type { ComponentState, DriftSaid, TermSaid } from "../../said/record.js";
import { capital } from "../grammar.js";
import { counted } from "../numbers.js";

const pointsText = (value: number): string => `${Math.round(value)} points`;

/** Who moved most. */
export function mostMoved(said: DriftSaid): string {
  switch (said.code) {
    case "noOrder":
      return "Positions are on record, but only on issues whose options have no order, so that nobody can be said to move.";
    case "nobodyOnRecord":
      return "Nobody's position is on record.";
    case "nobodyMoved":
      return `Nobody surely moved${sinceText(said.since)}.`;
    case "moved": {
      const { most, next, issues, since } = said;
      const moved = `${capital(nameIn(most.party))} moved most${sinceText(since)}: at least ${pointsText(most.points)} over ${counted(issues, "issue")}`;
      if (next === null) return `${moved}.`;
      const how = next.points === 0 ? "did not surely move" : `at least ${pointsText(next.points)}`;
      const other = said.mayBeOther ? " The record leaves enough open for it to be the other way round." : "";
      return `${moved}; ${nameIn(next.party)} ${how}.${other}`;
    }
  }
}

const sinceText = (since: string | null): string => (since === null ? "" : ` since ${since}`);

const STATES: Readonly<Record<ComponentState, string>> = {
  contested: "contested",
  claimed: "claimed",
  unsaid: "unsaid",
  agreed: "agreed",
  rejected: "rejected",
};

/** How much of a word is agreed. */
export function term(said: TermSaid): string {
  if (said.code === "nobodyNegotiates") return `Nobody negotiates, so nobody's reading of “${said.term}” decides.`;
  if (said.code === "onePart") return `“${said.term}”: its one part is ${STATES[said.state]}.`;
  const agreed = said.agreed === 0 ? "none" : `${said.agreed}`;
  const others = said.others.map(({ state, count }) => `${count} ${STATES[state]}`);
  const rest = others.length > 0 ? `; ${others.join(", ")}` : "";
  return `“${said.term}”: ${agreed} of its ${said.parts} parts ${said.agreed === 1 ? "is" : "are"} agreed${rest}.`;
}
