// What inspectors set out to detect where nobody says otherwise.
import { type Material, type Period, periodText, type VerificationPlan } from "../../case/index.js";

interface Goal {
  readonly quantity: number;
  readonly unit: string;
  readonly timeliness: Period;
}

/** One significant quantity, and the time in which it should be detected. */
const GOALS: Readonly<Record<Material, Goal>> = {
  plutonium: { quantity: 8, unit: "kg Pu", timeliness: { months: 1, days: 0 } },
  "uranium-233": { quantity: 8, unit: "kg U-233", timeliness: { months: 1, days: 0 } },
  "high-enriched-uranium": { quantity: 25, unit: "kg U-235", timeliness: { months: 1, days: 0 } },
  "low-enriched-uranium": { quantity: 75, unit: "kg U-235", timeliness: { months: 12, days: 0 } },
};

const SOURCE =
  "IAEA Safeguards Glossary, 2001 edition (significant quantities, timeliness, high detection probability)";
const DETECTION = 0.9;

/** What must not go unseen, how likely it should be seen and how soon; where each of them comes from. */
export interface DetectionGoal {
  readonly quantity: number;
  readonly unit: string;
  /** 0–1 */
  readonly detection: number;
  /** In words; null where nothing says. */
  readonly timeliness: string | null;
  readonly period: Period | null;
  readonly material: Material | null;
  /** The case's source by its id, or the title of where the defaults come from. */
  readonly source: string | null;
  /** Which of them are not the plan's own. */
  readonly defaults: readonly ("quantity" | "detection" | "timeliness")[];
}

/** @returns null where neither a quantity nor a material is named */
export function goalOf({ goal }: VerificationPlan): DetectionGoal | null {
  const { material } = goal;
  const usual = material === null ? null : GOALS[material];
  const quantity = goal.quantity ?? usual?.quantity;
  if (quantity === undefined) return null;
  const period = goal.timeliness ?? usual?.timeliness ?? null;
  const defaults = [
    ...(goal.quantity === null ? (["quantity"] as const) : []),
    ...(goal.detection === null ? (["detection"] as const) : []),
    ...(goal.timeliness === null && usual ? (["timeliness"] as const) : []),
  ];
  return {
    quantity,
    unit: goal.unit ?? usual?.unit ?? "",
    detection: goal.detection ?? DETECTION,
    timeliness: period && periodText(period),
    period,
    material,
    source: goal.source ?? (defaults.length > 0 ? SOURCE : null),
    defaults,
  };
}
