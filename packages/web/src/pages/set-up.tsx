// Set up: a planner of the whole negotiation on one page, with the verdict, or what is missing for it, at its side.
import { useWords } from "@parley/charts";
import { latestOf, namesIn } from "@parley/core/internal";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { type CaseView, useCase } from "../case-view.js";
import { Field } from "../controls/field.js";
import { useMaterials } from "../jobs.js";
import { Glances } from "../parts/glances.js";
import { SetUpGrid } from "../parts/set-up-grid.js";
import { missingFields } from "../parts/set-up-missing.js";
import { SetUpNeeds } from "../parts/set-up-needs.js";
import { SetUpGoals, SetUpParties } from "../parts/set-up-parties.js";
import { TakesSteps, useSteps } from "../parts/set-up-steps.js";
import { Working } from "../parts/waiting.js";

export function SetUpPage(): ReactNode {
  const words = useWords().pages.setUp;
  const own = useCase();
  // Names are changed here, and so are shown as they are written.
  const view = { ...own, negotiation: own.written, names: namesIn(own.written) };
  if (view.reader !== null)
    return (
      <>
        <h1>{words.heading}</h1>
        <p className="lead">{words.notByOthers}</p>
      </>
    );
  return (
    <TakesSteps view={view}>
      <Planner view={view} />
    </TakesSteps>
  );
}

function Planner({ view }: { readonly view: CaseView }): ReactNode {
  const { busy } = useSteps();
  return (
    <div className="set-up" aria-busy={busy}>
      <div className="set-up-main">
        <Heading view={view} />
        <div className="set-up-who">
          <SetUpParties view={view} />
          <SetUpGoals view={view} />
        </div>
        <SetUpGrid view={view} />
        <SetUpNeeds view={view} />
      </div>
      <Side view={view} />
    </div>
  );
}

function Heading({ view: { negotiation } }: { readonly view: CaseView }): ReactNode {
  const words = useWords().pages.setUp;
  const { step } = useSteps();
  return (
    <h1 className="set-up-title">
      <span className="kicker">{words.heading}</span>
      <Field
        label={words.title}
        value={negotiation.title}
        maxLength={300}
        onCommit={(title) =>
          title !== "" && step({ do: "set", file: "case.yaml", path: ["title"], value: title }, words.titled(title))
        }
      />
    </h1>
  );
}

function Side({ view }: { readonly view: CaseView }): ReactNode {
  const { pages } = useWords();
  const words = pages.setUp.side;
  const spokenTo = useCase();
  const { busy } = useSteps();
  const { materials, share } = useMaterials();
  const missing = missingFields(view.negotiation, words);
  const assessment = materials?.assessment.ok ? materials.assessment.value : null;
  const shown = assessment ? (latestOf(assessment.offers) ?? assessment.offers.at(-1)) : null;
  const known = shown && missing.length === 0 ? shown : null;
  return (
    <aside className="set-up-side" aria-label={words.heading}>
      <Working share={share} />
      {known && (
        <div className={busy || share < 1 ? "stale" : undefined} aria-live="polite">
          <p className="kicker">{known.name}</p>
          <p className="verdict">{known.sentence}</p>
          <Glances view={spokenTo} offer={known} />
          {assessment?.offers
            .filter((offer) => offer !== known)
            .map((offer) => (
              <details key={offer.id}>
                <summary>{offer.name}</summary>
                <p>{offer.sentence}</p>
              </details>
            ))}
        </div>
      )}
      {missing.length > 0 && (
        <>
          <h2>{words.missing}</h2>
          <ul className="missing">
            {missing.map(({ text, field }) => (
              <li key={field}>
                <button type="button" className="link" onClick={() => document.getElementById(field)?.focus()}>
                  {text}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <h2>{words.further}</h2>
      <ul className="missing">
        <li>
          <Link href={view.address.on("interests")}>{words.interests}</Link>
        </li>
        <li>
          <Link href={view.address.on("documents")}>{words.record}</Link>
        </li>
        <li>
          <Link href={view.address.on("bargaining")}>{words.build}</Link>
        </li>
      </ul>
    </aside>
  );
}
