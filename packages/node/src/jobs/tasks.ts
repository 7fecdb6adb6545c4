// All analyses that can run on a worker thread: the options and the result of each, and how it is called.
import {
  type AnalysisOptions,
  type Assessment,
  type AssessOptions,
  assess,
  type Brief,
  type BriefOptions,
  brief,
  type Case,
  caseForBrief,
  changesBetween,
  type Dance,
  dance,
  dayWithRows,
  type Finding,
  type Framework,
  type FrontierOptions,
  type FrontierResult,
  framework,
  frontier,
  type LaidPart,
  type LaidParts,
  layPart,
  type Monitoring,
  type MonitorOptions,
  monitor,
  newRemarks,
  type Outcome,
  type Part,
  type Positions,
  type PositionsOptions,
  type Prior,
  type Problem,
  positions,
  type ReadingWorths,
  type Roadmap,
  type RoadmapOptions,
  type Rounds,
  readingWorths,
  roadmap,
  rounds,
  type Sanity,
  type Schedule,
  type StandingChange,
  sanity,
  schedule,
  type Terms,
  terms,
  type Verification,
  type VerifyOptions,
  verify,
  withProof,
} from "@parley/core/internal";
import {
  type Tournament,
  type TournamentOptions,
  type TournamentPart,
  tournament,
  tournamentOf,
  tournamentPart,
} from "@parley/core/rehearsal";
import { type Observations, readObservations } from "../store/index.js";
import { type Materials, materials } from "./materials.js";
import { solverWithin } from "./solver.js";

/** The analyses that run on a worker: name → options and result. */
export interface Tasks {
  readonly assess: { readonly options: AssessOptions; readonly result: Outcome<Assessment> };
  readonly positions: { readonly options: AnalysisOptions & PositionsOptions; readonly result: Outcome<Positions> };
  readonly terms: { readonly options: AnalysisOptions; readonly result: Outcome<Terms> };
  readonly rounds: { readonly options: RoundsTask; readonly result: Outcome<Rounds> };
  readonly dance: { readonly options: AnalysisOptions; readonly result: Outcome<Dance> };
  readonly readingWorths: { readonly options: AnalysisOptions; readonly result: Outcome<ReadingWorths> };
  readonly materials: {
    readonly options: AnalysisOptions & Pick<AssessOptions, "turning" | "within">;
    readonly result: Materials;
  };
  readonly framework: { readonly options: AnalysisOptions; readonly result: Outcome<Framework> };
  readonly meetings: { readonly options: AnalysisOptions; readonly result: Outcome<Schedule> };
  readonly brief: { readonly options: BriefOptions; readonly result: Outcome<Brief> };
  readonly sanity: { readonly options: AnalysisOptions; readonly result: Outcome<Sanity> };
  readonly frontier: { readonly options: FrontierOptions; readonly result: Outcome<FrontierResult> };
  readonly roadmap: { readonly options: RoadmapTask; readonly result: Outcome<Roadmap> };
  readonly verify: { readonly options: VerifyTask; readonly result: Outcome<Verification> };
  readonly monitor: { readonly options: MonitorTask; readonly result: Outcome<MonitorAnswer> };
  /** Some truths of a tournament, and the whole of all parts. */
  readonly tournamentPart: { readonly options: TournamentOptions & Truths; readonly result: Outcome<TournamentPart> };
  /** A whole tournament by one worker, as a page asks for it. */
  readonly laboratory: { readonly options: TournamentOptions; readonly result: Outcome<Tournament> };
  readonly tournament: {
    readonly options: TournamentOptions & { readonly parts: readonly TournamentPart[] };
    readonly result: Outcome<Tournament>;
  };
  /** One part of what offers are measured against, for the tasks that take parts. */
  readonly lay: { readonly options: AnalysisOptions & LayOptions; readonly result: Outcome<LaidPart> };
}

