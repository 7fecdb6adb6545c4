// The sentence on the latest offer, and what to do next: for who has four minutes.
import { goalTracks, labelOf, Points, useWords, VerdictNote, verdicts } from "@parley/charts";
import {
  type Assessment,
  importedNotes,
  LIKELY,
  latestOf,
  leavesNothing,
  type OfferAssessment,
  type Outcome,
  percent,
} from "@parley/core/internal";
import type { Materials } from "parley/contract";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { type CaseView, dayOf, useCase } from "../case-view.js";
import { packageText } from "../chosen-package.js";
import { useMaterials } from "../jobs.js";
import { AnswerQuestion } from "../parts/answer-question.js";
import { EditEntry } from "../parts/edit-here.js";
import { Gain } from "../parts/gain.js";
import { helpsAll, inOrder } from "../parts/gains-ordered.js";
import { Glances } from "../parts/glances.js";
import { Picture } from "../parts/picture.js";
import { Sentence } from "../parts/sentence.js";
import { Since } from "../parts/since.js";
import { Waiting, Working } from "../parts/waiting.js";
import { askedOf, lackingIn } from "./overview-missing.js";

export function Overview(): ReactNode {
  const words = useWords().pages.overview;
  const view = useCase();
  const { materials, share, failure } = useMaterials();
  return (
    <>
      <Working share={share} />
      {view.negotiation.about && (
        <details>
          <summary>{words.about}</summary>
          <p>{view.negotiation.about}</p>
        </details>
      )}
      {materials ? <Found view={view} materials={materials} /> : <Waiting share={share} failure={failure} />}
    </>
  );
}

