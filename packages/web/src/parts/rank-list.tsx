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
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from "@dnd-kit/sortable";
import { RichText, useWords } from "@parley/charts";
import type { Case, Interests, Wording } from "@parley/core/internal";
import * as Slider from "@radix-ui/react-slider";
import { type ReactNode, useEffect, useState } from "react";
import {
  boundsOf,
  joined,
  movedTo,
  parted,
  type RankEntry,
  rankOf,
  type StepChoice,
  stepsOf,
  swingOf,
} from "../interests-file.js";

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
  const words = useWords().preferences.rank;
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
  const after = ({ active, over }: DragOverEvent | DragEndEvent): RankEntry[] | null =>
    movedTo(rank, ids.indexOf(String(active.id)), ids.indexOf(String(over?.id ?? "")));
  if (interests.weights)
    return (
      <p>
        <RichText of={words.asNumbers(interests.file)} slots={{ field: <code>swings: points</code> }} />
      </p>
    );
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      accessibility={{ announcements: announcements(negotiation, ids, words.spoken) }}
      onDragOver={(event) => onTry(after(event))}
      onDragCancel={() => onTry(null)}
      onDragEnd={(event) => {
        const next = after(event);
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

type Id = string | number;

/** What is read aloud while an issue is moved. */
function announcements({ issues }: Case, ids: readonly string[], words: Wording["preferences"]["rank"]["spoken"]) {
  const names = (id: Id) =>
    String(id)
      .split(" ")
      .map((one) => issues.find((issue) => issue.id === one)?.name ?? one);
  const place = (id: Id) => ids.indexOf(String(id)) + 1;
  const of = ids.length;
  return {
    onDragStart: ({ active }: { active: { id: Id } }) => words.takenUp(names(active.id), place(active.id), of),
    onDragOver: ({ active, over }: { active: { id: Id }; over: { id: Id } | null }) =>
      over ? words.over(names(active.id), place(over.id), of) : undefined,
    onDragEnd: ({ active, over }: { active: { id: Id }; over: { id: Id } | null }) =>
      over ? words.laidDown(names(active.id), place(over.id), of) : words.laidAway(names(active.id)),
    onDragCancel: ({ active }: { active: { id: Id } }) => words.stays(names(active.id)),
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
  const words = useWords().preferences.rank;
  const { negotiation, disabled } = props;
  const { attributes, listeners, setNodeRef, transform, transition, isDragging } = useSortable({
    id: idOf(entry),
    disabled,
  });
  const names = entry.map((id) => negotiation.issues.find((issue) => issue.id === id)?.name ?? id);
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
        aria-label={words.move(names, place + 1)}
      >
        <span aria-hidden="true">⠿</span> {place + 1}
      </button>
      <div>
        {entry.map((id) => (
          <IssueCard key={id} {...props} id={id} onJoin={last || entry.length > 1 ? null : onJoin} />
        ))}
        {entry.length > 1 && (
          <p className="note">
            {words.noOrder}{" "}
            <button type="button" className="quiet" disabled={disabled} onClick={onPart}>
              {words.sayIt}
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
  const { editing, preferences } = useWords();
  const words = preferences.rank;
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
          <RichText of={words.swing} slots={{ worst: <em>{swing.worst}</em>, best: <em>{swing.best}</em> }} />
        </p>
      ) : (
        <p className="note">{words.noMatter}</p>
      )}
      {steps.length > 1 && interests.scores[index]?.numbers === null && (
        <label>
          {words.largestStep}{" "}
          <select
            disabled={disabled}
            value={largest === null ? "" : `${largest}`}
            onChange={({ target: { value } }) => onStep(id, value === "" ? null : (steps[Number(value)] ?? null))}
          >
            <option value="">{editing.notSaid}</option>
            {steps.map(({ from, to }, step) => (
              <option key={`${from} ${to}`} value={step}>
                {words.step(option(from), option(to))}
              </option>
            ))}
          </select>
        </label>
      )}
      <details className="more" open={interests.weightIntervals.some((one) => one.issue === index) || undefined}>
        <summary>{words.more}</summary>
        <Interval {...props} id={id} index={index} name={issue.name} />
        {onJoin && (
          <button type="button" className="quiet" disabled={disabled} onClick={onJoin}>
            {words.unsure}
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
  const words = useWords().preferences.rank;
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
        {words.sayWeight}
      </button>
    );
  const now = moving ?? [low, high];
  return (
    <div className="interval">
      <span>{words.weight(Math.round(100 * now[0]), Math.round(100 * now[1]))}</span>
      <Slider.Root
        className="slider"
        min={0}
        max={100}
        step={1}
        minStepsBetweenThumbs={1}
        disabled={disabled}
        value={now.map((end) => Math.round(100 * end))}
        onValueChange={(values) => {
          setMoving(boundsOf(values));
          onTryInterval(id, boundsOf(values));
        }}
        onValueCommit={(values) => onInterval(id, boundsOf(values))}
      >
        <Slider.Track className="track">
          <Slider.Range className="range" />
        </Slider.Track>
        <Slider.Thumb className="thumb" aria-label={words.least(name)} />
        <Slider.Thumb className="thumb" aria-label={words.most(name)} />
      </Slider.Root>
      {written && (
        <button type="button" className="quiet" disabled={disabled} onClick={() => onInterval(id, null)}>
          {words.leave}
        </button>
      )}
    </div>
  );
}
