// What becomes of an obligation, as contract languages have it: Symboleo's states and the only transitions that its engine
// accepts (Sharifi et al., Symboleo: Towards a Specification Language for Legal Contracts, RE 2020; SymboleoJS core). There
// a violation is final. A treaty is kept again after it was broken: what is beside the machine, breach and cure, is
// counted in episodes while the obligation is in force.

export type Life =
  | "Start"
  | "Create"
  | "InEffect"
  | "Suspension"
  | "Fulfillment"
  | "Violation"
  | "Discharge"
  | "UnsuccessfulTermination";

export type LifeEvent =
  | "trigerredUnconditional"
  | "trigerredConditional"
  | "expired"
  | "activated"
  | "fulfilled"
  | "violated"
  | "discharged"
  | "suspended"
  | "resumed"
  | "terminated";

const ACCEPTED: Readonly<Record<Life, Readonly<Partial<Record<LifeEvent, Life>>>>> = {
  Start: { trigerredUnconditional: "InEffect", trigerredConditional: "Create" },
  Create: { activated: "InEffect", expired: "Discharge" },
  InEffect: {
    fulfilled: "Fulfillment",
    violated: "Violation",
    discharged: "Discharge",
    suspended: "Suspension",
    terminated: "UnsuccessfulTermination",
  },
  Suspension: { resumed: "InEffect", terminated: "UnsuccessfulTermination" },
  Fulfillment: {},
  Violation: {},
  Discharge: {},
  UnsuccessfulTermination: {},
};

/** The state after an event; null where it is not accepted and nothing changes. */
export const lifeAfter = (life: Life, event: LifeEvent): Life | null => ACCEPTED[life][event] ?? null;

/** How it begins: in effect, or waiting for what activates it. */
export const initialLife = (conditional: boolean): Life =>
  lifeAfter("Start", conditional ? "trigerredConditional" : "trigerredUnconditional") ?? "Start";
