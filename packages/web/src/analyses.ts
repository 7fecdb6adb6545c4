// Core in a worker: a page asks, and stays free to follow the hand.
import {
  type AnalysisOptions,
  type Assessment,
  answersWritten,
  assess,
  type BargainingMap,
  bargainingMap,
  type Case,
  type CaseFile,
  type Given,
  type InterviewState,
  interview,
  type LaidParts,
  layingPlan,
  layPart,
  type OptionWorths,
  type Outcome,
  optionWorths,
  ordinalCheck,
  type Positions,
  type PositionsOptions,
  type Problem,
  parseCase,
  positions,
  type Question,
  type Roadmap,
  type RoadmapOptions,
  roadmap,
  untouched,
  verdictOutcomes,
  withChanges,
} from "@parley/core";
import { digestOf } from "./digest.js";

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
  const key = JSON.stringify(files.map(({ path, text }) => [path, text]));
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

const unread: Outcome<never> = {
  ok: false,
  reasons: ["The case has problems; they are listed under Files."],
  misuse: false,
};

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

  interview: ({ files, party, holder, date, given }: InterviewRequest): Outcome<InterviewState> =>
    interview(
      {
        files,
        party,
        holder,
        date,
        outcomes: (negotiation) => verdictOutcomes(negotiation, party, { asOf: date, seed: 1 }),
      },
      given,
    ),

  /** The next comparison to ask of a party whose interests are on file. */
  check: ({ files, asOf, party, holder, given }: CheckRequest): Question | null => {
    const { negotiation } = entryOf(files).of;
    const interests = negotiation?.interests.find((one) => one.party === party && one.holder === holder);
    if (!negotiation || !interests) return null;
    const outcomes = verdictOutcomes(negotiation, party, { asOf, seed: 1 });
    return ordinalCheck(negotiation, interests, { asOf, given, outcomes });
  },

  answered: (files: readonly CaseFile[], question: Question, answer: string) => {
    const { negotiation } = entryOf(files).of;
    return negotiation ? answersWritten(negotiation, question, answer) : [];
  },

  since: (files: readonly CaseFile[], options: PositionsOptions): Outcome<Positions> => {
    const { negotiation } = entryOf(files).of;
    return negotiation ? positions(negotiation, options) : unread;
  },

  /** Who does what when; faster roads as they are found, without a solver's proof. */
  roadmap: ({ files, options }: RoadmapRequest): Outcome<Roadmap> => {
    const { negotiation } = entryOf(files).of;
    return negotiation ? roadmap(negotiation, options) : unread;
  },

  /** SHA-256 of a text, hexadecimal. */
  digestOf,

  untouched,
  withChanges,
};

export type Analyses = typeof analyses;
