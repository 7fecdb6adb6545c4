// What is said of how a deal is kept, as codes and parameters. Days are ISO.

/** Days of something that is over; one day where both are the same or there is no end. */
export interface SpanSaid {
  readonly start: string;
  readonly end: string | null;
}

/** Obligations of the same parties, by what is written of them; whose they are. */
export interface OwedSaid {
  readonly obligations: readonly string[];
  /** Who owes them. */
  readonly party: string;
  /** Who broke them, where several owe them; none: it is not known; null: it goes without saying. */
  readonly by: readonly string[] | null;
}

/** What a proved breach has come to. */
export type BreachSaid =
  | { readonly code: "broken" | "endedUnproved" | "suspended" }
  | ({ readonly code: "over" } & SpanSaid);

/** What asks for attention beside breaches. */
export type ConcernSaid = "notProved" | "disputed" | "outstanding" | "atRisk";

/** What is counted beside what is kept. */
export type CountedSaid = "keptLate" | "perhapsLate" | "waived" | "unverified" | "notObserved";

export interface ClockSaid {
  readonly power: string;
  /** It may be exerted since the day, or its clock runs until then. */
  readonly code: "ripe" | "running";
  readonly day: string;
}

export interface KeepingSaid {
  readonly obligations: number;
  readonly kept: number;
  /** Whether anything was observed by the day. */
  readonly observed: boolean;
  readonly breaches: readonly { readonly breach: BreachSaid; readonly owed: readonly OwedSaid[] }[];
  readonly concerns: readonly { readonly concern: ConcernSaid; readonly owed: readonly OwedSaid[] }[];
  readonly counted: readonly { readonly what: CountedSaid; readonly count: number }[];
  readonly clocks: readonly ClockSaid[];
}
