// A package, issue by issue: what every option would cost and bring each side if it were taken.
import { labelOf, Mark, partyClass, useWords } from "@parley/charts";
import {
  type Band,
  bandText,
  type Issue,
  type OfferAssessment,
  type OptionWorth,
  type OptionWorths,
} from "@parley/core";
import type { ReactNode } from "react";
import { type CaseView, dayOf } from "../case-view.js";
import type { ChosenPackage } from "../chosen-package.js";
import { byOpened, listedOf, MOST_LISTED, onBar, reachOf, standingAt } from "./builder-rows.js";

interface BuilderProps {
  readonly view: CaseView;
  readonly chosen: ChosenPackage;
  readonly worths: OptionWorths | null;
  readonly assessed: OfferAssessment | null;
}

export function Builder({ view, chosen, worths, assessed }: BuilderProps): ReactNode {
  const words = useWords().packages.builder;
  const { first, rest } = byOpened(view.negotiation.issues, chosen.options, assessed?.left?.opened ?? []);
  const reach = reachOf(worths);
  const row = (issue: Issue) => (
    <IssueRow
      key={issue.id}
      view={view}
      issue={issue}
      chosen={chosen}
      worths={worths?.issues.find((one) => one.issue === issue.id)?.options ?? []}
      reach={reach}
    />
  );
  return (
    <section aria-label={words.label} className="builder">
      <h2>{words.heading}</h2>
      <p className="note">{words.about}</p>
      {first.map(row)}
      {rest.length > 0 && (
        <details open={first.length === 0}>
          <summary>{words.unopened(rest.length)}</summary>
          {rest.map(row)}
        </details>
      )}
    </section>
  );
}

interface IssueRowProps {
  readonly view: CaseView;
  readonly issue: Issue;
  readonly chosen: ChosenPackage;
  readonly worths: readonly OptionWorth[];
  readonly reach: number;
}

function IssueRow({ view, issue, chosen, worths, reach }: IssueRowProps): ReactNode {
  const now = chosen.options[issue.id] ?? "";
  const take = (option: string, how?: "replace") => chosen.choose({ ...chosen.options, [issue.id]: option }, how);
  const shown = listedOf(issue, now);
  return (
    <fieldset data-item={issue.id}>
      <legend>{issue.name}</legend>
      {issue.options.length > MOST_LISTED && <Stepper issue={issue} now={now} take={take} />}
      {shown.map((option) => (
        <OptionRow
          key={option.id}
          view={view}
          issue={issue}
          option={option}
          worth={worths.find((one) => one.option === option.id) ?? null}
          checked={option.id === now}
          take={() => take(option.id)}
          reach={reach}
        />
      ))}
    </fieldset>
  );
}

function Stepper(props: {
  readonly issue: Issue;
  readonly now: string;
  readonly take: (option: string, how: "replace") => void;
}): ReactNode {
  const { issue, now, take } = props;
  const at = issue.options.findIndex(({ id }) => id === now);
  return (
    <label className="row">
      <input
        type="range"
        min={0}
        max={issue.options.length - 1}
        value={at}
        aria-valuetext={issue.options[at]?.name ?? now}
        onChange={({ target: { value } }) => take(issue.options[Number(value)]?.id ?? now, "replace")}
      />
      {issue.options[at]?.name} {issue.unit ?? ""}
    </label>
  );
}

const KINDS = { symbolic: "○", reversible: "◐", irreversible: "●" } as const;

interface OptionRowProps {
  readonly view: CaseView;
  readonly issue: Issue;
  readonly option: Issue["options"][number];
  readonly worth: OptionWorth | null;
  readonly checked: boolean;
  readonly take: () => void;
  readonly reach: number;
}

function OptionRow({ view, issue, option, worth, checked, take, reach }: OptionRowProps): ReactNode {
  const words = useWords().packages.builder;
  const { negotiation, names } = view;
  const stands = worth?.redLines.map(({ party, text }) => words.redLine(names.party(party), text)) ?? [];
  const broken = worth?.brokenRules.map(words.broken) ?? [];
  const changes = checked ? [] : Object.entries(worth?.change ?? {}).filter(([id]) => role(view, id) === "negotiating");
  return (
    <div className={`option${checked ? " taken" : ""}${stands.length > 0 ? " red-line" : ""}`}>
      <label>
        <input type="radio" name={`option-${issue.id}`} checked={checked} onChange={take} />
        <span>
          {option.kind && (
            <span className="kind" title={words.kinds[option.kind]}>
              {KINDS[option.kind]}
            </span>
          )}{" "}
          {option.name}
          <Ticks view={view} issue={issue} option={option.id} />
        </span>
      </label>
      <span className="changes">
        {changes.map(([id, change]) => (
          <Change
            key={id}
            place={negotiation.parties.findIndex((party) => party.id === id)}
            name={labelOf(negotiation, id)}
            change={change}
            reach={reach}
          />
        ))}
      </span>
      {[...stands, ...broken].map((text) => (
        <p key={text} className="warning">
          {text}
        </p>
      ))}
    </div>
  );
}

const role = ({ negotiation }: CaseView, id: string) => negotiation.parties.find((party) => party.id === id)?.role;

/** Where today and the offers on record stand. */
function Ticks(props: { readonly view: CaseView; readonly issue: Issue; readonly option: string }): ReactNode {
  const words = useWords().packages.builder;
  const { view, issue, option } = props;
  const { today, offers } = standingAt(view.negotiation, issue, option, dayOf(view));
  return [...(today ? [words.today] : []), ...offers].map((name) => (
    <span key={name} className="tick">
      {name}
    </span>
  ));
}

const BAR = 64;

interface ChangeProps {
  readonly place: number;
  readonly name: string;
  readonly change: Band;
  readonly reach: number;
}

/** A bar from the middle: to the right it brings, to the left it costs; pale where nine models in ten lie. */
function Change({ place, name, change, reach }: ChangeProps): ReactNode {
  const x = onBar(reach, BAR);
  const span = (from: number, to: number) => ({ x: Math.min(x(from), x(to)), width: Math.abs(x(to) - x(from)) });
  return (
    <span className={`change-bar ${partyClass(place)}`}>
      <svg className="chart" width={16} height={16} aria-hidden="true">
        <Mark party={place} x={8} y={8} size={60} />
      </svg>
      <svg className="chart" width={BAR} height={14} aria-hidden="true">
        <rect className="band" y={1} height={12} {...span(change.low, change.high)} />
        <rect className="bar" y={4} height={6} {...span(0, change.median)} />
        <path className="zero" d={`M${BAR / 2},0v14`} />
      </svg>
      <span className="amount">
        <span className="spoken">{name} </span>
        {bandText(change, true)}
      </span>
    </span>
  );
}
