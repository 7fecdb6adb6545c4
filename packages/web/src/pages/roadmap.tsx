// Who does what when: bars that can be moved, and what that does to each side's exposure.
import { exposureAgainstTime, Mark, partyClass, RoadFacts, roadInTime } from "@parley/charts";
import { capital, type Roadmap } from "@parley/core";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { Link } from "wouter";
import { baseOf, type CaseView, save, useCase, viewsText } from "../case-view.js";
import { Picture } from "../parts/picture.js";
import { PlanLayer } from "../parts/plan-layer.js";
import { say } from "../parts/toast.js";
import { Waiting, Working } from "../parts/waiting.js";
import { Word } from "../parts/word.js";
import { type Plan, usePlan, useRoadmap } from "../roadmap.js";

export function RoadmapPage(): ReactNode {
  const view = useCase();
  const { map, share, reasons } = useRoadmap(view);
  if (map) return <Road key={map.digest} view={view} given={map} share={share} />;
  if (reasons.length === 0) return <Waiting share={share} />;
  return (
    <>
      <h1>There is no road yet</h1>
      {reasons.map((reason) => (
        <p key={reason}>{capital(reason)}</p>
      ))}
      <Begin view={view} />
    </>
  );
}

const BEGINNING = `# Who would do what, and in what order. A commitment brings an issue to an option:
#   - {id: first, by: PARTY, issue: ISSUE, to: OPTION, takes: 2 months, verification: {method: how, takes: 1 month}}
# More of what it may say stands in docs/case-format.md.
commitments: []
`;

/** The shortest way to a first commitment: the file, begun where there is none. */
function Begin({ view }: { readonly view: CaseView }): ReactNode {
  const client = useQueryClient();
  const there = view.files.files.some(({ path }) => path === "agreement.yaml");
  const page = view.address.on("files", { file: "agreement.yaml" });
  if (there || view.reader !== null)
    return there ? (
      <p>
        <Link href={page}>Write commitments into agreement.yaml</Link>
      </p>
    ) : null;
  const begin = () =>
    save(client, view.files, {
      what: "agreement.yaml begun",
      files: [{ file: "agreement.yaml", base: null, text: BEGINNING }],
    });
  return (
    <p>
      <button type="button" onClick={() => void begin()}>
        Begin agreement.yaml
      </button>
    </p>
  );
}

interface RoadProps {
  readonly view: CaseView;
  readonly given: Roadmap;
  readonly share: number;
}

function Road({ view, given, share }: RoadProps): ReactNode {
  const plan = usePlan(view, given);
  const { map } = plan;
  const { parties } = view.negotiation;
  // Rows stay in the order in which they were found, whatever the hand does.
  const of = { parties, map: { ...map, course: plan.found.course }, course: map.course };
  return (
    <>
      <Working share={share} />
      <h1 className="sentence" aria-live="polite">
        {map.sentence}
      </h1>
      <Actions view={view} plan={plan} />
      <Picture
        chart={roadInTime}
        of={of}
        id="road"
        heading={false}
        over={(width) => <PlanLayer of={of} width={width} plan={plan} />}
      />
      <p className="note">
        Move a bar with the hand, or with the arrow keys. ‣ <Word of="criticalPath" />: what moves the end. Hatched:
        until the others know. Under the bars, what each side has lost so far if the others stop then, in its own{" "}
        <Word of="points">points</Word>; below the line it is ahead.
      </p>
      <RoadFacts map={map} level={2} />
      {map.parties.length > 0 && (
        <Picture chart={exposureAgainstTime} of={{ parties, map: given, plan: map }} id="trade-off" />
      )}
      {map.parties.length > 0 && (
        <p className="note">
          Doing two things on one day is no safer than the better order of the two: it saves time and face. Only a third
          party that holds both and releases them at once makes them one step.
        </p>
      )}
      <Starts plan={plan} mayChange={view.reader === null} />
    </>
  );
}

function Actions({ view, plan }: { readonly view: CaseView; readonly plan: Plan }): ReactNode {
  const client = useQueryClient();
  const [failed, setFailed] = useState<string | null>(null);
  const moved = plan.moves.size;
  const keep = async () => {
    const changes = [...plan.moves].map(([id, date]) => ({
      path: ["commitments", view.negotiation.commitments.findIndex((one) => one.id === id), "start"],
      ...(date !== null && { value: date }),
    }));
    const done = await save(client, view.files, {
      what: `Plan kept: ${moved} ${moved === 1 ? "commitment" : "commitments"} moved`,
      files: [{ file: "agreement.yaml", base: baseOf(view.files, "agreement.yaml"), changes }],
    });
    if (done.kind === "saved") {
      plan.reset();
      say("The plan is kept: what you moved is pinned in agreement.yaml.");
    } else
      setFailed(
        done.kind === "failed"
          ? done.reasons.join(" ")
          : "agreement.yaml was changed meanwhile. Look again, and press once more.",
      );
  };
  return (
    <div className="row">
      <button type="button" onClick={plan.solve} disabled={plan.busy}>
        Make it safe again
      </button>
      <button type="button" onClick={plan.reset} disabled={moved === 0}>
        As it was
      </button>
      {view.reader === null && (
        <button type="button" onClick={() => void keep()} disabled={moved === 0}>
          Keep this plan
        </button>
      )}
      <span className="note">
        {plan.busy ? "Placing the rest anew …" : moved > 0 ? `${moved} moved and pinned; the rest may follow.` : ""}
      </span>
      <span className="downloads">
        {FORMS.map(({ form, as, text }) => (
          <a key={text} href={planAddress(view, form, as)} download>
            {text}
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
  { form: "ics", as: "events", text: "Calendar (.ics)" },
  { form: "ics", as: "tasks", text: "Tasks (.ics)" },
  { form: "xml", as: null, text: "MS Project (.xml)" },
  { form: "csv", as: null, text: "Table (.csv)" },
] as const;

function planAddress({ id, reader, options: { asOf, views } }: CaseView, form: string, as: string | null): string {
  const query = new URLSearchParams({
    ...(as !== null && { as }),
    ...(reader !== null && { reader }),
    ...(asOf && { asOf }),
    ...(views && { view: viewsText(views) ?? "" }),
  });
  return `/api/cases/${encodeURIComponent(id)}/roadmap/${form}?${query}`;
}

/** The same days as fields, for who would rather write them. */
function Starts({ plan, mayChange }: { readonly plan: Plan; readonly mayChange: boolean }): ReactNode {
  const { map } = plan;
  return (
    <details>
      <summary>The days as a list</summary>
      <ol className="starts">
        {map.steps.map(({ id, text, start, end, by, pinned }, step) => (
          <li key={id} data-item={id}>
            <svg
              className={`chart ${partyClass(map.parties.findIndex((party) => party.id === by))}`}
              width="16"
              height="16"
              aria-hidden="true"
            >
              <Mark party={map.parties.findIndex((party) => party.id === by)} x={8} y={8} />
            </svg>{" "}
            {text}:{" "}
            <label>
              begins{" "}
              <input
                type="date"
                value={start}
                min={map.road.start}
                disabled={by === null}
                onChange={({ target: { value } }) => value && plan.pin(step, value)}
              />
            </label>{" "}
            complete {end}
            {pinned && mayChange && (
              <button type="button" className="quiet" onClick={() => plan.pin(step, null)}>
                Let it move
              </button>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
