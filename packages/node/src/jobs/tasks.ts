import {
  type AnalysisOptions,
  type Assessment,
  type AssessOptions,
  assess,
  type Case,
  type Dance,
  dance,
  type FrontierResult,
  frontier,
  type Outcome,
  type ReadingWorths,
  readingWorths,
} from "@parley/core";
import { type Materials, materials } from "./materials.js";

/** The analyses that run on a worker: name → options and result. */
export interface Tasks {
  readonly assess: { readonly options: AssessOptions; readonly result: Outcome<Assessment> };
  readonly dance: { readonly options: AnalysisOptions; readonly result: Outcome<Dance> };
  readonly readingWorths: { readonly options: AnalysisOptions; readonly result: Outcome<ReadingWorths> };
  readonly materials: { readonly options: AnalysisOptions; readonly result: Materials };
  readonly frontier: { readonly options: AnalysisOptions; readonly result: Outcome<FrontierResult> };
}

export type TaskName = keyof Tasks;

type Run<N extends TaskName> = (negotiation: Case, options: Tasks[N]["options"]) => Tasks[N]["result"];

export const tasks: { readonly [N in TaskName]: Run<N> } = { assess, dance, frontier, materials, readingWorths };
