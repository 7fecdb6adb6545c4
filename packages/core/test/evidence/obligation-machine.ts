// Source: Symboleo, a language for contracts (Sharifi, Parvizimosaed, Amyot, Logrippo and Mylopoulos, RE 2020): what its
// engine does, github.com/Smart-Contract-Modelling-uOttawa/Symboleo-JS-Core, commit ccf9435.
// Licence: facts, observed of a program under the ISC licence; none of its text is here.
// Taken: for each of 8 states of an obligation and 10 events whether the engine accepts the event, and to which state it
// leads. Names are the engine's, with its spelling.
import type { Life, LifeEvent } from "../../src/implementation/monitoring/life.js";

export const states: readonly Life[] = [
  "Start",
  "Create",
  "InEffect",
  "Suspension",
  "Fulfillment",
  "Violation",
  "Discharge",
  "UnsuccessfulTermination",
];

export const events: readonly LifeEvent[] = [
  "trigerredUnconditional",
  "trigerredConditional",
  "expired",
  "activated",
  "fulfilled",
  "violated",
  "discharged",
  "suspended",
  "resumed",
  "terminated",
];

/** All that are accepted: from, event, to. */
export const accepted: readonly (readonly [Life, LifeEvent, Life])[] = [
  ["Start", "trigerredUnconditional", "InEffect"],
  ["Start", "trigerredConditional", "Create"],
  ["Create", "expired", "Discharge"],
  ["Create", "activated", "InEffect"],
  ["InEffect", "fulfilled", "Fulfillment"],
  ["InEffect", "violated", "Violation"],
  ["InEffect", "discharged", "Discharge"],
  ["InEffect", "suspended", "Suspension"],
  ["InEffect", "terminated", "UnsuccessfulTermination"],
  ["Suspension", "resumed", "InEffect"],
  ["Suspension", "terminated", "UnsuccessfulTermination"],
];
