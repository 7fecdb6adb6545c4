// Everything that a brief is written from, worked out once.
import {
  type Assessment,
  type AssessOptions,
  assess,
  type BestMoves,
  bestMoves,
  type LaidParts,
  latestOf,
  layingPlan,
  layPart,
  type OfferAssessment,
  type OptionWorths,
  optionWorths,
} from "../../agreements/index.js";
import { type Case, type Day, done, type Outcome, type Party, stands, type Viewing } from "../../case/index.js";
import { type Positions, positions, type Terms, terms } from "../../evidence/index.js";
import type { Roadmap } from "../../implementation/index.js";
import { packageOf } from "../framework/framework.js";
import { type MeetingSeries, planOf, seriesOf } from "../schedule/schedule.js";

export interface BriefOptions extends AssessOptions {
  /** Movements after this day; since the last meeting unless given. */
  readonly since?: Day;
}

/** What all parts of a brief are written from; null where it cannot be had. */
export interface Dossier {
  readonly negotiation: Case;
  readonly asOf: Day;
  readonly party: Pick<Party, "id" | "name" | "plural">;
  /** The others who negotiate. */
  readonly others: readonly { readonly id: string; readonly name: string }[];
  readonly assessment: Assessment | null;
  readonly offer: OfferAssessment | null;
  /** What the commitments come to, where they do. */
  readonly draft: OfferAssessment | null;
  readonly worths: OptionWorths | null;
  readonly moves: BestMoves | null;
  readonly positions: Positions;
  readonly terms: Terms;
  readonly road: Roadmap | null;
  readonly series: readonly MeetingSeries[];
}

export interface Gathered {
  readonly dossier: Dossier;
  readonly reasons: readonly string[];
  readonly since: Day | null;
}

export function gather(
  negotiation: Case,
  options: BriefOptions & { readonly party: string },
  { asOf, sharedWith }: Viewing,
  given: LaidParts | null,
): Outcome<Gathered> {
  const { since: asked, offers: _, onProgress = () => {}, ...shared } = options;
  const quiet = { ...shared, onProgress: () => {} };
  const viewing = { asOf, sharedWith };
  const plan = planOf(negotiation, quiet);
  if (!plan.ok) return plan;
  const { road } = plan.value;
  const series = seriesOf(negotiation, asOf, road);
  const since = asked ?? lastMeeting(series, asOf);
  const moved = positions(negotiation, { ...viewing, ...(since !== null && { since }) });
  if (!moved.ok) return moved;
  const words = terms(negotiation, viewing);
  if (!words.ok) return words;
  const subject = subjectOf(negotiation, options, asOf);
  const laid = given ?? laidNow(negotiation, { ...quiet, onProgress: (share) => onProgress(0.6 * share) });
  const weighed = weigh(negotiation, { ...quiet, onProgress, party: options.party }, subject, laid);
  if (!weighed.ok) return weighed;
  const { reasons, ...figures } = weighed.value;
  const seated = negotiation.parties.filter(({ role }) => role === "negotiating");
  return done({
    since,
    reasons,
    dossier: {
      negotiation,
      asOf,
      party: negotiation.parties.find(({ id }) => id === options.party) ?? { id: options.party, name: options.party },
      others: seated.filter(({ id }) => id !== options.party).map(({ id, name }) => ({ id, name })),
      ...figures,
      positions: moved.value,
      terms: words.value,
      road,
      series,
    },
  });
}

const WHOLE = { part: 0, of: 1 };

type Options = Omit<BriefOptions, "since" | "offers"> & { readonly onProgress: (share: number) => void };

function laidNow(negotiation: Case, { onProgress, ...options }: Options): LaidParts {
  const priors = layingPlan(negotiation, options);
  return priors.map((prior, k) => [
    layPart(negotiation, { ...options, onProgress: (share) => onProgress((k + share) / priors.length) }, prior, WHOLE),
  ]);
}

/** The figures of a dossier, and why some of them are not there. */
type Weighed = Pick<Dossier, "assessment" | "offer" | "draft" | "worths" | "moves"> & Pick<Gathered, "reasons">;

/** What an analysis found; null where it was not asked or refused. */
const had = <T>(outcome: Outcome<T> | null): T | null => (outcome?.ok ? outcome.value : null);

function weigh(
  negotiation: Case,
  { onProgress, party, ...options }: Options & { readonly party: string },
  subject: string | null,
  laid: LaidParts,
): Outcome<Weighed> {
  const assessed = subject === null ? null : assess(negotiation, { ...options, offers: [subject] }, laid);
  if (assessed && !assessed.ok && assessed.misuse) return assessed;
  const assessment = had(assessed);
  const offer = assessment?.offers[0] ?? null;
  onProgress(0.9);
  const promised =
    negotiation.commitments.length === 0
      ? null
      : assess(negotiation, { ...options, turning: false, package: packageOf(negotiation) }, laid);
  const worths = offer ? optionWorths(negotiation, options, laid) : null;
  const moves =
    offer && subject !== null ? bestMoves(negotiation, { ...options, offers: [subject], party }, laid) : null;
  onProgress(1);
  return done({
    assessment,
    offer,
    draft: had(promised)?.offers[0] ?? null,
    worths: had(worths),
    moves: had(moves),
    reasons: [
      ...(assessed && !assessed.ok ? assessed.reasons : []),
      ...(assessment?.missing ?? []),
      ...(assessment?.limits ?? []),
    ],
  });
}

/** The latest offer, where none is asked for. */
function subjectOf(negotiation: Case, { offers }: BriefOptions, asOf: Day): string | null {
  const [asked] = offers ?? [];
  if (asked !== undefined) return asked;
  const known = negotiation.offers.filter((offer) => stands(offer, asOf) && offer.open.length === 0);
  return latestOf(known)?.id ?? null;
}

/** The day on which the last meeting began that is over. */
function lastMeeting(series: readonly MeetingSeries[], asOf: Day): Day | null {
  const days = series.flatMap(({ occurrences }) => occurrences.filter(({ past }) => past).map(({ day }) => day));
  return (
    days
      .filter((day) => day <= asOf)
      .sort()
      .at(-1) ?? null
  );
}
