// English text of `parley positions`, the command that shows where each party stood on each issue and how far it moved.
import { type Band, bandText } from "../../../math/index.js";
import { percent } from "../likelihood.js";
import { grouped } from "../numbers.js";
import { type StepKind, positions as subject } from "../positions.js";

const EXAMPLES =
  "\nExamples:\n  parley positions cases/hanoi-2019\n  parley positions cases/hanoi-2019 --since 2018-06-12\n";

export interface Toward {
  readonly name: string;
  /** Closer, or below 0 farther, in points. */
  readonly points: number;
}

export interface Moved {
  readonly least: number;
  readonly most: number;
  readonly shift: number;
  readonly movements: number;
  readonly turned: readonly string[];
  readonly toward: readonly Toward[];
  /** Only others say so. */
  readonly attributed: boolean;
}

function moved({ least, most, shift, movements, turned, toward, attributed }: Moved): string {
  const back = turned.length === 0 ? "" : `, turned back ${turned.join(", ")}`;
  const parts = toward
    .filter(({ points }) => points !== 0)
    .map(({ name, points }) => `${Math.abs(points)} ${points > 0 ? "toward" : "away from"} ${name}`);
  const closer = parts.length === 0 ? "" : `; ${parts.join(", ")}`;
  const how = movements === 0 ? "did not surely move" : distance(least, most, shift);
  return `${how}${back}${closer}${attributed ? "; only others say so" : ""}`;
}

function distance(least: number, most: number, shift: number): string {
  const net = Math.round(Math.abs(shift));
  const end = net === 0 ? "and back in the end" : `in the end ${net} ${shift > 0 ? "up" : "down"}`;
  const atMost = Math.round(most) > Math.round(least) ? ` (at most ${Math.round(most)})` : "";
  return `moved ${Math.round(least)}${atMost}, ${end}`;
}

export interface StepSaid {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly class: StepKind | null;
  /** Names of issues. */
  readonly better: readonly string[];
  readonly worse: readonly string[];
  readonly unsure: readonly string[];
  readonly inOrder: boolean;
}

function step({ name, from, to, class: kind, better, worse, unsure, inOrder }: StepSaid): string {
  const parts = [
    ...(better.length > 0 ? [`better on ${better.join(", ")}`] : []),
    ...(worse.length > 0 ? [`gives way on ${worse.join(", ")}`] : []),
    ...(unsure.length > 0 ? [`unsure on ${unsure.join(", ")}`] : []),
  ];
  const what = kind === null ? "of which kind is not known" : subject.kinds[kind];
  const changed = parts.length === 0 ? "" : ` (${parts.join("; ")})`;
  return `${name}, “${from}” → “${to}”: ${what}${changed}${inOrder ? "" : "; which came first is not known"}`;
}

export type ValueKind = keyof typeof subject.valueKinds;

const VALUE_KINDS: readonly ValueKind[] = ["fortunate", "selfish", "nice", "silent", "concession", "unfortunate"];

/** Shares of the models, by kind. */
const kindsText = (classes: Readonly<Partial<Record<ValueKind, number>>>): string =>
  VALUE_KINDS.flatMap((kind) => {
    const share = classes[kind];
    return share === undefined ? [] : [{ kind, share }];
  })
    .sort((a, b) => b.share - a.share)
    .map(({ kind, share }) =>
      share === 1 ? subject.valueKinds[kind] : `${subject.valueKinds[kind]} ${percent([share])}`,
    )
    .join(", ");

const brings = (own: Band, name: string, change: Band, classes: Readonly<Partial<Record<ValueKind, number>>>): string =>
  `to itself ${bandText(own, true)}, to ${name} ${bandText(change, true)} points: ${kindsText(classes)}`;

export interface FirstSaid {
  readonly issue: string;
  readonly party: string;
  readonly date: string;
}

export const positions = {
  description: "where each party stood on each issue, how far it moved, and from what that is known",
  flags: {
    reliability: "pass over sources that are graded worse (A to F); what is not graded counts",
    since: "list only what moved after this day",
    silence: "list silences longer than this",
    failOn: "end with 3 where a position moved, or was contradicted on one day",
  },
  examples: EXAMPLES,
  without: (why: string) => `Without the steps between offers: ${why}`,
  legend:
    "Places are 0–100 along each issue, by the order of its options. Movement is counted on the path through the record that moves least, so what the record leaves open is none; ━ is what it leaves open.",
  summary: {
    head: ["", "moved at least", "at most", "issues moved", "turned back", "contradicted"],
    moved: (count: number, of: number) => `${count} of ${of}`,
  },
  track: (issue: string, party: string) => `${issue} · ${party}`,
  moved,
  said: (options: string, contradicted: boolean) => (contradicted ? `≠ ${options}` : options),
  cited: (speaker: string, kind: string, source: string | null, onlyIf: string | null) =>
    `${kind === "offer" ? `offer “${speaker}”` : speaker}${onlyIf === null ? "" : `, ${onlyIf}`}${source === null ? "" : ` (${source})`}`,
  conditional: (onlyIf: string, state: keyof typeof subject.conditions) =>
    `stands only ${onlyIf}: ${subject.conditions[state]}`,
  silent: (days: number, from: string, until: string | null) =>
    `silent for ${grouped(days)} days ${until === null ? `since ${from}` : `from ${from} to ${until}`}`,
  /** Options that a position leaves open, in their order. */
  options: (names: readonly string[]) => (names.length <= 2 ? names.join(" or ") : `${names[0]} to ${names.at(-1)}`),
  still: "No sure movement: where each last stood",
  last: (date: string, attributed: boolean) => `${date}${attributed ? " (others say)" : ""}`,
  steps: "Steps from one's own offer to the next",
  step,
  brings,
  guessed: (parties: readonly string[]) =>
    `Where no interests of ${parties.join(" or ")} are seen, who gives on an issue is taken to want less of it.`,
  nothingAfter: (since: string) => `Nothing surely moved after ${since}.`,
  first: (since: string | null, found: readonly FirstSaid[]) =>
    `First said after ${since}: ${found.map(({ issue, party, date }) => `${issue} by ${party} (${date})`).join(", ")}.`,
  silence: (days: number) => `A silence is listed where it is longer than ${days} days.`,
};
