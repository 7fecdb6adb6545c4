// What a side holds and how it grows: each scenario whole in itself, never mixed with another.
import {
  type Amount,
  type Case,
  type Day,
  type Delay,
  daysBetween,
  type Growth,
  type Inventory,
  lastDay,
  NATURAL,
  type PartialDate,
  unitFactor,
} from "../../case/index.js";
import { plutoniumPerYear, separativeWork } from "./production.js";
import { meanOf, sumQuantile, type Triangle, times, varianceOf } from "./triangular.js";

/** Between two ends; where least, likeliest and most are known also the middle and the nine in ten. */
export interface Holding {
  readonly low: number;
  readonly high: number;
  /** Mean, standard deviation, 5th, 50th and 95th percentile; null where only the ends are known. */
  readonly spread: {
    readonly mean: number;
    readonly deviation: number;
    readonly low: number;
    readonly median: number;
    readonly high: number;
  } | null;
}

export interface InventoryProjection {
  readonly id: string;
  readonly name: string;
  readonly party: string | null;
  readonly unit: string;
  readonly declared: Inventory["declared"];
  readonly scenarios: readonly {
    readonly id: string;
    readonly name: string;
    readonly method: string | null;
    readonly source: string | null;
    /** The day for which the estimate was made; where it is counted from others, the latest of theirs. */
    readonly asOf: PartialDate;
    /** Added in a year. */
    readonly growth: Amount;
    /** One for every day asked for. */
    readonly at: readonly Holding[];
  }[];
}

/** A Julian year. */
const YEAR = 365.25;

/** What is added in a year, in the unit of the inventory. */
function growthOf(growth: Growth, unit: string): Amount {
  if (growth.form === "given") return growth.rate;
  const factor = unitFactor("kg", unit) ?? unitFactor("kg U", unit) ?? 1;
  const scaled = (of: (end: "low" | "likely" | "high") => number | null): Amount => ({
    low: factor * (of("low") ?? 0),
    likely: ((likely) => (likely === null ? null : factor * likely))(of("likely")),
    high: factor * (of("high") ?? 0),
  });
  if (growth.form === "plutonium") {
    const { thermalPower, capacityFactor, gramsPerMegawattDay } = growth;
    return scaled((end) => {
      const [power, part, grams] = [thermalPower[end], capacityFactor[end], gramsPerMegawattDay[end]];
      return power === null || part === null || grams === null ? null : plutoniumPerYear(power, part, grams);
    });
  }
  const share = (percent: number) => percent / 100;
  const { work } = separativeWork({
    product: share(growth.product),
    feed: share(growth.feed ?? NATURAL),
    tails: share(growth.tails),
  });
  return scaled((end) => {
    const yearly = growth.work[end];
    return yearly === null ? null : yearly / work;
  });
}

const triangle = ({ low, likely, high }: Amount): Triangle | null => (likely === null ? null : { low, likely, high });

/** A stock after so many years of growth. */
function holding(stock: Amount, growth: Amount, years: number): Holding {
  const [at, rate] = [triangle(stock), triangle(growth)];
  const added = rate ? times(rate, years) : null;
  return {
    low: Math.max(0, stock.low + growth.low * years),
    high: Math.max(0, stock.high + growth.high * years),
    spread:
      at && added
        ? {
            mean: meanOf(at) + meanOf(added),
            deviation: Math.sqrt(varianceOf(at) + varianceOf(added)),
            // A stock that shrinks is never below nothing.
            low: Math.max(0, sumQuantile(at, added, 0.05)),
            median: Math.max(0, sumQuantile(at, added, 0.5)),
            high: Math.max(0, sumQuantile(at, added, 0.95)),
          }
        : null,
  };
}

const yearsFrom = (asOf: PartialDate, day: Day): number => daysBetween(lastDay(asOf), day) / YEAR;

/**
 * What there is on each of the days, scenario by scenario. An estimate made for a later day than the first of them is left
 * out: it was not known then.
 */
