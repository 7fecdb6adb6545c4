// What a plan of inspection comes to, as codes and parameters; the sentences are made of them by a language.
import type { InspectionSaid, UnseeableSaid } from "../../wording/index.js";
import type { Verification } from "./types.js";

/** What rounding leaves of nothing. */
const NOTHING = 1e-9;

type Found = Pick<Verification, "overall" | "effort" | "goal" | "declared" | "inventories" | "places">;

export function inspectionSaid(found: Found): InspectionSaid {
  const { overall, effort, goal } = found;
  if (!overall && effort && goal) return { code: "watchesTooLittle", goal: { amount: goal.quantity, unit: goal.unit } };
  if (!overall || !effort) {
    // Scenarios are never mixed, so no range over them is said: only what is estimated.
    const estimated = found.inventories.filter(({ scenarios }) => scenarios.length > 0);
    return { code: "noPlan", estimated: estimated.map(({ name }) => name) };
  }
  return {
    code: "seen",
    effort: { amount: effort.total, unit: effort.unit },
    way: overall.by.length === 1 ? wayOf(found, overall.by[0] ?? "") : null,
    detection: overall.detection,
    atLeast: overall.atLeast,
    deters: detersFrom(found, overall, effort.unit),
  };
}

function detersFrom(
  found: Found,
  { value, deterrence }: NonNullable<Found["overall"]>,
  unit: string,
): Extract<InspectionSaid, { code: "seen" }>["deters"] {
  if (value <= NOTHING) return { code: "already" };
  if (deterrence === null) return { code: "never", why: unseeable(found) };
  return { code: "from", effort: { amount: deterrence, unit } };
}

/** A way, and how likely there is anything at a place that is suspected only. */
function wayOf({ places }: Found, name: string): Extract<InspectionSaid, { code: "seen" }>["way"] {
  const belief = places.find((place) => place.name === name)?.belief?.[0];
  return { name, belief: belief ? { low: belief.low, high: belief.high } : null };
}

function unseeable({ places, declared }: Found): UnseeableSaid {
  const [weakest] = [...places].sort((a, b) => a.most - b.most);
  if (weakest && weakest.most < 1) return { code: "visit", place: weakest.name, sees: weakest.most };
  return { code: declared ? "check" : "sanction" };
}
