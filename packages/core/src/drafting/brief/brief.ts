// Two pages for the principal: where it stands, what they want, when to walk, what to put next, and what not to say aloud.

import type { Assessment, LaidParts, Provenance } from "../../agreements/index.js";
import {
  type Case,
  type Day,
  done,
  misused,
  type Outcome,
  type Party,
  readableBy,
  seatedOn,
  suggestion,
  type Viewing,
  viewingOf,
} from "../../case/index.js";
import { capital, listed, partyName, partyNamed, verb } from "../../wording/index.js";
import type { DraftPart } from "../document.js";
import { mindPart, movesPart, nextPart, walkPart } from "./choices.js";
import { type BriefOptions, gather } from "./dossier.js";
import { goalsPart, linePart } from "./standing.js";
import { theyPart } from "./they.js";
import { trapsPart } from "./traps.js";

export interface Brief extends Viewing {
  readonly kind: "brief";
  readonly method: string;
  readonly heading: string;
  readonly sentence: string;
  /** Whose principal reads it. */
  readonly party: string;
  /** Since when movements are told; null: all that is on record. */
  readonly since: Day | null;
  readonly parts: readonly DraftPart[];
  readonly remarks: readonly string[];
  readonly provenance: Pick<Provenance, "seed" | "models" | "priors" | "views"> | null;
}

/** Whose principal a brief is for: the party asked for, the reader, or the first that negotiates. */
function partyOf(negotiation: Case, { party: asked }: BriefOptions, sharedWith: string | null): Outcome<Party> {
  const seated = negotiation.parties.filter(({ role }) => role === "negotiating");
  const wanted = asked ?? (seated.some(({ id }) => id === sharedWith) ? sharedWith : null) ?? seated[0]?.id;
  const party = seated.find(({ id }) => id === wanted);
  if (party) return done(party);
  return misused(
    `a brief is for a party that negotiates; "${wanted ?? ""}" does not.${suggestion(
      wanted ?? "",
      seated.map(({ id }) => id),
    )}`,
  );
}

/**
 * The case that a brief is written from: what its party may read, with or without a share. Nothing private of another party's
 * files is in it.
 */
export function caseForBrief(written: Case, options: BriefOptions): Case {
  const viewing = viewingOf(written, options);
  if (!viewing.ok) return written;
  const party = partyOf(seatedOn(written, viewing.value.asOf), options, viewing.value.sharedWith);
  return party.ok ? readableBy(written, party.value.id) : written;
}

/**
 * Writes the brief of one party's principal, from what that party may read.
 * @param parts of its work that were laid elsewhere, with the same options and of `caseForBrief`
 * @returns misused where the party or an offer is unknown; refused where nothing says from which day the case is seen
 */
export function brief(written: Case, options: BriefOptions = {}, parts: LaidParts | null = null): Outcome<Brief> {
  const readable = caseForBrief(written, options);
  const viewing = viewingOf(readable, options);
  if (!viewing.ok) return viewing;
  const negotiation = seatedOn(readable, viewing.value.asOf);
  const found = partyOf(negotiation, options, viewing.value.sharedWith);
  if (!found.ok) return found;
  const party = found.value;
  const gathered = gather(negotiation, { ...options, party: party.id }, viewing.value, parts);
  if (!gathered.ok) return gathered;
  const { dossier, reasons, since } = gathered.value;
  const { assessment, offer } = dossier;
  const lines = [
    linePart(dossier),
    goalsPart(dossier),
    theyPart(dossier, since),
    walkPart(dossier),
    movesPart(dossier),
    trapsPart(dossier),
    mindPart(dossier),
    nextPart(dossier),
  ].filter(({ blocks }) => blocks.length > 0);
  return done({
    ...viewing.value,
    kind: "brief",
    method: "what the analyses of the case come to, for one party; every line from the fields named beside it",
    heading: `Brief for ${party.name}: ${negotiation.title}`,
    sentence: offer ? offer.sentence : capital(reasons[0] ?? "No offer is on record."),
    party: party.id,
    since,
    parts: lines,
    remarks: [...(offer ? reasons : reasons.slice(1)).map(capital), ...basesOf(negotiation, assessment, party.id)],
    provenance: assessment && {
      seed: assessment.seed,
      models: assessment.models,
      priors: assessment.priors,
      views: assessment.views,
    },
  });
}

/** Whose view of whom, where that is not the party's own word. */
function basesOf(negotiation: Case, assessment: Assessment | null, own: string): string[] {
  const views = (assessment?.views ?? []).filter(({ basis, party }) => basis !== "stated" || party !== own);
  const said = [
    ...new Set(views.map(({ basis, holder }) => `${basis}, in the view of ${partyName(negotiation, holder)}`)),
  ];
  return said.map((text) => {
    const of = views.filter(
      ({ basis, holder }) => `${basis}, in the view of ${partyName(negotiation, holder)}` === text,
    );
    return `What ${listed(of.map(({ party }) => partyName(negotiation, party)))} ${verb(
      of.map(({ party }) => partyNamed(negotiation, party)),
      "needs",
    )} is ${text}.`;
  });
}
