// The plan of inspection as it is typed, and what keeping it changes in verification/<holder>.yaml.
import {
  type Change,
  nameFor,
  periodText,
  type Site,
  type VerificationPlan,
  type Wording,
} from "@parley/core/internal";

type Words = Wording["pages"]["verification"]["plan"];

/** As text, as it is typed: read when it is kept. */
export interface SiteRow {
  readonly key: number;
  readonly id: string;
  readonly name: string;
  readonly items: string;
  readonly each: string;
  readonly effort: string;
  readonly identification: string;
  readonly belief: string;
  readonly overlook: string;
}

export const MATERIALS = ["plutonium", "uranium-233", "high-enriched-uranium", "low-enriched-uranium"] as const;

export interface GoalFields {
  readonly material: (typeof MATERIALS)[number] | "";
  readonly quantity: string;
  readonly detection: string;
  readonly timeliness: string;
  readonly total: string;
  readonly unit: string;
  readonly every: string;
}

const NEW_ROW = { id: "", name: "", items: "", each: "", effort: "1", identification: "1", belief: "", overlook: "" };

export const withNewRow = (rows: readonly SiteRow[]): SiteRow[] => [
  ...rows,
  { key: 1 + Math.max(-1, ...rows.map(({ key }) => key)), ...NEW_ROW },
];

const rangeText = (range: { readonly low: number; readonly high: number } | null): string =>
  range === null ? "" : range.low === range.high ? `${range.low}` : `${range.low}–${range.high}`;

export const rowOf = ({ id, name, items, effort, identification, belief, overlook }: Site, key: number): SiteRow => ({
  key,
  id,
  name,
  items: items ? `${items.count}` : "",
  each: items ? `${items.each}` : "",
  effort: `${effort}`,
  identification: `${identification}`,
  belief: rangeText(belief),
  overlook: belief ? rangeText(overlook) : "",
});

export const goalOf = (
  { goal, effort }: Pick<VerificationPlan, "goal" | "effort">,
  { unitDefault }: Words,
): GoalFields => ({
  material: MATERIALS.find((one) => one === goal.material) ?? "",
  quantity: goal.quantity === null ? "" : `${goal.quantity}`,
  detection: goal.detection === null ? "" : `${goal.detection}`,
  timeliness: goal.timeliness ? periodText(goal.timeliness) : "",
  total: effort ? `${effort.total}` : "",
  unit: effort?.unit ?? unitDefault,
  every: effort?.every ? periodText(effort.every) : "",
});

/** What is to be written, or the one thing that keeps it from being written. */
type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly wrong: string };

const PERIOD = /^\d{1,4} (?:day|week|month|year)s?(?: and \d{1,4} (?:day|week|month|year)s?)?$/;

export function planChanges(
  rows: readonly SiteRow[],
  goal: GoalFields,
  plan: Pick<VerificationPlan, "sites">,
  words: Words,
): Read<Change[]> {
  const sites = sitesFrom(rows, plan, words.wrong);
  if (!sites.ok) return sites;
  const odd = [goal.every, goal.timeliness].find((text) => text.trim() !== "" && !PERIOD.test(text.trim()));
  if (odd !== undefined) return { ok: false, wrong: words.wrong.noLength(odd) };
  const value: Change[] = [
    { path: ["sites"], value: sites.value },
    field(["goal", "material"], goal.material || undefined),
    field(["goal", "quantity"], numberIn(goal.quantity)),
    field(["goal", "detection"], numberIn(goal.detection)),
    field(["goal", "timeliness"], goal.timeliness.trim() || undefined),
    field(["effort", "every"], goal.every.trim() || undefined),
    { path: ["effort", "total"], value: numberIn(goal.total) ?? 0 },
    { path: ["effort", "unit"], value: goal.unit || words.unitUnsaid },
  ];
  return { ok: true, value };
}

/** A field set, or taken out where nothing is said. */
const field = (path: Change["path"], value: unknown): Change => (value === undefined ? { path } : { path, value });

const numberIn = (text: string): number | undefined => (text.trim() === "" ? undefined : Number(text));

/** Sites as the file has them, with what this form does not show. */
function sitesFrom(
  rows: readonly SiteRow[],
  plan: Pick<VerificationPlan, "sites">,
  wrong: Words["wrong"],
): Read<object[]> {
  if (rows.length === 0) return { ok: false, wrong: wrong.noSite };
  const taken = new Set(rows.map(({ id }) => id).filter(Boolean));
  const sites: object[] = [];
  for (const row of rows) {
    const fields = fieldsOf(row, wrong);
    if (!fields.ok) return fields;
    const id = row.id || nameFor(row.name, taken, "site");
    taken.add(id);
    const old = plan.sites.find((one) => one.id === row.id);
    sites.push({
      id,
      name: row.name.trim(),
      ...(old?.party && { party: old.party }),
      ...fields.value,
      ...unshown(old),
    });
  }
  return { ok: true, value: sites };
}

/** What a site holds beyond what the form shows. */
const unshown = (old: Site | undefined): object => ({
  ...(old?.gain != null && { gain: old.gain }),
  ...(old?.sanction != null && { sanction: old.sanction }),
  ...(old?.source && { source: old.source }),
});

/** The figures of a row, without those that are not said. */
function fieldsOf(row: SiteRow, wrong: Words["wrong"]): Read<object> {
  if (row.name.trim() === "") return { ok: false, wrong: wrong.noName };
  const numbers = (["items", "each", "effort", "identification"] as const).map(
    (name) => [name, numberIn(row[name])] as const,
  );
  const odd = numbers.find(([, value]) => value !== undefined && !(value >= 0));
  if (odd) return { ok: false, wrong: wrong.noNumber(row.name, row[odd[0]]) };
  const ranges = (["belief", "overlook"] as const).map(
    (name) => [name, row[name].trim() === "" ? undefined : (rangeIn(row[name].trim()) ?? null)] as const,
  );
  const oddRange = ranges.find(([, value]) => value === null);
  if (oddRange) return { ok: false, wrong: wrong.noShare(row.name, row[oddRange[0]]) };
  return { ok: true, value: Object.fromEntries([...numbers, ...ranges].filter(([, value]) => value !== undefined)) };
}

/** `0.1–0.5` or `0.3`; undefined where it is neither. */
function rangeIn(text: string): number | [number, number] | undefined {
  const parts = text.split(/\s*(?:–|-|to)\s*/).map(Number);
  const [low, high] = parts;
  if (parts.length > 2 || low === undefined || parts.some((part) => !Number.isFinite(part))) return undefined;
  return high === undefined ? low : [low, high];
}