export function projectInventories(negotiation: Case, days: readonly Day[]): InventoryProjection[] {
  const first = days[0] ?? "";
  const known = (asOf: PartialDate) => lastDay(asOf) <= first;
  const own = ({ unit, scenarios }: Inventory) =>
    scenarios
      .filter(({ asOf }) => known(asOf))
      .map(({ id, name, method, source, asOf, stock, growth }) => {
        const rate = growthOf(growth, unit);
        return {
          id,
          name,
          method,
          source,
          asOf,
          growth: rate,
          at: days.map((day) => holding(stock, rate, Math.max(0, yearsFrom(asOf, day)))),
        };
      });
  const counted = (inventory: Inventory): InventoryProjection["scenarios"] => {
    const parts = inventory.of.map(({ inventory: id, per }) => ({
      factor: inventory.use / per,
      scenarios: own(negotiation.inventories.find((one) => one.id === id) ?? inventory),
    }));
    const ids = [...new Set(parts.flatMap(({ scenarios }) => scenarios.map(({ id }) => id)))];
    // A part with one scenario stands in all; one with several only in those that are its own.
    const whole = ids.filter((id) =>
      parts.every(({ scenarios }) => scenarios.length === 1 || scenarios.some((one) => one.id === id)),
    );
    const shown = parts.some(({ scenarios }) => scenarios.length > 1)
      ? whole.filter((id) =>
          parts.some(({ scenarios }) => scenarios.length > 1 && scenarios.some((one) => one.id === id)),
        )
      : whole.slice(0, 1);
    return shown.map((id) => {
      const chosen = parts.flatMap(({ factor, scenarios }) => {
        const one = scenarios.find((scenario) => scenario.id === id) ?? scenarios[0];
        return one ? [{ factor, one }] : [];
      });
      const named = chosen.find(({ one }) => one.id === id)?.one;
      const sum = (of: (one: (typeof chosen)[number]["one"]) => number): number =>
        chosen.reduce((total, { factor, one }) => total + factor * of(one), 0);
      return {
        id,
        name: named?.name ?? id,
        method: `counted from ${inventory.of.map(({ inventory: part, per }) => `${per} of ${part}`).join(", ")}${inventory.use < 1 ? `; ${Math.round(100 * inventory.use)} % in use` : ""}`,
        source: named?.source ?? null,
        asOf: chosen.reduce(
          (latest, { one }) => (lastDay(one.asOf) > lastDay(latest) ? one.asOf : latest),
          named?.asOf ?? first,
        ),
        growth: { low: sum((one) => one.growth.low), likely: null, high: sum((one) => one.growth.high) },
        at: days.map((_, place) => ({
          low: sum((one) => one.at[place]?.low ?? 0),
          high: sum((one) => one.at[place]?.high ?? 0),
          spread: null,
        })),
      };
    });
  };
  return negotiation.inventories.map((inventory) => ({
    id: inventory.id,
    name: inventory.name,
    party: inventory.party,
    unit: inventory.unit,
    declared: inventory.declared && known(inventory.declared.asOf) ? inventory.declared : null,
    scenarios: inventory.of.length > 0 ? counted(inventory) : own(inventory),
  }));
}

/**
 * What growth from one day to another changes, in points: the range over the scenarios that are known by the later day.
 * Nothing where none is, and nothing backwards in time.
 */
export function costOfDelay(
  negotiation: Case,
  delay: Delay,
  from: PartialDate,
  until: Day,
): { low: number; high: number } {
  const years = Math.max(0, yearsFrom(from, until));
  const scenarios = projectInventories(negotiation, [until])
    .find(({ id }) => id === delay.inventory)
    ?.scenarios.filter(({ id }) => delay.scenario === null || id === delay.scenario);
  const ends = (scenarios ?? []).flatMap(({ growth }) =>
    [growth.low, growth.high].map((rate) => rate * years * delay.points),
  );
  return ends.length === 0 ? { low: 0, high: 0 } : { low: Math.min(...ends), high: Math.max(...ends) };
}
