// A package, issue by issue: a line each, with what it does to each side; opened, what every option would do instead.
import { labelOf, useWords } from "@parley/charts";
import type { Case, Issue, Names, OptionWorth, OptionWorths } from "@parley/core/internal";
import { memo, type ReactNode, useCallback, useRef, useState } from "react";
import { type CaseView, dayOf } from "../case-view.js";
import type { ChosenPackage } from "../chosen-package.js";
import { OptionPicker } from "../controls/option-picker.js";
import { againstToday, MANY_ISSUES, MOST_LISTED, reachOf, standingAt } from "./builder-rows.js";
import { ChangeBar } from "./change-bar.js";

interface BuilderProps {
  readonly view: CaseView;
  readonly chosen: ChosenPackage;
  readonly worths: OptionWorths | null;
}

export function Builder({ view, chosen, worths }: BuilderProps): ReactNode {
  const words = useWords().packages.builder;
  const [search, setSearch] = useState("");
  const { issues } = view.negotiation;
  const wanted = search.trim().toLowerCase();
  const shown = issues.filter(({ name }) => name.toLowerCase().includes(wanted));
  const reach = reachOf(worths);
  const latest = useRef(chosen);
  latest.current = chosen;
  const take = useCallback<Take>((issue, option, how) => {
    const { options, choose } = latest.current;
    choose({ ...options, [issue]: option }, how);
  }, []);
  return (
    <section aria-label={words.label} className="builder">
      <div className="builder-head">
        <h2>{words.heading}</h2>
        <p className="note">{worths ? words.against : words.weighing}</p>
      </div>
      {issues.length > MANY_ISSUES && (
        <input
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          value={search}
          onChange={({ target }) => setSearch(target.value)}
        />
      )}
      {shown.map((issue) => (
        <IssueRow
          key={issue.id}
          negotiation={view.negotiation}
          names={view.names}
          day={dayOf(view)}
          issue={issue}
          now={chosen.options[issue.id] ?? ""}
          take={take}
          worths={worths?.issues.find((one) => one.issue === issue.id)?.options ?? NONE}
          stale={worths !== null && worths.options[issue.id] !== chosen.options[issue.id]}
          reach={reach}
        />
      ))}
      {shown.length === 0 && <p>{words.noneFound(search)}</p>}
      <p className="note">{words.kinds}</p>
    </section>
  );
}

type Take = (issue: string, option: string, how?: "replace") => void;

const NONE: readonly OptionWorth[] = [];

interface Around {
  readonly negotiation: Case;
  readonly names: Names;
  /** From which the case is seen. */
  readonly day: string;
}

interface IssueRowProps extends Around {
  readonly issue: Issue;
  /** The option that stands. */
  readonly now: string;
  readonly take: Take;
  readonly worths: readonly OptionWorth[];
  /** Whether `worths` are of another option than the one that stands. */
  readonly stale: boolean;
  readonly reach: number;
}

/** Drawn again only where something of its own issue changes. */
const IssueRow = memo(function IssueRow(props: IssueRowProps): ReactNode {
  const { negotiation, names, day, issue, now, worths, stale, reach } = props;
  const words = useWords().packages.builder;
  const take = (option: string, how?: "replace") => props.take(issue.id, option, how);
  const standing = issue.options.find(({ id }) => id === now);
  const isToday = issue.options[issue.today]?.id === now;
  const crossed = forbidden(names, worths.find(({ option }) => option === now) ?? null, words);
  return (
    <fieldset
      className={`issue-row${isToday ? "" : " moved"}${crossed.length > 0 ? " red-line" : ""}`}
      data-item={issue.id}
      tabIndex={-1}
      aria-label={issue.name}
    >
      <span className="issue-name" dir="auto" title={issue.name}>
        {issue.name}
      </span>
      {issue.options.length > MOST_LISTED ? (
        <Stepper issue={issue} now={now} take={take} />
      ) : (
        <OptionPicker
          label={issue.name}
          value={now}
          shown={standing ? <OptionText option={standing} /> : now}
          options={issue.options.map((option) => ({
            id: option.id,
            text: option.name,
            className: worths.some((one) => one.option === option.id && one.redLines.length > 0) ? "red-line" : "",
            content: (
              <OptionWhole
                negotiation={negotiation}
                names={names}
                day={day}
                issue={issue}
                option={option}
                worth={worths.find((one) => one.option === option.id) ?? null}
                checked={option.id === now}
                reach={reach}
              />
            ),
          }))}
          onChoose={take}
        />
      )}
      <span className={stale ? "changes stale" : "changes"}>
        {isToday ? (
          <span className="note">{words.asToday}</span>
        ) : (
          <Bars negotiation={negotiation} change={againstToday(issue, worths)} reach={reach} />
        )}
      </span>
      {crossed.map((text) => (
        <p key={text} className="warning">
          {text}
        </p>
      ))}
    </fieldset>
  );
});

