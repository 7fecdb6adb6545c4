// Who does what when: bars that can be moved, and what that does to each side's exposure.
import { exposureAgainstTime, Mark, partyClass, placeOfMaker, RoadFacts, roadInTime, useWords } from "@parley/charts";
import type { Roadmap } from "@parley/core/internal";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { fileAddress } from "../addresses.js";
import { type CaseView, save, useCase } from "../case-view.js";
import { DayField } from "../controls/day-field.js";
import { say } from "../controls/toast.js";
import { AddEntry, EditEntry } from "../parts/edit-here.js";
import { EmptyPage } from "../parts/empty-page.js";
import { Picture } from "../parts/picture.js";
import { PlanLayer } from "../parts/plan-layer.js";
import { ProposeCommitments, proposedIn } from "../parts/propose-commitments.js";
import { Sentence } from "../parts/sentence.js";
import { Waiting, Working } from "../parts/waiting.js";
import { type RoadmapInHand, usePlan, useRoadmap } from "../roadmap.js";
import { planChanges } from "../roadmap-moves.js";
import { baseOf } from "../saving.js";

export function RoadmapPage(): ReactNode {
  const words = useWords().pages.roadmap;
  const view = useCase();
  const { map, share, reasons } = useRoadmap(view);
  if (map) return <Road key={map.digest} view={view} given={map} share={share} />;
  if (reasons.length === 0) return <Waiting share={share} />;
  return (
    <EmptyPage
      chart={roadInTime}
      heading={words.none}
      reasons={view.negotiation.commitments.length > 0 ? reasons : [words.whatItTakes]}
    >
      <ProposeCommitments view={view} primary />
      <AddEntry list="commitments" text={words.add} primary={(proposedIn(view)?.commitments ?? []).length === 0} />
    </EmptyPage>
  );
}

interface RoadProps {
  readonly view: CaseView;
  readonly given: Roadmap;
  readonly share: number;
}

function Road({ view, given, share }: RoadProps): ReactNode {
  const words = useWords().pages.roadmap;
  const plan = usePlan(view, given);
  const { map } = plan;
  const { parties } = view.negotiation;
  // Rows stay in the order in which they were found, whatever the hand does.
  const of = { parties, map: { ...map, course: plan.found.course }, course: map.course };
  return (
    <>
      <Working share={share} />
      <header className="verdict-bar">
        <h1 className="headline three-lines" aria-live="polite">
          {map.sentence}
        </h1>
        <Actions view={view} plan={plan} />
      </header>
      <div className="page-split">
        <div>
          <Picture
            chart={roadInTime}
            of={of}
            id="road"
            heading={false}
            over={(width) => <PlanLayer of={of} width={width} plan={plan} />}
          />
          <p className="note">
            <Sentence of={words.about} />
          </p>
        </div>
        <div>
          <RoadFacts map={map} level={2} />
          {view.negotiation.onTheTable && <ProposeCommitments view={view} />}
          {map.parties.length > 0 && (
            <Picture chart={exposureAgainstTime} of={{ parties, map: given, plan: map }} id="trade-off" />
          )}
          {map.parties.length > 0 && <p className="note">{words.atOnce}</p>}
          <Starts plan={plan} mayChange={view.reader === null} />
        </div>
      </div>
    </>
  );
}

function Actions({ view, plan }: { readonly view: CaseView; readonly plan: RoadmapInHand }): ReactNode {
  const { editing, pages } = useWords();
  const words = pages.roadmap;
  const client = useQueryClient();
  const [failed, setFailed] = useState<string | null>(null);
  const moved = plan.moves.size;
  const keep = async () => {
    const changes = planChanges(view.negotiation, plan.moves).map((one) => ({ ...one, path: [...one.path] }));
    const done = await save(client, view.files, {
      what: words.keptWhat(moved),
      files: [{ file: "agreement.yaml", base: baseOf(view.files, "agreement.yaml"), changes }],
    });
    if (done.kind === "saved") {
      plan.reset();
      say(words.kept);
    } else setFailed(done.kind === "failed" ? done.reasons.join(" ") : editing.changedMeanwhile("agreement.yaml"));
  };
  return (
    <div className="row">
      <button type="button" onClick={plan.solve} disabled={plan.busy}>
        {words.solve}
      </button>
      <button type="button" onClick={plan.reset} disabled={moved === 0}>
        {words.reset}
      </button>
      {view.reader === null && (
        <button type="button" onClick={() => void keep()} disabled={moved === 0}>
          {words.keep}
        </button>
      )}
      <span className="note">{plan.busy ? words.placing : moved > 0 ? words.moved(moved) : ""}</span>
      <span className="downloads">
        {FORMS.map(({ form, as, name }) => (
          <a key={name} href={fileAddress(view, `roadmap/${form}`, { as })} download>
            {words.forms[name]}
          </a>
        ))}
      </span>
      {failed && (
        <p className="alert" role="alert">
          {failed}
        </p>
      )}
    </div>
  );
}

// Many calendars show events and no tasks.
const FORMS = [
  { form: "ics", as: "events", name: "events" },
  { form: "ics", as: "tasks", name: "tasks" },
  { form: "xml", as: null, name: "project" },
  { form: "csv", as: null, name: "table" },
] as const;

/** The same days as fields, for who would rather write them. */
function Starts({ plan, mayChange }: { readonly plan: RoadmapInHand; readonly mayChange: boolean }): ReactNode {
  const words = useWords().pages.roadmap.days;
  const { map } = plan;
  return (
    <details>
      <summary>{words.heading}</summary>
      <ol className="starts">
        {map.steps.map(({ id, text, start, end, by, pinned }, step) => (
          <li key={id} data-item={id}>
            <svg className={`chart ${partyClass(placeOfMaker(map, by))}`} width="16" height="16" aria-hidden="true">
              <Mark party={placeOfMaker(map, by)} x={8} y={8} />
            </svg>{" "}
            {text}:{" "}
            <span className="labelled">
              {words.begins}{" "}
              <DayField
                label={words.begins}
                value={start}
                disabled={by.length === 0}
                onDay={(value) => {
                  if (value >= map.road.start) plan.pin(step, value);
                  else say(words.tooEarly(map.road.start));
                }}
              />
            </span>{" "}
            {words.complete(end)}
            <EditEntry list="commitments" id={id} called={text} />
            {pinned && mayChange && (
              <button type="button" className="quiet" onClick={() => plan.pin(step, null)}>
                {words.letMove}
              </button>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
