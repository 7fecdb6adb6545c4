// Core in a worker: a page asks, and stays free to follow the hand.
import {
  type AnalysisOptions,
  type Assessment,
  assess,
  type BargainingMap,
  type BracketAnswer,
  bargainingMap,
  type Case,
  type CaseFile,
  type Entries,
  type Fill,
  type Framework,
  type Given,
  type InterviewQuestion,
  type InterviewState,
  type LaidParts,
  layingPlan,
  layPart,
  type MonitorOptions,
  type OptionWorths,
  type Outcome,
  optionWorths,
  type Positions,
  type PositionsOptions,
  type Problem,
  parseCase,
  positions,
  type Removal,
  type Result,
  type Roadmap,
  type RoadmapOptions,
  type Rounds,
  type Schedule,
  type Settlement,
  type SetUpChange,
  type SetUpStep,
  sentencesIn,
  type Target,
  untouched,
  type Verification,
  type VerifyOptions,
  type WrittenRow,
  withChanges,
} from "@parley/core/internal";
import type { KeptRehearsal, OwnMove, Practice, PracticeOptions } from "@parley/core/rehearsal";
import { digestOf } from "./digest.js";
import type { MonitoringFound, RowsPreview } from "./monitoring-analyses.js";

export type { MonitoringFound, RowsPreview };

export interface Opened {
  readonly negotiation: Case | null;
  readonly problems: readonly Problem[];
}

/** What would follow from changed preferences: for the offers on record. */
export interface Preview {
  readonly assessment: Outcome<Assessment>;
  readonly map: Outcome<BargainingMap>;
}

/** What a package comes to, and what every option would do in it. */
export interface Judgement {
  readonly assessment: Outcome<Assessment>;
  readonly worths: Outcome<OptionWorths>;
}

export interface PreviewRequest {
  readonly files: readonly CaseFile[];
  readonly options: AnalysisOptions;
}

export interface JudgeRequest extends PreviewRequest {
  readonly package: Readonly<Record<string, string>>;
}

export interface RoadmapRequest {
  readonly files: readonly CaseFile[];
  readonly options: RoadmapOptions;
}

export interface VerifyRequest {
  readonly files: readonly CaseFile[];
  readonly options: VerifyOptions;
}

export interface DraftRequest {
  readonly files: readonly CaseFile[];
  readonly options: AnalysisOptions;
}

export interface MonitorRequest {
  readonly files: readonly CaseFile[];
  readonly options: MonitorOptions;
}

export interface PractiseRequest {
  readonly files: readonly CaseFile[];
  readonly options: PracticeOptions;
  readonly moves: readonly OwnMove[];
}

export interface InterviewRequest {
  readonly files: readonly CaseFile[];
  readonly party: string;
  readonly holder: string;
  readonly date: string;
  readonly given: readonly Given[];
}

export interface CheckRequest {
  readonly files: readonly CaseFile[];
  readonly asOf: string;
  readonly party: string;
  readonly holder: string;
  readonly given: readonly Given[];
}

/** Kept of what was asked last: the same files again are not read again. */
const MOST_KEPT = 4;

const opened = new Map<string, { readonly of: Opened; readonly laid: Map<string, LaidParts> }>();

function entryOf(files: readonly CaseFile[]) {
  const key = digestOf(files.map(({ path, text }) => `${path.length} ${text.length} ${path}${text}`).join(""));
  const known = opened.get(key);
  if (known) return known;
  const parsed = parseCase(files);
  const entry = {
    of: { negotiation: parsed.ok ? parsed.value : null, problems: parsed.problems },
    laid: new Map<string, LaidParts>(),
  };
  opened.set(key, entry);
  for (const old of opened.keys()) if (opened.size > MOST_KEPT) opened.delete(old);
  return entry;
}

/** The words of the pages’ worker: it loads no others. */
const spoken = sentencesIn("en").inWorker;

const unread: Outcome<never> = {
  ok: false,
  reasons: [spoken.caseHasProblems],
  misuse: false,
};

/** Loaded when the page of monitoring is opened, or a row is written: no other has a use for it. */
const watching = () => import("./monitoring-analyses.js");

/** Loaded when a form, a road, a plan of inspection or an interview is first asked for. */
const later = () => import("./later-analyses.js");

/** Loaded when somebody practises. */
const rehearsing = () => import("@parley/core/rehearsal");

/** Loaded when a draft is first asked for: nobody waits for it on the way to the others. */
const drafting = () => import("@parley/core/drafting");

/** What packages are measured against, laid once for every view of a case. */
function laidFor(files: readonly CaseFile[], options: AnalysisOptions): { negotiation: Case | null; parts: LaidParts } {
  const { of, laid } = entryOf(files);
  const { negotiation } = of;
  if (!negotiation) return { negotiation, parts: [] };
  const key = JSON.stringify(options);
  const parts =
    laid.get(key) ??
    layingPlan(negotiation, options).map((prior) => [layPart(negotiation, options, prior, { part: 0, of: 1 })]);
  laid.set(key, parts);
  return { negotiation, parts };
}

