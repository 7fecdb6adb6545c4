import {
  certaintyText,
  fixText,
  milestoneText,
  orderText,
  planText,
  roadText,
  sliceTexts,
  temptationText,
} from "@parley/charts";
import { lengthText, type Roadmap, type RoadmapStep, tenthText } from "@parley/core";
import { paint, type Terminal } from "../terminal.js";
import { bar } from "./figures.js";
import { heading } from "./heading.js";
import { columns, item, wrap } from "./table.js";

/** The sentence; the steps in time with what each leaves each side exposed to; then what is beside them. */
export function renderRoadmap(terminal: Terminal, map: Roadmap): string {
  const part = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ["", paint(terminal, "cyan", title), ...lines];
  return [
    heading(terminal, map),
    paint(terminal, "bold", wrap(map.sentence)),
    "",
    ...stepsOf(terminal, map),
    ...part("Exposure", exposureLines(map)),
    ...part("Exposure against time", tradeOffLines(map)),
    ...part(
      "Milestones",
      map.milestones.map((one) => item(milestoneText(map, one))),
    ),
    ...part(
      "What would make it safe",
      map.fixes.map((fix) => item(fixText(map, fix))),
    ),
    ...part(
      "The payment in slices",
      sliceTexts(map).map((text) => item(text)),
    ),
    ...part(
      "Not on this road",
      map.undone.map(({ issue, table, reached }) =>
        item(`${issue}: on the table is ${table}, the commitments reach ${reached}`),
      ),
    ),
    ...part(
      "Remarks",
      map.remarks.map((text) => item(text)),
    ),
  ].join("\n");
}

/** Shares of what is accepted may be more than all of it. */
const onScale = (scale: Roadmap["scale"], value: number): string =>
  scale === "accepted" ? `${Math.round(100 * value)} %` : tenthText(value);

/** In the order in which they begin; exposure as it stands when each day is over. */
function stepsOf(terminal: Terminal, map: Roadmap): string[] {
  const { parties } = map;
  const wide = parties.map(({ id }) => Math.max(6, [...id].length + 1));
  const text = 80 - 11 - 2 - 11 - 10 - 5 - wide.reduce((sum, one) => sum + one + 1, 0);
  const rows = inTime(map).map(({ step, place }) => {
    const day = map.course.days.indexOf(map.course.bars[place]?.start ?? 0);
    const marks = [step.pinned ? "pinned" : "", step.late ? "late" : "", step.early ? "too early" : ""].filter(Boolean);
    return [
      step.start,
      step.critical ? "‣" : "",
      wrap(`${step.text}${marks.length > 0 ? ` (${marks.join(", ")})` : ""}`, 0, text - 1),
      wrap(step.by ?? "", 0, 9),
      step.end === step.start ? "" : step.end,
      ...parties.map((_, party) => tenthText(map.course.exposure[party]?.[day] ?? 0)),
    ];
  });
  const note = `‣ on the critical path${parties.length > 0 ? "; at the right, what each side has lost when that day is over, in its own points (below zero it is ahead)" : ""}`;
  return [
    paint(terminal, "dim", wrap(note)),
    columns(
      [["begins", "", "what", "by", "complete", ...parties.map(({ id }) => id)], ...rows],
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

function exposureLines(map: Roadmap): string[] {
  const sure = certaintyText(map);
  if (map.parties.length === 0) return [];
  return [
    ...map.parties.map((party) => {
      const { name, exposure, on, accepts } = party;
      const accepted =
        accepts === null
          ? ""
          : `${exposure > accepts + 1e-9 ? ", beyond the" : " of"} ${tenthText(accepts)} accepted ${bar(exposure / Math.max(accepts, 1e-9))}`;
      return item(
        `${name}: at most ${tenthText(exposure)}${exposure > 0 ? ` (${on})` : ""}${accepted}; ${temptationText(party)}`,
      );
    }),
    ...(sure === null ? [] : [item(sure)]),
    item(orderText(map)),
  ];
}

function tradeOffLines(map: Roadmap): string[] {
  const { tradeOffs, baselines, parties, scale, course, worst } = map;
  if (parties.length === 0) return [];
  const shown = (value: number): string => onScale(scale, value);
  const rows = [
    ...tradeOffs.map(({ exposure, end, late, proven }) => [
      shown(exposure),
      lengthText(end),
      roadText(proven ? "none is sooner, in whole months or weeks" : "found", late),
    ]),
    ...baselines.map(({ name, worst, end, late }) => [shown(worst), lengthText(end), roadText(name, late)]),
    [shown(worst), lengthText(course.end), planText(map)],
  ];
  return [columns([[scale === "accepted" ? "of accepted" : "points", "takes", ""], ...rows], [12, 14, 52], [0])];
}
