// GENIUS (Delft): a domain and a utility space for each party, in XML. Value = Σ weight × evaluation ÷ the highest
// evaluation of the issue; the reservation value is the disagreement point as given, undiscounted.
import {
  domainName,
  expectBounded,
  nameOf,
  numbersBetween,
  type Scenario,
  type ScenarioIssue,
  type ScenarioPart,
  Unreadable,
} from "./scenario.js";
import { descendants, type Element, escapeXml, readXml } from "./xml.js";

/** @throws Unreadable */
export function readGenius(file: string, text: string): ScenarioPart {
  const said: string[] = [];
  const root = readXml(text, said);
  const notes: string[] = [];
  expectAdditive(root);
  const written = descendants(root, "issue");
  const read = written.map((issue) => readIssue(issue, { issues: notes, party: said }));
  const issues = read.map(({ issue }) => issue);
  expectBounded(issues);
  const weights = descendants(root, "weight");
  const valued =
    root.name === "utility_space" &&
    written.some(
      (issue) =>
        descendants(issue, "evaluator").length > 0 ||
        descendants(issue, "item").some(({ attributes }) => "evaluation" in attributes),
    );
  if (valued && weights.length === 0) throw new Unreadable("it has evaluations and no weights");
  const isSpace = root.name === "utility_space" && weights.length > 0;
  if (isSpace) expectWhole(root, written, weights, said);
  if (!isSpace && !["negotiation_template", "utility_space", "domain"].includes(root.name))
    throw new Unreadable(`it is no GENIUS file: its first element is <${root.name}>`);
  return {
    file,
    title: root.attributes.name ?? null,
    issues,
    party: isSpace
      ? {
          name: nameOf(file),
          weights: weightsOf(written, weights, said),
          // Evaluations of options are divided by the highest; those of numbers are used as they stand.
          scores: read.map(({ issue, scores, ranged }) => (ranged ? scores : overHighest(scores, issue.name, said))),
          reservation: reservationIn(root, said),
          notes: said,
        }
      : null,
    notes: isSpace ? notes : [...said, ...notes],
  };
}

/** What a space leaves out or says twice. @throws Unreadable where that leaves its meaning open */
function expectWhole(root: Element, issues: readonly Element[], weights: readonly Element[], said: string[]): void {
  const indices = weights.flatMap(({ attributes }) => attributes.index ?? []);
  const twice = indices.find((index, at) => indices.indexOf(index) !== at);
  if (twice !== undefined) throw new Unreadable(`it has two weights for the issue with index ${twice}`);
  if (descendants(root, "reservation").length > 1) throw new Unreadable("it has two reservation values");
  for (const issue of issues) {
    const { name = "", vtype, type = "discrete" } = issue.attributes;
    const ranged = ["integer", "real"].includes(vtype ?? type);
    if (ranged && issue.children.every((child) => child.name !== "evaluator"))
      throw new Unreadable(`issue "${name}" has numbers and no evaluator`);
    for (const { name: kind, attributes } of issue.children)
      if (kind === "item" && !("evaluation" in attributes))
        said.push(`the evaluation of "${attributes.value ?? ""}" is missing: taken as 0`);
  }
}

/** Spaces in which the value of a package is a sum over its issues. Linear is what some programs call it. */
const ADDITIVE = ["", "any", "additive", "linear", "linearadditive", "linear-additive", "discrete"];

/** What values issues together would be read as a sum, and so wrongly. */
function expectAdditive(root: Element): void {
  const spaces = root.name === "utility_space" ? [root] : descendants(root, "utility_space");
  for (const { attributes } of spaces)
    if (!ADDITIVE.includes((attributes.type ?? "").toLowerCase()))
      throw new Unreadable(
        `its utility space is of the type "${attributes.type}", which is not known here: only sums over the issues are`,
      );
  const [strange] = ["ufun", "hyperRectangle", "rules", "rule", "constraint", "constraints"].flatMap((name) =>
    descendants(root, name),
  );
  if (strange)
    throw new Unreadable(
      `it holds <${strange.name}>, which values several issues together: only sums over the issues are known here`,
    );
}

/** What is said of the issues, for everybody, and of the party's own numbers. */
interface Said {
  readonly issues: string[];
  readonly party: string[];
}

