// The sentence on the latest offer, and what to do next: for who has four minutes.
import { goalTracks, Points, VerdictNote, verdicts } from "@parley/charts";
import {
  type Assessment,
  capital,
  importedNotes,
  LIKELY,
  latestOf,
  leavesNothing,
  listed,
  type OfferAssessment,
  type Outcome,
  verb,
} from "@parley/core";
import type { Materials } from "@parley/node/contract";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { type CaseView, dayOf, useCase } from "../case-view.js";
import { packageText } from "../chosen-package.js";
import { useMaterials } from "../jobs.js";
import { Gain, helpsAll, inOrder } from "../parts/gain.js";
import { Glances } from "../parts/glances.js";
import { Picture } from "../parts/picture.js";
import { Since } from "../parts/since.js";
import { Waiting, Working } from "../parts/waiting.js";
import { Word } from "../parts/word.js";

export function Overview(): ReactNode {
  const view = useCase();
  const { materials, share, failure } = useMaterials();
  return (
    <>
      <Working share={share} />
      {view.negotiation.about && (
        <details>
          <summary>What this case is about</summary>
          <p>{view.negotiation.about}</p>
        </details>
      )}
      {materials ? <Found view={view} materials={materials} /> : <Waiting share={share} failure={failure} />}
    </>
  );
}

function Found({ view, materials }: { readonly view: CaseView; readonly materials: Materials }): ReactNode {
  const { assessment } = materials;
  if (!assessment.ok)
    return (
      <>
        <h1>What could be signed cannot be said yet</h1>
        {assessment.reasons.map((reason) => (
          <p key={reason} className="lead">
            {capital(reason)}
          </p>
        ))}
        <Missing view={view} assessment={assessment} />
        <Since view={view} />
      </>
    );
  const { offers } = assessment.value;
  const latest = latestOf(offers);
  return (
    <>
      {latest && (
        <>
          <p className="kicker">
            The latest offer: “{latest.name}”{latest.date && `, ${latest.date}`}
          </p>
          <h1 className="sentence">{latest.sentence}</h1>
          <Glances view={view} offer={latest} />
          <Points items={latest.remarks} />
          <Better view={view} offer={latest} />
        </>
      )}
      {offers.some(({ verdicts: found }) => found.length > 0) && (
        <Picture
          chart={verdicts}
          of={{ parties: view.negotiation.parties, offers: assessment.value.offers }}
          id="verdicts"
        />
      )}
      {assessment.value.offers.length > 0 && <VerdictNote of={assessment.value} />}
      <h2>Each offer</h2>
      <ol className="offers">
        {assessment.value.offers.map((offer) => (
          <OfferLine key={offer.id} view={view} offer={offer} latest={offer.id === latest?.id} />
        ))}
      </ol>
      {assessment.value.later.length > 0 && (
        <p className="note">
          Dated later than {dayOf(view)}, and so no part of this:{" "}
          {listed(assessment.value.later.map(({ name, date }) => `“${name}” (${date})`))}.
        </p>
      )}
      {latest && latest.progress.length > 0 && (
        <>
          <h2>The goals</h2>
          <Picture chart={goalTracks} of={{ name: latest.name, goals: latest.progress }} id="goals" />
          <p className="note">
            The bar is the mean of a goal’s issues; pale, from the least to the most advanced of them.
          </p>
        </>
      )}
      <Since view={view} />
      <Telling assessment={assessment.value} />
      <Missing view={view} assessment={assessment} />
    </>
  );
}

interface OfferLineProps {
  readonly view: CaseView;
  readonly offer: OfferAssessment;
  /** What the page says of it on top is not said again. */
  readonly latest: boolean;
}

function OfferLine({ view, offer, latest }: OfferLineProps): ReactNode {
  const by = view.negotiation.parties.find(({ id }) => id === offer.by)?.name ?? offer.by;
  const says = view.negotiation.offers.find(({ id }) => id === offer.id)?.says?.trim();
  return (
    <li className="offer-line">
      <h3>
        <Link href={view.address.on("bargaining", { offer: offer.id })} data-item={offer.id}>
          {offer.name}
        </Link>{" "}
        <span className="note">({[by, offer.date].filter((part) => part !== null).join(", ")})</span>
      </h3>
      {says && <p className="note">{says}</p>}
      <p>{latest ? "As said above." : offer.sentence}</p>
      {!latest && <Better view={view} offer={offer} />}
    </li>
  );
}

