import {
  chanceText,
  enoughText,
  figureText,
  goalWithSource,
  growthText,
  holdingText,
  looksText,
  percentText,
} from "@parley/charts";
import { type Case, unitText, type Verification } from "@parley/core";
import { paint, type Terminal } from "../terminal.js";
import { bar } from "./figures.js";
import { marked } from "./heading.js";
import { columns, item, wrap } from "./table.js";

/** The sentence; what is seen where; how many to check; what stays possible; what there may be. */
export function renderVerification(terminal: Terminal, found: Verification, { sources }: Case): string {
  const { goal, effort, declared, places, overall, search, lists, occasions, remarks } = found;
  const part = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ["", paint(terminal, "cyan", title), ...lines];
  const titleOf = (source: string) => sources.find(({ id }) => id === source)?.title ?? source;
  const about = [
    ...(found.holder ? [`plan of ${found.holder}`] : []),
    ...(goal ? [`goal: ${goalWithSource(goal, titleOf)}`] : []),
  ].join(" · ");
  return [
    marked(terminal, found) + paint(terminal, "dim", wrap(about)),
    "",
    paint(terminal, "bold", wrap(found.sentence)),
    ...part(
      effort ? `In a round of ${figureText(effort.total)} ${effort.unit}` : "",
      declared || places.length > 0 ? [siteTable(found)] : [],
    ),
    ...part(
      "All ways together",
      overall
        ? [
            item(`best for the violator: ${overall.by.join(", ")}; worth ${figureText(overall.value)} to it`),
            item(
              overall.deterrence === null
                ? "no effort is enough for breaking the deal not to pay"
                : `from ${enoughText(overall.deterrence)} ${effort?.unit} on breaking the deal does not pay`,
            ),
            ...(declared?.detection == null
              ? []
              : [
                  item(
                    `taking ${goal ? `${figureText(goal.quantity)} ${unitText(goal.unit)}` : "the goal"} in the cleverest way from declared items: seen with ${declared.bound ? "at least " : ""}${percentText(declared.detection)}`,
                  ),
                ]),
          ]
        : [],
    ),
    ...part("Items to check, so that the goal quantity is seen with", declared ? [sampleTable(declared)] : []),
    ...part(
      "After clean looks",
      places.flatMap(({ name, belief, looks }) =>
        belief && looks
          ? [
              item(
                `${name}: something is there with ${chanceText(belief[0] ?? { low: 0, high: 0 })}; after 1, 2, 4 and 8 clean looks ${[1, 2, 4, 8].map((k) => chanceText(belief[k] ?? { low: 0, high: 0 })).join(", ")}; down to 5 % after ${looksText(looks)}`,
              ),
            ]
          : [],
      ),
    ),
    ...part(
      "Where to look next, for what nobody declared",
      search
        ? [
            ...(search.looks.length > 0 ? [item(search.looks.map(({ name }) => name).join(" → "))] : []),
            item(
              `something is at one of them with ${chanceText(search.before)}; after these looks, all clean, ${chanceText(search.after)}`,
            ),
          ]
        : [],
    ),
    ...part(
      "Two lists",
      lists
        ? [
            item(
              `about ${figureText(lists.count)} in all (${figureText(lists.low)}–${figureText(lists.high)}), so ${figureText(lists.missing)} undeclared, if the lists are independent`,
            ),
          ]
        : [],
    ),
    ...part("Over time", occasions ? occasionLines(occasions) : []),
    ...part("What there is", stockLines(found)),
    ...part(
      "What a year of delay changes",
      found.delays.map(({ party, holder, what, inventory, low, high }) =>
        item(
          `${party} in ${holder}'s view, ${what}: ${figureText(low)}${low === high ? "" : ` to ${figureText(high)}`} points, as ${inventory} grows`,
        ),
      ),
    ),
    ...part(
      "Remarks",
      remarks.map((text) => item(text)),
    ),
  ].join("\n");
}

function siteTable({ declared, places }: Verification): string {
  const rows = [
    ...(declared?.strata ?? []).map(({ name, items, checks, detection }) => [
      wrap(name, 0, 32),
      `${checks} of ${items}`,
      `${bar(detection)} ${percentText(detection)}`,
    ]),
    ...places.map(({ name, visits, detection, detectionHigh }) => [
      wrap(name, 0, 32),
      visits >= 1 - 1e-9 ? "visited" : visits === 0 ? "not" : `with ${percentText(visits)}`,
      `${bar(detection)} ${chanceText({ low: detection, high: detectionHigh })}`,
    ]),
  ];
  return columns([["where", "looked at", "seen"], ...rows], [33, 17, 28]);
}

function sampleTable({ strata }: NonNullable<Verification["declared"]>): string {
  const [first] = strata;
  const head = first?.samples.map(({ probability }) => percentText(probability)) ?? [];
  const table = columns(
    [
      ["", "items", "taken", ...head],
      ...strata.map(({ name, items, falsified, samples }) => [
        wrap(name, 0, 23),
        `${items}`,
        `${falsified}`,
        ...samples.map(({ exact, iaea }) => (exact === null ? "none" : `${exact} (${iaea})`)),
      ]),
    ],
    [24, 8, 6, ...head.map(() => Math.floor(36 / Math.max(1, head.length)))],
    [1, 2, ...head.map((_, k) => 3 + k)],
  );
  return `${table}\n${wrap("In brackets: by the IAEA's formula, which takes every check as sure.")}`;
}

function occasionLines({
  periods,
  inspections,
  value,
  chances,
  unannounced,
  announced,
  sanction,
}: NonNullable<Verification["occasions"]>): string[] {
  const first = chances.slice(0, 6).map(percentText).join(", ");
  return [
    item(
      value === null
        ? "a sanction is no loss to the violator here: inspections deter nobody"
        : `${inspections} inspections on ${periods} occasions: violating is worth ${figureText(value)} (a seen one costs ${figureText(sanction)}, an unseen one brings 1)`,
    ),
    item(`while none was used: inspect on the first occasion with ${first}${chances.length > 6 ? ", …" : ""}`),
    item(
      `seen after ${percentText(announced)} of the time between two sure inspections at the latest, if they are announced at equal steps${unannounced === null ? "" : `; unannounced, ${percentText(unannounced)} on average`}`,
    ),
  ];
}

function stockLines({ inventories, days }: Verification): string[] {
  const rows = inventories.flatMap(({ name, unit, declared, scenarios }) => [
    ...(declared
      ? [[wrap(`${name}, declared`, 0, 19), `${figureText(declared.amount)} ${unitText(unit)}`, declared.asOf]]
      : []),
    ...scenarios.map((scenario) => [
      wrap(`${name}${scenarios.length > 1 ? `: ${scenario.name}` : ""}`, 0, 19),
      growthText(scenario),
      ...scenario.at.map(holdingText),
    ]),
  ]);
  if (rows.length === 0) return [];
  return [columns([["", "a year", ...days], ...rows], [20, 11, 11, 11, 11, 11])];
}
