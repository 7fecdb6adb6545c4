// Units as people write them, as far as figures about one thing must be compared: masses, with uranium in its compounds,
// and percentages. Other units are words: they agree or they do not.

/** Standard atomic masses (IUPAC 2021), of uranium by isotope, and what stands beside it in its compounds. */
const U235 = 235.0439299;
const U238 = 238.0507882;
const F = 18.998403162;
const O = 15.999;

/** Natural uranium, in percent of uranium-235 by mass. */
export const NATURAL = 0.711;

/** The mass of a mole of uranium at an enrichment, in percent of uranium-235 by mass. */
const molarUranium = (enrichment: number): number => 1 / (enrichment / 100 / U235 + (1 - enrichment / 100) / U238);

/** Kilograms of uranium in a kilogram of a compound, at an enrichment in percent: UF6 at 3.67 % holds 0.6761. */
export function uraniumIn(compound: string, enrichment: number): number | null {
  const u = molarUranium(enrichment);
  const shares: Readonly<Record<string, number>> = {
    U: 1,
    UF6: u / (u + 6 * F),
    UF4: u / (u + 4 * F),
    UO2: u / (u + 2 * O),
    U3O8: (3 * u) / (3 * u + 8 * O),
  };
  return Object.hasOwn(shares, compound) ? (shares[compound] ?? null) : null;
}

const MASSES: Readonly<Record<string, number>> = {
  g: 1e-3,
  gram: 1e-3,
  kg: 1,
  kilogram: 1,
  kilo: 1,
  t: 1000,
  mt: 1000,
  ton: 1000,
  tonne: 1000,
  "metric ton": 1000,
};

/** Of what kind a unit is, how many of the kind's own unit it makes, and of what substance. */
interface Unit {
  readonly kind: string;
  readonly factor: number;
  readonly substance: string;
}

const singular = (word: string): string => (word.length > 3 ? word.replace(/s$/, "") : word);

function readUnit(written: string): Unit {
  const text = written
    .trim()
    .replace(/\s+/g, " ")
    .replace(/^(?:metric tons?|kilograms?|kilos?|grams?|tonnes?|tons?|kg)(?![a-z])/i, (word) => word.toLowerCase());
  // A rate is no amount: `kg per year` is a word of its own.
  if (/\/|\bper\b(?! cent)/i.test(text)) return { kind: text.toLowerCase(), factor: 1, substance: "" };
  const percent = /^(?:%|percent|per cent|pct)\s*(?:of\s+)?(.*)$/i.exec(text);
  if (percent) return { kind: "share", factor: 0.01, substance: substanceOf(percent[1] ?? "") };
  const mass = /^(metric tons?|kilograms?|kilos?|grams?|tonnes?|tons?|kg|mt|g|t)(?:\s+(?:of\s+)?|(?=[A-Z]))?(.*)$/.exec(
    text,
  );
  const factor = mass ? MASSES[singular((mass[1] ?? "").toLowerCase())] : undefined;
  // `glasses` is no gram: a mass stands alone, before a space or before a capital.
  if (mass && factor !== undefined && !/^[a-z]/.test(text.slice((mass[1] ?? "").length)))
    return { kind: "mass", factor, substance: substanceOf(mass[2] ?? "") };
  return { kind: singular(text.toLowerCase()), factor: 1, substance: "" };
}

const substanceOf = (written: string): string => written.replace(/[\s-]/g, "").toUpperCase();

/**
 * How many `to` make one `from`; null where the one cannot be said in the other.
 * @param enrichment percent of uranium-235, for uranium in compounds
 */
export function unitFactor(from: string, to: string, enrichment: number = NATURAL): number | null {
  const [a, b] = [readUnit(from), readUnit(to)];
  if (a.kind !== b.kind) return null;
  const factor = a.factor / b.factor;
  if (a.substance === b.substance) return factor;
  const [inA, inB] = [uraniumIn(a.substance, enrichment), uraniumIn(b.substance, enrichment)];
  if (inA !== null && inB !== null) return factor * (inA / inB);
  // `t` of a metric that counts `t heavy water` is that; `kg` beside `kg UF6` could be either.
  return (a.substance === "" || b.substance === "") && inA === null && inB === null ? factor : null;
}
