// What is said of the record: who moved most, and what is read into a word. Points are places on a scale of 0–100.
import type { Named } from "../named.js";

export interface MovedSaid {
  readonly party: Named;
  /** At least; 0: it did not surely move. */
  readonly points: number;
}

export type DriftSaid =
  | { readonly code: "nobodyOnRecord" | "noOrder" }
  /** `since`: what moved after this day; null: over all of the record. */
  | { readonly code: "nobodyMoved"; readonly since: string | null }
  | {
      readonly code: "moved";
      readonly since: string | null;
      readonly most: MovedSaid;
      readonly issues: number;
      readonly next: MovedSaid | null;
      /** The record leaves enough open for another to have moved more. */
      readonly mayBeOther: boolean;
    };

/** Whether a part of a word is meant, by all readings of it. */
export type ComponentState = "contested" | "claimed" | "unsaid" | "agreed" | "rejected";

export type TermSaid =
  | { readonly code: "nobodyNegotiates"; readonly term: string }
  | { readonly code: "onePart"; readonly term: string; readonly state: ComponentState }
  | {
      readonly code: "parts";
      readonly term: string;
      readonly parts: number;
      readonly agreed: number;
      /** What is not agreed, by its state; none of them 0. */
      readonly others: readonly { readonly state: ComponentState; readonly count: number }[];
    };