/** A number that has to be there. @throws Unreadable */
function number(text: string | undefined, what: string): number {
  const found = text === undefined || text.trim() === "" ? Number.NaN : Number(text);
  if (Number.isFinite(found)) return found;
  throw new Unreadable(
    `${what} is ${text === undefined ? "missing" : text.trim() === "" ? "empty" : `no number: "${text.slice(0, 40)}"`}`,
  );
}

/** A number that files of the field leave out or empty where they mean 0. */
function numberOrNothing(text: string | undefined, what: string, notes: string[]): number {
  if (text !== undefined && text.trim() !== "") return number(text, what);
  notes.push(`${what} is ${text === undefined ? "missing" : "empty"}: taken as 0`);
  return 0;
}

interface ReadIssue {
  readonly issue: ScenarioIssue;
  readonly scores: number[];
  /** Its options are numbers with a function, not items with evaluations. */
  readonly ranged: boolean;
}

function readIssue(element: Element, said: Said): ReadIssue {
  const name = element.attributes.name ?? "";
  const type = element.attributes.vtype ?? element.attributes.type ?? "discrete";
  if (type === "integer" || type === "real") return readRange(element, name, type, said);
  if (type !== "discrete") throw new Unreadable(`issue "${name}" is of the type "${type}", which is not known here`);
  const items = element.children.filter((child) => child.name === "item");
  const seen = new Map<string, number>();
  for (const { attributes } of items) {
    const value = attributes.value ?? "";
    if (seen.has(value)) {
      said.party.push(`issue "${name}" names "${value}" twice: the first counts`);
      continue;
    }
    seen.set(
      value,
      "evaluation" in attributes
        ? numberOrNothing(attributes.evaluation, `the evaluation of "${value}"`, said.party)
        : 0,
    );
  }
  return { issue: { name, options: [...seen.keys()], numeric: null }, scores: [...seen.values()], ranged: false };
}

function readRange(element: Element, name: string, type: string, said: Said): ReadIssue {
  const [range] = element.children.filter((child) => child.name === "range");
  const bound = (key: string) => number(element.attributes[key] ?? range?.attributes[key], `${key} of "${name}"`);
  const [low, high] = [bound("lowerbound"), bound("upperbound")];
  const issue = numbersBetween(name, low, high, type === "integer" ? 1 : null, said.issues);
  const [evaluator] = element.children.filter((child) => child.name === "evaluator");
  const value = evaluator ? evaluation(evaluator, name, low, high) : () => 0;
  const values = issue.options.map((option) => value(Number(option)));
  if (values.some((one) => one < 0 || one > 1))
    said.party.push(`evaluations of "${name}" beyond 0–1 are taken as 0 or 1, as GENIUS takes them`);
  return { issue, scores: values.map(clipped), ranged: true };
}

/** GENIUS keeps evaluations of numbers between 0 and 1. */
const clipped = (value: number): number => Math.min(1, Math.max(0, value));

/** Linear by offset and slope or between two utilities (integers), by parameters (reals), triangular, or constant. */
function evaluation({ attributes }: Element, name: string, low: number, high: number): (value: number) => number {
  const has = (key: string) => attributes[key] !== undefined;
  const parameter = (key: string) => number(attributes[key], `${key} of "${name}"`);
  const kind = attributes.ftype ?? attributes.type ?? "linear";
  if (kind === "linear" && (has("offset") || has("slope"))) {
    const [offset, slope] = [has("offset") ? parameter("offset") : 0, has("slope") ? parameter("slope") : 0];
    return (value) => offset + slope * (value - low);
  }
  if (kind === "linear" && (has("utilityLowBound") || has("utilityHighBound"))) {
    const [least, most] = [parameter("utilityLowBound"), parameter("utilityHighBound")];
    return (value) => (high > low ? least + ((most - least) * (value - low)) / (high - low) : least);
  }
  if (kind === "linear") {
    const [constant, slope] = [parameter("parameter0"), has("parameter1") ? parameter("parameter1") : 0];
    return (value) => constant + slope * value;
  }
  if (kind === "constant") {
    const constant = has("parameter0") ? parameter("parameter0") : 1;
    return () => constant;
  }
  if (kind === "triangular") {
    const [from, to, top] = [parameter("parameter0"), parameter("parameter1"), parameter("parameter2")];
    const rising = (value: number) => (top > from ? (value - from) / (top - from) : 1);
    const falling = (value: number) => (to > top ? (to - value) / (to - top) : 1);
    return (value) => (value < from || value > to ? 0 : value <= top ? rising(value) : falling(value));
  }
  throw new Unreadable(`issue "${name}" has an evaluator of a kind that is not known here: ${kind}`);
}

