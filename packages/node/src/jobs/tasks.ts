import {
  type AnalysisOptions,
  type Assessment,
  type AssessOptions,
  assess,
  type Case,
  type Dance,
  dance,
  type FrontierOptions,
  type FrontierResult,
  frontier,
  type LaidPart,
  type LaidParts,
  layPart,
  type Outcome,
  type Part,
  type Prior,
  type ReadingWorths,
  readingWorths,
} from "@parley/core";
import { type Materials, materials } from "./materials.js";

/** The analyses that run on a worker: name → options and result. */
export interface Tasks {
  readonly assess: { readonly options: AssessOptions; readonly result: Outcome<Assessment> };
  readonly dance: { readonly options: AnalysisOptions; readonly result: Outcome<Dance> };
  readonly readingWorths: { readonly options: AnalysisOptions; readonly result: Outcome<ReadingWorths> };
  readonly materials: {
    readonly options: AnalysisOptions & Pick<AssessOptions, "turning">;
    readonly result: Materials;
  };
  readonly frontier: { readonly options: FrontierOptions; readonly result: Outcome<FrontierResult> };
  /** One part of what offers are measured against, for the tasks that take parts. */
  readonly lay: { readonly options: AnalysisOptions & LayOptions; readonly result: Outcome<LaidPart> };
}

interface LayOptions {
  readonly prior: Prior;
  readonly part: Part;
}

export type TaskName = keyof Tasks;

type Run<N extends TaskName> = (
  negotiation: Case,
  options: Tasks[N]["options"],
  parts: LaidParts | null,
) => Tasks[N]["result"];

export const tasks: { readonly [N in TaskName]: Run<N> } = {
  assess,
  dance,
  frontier,
  materials,
  readingWorths,
  lay: (negotiation, options) => layPart(negotiation, options, options.prior, options.part),
};

/** Tasks whose models can be laid in parts by several workers. */
export const IN_PARTS: ReadonlySet<TaskName> = new Set<TaskName>(["assess", "materials"]);
