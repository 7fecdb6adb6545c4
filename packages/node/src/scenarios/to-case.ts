// A scenario as the files of a case. A score is 0 at the worst option here and 1 at the best; a weight is the worth of
// the swing between. On the scenario's own scale a package is worth `base` + `scale` × its value here.
import { stringify } from "yaml";
import type { Scenario, ScenarioIssue, ScenarioParty } from "./scenario.js";

/** How a party's values here relate to those of its file. */
export interface ValueScale {
  readonly base: number;
  readonly scale: number;
}

export function scaleOf({ weights, scores }: ScenarioParty): ValueScale {
  const [worst, best] = [Math.min, Math.max].map((pick) =>
    weights.reduce((sum, weight, k) => sum + weight * pick(...(scores[k] ?? [0])), 0),
  );
  return { base: worst ?? 0, scale: (best ?? 0) - (worst ?? 0) };
}

/** Files by path; the interests of a party are held by itself. */
export function caseOf(
  scenario: Scenario,
  from: readonly string[],
  notes: readonly string[],
  date: string,
): Record<string, string> {
  const ids = idsFor(scenario.issues.map(({ name }) => name));
  const parties = idsFor(
    scenario.parties.map(({ name }) => name),
    true,
  );
  const options = scenario.issues.map((issue) => (issue.numeric ? issue.options : idsFor(issue.options)));
  const unordered = scenario.issues.filter((issue, k) => issue.numeric === null && !runsOneWay(scenario, k));
  const document = {
    parley: 1,
    title: clean(scenario.title),
    imported: { from: from.map(clean), notes: [NO_STATUS_QUO, ...orderNote(unordered), ...notes].map(clean) },
    asOf: date,
    parties: scenario.parties.map(({ name }, k) => ({ id: parties[k], name: clean(name), role: "negotiating" })),
    issues: scenario.issues.map((issue, k) =>
      issueOf(issue, ids[k] ?? "", options[k] ?? [], !unordered.includes(issue)),
    ),
  };
  const files: Record<string, string> = {
    "case.yaml": stringify(document),
  };
  scenario.parties.forEach((party, p) => {
    const id = parties[p] ?? "";
    files[`interests/${id}.${id}.yaml`] = interestsOf(party, id, date, ids, options);
  });
  return files;
}

function issueOf(
  { name, numeric, options }: ScenarioIssue,
  id: string,
  optionIds: readonly string[],
  isOrdered: boolean,
): Record<string, unknown> {
  if (numeric) return { id, name: clean(name), today: Number(options[0]), numeric };
  return {
    id,
    name: clean(name),
    today: optionIds[0],
    ...(!isOrdered && { ordered: false }),
    options: options.map((option, k) => ({ id: optionIds[k], name: clean(option) })),
  };
}

function interestsOf(
  party: ScenarioParty,
  id: string,
  date: string,
  ids: readonly string[],
  options: readonly (readonly string[])[],
): string {
  const { base, scale } = scaleOf(party);
  const swings = party.weights.map((weight, k) => {
    const own = party.scores[k] ?? [0];
    return weight * (Math.max(...own) - Math.min(...own));
  });
  const scores = Object.fromEntries(
    ids.map((issue, k) => {
      const own = party.scores[k] ?? [];
      const matters = (swings[k] ?? 0) > 0;
      return [
        issue,
        matters
          ? { points: Object.fromEntries((options[k] ?? []).map((option, o) => [option, own[o] ?? 0])) }
          : { indifferent: true },
      ];
    }),
  );
  // Where nothing matters every package is worth the same: at or below the reservation value, or not.
  const short = (party.reservation ?? 0) > base + 1e-9 ? 100 : 0;
  const reservation = scale > 0 ? (100 * ((party.reservation ?? 0) - base)) / scale : short;
  const document = {
    party: id,
    holder: id,
    basis: "stated",
    date,
    imported: [scaleNote(party, base, scale), ...party.notes].map(clean),
    ...(scale > 0 && { swings: { points: Object.fromEntries(ids.map((issue, k) => [issue, swings[k] ?? 0])) } }),
    scores,
    reservation: { points: reservation },
  };
  return stringify(document);
}

/** Whether what every party gives for the options of an issue only rises, or only falls, along them. */
const runsOneWay = ({ parties }: Scenario, issue: number): boolean =>
  parties.every(({ scores }) => {
    const own = scores[issue] ?? [];
    const steps = own.slice(1).map((score, k) => score - (own[k] ?? 0));
    return steps.every((step) => step >= 0) || steps.every((step) => step <= 0);
  });

const MOST_NAMED = 5;

/** What is known of an order: a file of preferences does not say which way is more. */
function orderNote(unordered: readonly ScenarioIssue[]): string[] {
  if (unordered.length === 0) return [];
  const names = unordered.slice(0, MOST_NAMED).map(({ name }) => `"${name}"`);
  const more = unordered.length - names.length;
  return [
    `The options of ${names.join(", ")}${more > 0 ? ` and of ${more} more` : ""} are taken as having no order (ordered: false), since what they are worth to somebody goes up and down along them: nobody's position moves there.`,
  ];
}

const NO_STATUS_QUO =
  "The scenario has no status quo: today is the first option of each issue, and means nothing of its own.";

function scaleNote({ name, reservation }: ScenarioParty, base: number, scale: number): string {
  const same = Math.abs(base) < 1e-9 && Math.abs(scale - 1) < 1e-9;
  const written = same ? `${Number((100 * (reservation ?? 0)).toPrecision(12))} of 100 points` : reservation;
  const kept =
    reservation === null
      ? `${name}: the file gives no reservation value, and 0 is taken.`
      : `${name}: the file's reservation value is ${written}.`;
  return same ? kept : `${kept} The file's values are ${base} + ${scale} × the values here (0–1).`;
}

/** Text that a case may hold. */
const clean = (text: string): string =>
  text.replace(/[^\P{Cc}]|[\u202a-\u202e\u2066-\u2069]/gu, " ").trim() || "unnamed";

/** Short names that point to these, each different. */
function idsFor(names: readonly string[], undotted = false): string[] {
  const taken = new Set<string>();
  return names.map((name, k) => {
    const plain = name
      .normalize("NFKD")
      .replace(undotted ? /[^A-Za-z0-9_-]+/g : /[^A-Za-z0-9._-]+/g, "-")
      .replace(/^[^A-Za-z0-9]+|-+$/g, "")
      .slice(0, 48);
    const stem = plain || `n${k + 1}`;
    let id = stem;
    for (let again = 2; taken.has(id.toLowerCase()) || ["today", "no-deal"].includes(id); again++)
      id = `${stem}-${again}`;
    taken.add(id.toLowerCase());
    return id;
  });
}
