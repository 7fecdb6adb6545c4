import { bandText, type Dance, type Positions, type Step, type Track } from "@parley/core";
import { paint, type Terminal } from "../terminal.js";
import { chance } from "./figures.js";
import { marked } from "./heading.js";
import { columns, item, wrap } from "./table.js";

/** Positions and drift as text; the steps between offers where there are any, or why they are missing. */
export function renderPositions(
  terminal: Terminal,
  result: Positions,
  steps: Dance | null,
  missing: readonly string[],
): string {
  const shown = ({ movements, positions }: Track) =>
    movements.length > 0 || positions.some(({ contradicted }) => contradicted);
  const [moving, still] = [result.tracks.filter(shown), result.tracks.filter((track) => !shown(track))];
  return [
    marked(terminal, result),
    paint(terminal, "bold", wrap(result.sentence)),
    "",
    summary(result),
    "",
    ...moving.map((track) => trackBlock(terminal, result, track)),
    ...(still.length > 0 ? [quiet(terminal, still), ""] : []),
    ...(steps && steps.steps.length > 0 ? [danceBlock(terminal, steps), ""] : []),
    ...(steps?.limits ?? []).map((sentence) => item(sentence, 0)),
    ...missing.map((reason) => item(`Without the steps between offers: ${reason}`, 0)),
    ...notes(terminal, result).map((note) => item(note, 0)),
    wrap(
      "Places are 0–100 along each issue, by the order of its options. Movement is counted on the path through the record that moves least, so what the record leaves open is none; ━ is what it leaves open.",
    ),
  ].join("\n");
}

function summary({ parties }: Positions): string {
  const rows = parties.map(({ name, flux, moved, issues, reversals, contradictions }) => [
    name,
    `${Math.round(flux.least)}`,
    `${Math.round(flux.most)}`,
    `${moved} of ${issues}`,
    `${reversals}`,
    `${contradictions}`,
  ]);
  return columns(
    [["", "moved at least", "at most", "issues moved", "turned back", "contradicted"], ...rows],
    [17, 14, 8, 12, 11, 12],
    [1, 2, 3, 4, 5],
  );
}

function trackBlock(terminal: Terminal, result: Positions, track: Track): string {
  const title = paint(terminal, "cyan", wrap(`${track.issueName} · ${track.partyName}`));
  const moved = `${movedText(track)}${turned(track)}${toward(track, result)}${attributed(track)}`;
  const rows = track.positions.flatMap((position) => {
    const said = optionNames(result, track.issue, position.options);
    const speakers = [...new Set(position.sightings.map(cite))];
    return [["", position.date, scale(position), position.contradicted ? `≠ ${said}` : said, speakers.join("; ")]];
  });
  return [title, wrap(moved, 2), columns(rows, [1, 11, 12, 27, 26]), ...silences(track), ""].join("\n");
}

const cite = ({ speaker, kind, source }: Track["positions"][number]["sightings"][number]): string =>
  `${kind === "offer" ? `offer “${speaker}”` : speaker}${source === null ? "" : ` (${source})`}`;

function movedText({ flux, shift, movements }: Track): string {
  if (movements.length === 0) return "did not surely move";
  const net =
    Math.round(shift) === 0
      ? "and back in the end"
      : `in the end ${Math.round(Math.abs(shift))} ${shift > 0 ? "up" : "down"}`;
  const most = Math.round(flux.most) > Math.round(flux.least) ? ` (at most ${Math.round(flux.most)})` : "";
  return `moved ${Math.round(flux.least)}${most}, ${net}`;
}

const turned = ({ movements }: Track): string => {
  const dates = movements.filter(({ reversal }) => reversal).map(({ date }) => date);
  return dates.length === 0 ? "" : `, turned back ${dates.join(", ")}`;
};

function toward(track: Track, result: Positions): string {
  const parts = result.parties.flatMap(({ party, name }) => {
    const points = Math.round(track.movements.reduce((sum, { closer }) => sum + (closer[party] ?? 0), 0));
    return points === 0 ? [] : [`${Math.abs(points)} ${points > 0 ? "toward" : "away from"} ${name}`];
  });
  return parts.length === 0 ? "" : `; ${parts.join(", ")}`;
}

