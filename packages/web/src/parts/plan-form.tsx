// The plan of inspection as fields: sites and effort, and the goal with its defaults. Kept in verification/<holder>.yaml.
import { Scroll, useWords } from "@parley/charts";
import type { VerificationPlan } from "@parley/core/internal";
import { type FormEvent, type ReactNode, useState } from "react";
import type { CaseView } from "../case-view.js";
import { type GoalFields, goalOf, MATERIALS, planChanges, rowOf, type SiteRow, withNewRow } from "./plan-fields.js";
import { useWrite } from "./unsaved.js";

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
  const words = useWords().pages.verification.plan;
  const write = useWrite();
  const [rows, setRows] = useState<readonly SiteRow[]>(() => plan.sites.map(rowOf));
  const [goal, setGoal] = useState(() => goalOf(plan, words));
  const [wrong, setWrong] = useState<string | null>(null);
  const set = (key: number, more: Partial<SiteRow>) =>
    setRows((before) => before.map((row) => (row.key === key ? { ...row, ...more } : row)));
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    const read = planChanges(rows, goal, plan, words);
    setWrong(read.ok ? null : read.wrong);
    if (!read.ok) return;
    await write({ what: words.changed, file: plan.file, changes: read.value });
  };
  const text = (name: keyof GoalFields, label: string, size: number, placeholder = "") => (
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
  const cell = (row: SiteRow, name: keyof typeof words.columns, size: number) => (
    <td>
      <input
        aria-label={words.cell(words.columns[name].label, row.name)}
        value={row[name]}
        size={size}
        onChange={({ target: { value } }) => set(row.key, { [name]: value })}
      />
    </td>
  );
  return (
    <details className="plan-form">
      <summary>{words.heading}</summary>
      <form onSubmit={keep}>
        <div className="row">
          {text("total", words.effort, 6)}
          {text("unit", words.unit, 16)}
          {text("every", words.every, 10, words.everyForm)}
          <label>
            {words.mustNotGoUnseen}
            <select
              value={goal.material}
              onChange={({ target: { value } }) =>
                setGoal({ ...goal, material: MATERIALS.find((one) => one === value) ?? "" })
              }
            >
              <option value="">{words.somethingElse}</option>
              {MATERIALS.map((material) => (
                <option key={material} value={material}>
                  {material}
                </option>
              ))}
            </select>
          </label>
          {text("quantity", words.quantity, 8, words.byDefault)}
          {text("detection", words.detection, 8, "0.9")}
          {text("timeliness", words.timeliness, 10, words.byDefault)}
        </div>
        <Scroll label={words.sites}>
          <table>
            <thead>
              <tr>
                {Object.values(words.columns).map(({ head }) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
                <th scope="col" />
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.key}>
                  {cell(row, "name", 24)}
                  {cell(row, "items", 5)}
                  {cell(row, "each", 5)}
                  {cell(row, "effort", 5)}
                  {cell(row, "identification", 5)}
                  {cell(row, "belief", 8)}
                  {cell(row, "overlook", 8)}
                  <td>
                    <button
                      type="button"
                      className="quiet"
                      onClick={() => setRows((before) => before.filter(({ key }) => key !== row.key))}
                    >
                      {words.takeOut}
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
        <p className="note">{words.note}</p>
        {wrong && (
          <p className="alert" role="alert">
            {wrong}
          </p>
        )}
        <div className="row">
          <button type="button" onClick={() => setRows(withNewRow)}>
            {words.add}
          </button>
          <button type="submit">{words.keep}</button>
          <span className="note">{words.where(plan.file, view.names.party(plan.holder))}</span>
        </div>
      </form>
    </details>
  );
}
