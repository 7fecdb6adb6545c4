// Formats a roadmap as text for the terminal: the steps in order of time, and how exposed each side is along the way.

import type { Roadmap, RoadmapStep } from "@parley/core/internal";
import { paint, type Terminal } from "../terminal.js";
import { bar } from "./figures.js";
import { heading } from "./heading.js";
import { type Named, spokenNames } from "./spoken-names.js";
import { columns, item, wrap } from "./table.js";

/** The sentence; the steps in time with what each leaves each side exposed to; then what is beside them. */
export function renderRoadmap(terminal: Terminal, map: Roadmap, negotiation: Named): string {
  const { commands, roadmap: words } = terminal.words;
  const { headings } = commands.roadmap;
  const part = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ["", paint(terminal, "cyan", title), ...lines];
  const items = (title: string, texts: readonly string[]) =>
    part(
      title,
      texts.map((text) => item(text)),
    );
  return [
    heading(terminal, map, spokenNames(negotiation, map)),
    paint(terminal, "bold", wrap(map.sentence)),
    "",
    ...stepsOf(terminal, map, negotiation),
    ...part(headings.exposure, exposureLines(terminal, map)),
    ...part(headings.tradeOffs, tradeOffLines(terminal, map)),
    ...items(
      words.headings.milestones,
      map.milestones.map((one) => words.milestone(map, one)),
    ),
    ...items(
      words.headings.fixes,
      map.fixes.map((fix) => words.fix(map, fix)),
    ),
    ...items(words.headings.slices, words.slices(map)),
    ...items(words.headings.undone, map.undone.map(words.undone)),
    ...items(headings.remarks, map.remarks),
  ].join("\n");
}

/** A party's column is no wider than this, and all together leave room for what is done; a longer name wraps. */
const widestOf = (parties: number): number => Math.max(6, Math.min(9, Math.floor(21 / Math.max(1, parties)) - 1));

/** In the order in which they begin; exposure as it stands when each day is over. */
function stepsOf(terminal: Terminal, map: Roadmap, negotiation: Named): string[] {
  const words = terminal.words.commands.roadmap.steps;
  const names = spokenNames(negotiation, map);
  const label = (id: string) => terminal.words.names.short(names.party(id));
  const { parties } = map;
  const labels = parties.map(({ id }) => label(id));
  const widest = widestOf(parties.length);
  const wide = labels.map((name) => Math.max(6, Math.min(widest, [...name].length + 1)));
  const text = 80 - 11 - 2 - 11 - 10 - 5 - wide.reduce((sum, one) => sum + one + 1, 0);
  const rows = inTime(map).map(({ step, place }) => {
    const day = map.course.days.indexOf(map.course.bars[place]?.start ?? 0);
    return [
      step.start,
      step.critical ? "‣" : "",
      wrap(words.step(step), 0, text - 1),
      wrap(step.by.map(label).join(", "), 0, 9),
      step.end === step.start ? "" : step.end,
      ...parties.map((_, party) => terminal.words.numbers.tenth(map.course.exposure[party]?.[day] ?? 0)),
    ];
  });
  const head = words.head(labels.map((name, place) => wrap(name, 0, (wide[place] ?? widest) - 1)));
  return [
    paint(terminal, "dim", wrap(words.note(parties.length > 0))),
    columns(
      [head, ...rows],
      [11, 2, text, 10, 11, ...wide],
      parties.map((_, k) => 5 + k),
    ),
  ];
}

function inTime({ steps, course }: Roadmap): { readonly step: RoadmapStep; readonly place: number }[] {
  return steps
    .map((step, place) => ({ step, place }))
    .sort((a, b) => (course.bars[a.place]?.start ?? 0) - (course.bars[b.place]?.start ?? 0) || a.place - b.place);
}

function exposureLines({ words: { commands, roadmap: words } }: Terminal, map: Roadmap): string[] {
  const sure = words.certainty(map);
  if (map.parties.length === 0) return [];
  return [
    ...map.parties.map((party) =>
      item(commands.roadmap.exposed(party, bar(party.exposure / Math.max(party.accepts ?? 0, 1e-9)))),
    ),
    ...(sure === null ? [] : [item(sure)]),
    item(words.order(map)),
  ];
}

function tradeOffLines({ words: { commands, roadmap } }: Terminal, map: Roadmap): string[] {
  const { tradeOffs, baselines, parties, scale, course, worst } = map;
  const words = commands.roadmap.tradeOffs;
  if (parties.length === 0) return [];
  const rows = [
    ...tradeOffs.map(({ exposure, end, late, proven }) => words.found(scale, exposure, end, proven, late)),
    ...baselines.map((one) => words.road(scale, one.worst, one.end, roadmap.road(one.name, one.late))),
    words.road(scale, worst, course.end, roadmap.plan(map)),
  ];
  return [columns([words.head(scale), ...rows], [12, 14, 52], [0])];
}
