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
  readAnswers,
  untouched,
  verdictOutcomes,
  withChanges,
  writeAnswers,
} from "@parley/core";

export interface Opened {
  readonly negotiation: Case | null;
  readonly problems: readonly Problem[];
}

/** What a page shows of a package or a changed preference while the hand still moves. */
export interface Look {
  readonly assessment: Outcome<Assessment>;
  readonly map: Outcome<BargainingMap>;
  readonly worths: Outcome<OptionWorths>;
}

export interface LookRequest {
  readonly files: readonly CaseFile[];
  readonly options: AnalysisOptions;
  /** A package of one's own; the offers on record where there is none. */
  readonly package?: Readonly<Record<string, string>>;
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

const bench = {
  open: (files: readonly CaseFile[]): Opened => entryOf(files).of,

  look: ({ files, options, package: chosen }: LookRequest): Look => {
    const { of, laid } = entryOf(files);
    if (!of.negotiation) return { assessment: unread, map: unread, worths: unread };
    const { negotiation } = of;
    const key = JSON.stringify(options);
    const parts =
      laid.get(key) ??
      layingPlan(negotiation, options).map((prior) => [layPart(negotiation, options, prior, { part: 0, of: 1 })]);
    laid.set(key, parts);
    const asked = { ...options, turning: false, ...(chosen && { package: chosen }) };
    return {
      assessment: assess(negotiation, asked, parts),
      map: bargainingMap(negotiation, options, parts),
      worths: optionWorths(negotiation, asked, parts),
    };
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

  untouched,
  withChanges,
  readAnswers,
  writeAnswers,
};

export type Bench = typeof bench;
export { bench };
