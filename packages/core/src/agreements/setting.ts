// The options that all analyses of preferences share, with their defaults, and the view of the case that follows from
// them.
import {
  addressedTo,
  type Case,
  type Day,
  done,
  type Interests,
  isBy,
  isPartyOn,
  type Outcome,
  refuse,
  standingOn,
  type Viewing,
  type ViewingOptions,
  viewingOf,
} from "../case/index.js";
import { chooseViews, type Prior, type Views } from "../interests/index.js";
import { at } from "../math/index.js";
import { type Named, partyName, partyNamed, sentencesIn, verb } from "../wording/index.js";
import type { FrontLimit } from "./front-table.js";

/** What every analysis takes. */
export interface AnalysisOptions extends ViewingOptions {
  /** Models drawn of each party, 2,000 unless given. */
  readonly models?: number;
  readonly seed?: number;
  readonly views?: Views;
  /** Only these of the priors; both unless given. */
  readonly priors?: readonly Prior[];
  /** Told the share of the work that is done, 0–1. */
  readonly onProgress?: (share: number) => void;
}

/** The options with their defaults, and the views to use. */
export interface Setting extends Viewing {
  readonly negotiation: Case;
  readonly models: number;
  readonly seed: number;
  readonly views: readonly Interests[];
  readonly priors: readonly Prior[] | null;
  /** Negotiating parties without interests on file. */
  readonly unmodelled: readonly string[];
  /** Who is named among those who must sign and is not at the table on the day. */
  readonly unseated: readonly Named[];
  readonly onProgress: (share: number) => void;
}

export const DEFAULT_MODELS = 2000;
export const MOST_MODELS = 100_000;

/** Rows of a single frontier, two parties and more; beyond, it is thinned with its error stated. */
export const singleLimit = (parties: number): FrontLimit => ({ rows: parties <= 2 ? 200_000 : 50_000 });
/** Rows of the frontier of one of many models: fewer where every merge is larger. */
export function sampledLimit(parties: number, options: number): FrontLimit {
  // With more than three parties each row costs a walk through trees.
  const most = parties <= 2 ? 4000 : parties === 3 ? 1500 : 600;
  const rows = Math.min(most, (parties <= 2 ? 400_000 : 200_000) / options);
  return { rows: Math.max(60, Math.floor(rows)) };
}

/** @returns refused where there is no as-of date, or a view cannot be chosen. */
export function settingOf(written: Case, options: AnalysisOptions): Outcome<Setting> {
  const viewing = viewingOf(written, options);
  if (!viewing.ok) return viewing;
  const { asOf } = viewing.value;
  const negotiation = addressedTo(
    standingOn(presentOn(written, asOf), asOf),
    options.sharedWith ?? null,
    sentencesIn("en").you,
  );
  if (!negotiation.parties.some(({ role }) => role === "negotiating"))
    return refuse(`no party negotiates on ${asOf}: look at the parties' from and until.`);
  const views = chooseViews(negotiation, options.views);
  if (!views.ok) return views;
  const lacks = whatLacks(negotiation, views.value);
  if (lacks.length > 0) return refuse(...lacks);
  const modelled = new Set(views.value.map(({ party }) => party));
  return done({
    ...viewing.value,
    negotiation,
    models: options.models ?? DEFAULT_MODELS,
    seed: options.seed ?? 1,
    views: views.value,
    priors: options.priors ?? null,
    unmodelled: negotiation.parties
      .filter(({ id, role }) => role === "negotiating" && !modelled.has(id))
      .map(({ id }) => id),
    unseated: unseatedOn(written, asOf),
    onProgress: options.onProgress ?? (() => {}),
  });
}

function unseatedOn({ acceptance, parties }: Case, day: Day): Named[] {
  const named = new Set([...(acceptance?.all ?? []), ...(acceptance?.groups ?? []).flatMap(({ of }) => of)]);
  return parties.filter((party) => named.has(party.id) && !isPartyOn(party, day));
}

/** What must be said before anything can be computed. */
function whatLacks(negotiation: Case, views: readonly Interests[]): string[] {
  if (negotiation.issues.length === 0) return ["there is no issue yet: add what is negotiated, one issue at least."];
  return views
    .filter(({ unsaid }) => unsaid.length > 0)
    .map(({ party, file, unsaid }) => {
      const issues = unsaid.map((issue) => at(negotiation.issues, issue).name).join(", ");
      return `it is not said yet what is better for ${partyName(negotiation, party)} on ${issues}: say it for each, in ${file}.`;
    });
}

/** The case with the parties that are there on a day. */
const presentOn = (negotiation: Case, day: Day): Case => ({
  ...negotiation,
  notYetSaid: negotiation.issues.flatMap(({ saidOn = new Map() }, issue) => {
    const later = [...saidOn].filter(([, on]) => !isBy(on, day)).map(([option]) => option);
    return later.length > 0 ? [new Map([[issue, new Set(later)]])] : [];
  }),
  parties: negotiation.parties.filter((party) => isPartyOn(party, day)),
});

/** `{issue: option}` with ids, in the order of the issues. */
export function optionIds(negotiation: Case, options: ArrayLike<number>): Record<string, string> {
  return Object.fromEntries(
    negotiation.issues.map((issue, index) => [issue.id, at(issue.options, options[index] ?? 0).id]),
  );
}

/** Says which interests an analysis lacks, by file, or who may not read them. */
export function missingInterests({ negotiation, unmodelled, sharedWith }: Setting): string {
  const name = (ids: readonly string[]) =>
    ids.map((id) => negotiation.parties.find((party) => party.id === id)?.name ?? id).join(" and ");
  const readerName = (reader: string) => (reader === "public" ? "the public" : name([reader]));
  const named = (id: string) => partyNamed(negotiation, id);
  const needs = (ids: readonly string[]) => verb(ids.map(named), "needs");
  const { readBy } = negotiation;
  if (readBy !== undefined) {
    const readers = [name([readBy]), ...(sharedWith === null || sharedWith === readBy ? [] : [readerName(sharedWith)])];
    return `no view of what ${name(unmodelled)} ${needs(unmodelled)} may be read by ${readers.length > 1 ? "both " : ""}${readers.join(" and ")}.`;
  }
  const files = unmodelled.map((party) => `interests/${party}.<holder>.yaml`).join(" and ");
  return sharedWith === null
    ? `there are no interests of ${unmodelled.join(" and ")} on file: write ${files}.`
    : sharedWith !== "public" && unmodelled.includes(sharedWith)
      ? `${name([sharedWith])} ${verb(named(sharedWith), "holds")} no view of what ${name(unmodelled)} ${needs(unmodelled)}.`
      : `What ${name(unmodelled)} ${needs(unmodelled)} is not for ${readerName(sharedWith)} to see.`;
}
