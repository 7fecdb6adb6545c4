// What a rehearsal was, once it is over, as plain data.
import type { ValueStep } from "../agreements/index.js";
import type { Band } from "../math/index.js";
import type { OfferedPackage } from "./moves.js";

/** Of everybody in the order of the players, in points of its own scale. */
export type ByPlayer = readonly number[];

export interface Debrief {
  readonly players: readonly { readonly party: string; readonly name: string }[];
  /** The place of the person among them. */
  readonly own: number;
  /** What each has without a deal, and the least for which it would have signed. */
  readonly noDeal: ByPlayer;
  readonly least: ByPlayer;
  /** What enough would have signed and leaves nothing on the table: at most 200 of these packages, for a picture. */
  readonly frontier: readonly ByPlayer[];
  readonly nash: Reached | null;
  readonly kalaiSmorodinsky: Reached | null;
  readonly deal: Reached | null;
  /** Share of the most that each could have gained, 0–100, or beyond where somebody signed what is worse for it than no deal; null where nothing suits enough. */
  readonly shares: ByPlayer | null;
  /** What was left of every gain when it ended, 0–100: waiting costs. The shares above are of what was left. */
  readonly kept: number;
  readonly fromNash: number | null;
  readonly steps: readonly DebriefStep[];
  /** With a single text: its first form and every draft, what each was really worth, and who would rather have had it. */
  readonly drafts: readonly DebriefDraft[];
  /** Offers that left issues open: they are no steps, for what they are worth is open too. */
  readonly partly: number;
  /** Nobody worse off than in the deal, and the most gained together; null without a deal, or where nothing is better. */
  readonly missed: (Reached & { readonly gains: ByPlayer }) | null;
  /** The best for the person that enough others would rather sign than have no deal; null where nothing is. */
  readonly most: Reached | null;
  readonly truths: readonly Unveiled[];
  /** The three that mattered most, the heaviest first; fewer where fewer are true. */
  readonly lessons: readonly Lesson[];
}

export interface Reached {
  readonly package: OfferedPackage;
  readonly values: ByPlayer;
}

/** An offer: what it is worth to everybody, and what it changed against its maker's last. */
export interface DebriefStep {
  readonly by: number;
  readonly round: number;
  readonly values: ByPlayer;
  /** Change for its maker, and for the others on average; null at its first. */
  readonly cost: number | null;
  readonly brought: number | null;
  readonly kind: ValueStep | null;
  /** Of another's: the least that it was ready to offer then. */
  readonly aim: number | null;
}

export interface DebriefDraft {
  readonly round: number;
  readonly values: ByPlayer;
  readonly became: "first" | "taken" | "refused";
  /** Places of the players who said yes; of the first text, which nobody was asked about: none. */
  readonly yes: readonly number[];
}

/** What another really needed and how it played. */
export interface Unveiled {
  readonly party: string;
  readonly name: string;
  /** By its name. */
  readonly style: string;
  /** How much each issue mattered to it in points of 100, the heaviest first; beside what could be believed before and after. */
  readonly issues: readonly {
    readonly issue: string;
    readonly really: number;
    readonly before: Band;
    readonly after: Band;
  }[];
}

/** What may be learned from it. Points are of the person's own scale. */
export type Lesson =
  /** Without a deal, though something suited all: what the Nash package would have brought over no deal. */
  | { readonly code: "no-deal-though"; readonly points: number }
  /** Without a deal, and nothing suited all. */
  | { readonly code: "no-deal-rightly" }
  /** The deal is worse than none. */
  | { readonly code: "worse-than-none"; readonly points: number }
  /** The deal crosses lines that the person's party had drawn itself. */
  | { readonly code: "crossed-line"; readonly texts: readonly string[] }
  /** All could have gained: by other options on these issues. */
  | {
      readonly code: "left-on-table";
      readonly points: number;
      readonly others: number;
      readonly issues: readonly string[];
    }
  /** The costliest step that brought the others little. */
  | {
      readonly code: "dear-step";
      readonly round: number;
      readonly points: number;
      readonly brought: number;
      readonly issues: readonly string[];
    }
  /** Gave faster than the others: what each gave up to the deal or the end. */
  | { readonly code: "gave-more"; readonly points: number; readonly others: number }
  /** What would still have been better for enough others than no deal. */
  | { readonly code: "more-to-have"; readonly points: number }
  /** The issue that mattered most to another was never moved on. */
  | { readonly code: "not-given"; readonly points: number; readonly issue: string; readonly party: string }
  /** What waiting cost of the person's gain. */
  | { readonly code: "waited"; readonly points: number; readonly round: number }
  /** Warned of walking out after a round, and went on. */
  | { readonly code: "empty-threat"; readonly round: number }
  /** A yes to a draft that was worse for the person than the text, and what it brought the others. */
  | { readonly code: "gave-way"; readonly round: number; readonly points: number; readonly others: number }
  /** A no to a draft that was better for the person, which enough others would have taken. */
  | { readonly code: "kept-worse"; readonly round: number; readonly points: number }
  /** Better than the Nash solution. */
  | { readonly code: "did-well"; readonly points: number };