/** What the case is compared with: an earlier version, or a later one. */
export type RoundsTask = AnalysisOptions &
  ({ readonly before: Case | Framework } | { readonly after: Case | Framework });

/** `seconds`: how long a solver may work on each point of the frontier; none at 0. */
export type RoadmapTask = RoadmapOptions & { readonly seconds?: number };

type VerifyTask = AnalysisOptions & Pick<VerifyOptions, "holder" | "effort">;

/** `observations`: the case's, read as they stand when the work begins; `more`: rows to be added to them for this answer. */
export type MonitorTask = AnalysisOptions &
  Pick<MonitorOptions, "knownAt"> & { readonly observations: Observations; readonly more?: Observations };

/** How things stand, what could not be read, and what more rows would change. */
export interface MonitorAnswer {
  readonly found: Monitoring;
  readonly problems: readonly Problem[];
  readonly malformed: number;
  readonly more: {
    readonly rows: number;
    readonly changes: readonly StandingChange[];
    /** What is odd about these rows. */
    readonly remarks: readonly Finding[];
    readonly after: Monitoring;
  } | null;
}

/** Truths of a tournament by their numbers, the last not among them. */
interface Truths {
  readonly from: number;
  readonly to: number;
}

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
  positions,
  terms,
  rounds: (negotiation, options) => {
    const { before, after, ...own } = { before: negotiation, after: negotiation, ...options };
    return rounds(before, after, own);
  },
  dance,
  framework: (negotiation, options) => framework(negotiation, options),
  meetings: schedule,
  brief,
  frontier,
  sanity,
  materials,
  readingWorths,
  roadmap: async (negotiation, options) => {
    const found = roadmap(negotiation, options);
    const { seconds = SOLVER_SECONDS, onProgress } = options;
    if (!found.ok || seconds === 0) return found;
    return { ok: true, value: await withProof(negotiation, options, found.value, solverWithin(seconds), onProgress) };
  },
  verify,
  monitor: async (negotiation, { observations, more, ...options }) => {
    const rows = await readObservations(observations, negotiation);
    const added = more === undefined ? null : await readObservations(more, negotiation);
    const own = options.knownAt ?? negotiation.asOf ?? dayWithRows(null, rows);
    const asOf = options.asOf ?? (added ? dayWithRows(own, added) : null);
    const watch = monitor(negotiation, rows, { ...options, ...(asOf !== null && { asOf }) });
    if (!watch.ok) return watch;
    const found = watch.value.standing();
    const { problems, malformed } = rows;
    if (added === null) return { ok: true, value: { found, problems, malformed, more: null } };
    const line = rows.book.size() === 0 ? 1 : rows.book.row(rows.book.size() - 1).line;
    watch.value.add(
      Array.from({ length: added.book.size() }, (_, at) => ({ ...added.book.row(at), line: line + 1 + at })),
    );
    const after = watch.value.standing();
    return {
      ok: true,
      value: {
        found,
        problems: [...problems, ...added.problems],
        malformed: malformed + added.malformed,
        more: {
          rows: added.book.size(),
          changes: changesBetween(found, after),
          remarks: newRemarks(found, after),
          after,
        },
      },
    };
  },
  laboratory: tournament,
  tournamentPart: (negotiation, { from, to, ...options }) => tournamentPart(negotiation, options, from, to),
  tournament: (negotiation, { parts, ...options }) => tournamentOf(negotiation, options, parts),
  lay: (negotiation, options) => layPart(negotiation, options, options.prior, options.part),
};

/** Tasks whose models can be laid in parts by several workers. */
export const IN_PARTS: ReadonlySet<TaskName> = new Set<TaskName>(["assess", "materials", "brief"]);

/** What a task may read of the case, where that is less than all of it. */
export const caseFor: { readonly [N in TaskName]?: (negotiation: Case, options: Tasks[N]["options"]) => Case } = {
  brief: caseForBrief,
};
