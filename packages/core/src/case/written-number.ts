// Numbers as people write them. A point or a comma can stand before the decimals or between the thousands; where the text
// alone does not tell which, both readings are given and nobody guesses.

/** What a text can mean as a number. */
export type WrittenNumber =
  | { readonly kind: "number"; readonly value: number }
  /** `1.200`: one and two tenths, or one thousand two hundred. `write` has one text a reading that can be read in no other way. */
  | {
      readonly kind: "ambiguous";
      readonly readings: readonly [number, number];
      readonly write: readonly [string, string];
    }
  | { readonly kind: "none" };

export type DecimalMark = "." | ",";

const NONE: WrittenNumber = { kind: "none" };

/** Spaces of any width and the Swiss apostrophe stand between thousands and never before decimals. */
const GROUP_MARKS = /[\u0020\u00a0\u2007\u2009\u202f'’]/;

/** What nearly every figure is, and what files of millions of rows are read by. */
const PLAIN = /^-?\d{1,15}(?:\.\d{1,2}|\.\d{4,20})?$/;

/**
 * Reads a number with an optional sign and exponent. The rule:
 * - two different marks: the last one stands before the decimals, the other one between the thousands (`1,200.5`, `1.200,5`);
 * - one mark that is repeated, a space or an apostrophe stands between the thousands (`1,200,300`, `1 200`);
 * - one point or comma stands before the decimals, unless exactly three digits follow it and one to three digits that do not
 *   begin with 0 stand before it: `1.200` and `1,200` can be read in two ways. `0.200`, `1.2000`, `1234.567` and `1.200e3` cannot.
 * Thousands are groups of three digits; anything else is no number.
 * @param decimal the decimal mark of the table in which the number stands, where the table shows it (`decimalMarkIn`)
 */
export function readWrittenNumber(written: string, decimal: DecimalMark | null = null): WrittenNumber {
  if (PLAIN.test(written)) return { kind: "number", value: Number(written) };
  const text = written.trim().replace(/^[−–]\s*/, "-");
  const [, sign = "", body = "", exponent = ""] =
    /^([-+]?)([\d.,\u0020\u00a0\u2007\u2009\u202f'’]*\d)(e[-+]?\d{1,3})?$/i.exec(text) ?? [];
  if (body === "" || GROUP_MARKS.test(body.charAt(0))) return NONE;
  const marks = [...body.replace(/\d/g, "")];
  const kinds = [...new Set(marks)];
  const signed = (digits: string): number => Number(`${sign}${digits}${exponent}`);
  const [mark = ""] = kinds;
  if (kinds.length > 2) return NONE;
  if (kinds.length === 2) return withDecimals(body, marks.at(-1) ?? "", mark, signed);
  if (kinds.length === 0) return finite(signed(body));
  if (marks.length > 1 || GROUP_MARKS.test(mark)) return grouped(body, mark, signed);
  return single(body, mark, decimal, exponent, signed);
}

/** Which decimal mark the numbers of a table use, by those that can be read in one way only; null where they do not say. */
export function decimalMarkIn(texts: Iterable<string>): DecimalMark | null {
  const seen = new Set<DecimalMark>();
  for (const text of texts) {
    const trimmed = text.trimEnd();
    const number = trimmed.endsWith("%") ? trimmed.slice(0, -1).trimEnd() : text;
    const [first, second] = ([".", ","] as const).map((mark) => readWrittenNumber(number, mark));
    // Read with either mark it is the same: what it means is certain, and it shows the mark that it uses.
    if (first?.kind !== "number" || second?.kind !== "number" || first.value !== second.value) continue;
    const mark = decimalMarkOf(number.replace(/e.*$/i, ""));
    if (mark) seen.add(mark);
  }
  const [only] = seen;
  return seen.size === 1 && only ? only : null;
}

/** The mark before the decimals of a number whose meaning is certain, or the one that its thousands leave. */
function decimalMarkOf(number: string): DecimalMark | null {
  const marks = number.match(/[.,]/g) ?? [];
  const [first] = marks;
  const last = marks.at(-1);
  if ((first !== "." && first !== ",") || (last !== "." && last !== ",")) return null;
  if (marks.length === 1 || first !== last) return last;
  return last === "." ? "," : ".";
}

const finite = (value: number): WrittenNumber => (Number.isFinite(value) ? { kind: "number", value } : NONE);

type Signed = (digits: string) => number;

/** `1,200.5`: the mark before the decimals stands once, after all the others. */
function withDecimals(body: string, decimal: string, between: string, signed: Signed): WrittenNumber {
  const [whole = "", decimals = "", ...more] = body.split(decimal);
  if (more.length > 0 || decimal === between || GROUP_MARKS.test(decimal) || !isGrouped(whole, between)) return NONE;
  return { kind: "number", value: signed(`${whole.split(between).join("")}.${decimals}`) };
}

const grouped = (body: string, mark: string, signed: Signed): WrittenNumber =>
  isGrouped(body, mark) ? { kind: "number", value: signed(body.split(mark).join("")) } : NONE;

function single(
  body: string,
  mark: string,
  decimal: DecimalMark | null,
  exponent: string,
  signed: Signed,
): WrittenNumber {
  const [whole = "", decimals = ""] = body.split(mark);
  const value = signed(`${whole}.${decimals}`);
  const certain = decimals.length !== 3 || !/^[1-9]\d{0,2}$/.test(whole) || exponent !== "";
  if (certain || mark === decimal) return finite(value);
  const thousands = signed(`${whole}${decimals}`);
  if (decimal !== null) return { kind: "number", value: thousands };
  return { kind: "ambiguous", readings: [value, thousands], write: [certainDecimals(`${value}`), `${thousands}`] };
}

/** A decimal number that nobody takes for thousands: `1.234` as `1.2340`, and `1.2` as it is. */
const certainDecimals = (text: string): string => (/\.\d{3}$/.test(text) ? `${text}0` : text);

const isGrouped = (whole: string, mark: string): boolean => {
  const [first = "", ...rest] = whole.split(mark);
  return /^[1-9]\d{0,2}$/.test(first) && rest.length > 0 && rest.every((group) => /^\d{3}$/.test(group));
};
