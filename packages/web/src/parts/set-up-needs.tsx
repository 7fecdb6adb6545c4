// What each side needs, issue by issue: which option is best, and how much the issue matters.
import { Mark, partyClass, useWords } from "@parley/charts";
import type { Interests, Issue, Party, View } from "@parley/core/internal";
import { Fragment, type KeyboardEvent, type ReactNode, useState } from "react";
import { type CaseView, dayOf } from "../case-view.js";
import { nextField } from "../controls/next-field.js";
import { Select } from "../controls/select.js";
import { bestOf, rankIds, viewOf } from "./needs-shown.js";
import { fieldId } from "./set-up-missing.js";
import { useSteps } from "./set-up-steps.js";
import { numbersShown, rankOfNumbers } from "./typed-ranks.js";

interface Side {
  readonly party: Party;
  readonly place: number;
  readonly view: View;
  readonly of: Interests | undefined;
}

export function SetUpNeeds({ view }: { readonly view: CaseView }): ReactNode {
  const words = useWords().pages.setUp.needs;
  const { negotiation } = view;
  const [typed, setTyped] = useState<Readonly<Record<string, ReadonlyMap<string, number>>>>({});
  const agreeing = negotiation.parties.flatMap((party, place) =>
    party.role === "negotiating" ? [{ party, place }] : [],
  );
  const sides = agreeing.flatMap(({ party, place }): Side[] => {
    const found = viewOf(negotiation, party.id, dayOf(view));
    return found ? [{ party, place, ...found }] : [];
  });
  const several = agreeing.filter(({ party }) => !sides.some((side) => side.party.id === party.id));
  if (negotiation.issues.length === 0) return null;
  return (
    <section className="set-up-needs" aria-label={words.heading}>
      <h2>{words.heading}</h2>
      <p className="note">{words.about}</p>
      {several.map(({ party }) => (
        <p key={party.id} className="alert">
          {words.several(
            party.name,
            negotiation.interests.filter((one) => one.party === party.id).map(({ holder }) => view.names.party(holder)),
          )}
        </p>
      ))}
      <div className="grid-scroll">
        <table className="grid needs" aria-label={words.label}>
          <thead>
            <tr>
              <td rowSpan={2} />
              {sides.map((side, k) => (
                <SideHead key={side.party.id} view={view} side={side} before={k > 0 ? sides[k - 1] : undefined} />
              ))}
            </tr>
            <tr>
              {sides.map(({ party }) => (
                <Fragment key={party.id}>
                  <th scope="col">{words.best}</th>
                  <th scope="col">{words.rank}</th>
                </Fragment>
              ))}
            </tr>
          </thead>
          <tbody>
            {negotiation.issues.map((issue, place) => (
              <tr key={issue.id}>
                <th scope="row">{issue.name}</th>
                {sides.map((side) => (
                  <NeedCells
                    key={side.party.id}
                    issue={issue}
                    place={place}
                    side={side}
                    issues={negotiation.issues}
                    typed={typed[side.party.id] ?? new Map()}
                    onTyped={(numbers) => setTyped({ ...typed, [side.party.id]: numbers })}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

interface SideHeadProps {
  readonly view: CaseView;
  readonly side: Side;
  readonly before: Side | undefined;
}

/** Whose needs stand below; and, where nothing is said yet, that they are the opposite of the other side's. */
function SideHead({ view, side, before }: SideHeadProps): ReactNode {
  const words = useWords().pages.setUp.needs;
  const { step } = useSteps();
  const { issues } = view.negotiation;
  const turned = before
    ? issues.flatMap((issue, place) => {
        const other = bestOf(before.of, place, issue.options.length);
        const own = bestOf(side.of, place, issue.options.length);
        return own === null && (other === "more" || other === "less") && issue.options.length > 1
          ? [{ issue: issue.id, prefer: other === "more" ? ("less" as const) : ("more" as const) }]
          : [];
      })
    : [];
  return (
    <th scope="colgroup" colSpan={2} className={`side ${partyClass(side.place)}`}>
      <svg className="chart" width="18" height="18" aria-hidden="true">
        <Mark party={side.place} x={9} y={9} />
      </svg>{" "}
      <strong>{side.party.name}</strong> <span className="note">{words.basis[side.of?.basis ?? side.view.basis]}</span>
      {before && turned.length > 0 && (
        <button
          type="button"
          className="quiet"
          onClick={() =>
            void step(
              { do: "prefer-all", view: side.view, prefers: turned },
              words.oppositeSaid(side.party.name, before.party.name),
            )
          }
        >
          {words.opposite(before.party.name)}
        </button>
      )}
    </th>
  );
}

interface NeedCellsProps {
  readonly issue: Issue;
  readonly place: number;
  readonly side: Side;
  readonly issues: readonly Issue[];
  readonly typed: ReadonlyMap<string, number>;
  readonly onTyped: (numbers: ReadonlyMap<string, number>) => void;
}

function NeedCells({ issue, place, side, issues, typed, onTyped }: NeedCellsProps): ReactNode {
  const words = useWords().pages.setUp.needs;
  const { step, busy } = useSteps();
  const { party, view, of } = side;
  const best = bestOf(of, place, issue.options.length);
  const numbers = busy && typed.size > 0 ? typed : numbersShown(typed, rankIds(issues, of));
  const rank = (text: string) => {
    const number = Number(text);
    const after = new Map(numbers);
    if (text.trim() === "" || !Number.isFinite(number) || number < 1) after.delete(issue.id);
    else after.set(issue.id, number);
    onTyped(after);
    const groups = rankOfNumbers(after).map((group) => (group.length === 1 ? (group[0] ?? "") : [...group]));
    void step({ do: "rank", view, rank: groups }, words.ranked(party.name));
  };
  return (
    <>
      <td data-label={`${party.name}: ${words.best}`}>
        <Select
          id={fieldId.best(party.id, issue.id)}
          label={words.bestFor(party.name, issue.name)}
          unsaid={best === null}
          value={best ?? ""}
          disabled={issue.options.length < 2}
          onChoose={(value) =>
            void step(
              { do: "prefer", view, issue: issue.id, prefer: chosen(value) },
              words.said(party.name, issue.name),
            )
          }
          onKeyDown={onDown}
        >
          <option value="">{words.notSaid}</option>
          {issue.ordered && issue.options.length > 1 && (
            <>
              <option value="more">{issue.options.at(-1)?.name}</option>
              <option value="less">{issue.options[0]?.name}</option>
            </>
          )}
          <option value="same">{words.same}</option>
          {best === "own" && <option value="own">{words.inOrder}</option>}
        </Select>
      </td>
      <td data-label={`${party.name}: ${words.rank}`} className="rank">
        <RankField
          id={fieldId.rank(party.id, issue.id)}
          label={words.rankFor(party.name, issue.name)}
          value={numbers.get(issue.id)}
          disabled={best === "same"}
          onRank={rank}
        />
      </td>
    </>
  );
}

const chosen = (value: string): "more" | "less" | "same" | null =>
  value === "more" || value === "less" || value === "same" ? value : null;

/** Enter goes on down the column, and then to the next. */
function onDown(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== "Enter") return;
  const next = nextField(event.currentTarget, event.shiftKey ? -1 : 1);
  if (!next) return;
  event.preventDefault();
  next.focus();
}

interface RankFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: number | undefined;
  readonly disabled: boolean;
  readonly onRank: (text: string) => void;
}

function RankField({ id, label, value, disabled, onRank }: RankFieldProps): ReactNode {
  const [text, setText] = useState<string | null>(null);
  const shown = text ?? (value === undefined ? "" : `${value}`);
  const commit = () => {
    if (text !== null && text !== (value === undefined ? "" : `${value}`)) onRank(text);
    setText(null);
  };
  return (
    <input
      id={id}
      inputMode="numeric"
      aria-label={label}
      value={shown}
      disabled={disabled}
      onChange={({ target }) => setText(target.value.replace(/[^\d.]/g, ""))}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === "Escape") setText(null);
        if (event.key === "Enter") commit();
        onDown(event);
      }}
    />
  );
}
