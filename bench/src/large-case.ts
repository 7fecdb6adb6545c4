// Case folders of any size to measure the commands with: the same shape and seed give the same files everywhere.
import type { CaseFile } from "@parley/core/internal";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

export interface LargeShape {
  readonly issues: number;
  readonly options: number;
  readonly parties: number;
  readonly statements: number;
  readonly offers: number;
  readonly commitments: number;
  readonly terms: number;
  /** What the parties' interests say: the order of the swings only, or points for everything. */
  readonly interests: "ranks" | "numbers";
  readonly seed: number;
}

/** The files of a case. A commitment beyond the last option of its issue goes back to the first. */
export function largeCase(shape: LargeShape): CaseFile[] {
  const draw = drawerOf(shape.seed);
  return [
    { path: "case.yaml", text: written(caseOf(shape, draw)) },
    { path: "record.yaml", text: written(recordOf(shape, draw)) },
    { path: "agreement.yaml", text: written(agreementOf(shape, draw)) },
    ...listOf(shape.parties, (party) => ({
      path: `interests/p${party}.analyst.yaml`,
      text: written(interestsOf(shape, party, draw)),
    })),
  ];
}

interface Drawer {
  /** A whole number from 0 to below `of`. */
  readonly below: (of: number) => number;
  readonly shuffled: <T>(list: readonly T[]) => T[];
}

function drawerOf(seed: number): Drawer {
  const generator = xoroshiro128plus(seed);
  const below = (of: number) => uniformInt(generator, 0, of - 1);
  return {
    below,
    shuffled: (list) => {
      const left = [...list];
      return list.flatMap(() => left.splice(below(left.length), 1));
    },
  };
}

const listOf = <T>(length: number, make: (place: number) => T): T[] =>
  Array.from({ length }, (_, place) => make(place));

const dayOf = (place: number): string => new Date(Date.UTC(2020, 0, 1 + place)).toISOString().slice(0, 10);

/** Every second party would rather have more of an issue, the others less; an issue in three divides them otherwise. */
const prefersMore = (issue: number, party: number): boolean => (issue % 3 === 0 ? issue + party : party) % 2 === 0;

/** Half of the way: where things stand today, so that every party can gain and lose. */
const todayOf = ({ options }: LargeShape): number => Math.floor((options - 1) / 2);

function caseOf(shape: LargeShape, { below }: Drawer) {
  return {
    parley: 1,
    title: `A case of ${shape.issues} issues`,
    asOf: dayOf(1000),
    parties: listOf(shape.parties, (k) => ({ id: `p${k}`, name: `Party ${k}`, role: "negotiating" })),
    goals: [{ id: "goal", name: "The goal" }],
    issues: listOf(shape.issues, (k) => ({
      id: `i${k}`,
      name: `Issue ${k}`,
      goal: "goal",
      today: `o${todayOf(shape)}`,
      options: listOf(shape.options, (o) => ({ id: `o${o}`, name: `Option ${o} of issue ${k}`, verify: "inspection" })),
    })),
    terms: listOf(shape.terms, (k) => ({
      id: `t${k}`,
      name: `Term ${k}`,
      components: listOf(4, (c) => ({
        id: `c${c}`,
        text: `Part ${c} of term ${k}`,
        issue: `i${(4 * k + c) % shape.issues}`,
        atLeast: `o${shape.options - 1}`,
      })),
      readings: listOf(shape.parties, (p) => ({ party: `p${p}`, [below(3) === 0 ? "out" : "in"]: ["c0", "c1"] })),
    })),
    sources: [{ id: "record", title: "The record" }],
  };
}

function recordOf(shape: LargeShape, { below, shuffled }: Drawer) {
  return {
    statements: listOf(shape.statements, (k) => ({
      id: `s${k}`,
      date: dayOf(Math.floor((1000 * k) / shape.statements)),
      speaker: `Speaker ${below(50)}`,
      party: `p${k % shape.parties}`,
      about: `p${k % shape.parties}`,
      stances: [{ issue: `i${below(shape.issues)}`, option: `o${below(shape.options)}` }],
      ...(shape.terms > 0 && below(10) === 0 && { term: `t${below(shape.terms)}` }),
      says: `What was said in statement ${k}.`,
      source: "record",
    })),
    offers: listOf(shape.offers, (k) => ({
      id: `offer${k}`,
      date: dayOf(Math.floor((1000 * k) / shape.offers)),
      by: `p${k % shape.parties}`,
      // What its proposer wants on some issues, for what it does not want on as many others or fewer.
      package: Object.fromEntries(
        shuffled(listOf(shape.issues, (issue) => issue))
          .slice(0, 10)
          .map((issue) => [
            `i${issue}`,
            `o${prefersMore(issue, k % shape.parties) === below(10) < 6 ? shape.options - 1 : 0}`,
          ]),
      ),
    })),
  };
}

function agreementOf(shape: LargeShape, { below }: Drawer) {
  const reached = listOf(shape.issues, () => todayOf(shape));
  const last = new Map<number, string>();
  return {
    ...(shape.offers > 0 && { onTheTable: "offer0" }),
    commitments: listOf(shape.commitments, (k) => {
      const issue = k % shape.issues;
      const to = ((reached[issue] ?? 0) + 1) % shape.options;
      reached[issue] = to;
      const before = last.get(issue);
      last.set(issue, `c${k}`);
      return {
        id: `c${k}`,
        by: `p${below(shape.parties)}`,
        issue: `i${issue}`,
        to: `o${to}`,
        takes: `${1 + below(90)} days`,
        verification: { method: "inspection", takes: "10 days" },
        reversible: below(3) / 2,
        ...(k % 5 === 4 && before === undefined && { after: [`c${k - 3}`] }),
        ...(shape.terms > 0 && k % 10 === 0 && { terms: [`t${below(shape.terms)}`] }),
      };
    }),
  };
}

function interestsOf(shape: LargeShape, party: number, { below, shuffled }: Drawer) {
  const issues = listOf(shape.issues, (k) => k);
  const numbers = shape.interests === "numbers";
  return {
    party: `p${party}`,
    holder: "analyst",
    basis: "estimated",
    date: dayOf(0),
    swings: numbers
      ? { points: Object.fromEntries(issues.map((k) => [`i${k}`, 1 + below(100)])) }
      : { rank: shuffled(issues.map((k) => `i${k}`)) },
    scores: Object.fromEntries(issues.map((k) => [`i${k}`, scoresOf(shape, prefersMore(k, party), numbers)])),
    ...(numbers && { reservation: { points: 30 } }),
  };
}

function scoresOf({ options }: LargeShape, more: boolean, numbers: boolean) {
  if (!numbers) return { prefer: more ? "more" : "less" };
  return { points: Object.fromEntries(listOf(options, (o) => [`o${o}`, more ? o : options - 1 - o])) };
}

/** YAML takes JSON; an entry a line, so that a place in a file means something. */
const written = (document: object): string =>
  `${Object.entries(document)
    .map(([key, value]) =>
      Array.isArray(value) && value.length > 0
        ? `${key}:\n${value.map((entry) => `  - ${JSON.stringify(entry)}`).join("\n")}`
        : `${key}: ${JSON.stringify(value)}`,
    )
    .join("\n")}\n`;
