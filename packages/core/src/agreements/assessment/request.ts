// What a caller may ask of an assessment, and its check: which offers or own package to judge, against which baseline.
import {
  type Case,
  done,
  isBy,
  lacking,
  misused,
  type NamedPackage,
  type Offer,
  type Outcome,
  readPartialPackage,
  refuse,
  suggestion,
  withOptions,
} from "../../case/index.js";
import type { AnalysisOptions, Setting } from "../setting.js";
import type { Within } from "./reach.js";

export interface AssessOptions extends AnalysisOptions {
  /** Offers to assess, by id; all on record by the as-of day unless given. */
  readonly offers?: readonly string[];
  /** A package of one's own, `{issue: option}`; issues left out stay as today. */
  readonly package?: Readonly<Record<string, string>>;
  /** `today`, `no-deal` or an offer's id; today unless given. */
  readonly against?: string;
  /** The party whose part comes first in lists. */
  readonly party?: string;
  /** Whether to look for what would change the verdict, which is most of the work for one offer; true unless given. */
  readonly turning?: boolean;
  /** How far advice may go: to what somebody has proposed (unless given), or to any option. */
  readonly within?: Within;
}

/** What is assessed: an offer on record, or a package given by hand. */
export type Subject = Pick<Offer, "id" | "name" | "by" | "outsider" | "rest" | "options" | "open" | "named"> & {
  readonly date: string | null;
};

/** What is asked: the offers to assess, and what they are measured against; every wrong name at once. */
export function readRequest(
  setting: Setting,
  options: AssessOptions,
): Outcome<{ subjects: Subject[]; baseline: NamedPackage }> {
  const { negotiation, asOf } = setting;
  const reasons: string[] = [];
  const parties = negotiation.parties.map(({ id }) => id);
  if (options.party !== undefined && !parties.includes(options.party))
    reasons.push(`unknown party "${options.party}".${suggestion(options.party, parties)}`);
  const offer = (id: string): Offer[] => {
    const found = negotiation.offers.find((other) => other.id === id);
    if (!found)
      reasons.push(
        `unknown offer "${id}".${suggestion(
          id,
          negotiation.offers.map((other) => other.id),
        )}`,
      );
    return found ? [found] : [];
  };
  const named = options.offers?.flatMap(offer);
  const own = options.package ? [readPackage(negotiation, options.package, reasons)] : [];
  const subjects: Subject[] =
    named || own.length > 0 ? [...own, ...(named ?? [])] : negotiation.offers.filter(({ date }) => isBy(date, asOf));
  const baseline = readBaseline(negotiation, options.against ?? "today", offer, reasons);
  if (reasons.length > 0) return misused(...reasons);
  if (subjects.length > 0) return done({ subjects, baseline });
  const none = `There is no offer on record by ${asOf}: add one to record.yaml, or assess a package of your own.`;
  return lacking("offer", refuse(none));
}

function readBaseline(
  negotiation: Case,
  against: string,
  offer: (id: string) => Offer[],
  reasons: string[],
): NamedPackage {
  if (against === "today") return { name: "today", options: negotiation.today };
  if (against === "no-deal") return { name: "no-deal", options: negotiation.noDeal ?? negotiation.today };
  const [found] = offer(against);
  if (found && found.open.length > 0)
    reasons.push(`offer "${against}" leaves issues open, so nothing can be measured against it.`);
  return found ? { name: found.name, options: found.options } : { name: "today", options: negotiation.today };
}

function readPackage(negotiation: Case, written: Readonly<Record<string, string>>, reasons: string[]): Subject {
  const note = (_: unknown, message: string | (() => string)) =>
    reasons.push(`the package: ${typeof message === "string" ? message : message()}`);
  const issueAt = new Map(negotiation.issues.map(({ id }, index) => [id, index]));
  const changes = readPartialPackage({ error: note, warning: note }, [], written, {
    issues: negotiation.issues,
    issueAt,
  });
  if (Object.keys(written).length === 0) reasons.push("the package names no issue: write issue: option pairs.");
  return {
    id: "package",
    name: "your package",
    by: [],
    outsider: null,
    date: null,
    rest: "today",
    options: withOptions(negotiation.today, changes),
    open: [],
    named: [...changes.keys()],
  };
}
