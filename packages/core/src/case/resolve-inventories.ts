// The step of reading a case that checks its inventories of stocks, such as fissile material, with their scenarios of
// size and growth.
import { expectDistinct, expectName, type Targets } from "./names.js";
import type { Path } from "./path.js";
import type { Reporter } from "./reporter.js";
import type { CaseDocument } from "./schema.js";
import type { Amount, Growth, Inventory, InventoryScenario } from "./types.js";
import { NATURAL, unitFactor } from "./units.js";

type Written = NonNullable<CaseDocument["inventories"]>[number];
type WrittenScenario = NonNullable<Written["scenarios"]>[number];
type WrittenAmount = WrittenScenario["stock"];

/** Percent of uranium-235 left in the tails where nothing is said. */
const TAILS = 0.3;

export function resolveInventories(report: Reporter, written: readonly Written[] = [], names: Targets): Inventory[] {
  expectDistinct(report, ["inventories"], written);
  return written.map((one, index) => {
    const here = ["inventories", index];
    if (one.party !== undefined) expectName(report, [...here, "party"], "party", one.party, [...names.parties.keys()]);
    if (one.declared?.source !== undefined)
      expectName(report, [...here, "declared", "source"], "source", one.declared.source, names.sources);
    expectDistinct(report, [...here, "scenarios"], one.scenarios);
    expectParts(report, here, one, written);
    return {
      id: one.id,
      name: one.name,
      party: one.party ?? null,
      unit: one.unit,
      declared: one.declared
        ? { amount: one.declared.amount, asOf: String(one.declared.asOf), source: one.declared.source ?? null }
        : null,
      scenarios: (one.scenarios ?? []).map((scenario, place) =>
        resolveScenario(report, [...here, "scenarios", place], scenario, one.unit, names),
      ),
      of: one.of ?? [],
      use: one.use ?? 1,
    };
  });
}

/** What is counted from others is counted from what is counted itself: one step, so nothing goes in circles. */
function expectParts(report: Reporter, here: Path, { of, scenarios, use, id }: Written, all: readonly Written[]): void {
  if (of && scenarios)
    report.error(
      [...here, "scenarios"],
      "what is counted from others (of:) has its scenarios from them. Take one out.",
    );
  if (use !== undefined && !of)
    report.error([...here, "use"], "goes with of:; without it nothing is counted from others.");
  of?.forEach(({ inventory }, place) => {
    const path = [...here, "of", place, "inventory"];
    const others = all.filter((other) => other.id !== id && !other.of).map((other) => other.id);
    expectName(report, path, "inventory counted for itself", inventory, others);
  });
}

function resolveScenario(
  report: Reporter,
  here: Path,
  written: WrittenScenario,
  unit: string,
  names: Targets,
): InventoryScenario {
  if (written.source !== undefined) expectName(report, [...here, "source"], "source", written.source, names.sources);
  if (written.growth !== undefined && written.production)
    report.error([...here, "production"], "goes instead of growth. Keep one of them.");
  if (written.production && unitFactor("kg", unit) === null && unitFactor("kg U", unit) === null)
    report.error([...here, "production"], `comes in kilograms, and "${unit}" is no mass. Write growth.`);
  const stock = amountOf(report, [...here, "stock"], written.stock);
  if (stock.low < 0) report.error([...here, "stock"], "a stock cannot be below 0.");
  return {
    id: written.id,
    name: written.name ?? written.id,
    asOf: String(written.asOf),
    stock,
    growth: growthOf(report, here, written),
    method: written.method ?? null,
    source: written.source ?? null,
  };
}

function growthOf(report: Reporter, here: Path, { growth, production }: WrittenScenario): Growth {
  const path = [...here, "production"];
  const { plutonium, enrichment } = production ?? {};
  if (production && (plutonium === undefined) === (enrichment === undefined))
    report.error(path, "says what makes it: plutonium or enrichment, one of the two.");
  if (plutonium) {
    const capacityFactor = amountOf(report, [...path, "plutonium", "capacityFactor"], plutonium.capacityFactor);
    if (capacityFactor.low < 0 || capacityFactor.high > 1)
      report.error([...path, "plutonium", "capacityFactor"], "lies between 0 and 1.");
    return {
      form: "plutonium",
      thermalPower: amountOf(report, [...path, "plutonium", "thermalPower"], plutonium.thermalPower),
      capacityFactor,
      gramsPerMegawattDay: amountOf(
        report,
        [...path, "plutonium", "gramsPerMegawattDay"],
        plutonium.gramsPerMegawattDay ?? 1,
      ),
    };
  }
  if (enrichment) {
    const { product, tails = TAILS, feed = NATURAL } = enrichment;
    if (!(tails < feed && feed < product))
      report.error(
        [...path, "enrichment"],
        `tails (${tails} %), feed (${feed} %) and product (${product} %) must rise.`,
      );
    return {
      form: "enrichment",
      work: amountOf(report, [...path, "enrichment", "work"], enrichment.work),
      product,
      tails,
      feed,
    };
  }
  return { form: "given", rate: amountOf(report, [...here, "growth"], growth ?? 0) };
}

/** A number, [lowest, highest] or [lowest, likeliest, highest]; its parts must rise. */
function amountOf(report: Reporter, path: Path, written: WrittenAmount): Amount {
  if (typeof written === "number") return { low: written, likely: written, high: written };
  const [low, high] = [written[0], written.at(-1) ?? written[0]];
  const likely = written.length === 3 ? written[1] : null;
  if (low > high || (likely !== null && (likely < low || likely > high)))
    report.error(path, `[${written.join(", ")}] does not rise. Write the lowest first.`);
  return { low, likely, high };
}