/** The change to make first: it helps one and harms none, at the best it helps all. */
function Better({ view, offer }: { readonly view: CaseView; readonly offer: OfferAssessment }): ReactNode {
  const { left } = offer;
  if (!left) return null;
  const [gain, ...others] = inOrder(left.gains);
  if (!gain)
    return (
      <p className="note">
        {leavesNothing(left)
          ? "Nothing is left on the table: nobody can gain without another losing."
          : "No small change of it helps one and harms none."}
      </p>
    );
  const refused = offer.verdicts.every(({ signed }) => signed <= 1 - LIKELY);
  const whom = helpsAll(gain) ? "would help all" : "would help one and harm none";
  return (
    <p className="better">
      <strong>
        {refused ? "It would not be signed by that alone, but " : ""}
        {refused ? count(gain.changes.length).toLowerCase() : count(gain.changes.length)} {whom}
        {others.length > 0 && ` (the first of ${others.length + 1})`}:
      </strong>{" "}
      <Link
        className="chip"
        href={view.address.on("bargaining", { offer: offer.id, p: packageText(view.negotiation, offer, gain) })}
      >
        <Gain view={view} gain={gain} />
      </Link>
    </p>
  );
}

const count = (changes: number): string =>
  changes === 1 ? "One change" : `${changes === 2 ? "Two" : "Three"} changes together`;

/** A question that removes this share of the doubt settles it. */
const DECISIVE = 0.5;

function Telling({ assessment }: { readonly assessment: Assessment }): ReactNode {
  const asked = assessment.offers
    .flatMap(({ name, question }) => (question ? [{ name, question }] : []))
    .sort((a, b) => b.question.settles - a.question.settles);
  const [first] = asked;
  if (!first) return null;
  return (
    <>
      <h2>{first.question.settles >= DECISIVE ? "One answer would settle it" : "One answer would tell most"}</h2>
      <ul>
        {asked.map(({ name, question }) => (
          <li key={name}>
            Of “{name}”: {capital(question.text)}{" "}
            <span className="note">It would remove {Math.round(100 * question.settles)} % of the doubt.</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is not there yet, each with the shortest way to it. */
function Missing({
  view,
  assessment,
}: {
  readonly view: CaseView;
  readonly assessment: Outcome<Assessment>;
}): ReactNode {
  const { negotiation, address, reader } = view;
  const known = new Set(negotiation.interests.map(({ party }) => party));
  const lacking = [
    ...negotiation.parties
      .filter(({ id, role }) => role === "negotiating" && !known.has(id))
      .map((party) => ({
        text:
          reader === null
            ? `What ${party.name} ${verb(party, "needs")} is on no file`
            : `What ${party.name} ${verb(party, "needs")} is not for this reader`,
        to: address.on("interests", { party: party.id }),
      })),
    ...(negotiation.offers.length === 0
      ? [{ text: "No offer is on record", to: address.on("files", { file: "record.yaml" }) }]
      : []),
    ...(negotiation.statements.length === 0
      ? [{ text: "Nothing that was said is on record", to: address.on("files", { file: "record.yaml" }) }]
      : []),
    ...(negotiation.terms.length === 0
      ? [{ text: "No word is defined whose meaning is disputed", to: address.on("files", { file: "case.yaml" }) }]
      : []),
    ...(negotiation.noDeal === null
      ? [
          {
            text: "What happens without a deal is not said; it is taken to be as today",
            to: address.on("files", { file: "case.yaml" }),
          },
        ]
      : []),
  ];
  const assumed = assessment.ok
    ? [...assessment.value.missing, ...(assessment.value.limits ?? []), ...assessment.value.assumptions]
    : importedNotes(negotiation);
  if (lacking.length + assumed.length === 0) return null;
  return (
    <>
      <h2>What is missing, and what was assumed</h2>
      <ul>
        {lacking.map(({ text, to }) => (
          <li key={text}>
            <Link href={to} data-item={text}>
              {text}
            </Link>
          </li>
        ))}
        {assumed.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      {assessment.ok && assessment.value.models > 1 && (
        <p className="note">
          {assessment.value.models.toLocaleString("en-US")} models of each party, under{" "}
          {assessment.value.priors.length === 1 ? "one " : `${assessment.value.priors.length} `}
          <Word of="prior">{assessment.value.priors.length === 1 ? "prior" : "priors"}</Word>; every figure is a median
          with its <Word of="band" />, or a chance.
        </p>
      )}
    </>
  );
}
