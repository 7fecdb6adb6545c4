// The plan of inspection as fields: sites and effort, and the goal with its defaults. Kept in verification/<holder>.yaml.
import { Scroll } from "@parley/charts";
import { type Change, periodText, type Site, type VerificationPlan } from "@parley/core";
import { type FormEvent, type ReactNode, useState } from "react";
import type { CaseView } from "../case-view.js";
import { nameFor } from "../name-for.js";
import { useWrite } from "./unsaved.js";

/** As text, as it is typed: read when it is kept. */
interface SiteRow {
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

const MATERIALS = ["plutonium", "uranium-233", "high-enriched-uranium", "low-enriched-uranium"] as const;

const PERIOD = /^\d{1,4} (?:day|week|month|year)s?(?: and \d{1,4} (?:day|week|month|year)s?)?$/;

const rangeText = (range: { readonly low: number; readonly high: number } | null): string =>
  range === null ? "" : range.low === range.high ? `${range.low}` : `${range.low}–${range.high}`;

const rowOf = ({ id, name, items, effort, identification, belief, overlook }: Site, key: number): SiteRow => ({
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

/** `0.1–0.5` or `0.3`; undefined where it is neither. */
function rangeIn(text: string): number | [number, number] | undefined {
  const parts = text.split(/\s*(?:–|-|to)\s*/).map(Number);
  const [low, high] = parts;
  if (parts.length > 2 || low === undefined || parts.some((part) => !Number.isFinite(part))) return undefined;
  return high === undefined ? low : [low, high];
}

interface PlanFormProps {
  readonly view: CaseView;
  readonly holder: string;
}

export function PlanForm({ view, holder }: PlanFormProps): ReactNode {
  const plan = view.negotiation.verification.find((one) => one.holder === holder);
  // What is on the disk, anew whenever that changes.
  return plan ? <Fields key={view.files.revision} view={view} plan={plan} /> : null;
}

function Fields({ view, plan }: { readonly view: CaseView; readonly plan: VerificationPlan }): ReactNode {
  const write = useWrite();
  const [rows, setRows] = useState<readonly SiteRow[]>(() => plan.sites.map(rowOf));
  const [goal, setGoal] = useState({
    material: plan.goal.material ?? "",
    quantity: plan.goal.quantity === null ? "" : `${plan.goal.quantity}`,
    detection: plan.goal.detection === null ? "" : `${plan.goal.detection}`,
    total: plan.effort ? `${plan.effort.total}` : "",
    unit: plan.effort?.unit ?? "inspector-days",
    every: plan.effort?.every ? periodText(plan.effort.every) : "",
    timeliness: plan.goal.timeliness ? periodText(plan.goal.timeliness) : "",
  });
  const [wrong, setWrong] = useState<string | null>(null);
  const set = (key: number, more: Partial<SiteRow>) =>
    setRows((before) => before.map((row) => (row.key === key ? { ...row, ...more } : row)));
  const add = () =>
    setRows((before) => [
      ...before,
      {
        key: 1 + Math.max(-1, ...before.map(({ key }) => key)),
        id: "",
        name: "",
        items: "",
        each: "",
        effort: "1",
        identification: "1",
        belief: "",
        overlook: "",
      },
    ]);
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    const sites = sitesFrom(rows, plan);
    if (typeof sites === "string") return setWrong(sites);
    const odd = [goal.every, goal.timeliness].find((text) => text.trim() !== "" && !PERIOD.test(text.trim()));
    if (odd !== undefined) return setWrong(`“${odd}” is no length of time. Write 30 days, 1 month or 1 year.`);
    setWrong(null);
    const number = (text: string) => (text.trim() === "" ? undefined : Number(text));
    const changes: Change[] = [
      { path: ["sites"], value: sites },
      field(["goal", "material"], goal.material || undefined),
      field(["goal", "quantity"], number(goal.quantity)),
      field(["goal", "detection"], number(goal.detection)),
      field(["goal", "timeliness"], goal.timeliness.trim() || undefined),
      field(["effort", "every"], goal.every.trim() || undefined),
      { path: ["effort", "total"], value: number(goal.total) ?? 0 },
      { path: ["effort", "unit"], value: goal.unit || "units of effort" },
    ];
    await write({ what: "Plan of inspection changed", file: plan.file, changes });
  };
  const text = (name: keyof typeof goal, label: string, size: number, placeholder = "") => (
    <label>
      {label}
      <input
        value={goal[name]}
        size={size}
        placeholder={placeholder}
        onChange={({ target: { value } }) => setGoal({ ...goal, [name]: value })}
      />
    </label>
  );
  const cell = (row: SiteRow, name: keyof Omit<SiteRow, "key" | "id">, label: string, size: number) => (
    <td>
      <input
        aria-label={`${label} of ${row.name || "a new site"}`}
        value={row[name]}
        size={size}
        onChange={({ target: { value } }) => set(row.key, { [name]: value })}
      />
    </td>
  );
  return (
    <details className="plan-form">
      <summary>Change sites, effort and goal</summary>
      <form onSubmit={keep}>
        <div className="row">
          {text("total", "Effort a round", 6)}
          {text("unit", "in", 16)}
          {text("every", "every", 10, "1 month")}
          <label>
            What must not go unseen
            <select
              value={goal.material}
              onChange={({ target: { value } }) => setGoal({ ...goal, material: value as typeof goal.material })}
            >
              <option value="">something else</option>
              {MATERIALS.map((material) => (
                <option key={material} value={material}>
                  {material}
                </option>
              ))}
            </select>
          </label>
          {text("quantity", "how much", 8, "default")}
          {text("detection", "seen with", 8, "0.9")}
          {text("timeliness", "within", 10, "default")}
        </div>
        <Scroll label="Sites as fields">
          <table>
            <thead>
              <tr>
                <th scope="col">Where</th>
                <th scope="col">items</th>
                <th scope="col">each holds</th>
                <th scope="col">effort to check one</th>
                <th scope="col">a check sees</th>
                <th scope="col">something is here</th>
                <th scope="col">a look misses it</th>
                <th scope="col" />
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.key}>
                  {cell(row, "name", "Name", 24)}
                  {cell(row, "items", "Items", 5)}
                  {cell(row, "each", "What each holds", 5)}
                  {cell(row, "effort", "Effort", 5)}
                  {cell(row, "identification", "What a check sees", 5)}
                  {cell(row, "belief", "Belief", 8)}
                  {cell(row, "overlook", "What a look misses", 8)}
                  <td>
                    <button
                      type="button"
                      className="quiet"
                      onClick={() => setRows((before) => before.filter(({ key }) => key !== row.key))}
                    >
                      Take out
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
        <p className="note">
          A declared site has items that can be checked one by one; a place without items is visited whole. Beliefs and
          misses are shares: 0.3, or a range, 0.1–0.5.
        </p>
        {wrong && (
          <p className="alert" role="alert">
            {wrong}
          </p>
        )}
        <div className="row">
          <button type="button" onClick={add}>
            Add a site
          </button>
          <button type="submit">Keep the plan</button>
          <span className="note">
            In {plan.file}, for {view.names.party(plan.holder)} alone.
          </span>
        </div>
      </form>
    </details>
  );
}

/** A field set, or taken out where nothing is said. */
const field = (path: Change["path"], value: unknown): Change => (value === undefined ? { path } : { path, value });

/** Sites as the file has them, with what this form does not show; or what is wrong with one. */
function sitesFrom(rows: readonly SiteRow[], plan: VerificationPlan): object[] | string {
  const taken = new Set(rows.map(({ id }) => id).filter(Boolean));
  const sites: object[] = [];
  for (const row of rows) {
    if (row.name.trim() === "") return "A site has no name.";
    const numbers = (["items", "each", "effort", "identification"] as const).map(
      (name) => [name, row[name].trim() === "" ? undefined : Number(row[name])] as const,
    );
    const odd = numbers.find(([, value]) => value !== undefined && !(value >= 0));
    if (odd) return `${row.name}: “${row[odd[0]]}” is no number. Write a point before the decimals.`;
    const ranges = (["belief", "overlook"] as const).map(
      (name) => [name, row[name].trim() === "" ? undefined : (rangeIn(row[name].trim()) ?? null)] as const,
    );
    const oddRange = ranges.find(([, value]) => value === null);
    if (oddRange) return `${row.name}: “${row[oddRange[0]]}” is no share. Write 0.3, or 0.1–0.5.`;
    const id = row.id || nameFor(row.name, taken, "site");
    taken.add(id);
    const old = plan.sites.find((one) => one.id === row.id);
    sites.push({
      id,
      name: row.name.trim(),
      ...(old?.party && { party: old.party }),
      ...Object.fromEntries([...numbers, ...ranges].filter(([, value]) => value !== undefined)),
      ...(old?.gain != null && { gain: old.gain }),
      ...(old?.sanction != null && { sanction: old.sanction }),
      ...(old?.source && { source: old.source }),
    });
  }
  return sites.length === 0 ? "A plan needs a site." : sites;
}
