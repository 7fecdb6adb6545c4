// Issues in the order of their swings, to be dragged; the keyboard moves them too.
import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  type DragOverEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from "@dnd-kit/sortable";
import type { Case, Interests } from "@parley/core";
import * as Slider from "@radix-ui/react-slider";
import { type ReactNode, useEffect, useState } from "react";
import { type RankEntry, rankOf, type StepChoice, stepsOf, swingOf } from "../interests-file.js";

export interface RankListProps {
  readonly negotiation: Case;
  readonly interests: Interests;
  readonly disabled: boolean;
  /** Counts the edits that came to an end: then what is written is shown, whether it was theirs or not. */
  readonly settled: number;
  /** While an issue is being dragged: the order as it would be; null once it is over. */
  readonly onTry: (rank: readonly RankEntry[] | null) => void;
  readonly onRank: (rank: readonly RankEntry[], moved: string | null) => void;
  readonly onStep: (issue: string, step: StepChoice | null) => void;
  readonly onTryInterval: (issue: string, interval: readonly [number, number] | null) => void;
  readonly onInterval: (issue: string, interval: readonly [number, number] | null) => void;
}

export function RankList(props: RankListProps): ReactNode {
  const { negotiation, interests, disabled, onTry, onRank } = props;
  const written = rankOf(negotiation, interests);
  const key = JSON.stringify(written);
  const [rank, setRank] = useState(written);
  // What another tab or program wrote is shown as soon as it is read.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when an edit came to an end, what is written is shown
  useEffect(() => setRank(JSON.parse(key) as RankEntry[]), [key, props.settled]);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const ids = rank.map(idOf);
  const movedTo = ({ active, over }: DragOverEvent | DragEndEvent): RankEntry[] | null => {
    const [from, to] = [ids.indexOf(String(active.id)), ids.indexOf(String(over?.id ?? ""))];
    return from < 0 || to < 0 || from === to ? null : arrayMove([...rank], from, to);
  };
  if (interests.weights)
    return (
      <p>
        Its swings are given as numbers, so there is nothing to rank: {interests.file} says them, under{" "}
        <code>swings: points</code>.
      </p>
    );
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{ announcements: announcements(negotiation, ids) }}
      onDragOver={(event) => onTry(movedTo(event))}
      onDragCancel={() => onTry(null)}
      onDragEnd={(event) => {
        const next = movedTo(event);
        if (!next) return onTry(null);
        setRank(next);
        onRank(next, String(event.active.id).split(" ")[0] ?? null);
      }}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        <ol className="rank">
          {rank.map((entry, place) => (
            <Card
              key={idOf(entry)}
              {...props}
              entry={entry}
              place={place}
              disabled={disabled}
              onJoin={() => onRank(joined(rank, place), null)}
              onPart={() => onRank(parted(rank, place), null)}
              last={place === rank.length - 1}
            />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  );
}

const idOf = (entry: RankEntry): string => entry.join(" ");

/** The entry and the one after it, with no order among them. */
const joined = (rank: readonly RankEntry[], place: number): RankEntry[] => [
  ...rank.slice(0, place),
  [...(rank[place] ?? []), ...(rank[place + 1] ?? [])],
  ...rank.slice(place + 2),
];

const parted = (rank: readonly RankEntry[], place: number): RankEntry[] => [
  ...rank.slice(0, place),
  ...(rank[place] ?? []).map((id) => [id]),
  ...rank.slice(place + 1),
];

/** What is read aloud while an issue is moved. */
function announcements({ issues }: Case, ids: readonly string[]) {
  const name = (id: string | number | undefined) =>
    String(id ?? "")
      .split(" ")
      .map((one) => issues.find((issue) => issue.id === one)?.name ?? one)
      .join(" and ");
  const place = (id: string | number | undefined) => `${ids.indexOf(String(id ?? "")) + 1} of ${ids.length}`;
  return {
    onDragStart: ({ active }: { active: { id: string | number } }) =>
      `${name(active.id)} taken up, place ${place(active.id)}.`,
    onDragOver: ({ active, over }: { active: { id: string | number }; over: { id: string | number } | null }) =>
      over ? `${name(active.id)} at place ${place(over.id)}.` : undefined,
    onDragEnd: ({ active, over }: { active: { id: string | number }; over: { id: string | number } | null }) =>
      `${name(active.id)} laid down${over ? ` at place ${place(over.id)}` : ""}.`,
    onDragCancel: ({ active }: { active: { id: string | number } }) => `${name(active.id)} stays where it was.`,
  };
}

interface CardProps extends RankListProps {
  readonly entry: RankEntry;
  readonly place: number;
  readonly last: boolean;
  readonly onJoin: () => void;
  readonly onPart: () => void;
}

function Card({ entry, place, last, onJoin, onPart, ...props }: CardProps): ReactNode {
  const { negotiation, disabled } = props;
  const { attributes, listeners, setNodeRef, transform, transition, isDragging } = useSortable({
    id: idOf(entry),
    disabled,
  });
  const names = entry.map((id) => negotiation.issues.find((issue) => issue.id === id)?.name ?? id).join(", ");
  return (
    <li
      ref={setNodeRef}
      className={isDragging ? "card dragged" : "card"}
      style={{ transform: transform ? `translate3d(0, ${Math.round(transform.y)}px, 0)` : undefined, transition }}
    >
      <button
        type="button"
        className="handle"
        data-item={entry[0]}
        {...attributes}
        {...listeners}
        aria-label={`Move ${names}, now in place ${place + 1}`}
      >
        <span aria-hidden="true">⠿</span> {place + 1}
      </button>
      <div>
        {entry.map((id) => (
          <IssueCard key={id} {...props} id={id} onJoin={last || entry.length > 1 ? null : onJoin} />
        ))}
        {entry.length > 1 && (
          <p className="note">
            Which of these comes first is not said.{" "}
            <button type="button" className="quiet" disabled={disabled} onClick={onPart}>
              Say it
            </button>
          </p>
        )}
      </div>
    </li>
  );
}

interface IssueCardProps extends RankListProps {
  readonly id: string;
  /** Null where there is no next to be unsure against. */
  readonly onJoin: (() => void) | null;
}

function IssueCard({ id, onJoin, ...props }: IssueCardProps): ReactNode {
  const { negotiation, interests, disabled, onStep } = props;
  const index = negotiation.issues.findIndex((issue) => issue.id === id);
  const issue = negotiation.issues[index];
  const swing = swingOf(negotiation, interests, index);
  if (!issue) return null;
  const steps = stepsOf(negotiation, interests, index);
  const option = (name: string) => issue.options.find((one) => one.id === name)?.name ?? name;
  const largest = interests.scores[index]?.largestStep ?? null;
  return (
    <div className="issue-card">
      <strong>{issue.name}</strong>
      {swing ? (
        <p className="swing">
          from <em>{swing.worst}</em> to <em>{swing.best}</em>
        </p>
      ) : (
        <p className="note">It does not matter to this party.</p>
      )}
      {steps.length > 1 && interests.scores[index]?.numbers === null && (
        <label>
          The step worth most{" "}
          <select
            disabled={disabled}
            value={largest === null ? "" : `${largest}`}
            onChange={({ target: { value } }) => onStep(id, value === "" ? null : (steps[Number(value)] ?? null))}
          >
            <option value="">not said</option>
            {steps.map(({ from, to }, step) => (
              <option key={`${from} ${to}`} value={step}>
                {option(from)} → {option(to)}
              </option>
            ))}
          </select>
        </label>
      )}
      <details className="more" open={interests.weightIntervals.some((one) => one.issue === index) || undefined}>
        <summary>More to say</summary>
        <Interval {...props} id={id} index={index} name={issue.name} />
        {onJoin && (
          <button type="button" className="quiet" disabled={disabled} onClick={onJoin}>
            It is not known whether this or the next comes first
          </button>
        )}
      </details>
    </div>
  );
}

interface IntervalProps extends RankListProps {
  readonly id: string;
  readonly index: number;
  readonly name: string;
}

/** Bounds on a weight, for who knows more than an order. */
function Interval({
  interests,
  id,
  index,
  name,
  disabled,
  settled,
  onInterval,
  onTryInterval,
}: IntervalProps): ReactNode {
  const written = interests.weightIntervals.find(({ issue }) => issue === index);
  const [low, high] = [written?.low ?? 0, written?.high ?? 1];
  const [shown, setShown] = useState(false);
  const [moving, setMoving] = useState<readonly [number, number] | null>(null);
  // What another wrote is shown as soon as it is read.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the bounds change, what was moved is over
  useEffect(() => setMoving(null), [low, high, settled]);
  if (!shown && !written)
    return (
      <button type="button" className="quiet" disabled={disabled} onClick={() => setShown(true)}>
        Say how much of the whole it weighs, from … to …
      </button>
    );
  const now = moving ?? [low, high];
  const ends = (values: readonly number[]): readonly [number, number] => [
    (values[0] ?? 0) / 100,
    (values[1] ?? 100) / 100,
  ];
  return (
    <div className="interval">
      <span>
        Weight: {Math.round(100 * now[0])}–{Math.round(100 * now[1])} % of the whole
      </span>
      <Slider.Root
        className="slider"
        min={0}
        max={100}
        step={1}
        minStepsBetweenThumbs={1}
        disabled={disabled}
        value={now.map((end) => Math.round(100 * end))}
        onValueChange={(values) => {
          setMoving(ends(values));
          onTryInterval(id, ends(values));
        }}
        onValueCommit={(values) => onInterval(id, ends(values))}
      >
        <Slider.Track className="track">
          <Slider.Range className="range" />
        </Slider.Track>
        <Slider.Thumb className="thumb" aria-label={`Least weight of ${name}, in percent`} />
        <Slider.Thumb className="thumb" aria-label={`Most weight of ${name}, in percent`} />
      </Slider.Root>
      {written && (
        <button type="button" className="quiet" disabled={disabled} onClick={() => onInterval(id, null)}>
          Leave it to its rank
        </button>
      )}
    </div>
  );
}