function Found({ view, materials }: { readonly view: CaseView; readonly materials: Materials }): ReactNode {
  const { atHead, pages } = useWords();
  const words = pages.overview;
  const { assessment } = materials;
  if (!assessment.ok)
    return (
      <>
        <h1>{words.cannotBeSaid}</h1>
        {assessment.reasons.map((reason) => (
          <p key={reason} className="lead">
            {atHead(reason)}
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
      {latest && <Headline view={view} offer={latest} />}
      {offers.some(({ verdicts: found }) => found.length > 0) && (
        <Picture
          chart={verdicts}
          of={{ parties: view.negotiation.parties, offers: assessment.value.offers }}
          id="verdicts"
        />
      )}
      {offers.some(({ verdicts: found }) => found.length > 0) && <VerdictNote of={assessment.value} />}
      <div className="two-columns">
        <div>
          <Telling view={view} assessment={assessment.value} />
        </div>
        <div>
          <Since view={view} />
        </div>
      </div>
      <h2>{words.offers}</h2>
      <ol className="offers">
        {assessment.value.offers.map((offer) => (
          <OfferLine key={offer.id} view={view} offer={offer} latest={offer.id === latest?.id} />
        ))}
      </ol>
      {assessment.value.later.length > 0 && <p className="note">{words.later(dayOf(view), assessment.value.later)}</p>}
      {latest && latest.progress.length > 0 && (
        <>
          <h2>{words.goals}</h2>
          <Picture chart={goalTracks} of={{ name: latest.name, goals: latest.progress }} id="goals" />
          <p className="note">{words.goalsNote}</p>
        </>
      )}
      <Missing view={view} assessment={assessment} />
    </>
  );
}

/** The offer in 25 words at most, its figures beside it, and what they rest on. */
function Headline({ view, offer }: { readonly view: CaseView; readonly offer: OfferAssessment }): ReactNode {
  const { assessment: words, pages } = useWords();
  const own = pages.overview;
  return (
    <section className="hero">
      <div>
        <p className="kicker">{own.latest(offer.name, offer.date ?? "")}</p>
        <h1 className="headline">{words.headline(offer.said.sentence)}</h1>
        <Glances view={view} offer={offer} />
        <details className="why">
          <summary>{own.why}</summary>
          <p className="sentence">{offer.sentence}</p>
          <Points items={offer.remarks} />
          <p className="row">
            <Link href={view.address.on("interests")}>{own.rest.ranks}</Link>
            <Link href={view.address.on("bargaining", { offer: offer.id })}>{own.rest.build}</Link>
          </p>
        </details>
        <Better view={view} offer={offer} />
      </div>
      <Figures view={view} offer={offer} />
    </section>
  );
}

/** How surely each signs, and whose part of what there is to gain it is. */
function Figures({ view, offer }: { readonly view: CaseView; readonly offer: OfferAssessment }): ReactNode {
  const { assessment, pages } = useWords();
  const words = pages.overview;
  const { verdicts } = offer;
  const [first] = verdicts;
  if (!first) return null;
  const { certain } = first;
  return (
    <table className="hero-figures" aria-label={words.figures}>
      <thead>
        <tr>
          <td />
          <th scope="col">{words.signs}</th>
          <th scope="col">{words.part}</th>
        </tr>
      </thead>
      <tbody>
        {first.parties.map(({ party }) => {
          const chances = verdicts.map((one) => one.parties.find((own) => own.party === party)?.accepts ?? 0);
          const parts = verdicts.flatMap((one) =>
            one.split.filter((own) => own.party === party).map(({ part }) => 100 * part.median),
          );
          return (
            <tr key={party}>
              <th scope="row">{labelOf(view.negotiation, party)}</th>
              <td>{certain ? assessment.certain((chances[0] ?? 0) > 0.5) : percent(chances)}</td>
              <td>{spanOf(parts)}</td>
            </tr>
          );
        })}
        <tr>
          <th scope="row">{words.allSign(first.parties.length)}</th>
          <td>{certain ? assessment.certain(first.signed > 0.5) : percent(verdicts.map(({ signed }) => signed))}</td>
          <td />
        </tr>
      </tbody>
    </table>
  );
}

/** `44–62`; a dash where there is nothing to divide. */
function spanOf(values: readonly number[]): string {
  const [least, most] = [Math.round(Math.min(...values)), Math.round(Math.max(...values))];
  if (values.length === 0) return "–";
  return least === most ? `${least}` : `${least}–${most}`;
}

interface OfferLineProps {
  readonly view: CaseView;
  readonly offer: OfferAssessment;
  /** What the page says of it on top is not said again. */
  readonly latest: boolean;
}

function OfferLine({ view, offer, latest }: OfferLineProps): ReactNode {
  const words = useWords().pages.overview;
  const by = useWords().assessment.offerBy(offer.by.map(view.names.party), offer.date);
  const says = view.negotiation.offers.find(({ id }) => id === offer.id)?.says?.trim();
  return (
    <li className="offer-line">
      <h3>
        <Link href={view.address.on("bargaining", { offer: offer.id })} data-item={offer.id}>
          {offer.name}
        </Link>{" "}
        <span className="note">{by}</span> <EditEntry list="offers" id={offer.id} called={offer.name} />
      </h3>
      {says && <p className="note">{says}</p>}
      <p>{latest ? words.saidAbove : offer.sentence}</p>
      {!latest && <Better view={view} offer={offer} />}
    </li>
  );
}

/** The change to make first: it helps one and harms none, at the best it helps all. */
function Better({ view, offer }: { readonly view: CaseView; readonly offer: OfferAssessment }): ReactNode {
  const words = useWords().pages.overview.better;
  const { left } = offer;
  if (!left) return null;
  const [gain, ...others] = inOrder(left.gains);
  if (!gain) return <p className="note">{leavesNothing(left) ? words.nothingLeft : words.none}</p>;
  const refused = offer.verdicts.every(({ signed }) => signed <= 1 - LIKELY);
  const said = { changes: gain.changes.length, helpsAll: helpsAll(gain), of: others.length + 1, refused };
  return (
    <p className="better">
      <strong>{words.head(said)}</strong>{" "}
      <Link
        className="chip"
        href={view.address.on("bargaining", { offer: offer.id, p: packageText(view.negotiation, offer, gain) })}
      >
        <Gain view={view} gain={gain} />
      </Link>
    </p>
  );
}

/** A question that removes this share of the doubt settles it. */
const DECISIVE = 0.5;

function Telling({ view, assessment }: { readonly view: CaseView; readonly assessment: Assessment }): ReactNode {
  const words = useWords().pages.overview.telling;
  const asked = askedOf(assessment);
  const [first] = asked;
  if (!first) return null;
  return (
    <>
      <h2>{first.question.settles >= DECISIVE ? words.settles : words.tells}</h2>
      {asked.map(({ id, question }) => {
        const offer = assessment.offers.find((one) => one.id === id);
        return offer && <AnswerQuestion key={id} view={view} offer={offer} question={question} />;
      })}
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
  const { pages } = useWords();
  const words = pages.overview;
  const { negotiation } = view;
  const lacking = lackingIn(view, pages);
  const assumed = assessment.ok
    ? [...assessment.value.missing, ...(assessment.value.limits ?? []), ...assessment.value.assumptions]
    : importedNotes(negotiation);
  if (lacking.length + assumed.length === 0) return null;
  return (
    <>
      <h2>{words.missing}</h2>
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
          <Sentence of={words.models(assessment.value.models, assessment.value.priors.length)} />
        </p>
      )}
    </>
  );
}