function overHighest(scores: readonly number[], name: string, notes: string[]): number[] {
  const highest = Math.max(...scores);
  if (highest > 0) return scores.map((score) => score / highest);
  if (scores.some((score) => score !== 0))
    notes.push(`issue "${name}" has no evaluation above 0: taken as worth nothing`);
  return scores.map(() => 0);
}

function weightsOf(issues: readonly Element[], weights: readonly Element[], notes: string[]): number[] {
  const byIndex = new Map(weights.map(({ attributes }) => [attributes.index, attributes.value]));
  // Only where no weight says which issue it is of do they stand in order.
  const unnamed = weights.every(({ attributes }) => attributes.index === undefined);
  const known = new Set(issues.map(({ attributes }) => attributes.index));
  const stray = unnamed ? undefined : weights.find(({ attributes }) => !known.has(attributes.index));
  if (stray) {
    const { index } = stray.attributes;
    throw new Unreadable(
      index === undefined
        ? "it has a weight that names no issue beside weights that do"
        : `it has a weight for the issue number ${index}, and no such issue`,
    );
  }
  const found = issues.map(({ attributes }, k) =>
    numberOrNothing(
      unnamed ? weights[k]?.attributes.value : byIndex.get(attributes.index),
      `the weight of "${attributes.name ?? k + 1}"`,
      notes,
    ),
  );
  const sum = found.reduce((total, weight) => total + weight, 0);
  if (found.some((weight) => weight < 0)) throw new Unreadable("it has a weight below 0");
  if (Math.abs(sum - 1) > 1e-9) notes.push(`the weights sum to ${Number(sum.toPrecision(6))}, not 1: kept as they are`);
  return found;
}

function reservationIn(root: Element, notes: string[]): number | null {
  const [reservation] = descendants(root, "reservation");
  const discount = Number(descendants(root, "discount_factor")[0]?.attributes.value ?? 1);
  if (discount > 0 && discount < 1) notes.push(`the discount of ${discount} is left out: values are undiscounted`);
  return reservation ? number(reservation.attributes.value, "the reservation value") : null;
}

/** A domain, and a utility space for each party, by file name. */
export function writeGenius({ title, issues, parties }: Scenario): Record<string, string> {
  const items = (scores: readonly number[] | null) => (options: readonly string[]) =>
    options
      .map(
        (option, k) =>
          `        <item index="${k + 1}" value="${escapeXml(option)}"${scores ? ` evaluation="${scores[k] ?? 0}"` : ""}/>`,
      )
      .join("\n");
  const body = (scores: readonly (readonly number[])[] | null) =>
    issues
      .map(
        ({ name, options }, k) =>
          `      <issue index="${k + 1}" name="${escapeXml(name)}" type="discrete" etype="discrete" vtype="discrete">\n${items(scores?.[k] ?? null)(options)}\n      </issue>`,
      )
      .join("\n");
  const objective = (inner: string) =>
    `    <objective index="0" name="root" type="objective" etype="objective" description="">\n${inner}\n    </objective>`;
  const domain = `<negotiation_template>\n  <utility_space number_of_issues="${issues.length}">\n${objective(body(null))}\n  </utility_space>\n</negotiation_template>\n`;
  const spaces = parties.map(({ name, weights, scores, reservation }): [string, string] => {
    const inner = `${weights.map((weight, k) => `      <weight index="${k + 1}" value="${weight}"/>`).join("\n")}\n${body(scores)}`;
    return [
      `${name}.xml`,
      `<utility_space type="any" number_of_issues="${issues.length}">\n  <reservation value="${reservation ?? 0}"/>\n  <discount_factor value="1.0"/>\n${objective(inner)}\n</utility_space>\n`,
    ];
  });
  return { [`${domainName(title, parties)}.xml`]: domain, ...Object.fromEntries(spaces) };
}
