// Helpers with which tests write a small case as plain objects and get it parsed, or get the problems found in it.
import { stringify } from "yaml";
import { type Case, type CaseFile, describeProblem, parseCase } from "../src/case/index.js";

type Json = unknown;

/** A case written as plain objects, as the YAML files that would hold it. */
export interface WrittenCase {
  readonly case?: Readonly<Record<string, Json>>;
  readonly interests?: readonly Readonly<Record<string, Json>>[];
  readonly record?: Readonly<Record<string, Json>>;
  readonly agreement?: Readonly<Record<string, Json>>;
  readonly verification?: readonly Readonly<Record<string, Json>>[];
}

/** Files of a case; `case` is laid over a small frame with parties a and b. */
export function filesOf(written: WrittenCase): CaseFile[] {
  const frame = {
    parley: 1,
    title: "Test",
    asOf: "2020-06-30",
    parties: [
      { id: "a", name: "Ann", role: "negotiating" },
      { id: "b", name: "Bob", role: "negotiating" },
    ],
    issues: [issue("x", 2)],
  };
  const file = (path: string, value: Json) => ({ path, text: stringify(value) });
  const interests = (written.interests ?? []).map((one) => {
    const whole = { holder: one.party, basis: "stated", date: "2020-01-01", ...one } as {
      party?: string;
      holder?: string;
    };
    return file(`interests/${whole.party}.${whole.holder}.yaml`, whole);
  });
  return [
    file("case.yaml", { ...frame, ...written.case }),
    ...interests,
    ...(written.record ? [file("record.yaml", written.record)] : []),
    ...(written.agreement ? [file("agreement.yaml", written.agreement)] : []),
    ...(written.verification ?? []).map((one) =>
      file(`verification/${String(one.holder)}.yaml`, { date: "2020-01-01", ...one }),
    ),
  ];
}

/** The case, or an error that lists its problems. */
export function buildCase(written: WrittenCase): Case {
  const parsed = parseCase(filesOf(written));
  if (!parsed.ok) throw new Error(parsed.problems.map(describeProblem).join("\n"));
  return parsed.value;
}

/** What is wrong with a case, as the lines a person reads. */
export function problemsIn(written: WrittenCase): string[] {
  return parseCase(filesOf(written)).problems.map(describeProblem);
}

/** An issue with options o0 … o(n−1), today the first. */
export function issue(id: string, options: number, more: Readonly<Record<string, Json>> = {}): Record<string, Json> {
  return {
    id,
    name: id.toUpperCase(),
    today: "o0",
    options: Array.from({ length: options }, (_, k) => ({ id: `o${k}` })),
    ...more,
  };
}

/** Interests given as numbers: swing points and, for every issue, points of its options. */
export function numbers(
  party: string,
  weights: Readonly<Record<string, number>>,
  scores: Readonly<Record<string, readonly number[]>>,
  reservation = 0,
): Record<string, Json> {
  return {
    party,
    swings: { points: weights },
    scores: Object.fromEntries(
      Object.entries(scores).map(([id, points]) => [
        id,
        { points: Object.fromEntries(points.map((value, k) => [`o${k}`, value])) },
      ]),
    ),
    reservation: { points: reservation },
  };
}
