// GENIUS (Delft): a domain and a utility space for each party, in XML. Value = Σ weight × evaluation ÷ the highest
// evaluation of the issue; the reservation value is the disagreement point as given, undiscounted.
import {
  expectBounded,
  numbersBetween,
  type Scenario,
  type ScenarioIssue,
  type ScenarioPart,
  Unreadable,
} from "./scenario.js";
import { descendants, type Element, escapeXml, readXml } from "./xml.js";

/** @throws Unreadable */
export function readGenius(file: string, text: string): ScenarioPart {
  const root = readXml(text);
  const notes: string[] = [];
  const written = descendants(root, "issue");
  const read = written.map((issue) => readIssue(issue, notes));
  const issues = read.map(({ issue }) => issue);
  expectBounded(issues);
  const weights = descendants(root, "weight");
  const isSpace = root.name === "utility_space" && weights.length > 0;
  if (!isSpace && !["negotiation_template", "utility_space", "domain"].includes(root.name))
    throw new Unreadable(`it is no GENIUS file: its first element is <${root.name}>`);
  return {
    file,
    title: root.attributes.name ?? null,
    issues,
    party: isSpace
      ? {
          name: nameOf(file),
          weights: weightsOf(written, weights, notes),
          scores: read.map(({ scores }, k) => overHighest(scores, issues[k]?.name ?? "", notes)),
          reservation: reservationIn(root, notes),
        }
      : null,
    notes,
  };
}

/** A party is called as its file is. */
export const nameOf = (file: string): string => (file.split(/[/\\]/).at(-1) ?? file).replace(/\.[^.]*$/, "");

function number(text: string | undefined, what: string, notes: string[]): number {
  if (text !== undefined && text.trim() !== "" && Number.isFinite(Number(text))) return Number(text);
  notes.push(`${what} is ${text === undefined || text.trim() === "" ? "empty" : `"${text.slice(0, 40)}"`}: taken as 0`);
  return 0;
}

function readIssue(element: Element, notes: string[]): { issue: ScenarioIssue; scores: number[] } {
  const name = element.attributes.name ?? "";
  const type = element.attributes.vtype ?? element.attributes.type ?? "discrete";
  if (type === "integer" || type === "real") return readRange(element, name, type, notes);
  const items = element.children.filter((child) => child.name === "item");
  const seen = new Map<string, number>();
  for (const { attributes } of items) {
    const value = attributes.value ?? "";
    if (seen.has(value)) {
      notes.push(`issue "${name}" names "${value}" twice: the first counts`);
      continue;
    }
    seen.set(
      value,
      "evaluation" in attributes ? number(attributes.evaluation, `the evaluation of "${value}"`, notes) : 0,
    );
  }
  return { issue: { name, options: [...seen.keys()], numeric: null }, scores: [...seen.values()] };
}

function readRange(
  element: Element,
  name: string,
  type: string,
  notes: string[],
): { issue: ScenarioIssue; scores: number[] } {
  const [range] = element.children.filter((child) => child.name === "range");
  const bound = (key: string) =>
    number(element.attributes[key] ?? range?.attributes[key], `${key} of "${name}"`, notes);
  const issue = numbersBetween(name, bound("lowerbound"), bound("upperbound"), type === "integer" ? 1 : null, notes);
  const [evaluator] = element.children.filter((child) => child.name === "evaluator");
  return { issue, scores: issue.options.map((option) => evaluate(evaluator, Number(option), issue, notes)) };
}

/** Linear between two utilities (integers), linear or triangular by parameters (reals), or constant. */
function evaluate(
  evaluator: Element | undefined,
  value: number,
  { name, numeric }: ScenarioIssue,
  notes: string[],
): number {
  if (!evaluator || !numeric) return 0;
  const has = (key: string) => evaluator.attributes[key] !== undefined;
  const parameter = (key: string) => number(evaluator.attributes[key], `${key} of "${name}"`, notes);
  const kind = evaluator.attributes.ftype ?? evaluator.attributes.type ?? "linear";
  if (has("utilityLowBound") || has("utilityHighBound")) {
    const [low, high] = [parameter("utilityLowBound"), parameter("utilityHighBound")];
    const span = numeric.to - numeric.from;
    return span > 0 ? low + ((high - low) * (value - numeric.from)) / span : low;
  }
  if (kind === "linear") return parameter("parameter0") + (has("parameter1") ? parameter("parameter1") * value : 0);
  if (kind === "constant") return has("parameter0") ? parameter("parameter0") : 1;
  if (kind === "triangular") {
    const [low, high, top] = [parameter("parameter0"), parameter("parameter1"), parameter("parameter2")];
    if (value < low || value > high) return 0;
    return value <= top
      ? top > low
        ? (value - low) / (top - low)
        : 1
      : high > top
        ? (high - value) / (high - top)
        : 1;
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
  const found = issues.map(({ attributes }, k) =>
    number(
      byIndex.get(attributes.index) ?? weights[k]?.attributes.value,
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
  if (!reservation) return null;
  const discount = Number(descendants(root, "discount_factor")[0]?.attributes.value ?? 1);
  if (discount > 0 && discount < 1) notes.push(`the discount of ${discount} is left out: values are undiscounted`);
  return number(reservation.attributes.value, "the reservation value", notes);
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
  return { [`${title}-domain.xml`]: domain, ...Object.fromEntries(spaces) };
}