/** Red lines that are crossed and rules that are broken where an option stands in the package. */
const forbidden = (
  names: Names,
  worth: OptionWorth | null,
  words: ReturnType<typeof useWords>["packages"]["builder"],
): string[] => [
  ...(worth?.redLines.map(({ party, text }) => words.redLine(names.party(party), text)) ?? []),
  ...(worth?.brokenRules.map(words.broken) ?? []),
];

interface BarsProps {
  readonly negotiation: Case;
  readonly change: OptionWorth["change"];
  readonly reach: number;
  readonly figures?: boolean;
}

/** What it does to each negotiating party. */
const Bars = ({ negotiation, change, reach, figures = false }: BarsProps): ReactNode =>
  negotiation.parties.map(({ id, role }, place) => {
    const own = change[id];
    if (role !== "negotiating" || !own) return null;
    return (
      <ChangeBar key={id} place={place} name={labelOf(negotiation, id)} change={own} reach={reach} figures={figures} />
    );
  });

function Stepper(props: {
  readonly issue: Issue;
  readonly now: string;
  readonly take: (option: string, how: "replace") => void;
}): ReactNode {
  const { issue, now, take } = props;
  const at = issue.options.findIndex(({ id }) => id === now);
  return (
    <span className="stepper">
      <input
        type="range"
        aria-label={issue.name}
        min={0}
        max={issue.options.length - 1}
        value={at}
        aria-valuetext={issue.options[at]?.name ?? now}
        onChange={({ target: { value } }) => take(issue.options[Number(value)]?.id ?? now, "replace")}
      />
      <span>
        {issue.options[at]?.name} {issue.unit ?? ""}
      </span>
    </span>
  );
}

const KINDS = { symbolic: "○", reversible: "◐", irreversible: "●" } as const;

type Option = Issue["options"][number];

function OptionText({ option }: { readonly option: Option }): ReactNode {
  const { assessment } = useWords();
  return (
    <span dir="auto">
      {option.kind && (
        <span className="kind" title={assessment.kinds[option.kind]}>
          {KINDS[option.kind]}{" "}
        </span>
      )}
      {option.name}
    </span>
  );
}

interface OptionWholeProps extends Around {
  readonly issue: Issue;
  readonly option: Option;
  readonly worth: OptionWorth | null;
  readonly checked: boolean;
  readonly reach: number;
}

/** An option with where today and the offers stand, what taking it instead would do, and what forbids it. */
function OptionWhole({ negotiation, names, day, issue, option, worth, checked, reach }: OptionWholeProps): ReactNode {
  const words = useWords().packages.builder;
  const { today, offers } = standingAt(negotiation, issue, option.id, day);
  return (
    <>
      <span className="pick-name">
        <OptionText option={option} />
        {[...(today ? [words.today] : []), ...offers].map((name) => (
          <span key={name} className="tick">
            {name}
          </span>
        ))}
      </span>
      <span className="changes">
        {!checked && worth && <Bars negotiation={negotiation} change={worth.change} reach={reach} figures />}
      </span>
      {forbidden(names, worth, words).map((text) => (
        <span key={text} className="warning">
          {text}
        </span>
      ))}
    </>
  );
}
