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
  type Monitoring,
  type MonitorOptions,
  monitor,
  type Outcome,
  type Part,
  type Prior,
  type ReadingWorths,
  type Roadmap,
  type RoadmapOptions,
  readingWorths,
  roadmap,
  withProof,
} from "@parley/core";
import { type CasePlace, readObservations } from "../store/index.js";
import { type Materials, materials } from "./materials.js";
import { solverWithin } from "./solver.js";

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
  readonly roadmap: { readonly options: RoadmapTask; readonly result: Outcome<Roadmap> };
  readonly monitor: { readonly options: MonitorTask; readonly result: Outcome<Monitoring> };
  /** One part of what offers are measured against, for the tasks that take parts. */
  readonly lay: { readonly options: AnalysisOptions & LayOptions; readonly result: Outcome<LaidPart> };
}

/** `seconds`: how long a solver may work on each point of the frontier; none at 0. */
export type RoadmapTask = RoadmapOptions & { readonly seconds?: number };

/** `folder`: the case's, where its observations are read as they stand now; never from a request. */
export type MonitorTask = AnalysisOptions & Pick<MonitorOptions, "knownAt"> & { readonly folder: CasePlace };

interface LayOptions {
  readonly prior: Prior;
  readonly part: Part;
}

/** Enough for ten commitments over three years to be proven. */
export const SOLVER_SECONDS = 10;

export type TaskName = keyof Tasks;

type Run<N extends TaskName> = (
  negotiation: Case,
  options: Tasks[N]["options"],
  parts: LaidParts | null,
) => Tasks[N]["result"] | Promise<Tasks[N]["result"]>;

export const tasks: { readonly [N in TaskName]: Run<N> } = {
  assess,
  dance,
  frontier,
  materials,
  readingWorths,
  roadmap: async (negotiation, options) => {
    const found = roadmap(negotiation, options);
    const { seconds = SOLVER_SECONDS, onProgress } = options;
    if (!found.ok || seconds === 0) return found;
    return { ok: true, value: await withProof(found.value, solverWithin(seconds), onProgress) };
  },
  monitor: async (negotiation, { folder, ...options }) => {
    const rows = await readObservations(folder.path, negotiation, folder.within);
    const watch = monitor(negotiation, rows, options);
    return watch.ok ? { ok: true, value: watch.value.standing() } : watch;
  },
  lay: (negotiation, options) => layPart(negotiation, options, options.prior, options.part),
};

/** Tasks whose models can be laid in parts by several workers. */
export const IN_PARTS: ReadonlySet<TaskName> = new Set<TaskName>(["assess", "materials"]);