const attributed = ({ basis }: Track): string => (basis === "attributed" ? "; only others say so" : "");

const silences = ({ silences: gaps }: Track): string[] =>
  gaps.map(({ from, until, days }) =>
    item(
      `silent for ${days.toLocaleString("en-US")} days ${until === null ? `since ${from}` : `from ${from} to ${until}`}`,
    ),
  );

/** `····━━●━━··`: what the position leaves open, and where on it the steadiest path stands. */
function scale({ low, high, at }: { low: number; high: number; at: number }): string {
  const cell = (value: number) => Math.round(value / 10);
  return Array.from({ length: 11 }, (_, place) =>
    place === cell(at) ? "●" : place >= cell(low) && place <= cell(high) ? "━" : "·",
  ).join("");
}

const optionNames = ({ options }: Positions, issue: string, ids: readonly string[]): string => {
  const all = options[issue] ?? [];
  const names = all.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  if (names.length <= 2) return names.join(" or ");
  return `${names[0]} to ${names.at(-1)}`;
};

function quiet(terminal: Terminal, tracks: readonly Track[]): string {
  const rows = tracks.map((track) => {
    const last = track.positions.at(-1);
    return [
      "",
      track.issue,
      track.party,
      last ? scale(last) : "",
      `${last?.date ?? ""}${track.basis === "attributed" ? " (others say)" : ""}`,
    ];
  });
  return `${paint(terminal, "cyan", "No sure movement: where each last stood")}\n${columns(rows, [1, 18, 14, 12, 30])}`;
}

function danceBlock(terminal: Terminal, { steps, offers, parties }: Dance): string {
  const offer = (id: string) => offers.find((one) => one.id === id)?.name ?? id;
  const lines = steps.flatMap((step) => [
    item(
      `${step.name}, “${offer(step.from)}” → “${offer(step.to)}”: ${step.class ?? "of which kind is not known"}${changed(step)}${step.inOrder ? "" : "; which came first is not known"}`,
    ),
    ...step.receivers.map(({ name, change, classes }) =>
      wrap(
        `to itself ${bandText(step.own ?? change, true)}, to ${name} ${bandText(change, true)} points: ${kinds(classes)}`,
        6,
      ),
    ),
  ]);
  const guessed = steps.some(({ basis }) => basis === "gives")
    ? [
        wrap(
          `Where no interests of ${parties.map(({ name }) => name).join(" or ")} are seen, who gives on an issue is taken to want less of it.`,
          2,
        ),
      ]
    : [];
  return [paint(terminal, "cyan", "Steps from one's own offer to the next"), ...lines, ...guessed].join("\n");
}

function changed({ better, worse, unsure }: Step): string {
  const parts = [
    ...(better.length > 0 ? [`better on ${better.join(", ")}`] : []),
    ...(worse.length > 0 ? [`gives way on ${worse.join(", ")}`] : []),
    ...(unsure.length > 0 ? [`unsure on ${unsure.join(", ")}`] : []),
  ];
  return parts.length === 0 ? "" : ` (${parts.join("; ")})`;
}

const kinds = (classes: Step["receivers"][number]["classes"]): string =>
  Object.entries(classes)
    .sort(([, a], [, b]) => b - a)
    .map(([kind, share]) => (share === 1 ? kind : `${kind} ${chance(share)}`))
    .join(", ");

function notes({ words }: Terminal, { since, first, tracks, unplaced, silence }: Positions): string[] {
  return [
    ...(since !== null && tracks.length === 0 ? [`Nothing surely moved after ${since}.`] : []),
    ...(first.length > 0
      ? [
          `First said after ${since}: ${first.map(({ issue, party, date }) => `${issue} by ${party} (${date})`).join(", ")}.`,
        ]
      : []),
    ...words.positions.unplaced(unplaced),
    `A silence is listed where it is longer than ${silence} days.`,
  ];
}
