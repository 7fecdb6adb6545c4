// One reading of one reporting expression: who is said to say, think or want something.
import type { WordRange } from "./noun-phrase.js";

export interface ReportingFrame {
  /** Where the cue stands: the verb with its auxiliaries, "according to", a noun of saying, a colon. */
  readonly cue: WordRange;
  /** The word that decides, as a place. */
  readonly head: number;
  readonly lemma: string;
  readonly source: WordRange;
  /**
   * before: the source, then the verb. after: the verb, then the source. shared: a further verb of the same subject.
   * participle: "…, adding …". according: "according to …". noun: "his claim that …". agent: "called … by …".
   * state: "is willing to …". colon: "…: “…”". label: a sign, a chapter or the like that is said to read so.
   */
  readonly shape:
    | "before"
    | "after"
    | "shared"
    | "participle"
    | "according"
    | "noun"
    | "agent"
    | "colon"
    | "relative"
    | "state";
  readonly passive: boolean;
}