export const analyses = {
  open: (files: readonly CaseFile[]): Opened => entryOf(files).of,

  preview: ({ files, options }: PreviewRequest): Preview => {
    const { negotiation, parts } = laidFor(files, options);
    if (!negotiation) return { assessment: unread, map: unread };
    return {
      assessment: assess(negotiation, { ...options, turning: false }, parts),
      map: bargainingMap(negotiation, options, parts),
    };
  },

  judge: ({ files, options, package: chosen }: JudgeRequest): Judgement => {
    const { negotiation, parts } = laidFor(files, options);
    if (!negotiation) return { assessment: unread, worths: unread };
    const asked = { ...options, turning: false, package: chosen };
    return { assessment: assess(negotiation, asked, parts), worths: optionWorths(negotiation, asked, parts) };
  },

  interview: async ({ files, party, holder, date, given }: InterviewRequest): Promise<Outcome<InterviewState>> => {
    const { interview, verdictOutcomes } = await later();
    return interview(
      {
        files,
        party,
        holder,
        date,
        outcomes: (negotiation) => verdictOutcomes(negotiation, party, { asOf: date, seed: 1 }),
      },
      given,
    );
  },

  /** The next comparison to ask of a party whose interests are on file. */
  check: async ({ files, asOf, party, holder, given }: CheckRequest): Promise<InterviewQuestion | null> => {
    const { negotiation } = entryOf(files).of;
    const interests = negotiation?.interests.find((one) => one.party === party && one.holder === holder);
    if (!negotiation || !interests) return null;
    const { ordinalCheck, verdictOutcomes } = await later();
    const outcomes = verdictOutcomes(negotiation, party, { asOf, seed: 1 });
    return ordinalCheck(negotiation, interests, { asOf, given, outcomes });
  },

  answered: async (files: readonly CaseFile[], question: InterviewQuestion, answer: string) => {
    const { negotiation } = entryOf(files).of;
    return negotiation ? (await later()).answersWritten(negotiation, question, answer) : [];
  },

  since: (files: readonly CaseFile[], options: PositionsOptions): Outcome<Positions> => {
    const { negotiation } = entryOf(files).of;
    return negotiation ? positions(negotiation, options) : unread;
  },

  /** Who does what when; faster roads as they are found, without a solver's proof. */
  roadmap: async ({ files, options }: RoadmapRequest): Promise<Outcome<Roadmap>> => {
    const { negotiation } = entryOf(files).of;
    return negotiation ? (await later()).roadmap(negotiation, options) : unread;
  },

  verification: async ({ files, options }: VerifyRequest): Promise<Outcome<Verification>> => {
    const { negotiation } = entryOf(files).of;
    return negotiation ? (await later()).verify(negotiation, options) : unread;
  },

  monitoring: async ({ files, options }: MonitorRequest): Promise<MonitoringFound> => {
    const { negotiation } = entryOf(files).of;
    if (!negotiation) return { found: unread, problems: [], malformed: 0 };
    return (await watching()).standing(negotiation, files, options);
  },

  framework: async ({ files, options }: DraftRequest): Promise<Outcome<Framework>> => {
    const { negotiation } = entryOf(files).of;
    if (!negotiation) return unread;
    const { framework } = await drafting();
    return framework(negotiation, options);
  },

  meetings: async ({ files, options }: DraftRequest): Promise<Outcome<Schedule>> => {
    const { negotiation } = entryOf(files).of;
    return negotiation ? (await drafting()).schedule(negotiation, options) : unread;
  },

  settle: async (files: readonly CaseFile[], fill: Fill, answer: BracketAnswer): Promise<Outcome<Settlement>> => {
    const { negotiation } = entryOf(files).of;
    return negotiation ? (await drafting()).settleBracket(negotiation, fill, answer) : unread;
  },

  /** What moved between an earlier state of the files and this one. */
  rounds: async (past: readonly CaseFile[], { files, options }: DraftRequest): Promise<Outcome<Rounds>> => {
    const [was, now] = [entryOf(past).of.negotiation, entryOf(files).of.negotiation];
    if (!was)
      return {
        ok: false,
        reasons: [spoken.problemsThen],
        misuse: false,
      };
    return now ? (await drafting()).rounds(was, now, options) : unread;
  },

  /** How a rehearsal stands after the person's moves. */
  practise: async ({ files, options, moves }: PractiseRequest): Promise<Outcome<Practice>> => {
    const { negotiation } = entryOf(files).of;
    return negotiation ? (await rehearsing()).practice(negotiation, options, moves) : unread;
  },

  /** A rehearsal as a file, and out of one. */
  keptRehearsal: async (kept: KeptRehearsal): Promise<string> => (await rehearsing()).writeRehearsal(kept),
  readRehearsal: async (file: string, text: string): Promise<Result<KeptRehearsal>> =>
    (await rehearsing()).readRehearsal(file, text),

  /** A table of rows with one more. */
  rowAdded: async (table: string, row: WrittenRow): Promise<string> => (await watching()).rowAdded(table, row),

  /** What rows would change if they stood at the end of observations.csv, seen from the day of the view, or from their own last day. */
  rowsPreview: async ({ files, options }: MonitorRequest, pasted: string): Promise<RowsPreview | null> => {
    const { negotiation } = entryOf(files).of;
    return negotiation && (await watching()).rowsPreview(negotiation, files, options, pasted);
  },

  /** SHA-256 of a text, hexadecimal. */
  digestOf,

  /** What a step of setting up comes to, and what taking a thing out does. */
  setUp: async (files: readonly CaseFile[], step: SetUpStep): Promise<Outcome<SetUpChange>> =>
    (await later()).setUpChange(files, step),
  entries: async (files: readonly CaseFile[]): Promise<Outcome<Entries>> => (await later()).entriesIn(files),
  removal: async (files: readonly CaseFile[], target: Target): Promise<Outcome<Removal>> =>
    (await later()).removalOf(files, target),

  untouched,
  withChanges,
};

export type Analyses = typeof analyses;
