// What is asked of everybody, in the order that tightens most: no deal; which option is best; which issue first;
// the largest step. Keeney & Raiffa's swing question is asked, never "how important is it".
import { type Case, type Issue, withOptions } from "../../case/index.js";
import { at } from "../../math/index.js";
import type { Given, WrittenPackage } from "./answers.js";

export interface InterviewChoice {
  readonly id: string;
  readonly text: string;
}

export interface InterviewQuestion {
  readonly ask: string;
  /** Which part of the interview, in words. */
  readonly part: string;
  readonly text: string;
  readonly choices: readonly InterviewChoice[];
  /** For a choice between packages. */
  readonly first?: WrittenPackage;
  readonly second?: WrittenPackage;
  /** Share of the models that would answer the first way; null where no models divide. */
  readonly split: number | null;
}

export const UNKNOWN = "unknown";
export const SAME = "same";

const dontKnow: InterviewChoice = { id: UNKNOWN, text: "I don't know" };

/** What the answers say of the options of an issue: best first; null while it is open. */
export type Order =
  | { readonly form: "more" | "less" | "same" | "unknown" }
  | { readonly form: "rank"; readonly levels: readonly (readonly string[])[] };

/** The standing questions with what was answered to them. */
export interface StandingAnswers {
  /** What no deal is: an answer to `no-deal`; null while not asked. */
  readonly noDeal: string | null;
  readonly orders: ReadonlyMap<string, Order>;
  /** Issues by swing, largest first, and those whose order was not said. */
  readonly ranked: readonly string[];
  readonly rest: { readonly issues: readonly string[]; readonly why: "same" | "unknown" } | null;
  /** issue → the neighbouring options, worse first. */
  readonly steps: ReadonlyMap<string, readonly [string, string]>;
  /** The first that is not answered; null when all are. */
  readonly next: InterviewQuestion | null;
  /** Answers to none of the questions, or with none of their choices. */
  readonly wrong: readonly { readonly given: Given; readonly why: string }[];
}

/** Reads the answers against the questions of the case, as far as they go. */
export function standing(negotiation: Case, party: string, given: readonly Given[]): StandingAnswers {
  const walk = new Walk(given, party);
  const noDeal = walk.ask(noDealQuestion(negotiation));
  const orders = new Map<string, Order>();
  for (const issue of negotiation.issues) {
    if (issue.options.length > 1) orders.set(issue.id, orderOf(walk, issue, party) ?? { form: "unknown" });
    if (walk.next) break;
  }
  const known = negotiation.issues.filter(({ id }) => ["more", "less", "rank"].includes(orders.get(id)?.form ?? ""));
  const { ranked, rest } = swingsOf(walk, known, orders);
  const steps = stepsOf(walk, known, orders, ranked);
  return { noDeal, orders, ranked, rest, steps, next: walk.next, wrong: walk.wrong(negotiation) };
}

/** Goes from question to question as long as there are answers. */
class Walk {
  next: InterviewQuestion | null = null;
  private readonly answers: ReadonlyMap<string, Given>;
  private readonly used = new Set<string>();
  private readonly refused: { given: Given; why: string }[] = [];

  constructor(
    given: readonly Given[],
    private readonly party: string,
  ) {
    this.answers = new Map(given.map((one) => [one.ask, one]));
  }

  /** The answer's id, or null where there is none: then this question is the next. */
  ask(question: InterviewQuestion): string | null {
    if (this.next) return null;
    const given = this.answers.get(question.ask);
    if (!given) {
      this.next = question;
      return null;
    }
    this.used.add(question.ask);
    if (question.choices.some(({ id }) => id === given.answer)) return given.answer;
    this.refused.push({
      given,
      why: `"${given.answer}" is none of its answers: ${question.choices.map(({ id }) => id).join(", ")}`,
    });
    this.next = question;
    return null;
  }

  /** Answers that fit nothing; those to questions further on are kept for then. */
  wrong({ issues, offers }: Case): { given: Given; why: string }[] {
    const known =
      /^(no-deal|(best|top|bottom|step):(.+)|next:(.+):\d+|swing:(\d{1,3})|check:1|or:[1-4]|deal:[1-3]|bluff:(.+))$/;
    const ids = new Set(issues.map(({ id }) => id));
    const strange = [...this.answers.values()].flatMap((given) => {
      const [, , , one, two, swing, bluff] = known.exec(given.ask) ?? [];
      const issue = one ?? two;
      if (!known.test(given.ask) || Number(swing ?? 1) > issues.length) return [{ given, why: "no such question" }];
      if (bluff !== undefined && !offers.some(({ id, by }) => id === bluff && by.includes(this.party)))
        return [{ given, why: `there is no offer "${bluff}" of ${this.party}` }];
      if (bluff !== undefined && given.answer !== "yes")
        return [{ given, why: `"${given.answer}" is none of its answers: yes` }];
      if (swing !== undefined && ![...ids, SAME, UNKNOWN].includes(given.answer))
        return [{ given, why: `there is no issue "${given.answer}"` }];
      return issue !== undefined && !ids.has(issue) ? [{ given, why: `there is no issue "${issue}"` }] : [];
    });
    return [...this.refused, ...strange];
  }
}

function noDealQuestion({ noDeal, offers, today, issues }: Case): InterviewQuestion {
  const changes = (noDeal ?? today).flatMap((option, index) => {
    const issue = at(issues, index);
    return option === today[index] ? [] : [`${issue.name}: ${at(issue.options, option).name}`];
  });
  const case_ = noDeal
    ? `It goes as the case has it (${changes.length === 0 ? "as today" : changes.join("; ")})`
    : "It stays as it is today";
  return {
    ask: "no-deal",
    part: "No deal",
    text: "If the talks fail, what is that worth to you?",
    choices: [
      { id: "case", text: case_ },
      ...(noDeal
        ? [
            { id: "today", text: "As good as today: we have a way to hold things as they are" },
            { id: "between", text: "Somewhere between the two" },
          ]
        : []),
      ...offers
        .filter(({ open }) => open.length === 0)
        .slice(0, 5)
        .map(({ id, name }) => ({ id: `offer:${id}`, text: `As good as “${name}”: we have something elsewhere` })),
      dontKnow,
    ],
    split: null,
  };
}

const MOST_TO_ORDER = 12;

function orderOf(walk: Walk, issue: Issue, party: string): Order | null {
  const names = issue.options.map(({ name }) => name);
  const [first, last] = [at(names, 0), at(names, names.length - 1)];
  const between = names.length > 2 ? ", the rest in order between" : "";
  const directions = [
    { id: "more", text: `“${last}” is best, “${first}” worst${between}` },
    { id: "less", text: `“${first}” is best, “${last}” worst${between}` },
  ];
  const gives = issue.gives.includes(party) && issue.gives.length === 1;
  const other = { id: "other", text: "Another order" };
  const answer = walk.ask({
    ask: `best:${issue.id}`,
    part: "Which option is best",
    text: `${issue.name}: which is best for you?`,
    choices: [
      ...(issue.ordered ? (gives ? directions.reverse() : directions) : []),
      ...(!issue.ordered || (names.length > 2 && names.length <= MOST_TO_ORDER) ? [other] : []),
      { id: SAME, text: "All the same to me" },
      dontKnow,
    ],
    split: null,
  });
  if (answer === null) return null;
  return answer === "other" ? rankOf(walk, issue) : { form: answer as "more" | "less" | "same" | "unknown" };
}

/** Best, worst, then what lies between, best first. */
function rankOf(walk: Walk, issue: Issue): Order | null {
  const part = "Which option is best";
  const pick = (ask: string, text: string, from: readonly string[], more: readonly InterviewChoice[]) =>
    walk.ask({
      ask,
      part,
      text: `${issue.name}: ${text}`,
      choices: [
        ...issue.options.filter(({ id }) => from.includes(id)).map(({ id, name }) => ({ id, text: name })),
        ...more,
      ],
      split: null,
    });
  const all = issue.options.map(({ id }) => id);
  const top = pick(`top:${issue.id}`, "which is best for you?", all, [dontKnow]);
  if (top === null || top === UNKNOWN) return top === null ? null : { form: "unknown" };
  const bottom = pick(
    `bottom:${issue.id}`,
    "and which is worst?",
    all.filter((id) => id !== top),
    [dontKnow],
  );
  if (bottom === null || bottom === UNKNOWN) return bottom === null ? null : { form: "unknown" };
  let left = all.filter((id) => id !== top && id !== bottom);
  const middle: string[][] = [];
  for (let place = 1; left.length > 1; place++) {
    const next = pick(`next:${issue.id}:${place}`, "of those between, which is best?", left, [
      { id: SAME, text: "They are about as good as each other" },
      dontKnow,
    ]);
    if (next === null) return null;
    // Not ranked: anywhere between worst and best.
    if (next === UNKNOWN) return { form: "rank", levels: [[top], ...middle, [bottom]] };
    if (next === SAME) return { form: "rank", levels: [[top], ...middle, left, [bottom]] };
    middle.push([next]);
    left = left.filter((id) => id !== next);
  }
  return { form: "rank", levels: [[top], ...middle, ...(left.length > 0 ? [left] : []), [bottom]] };
}

/** The issue's options from worst to best as far as they are ranked: groups of equally good ones. */
function levelsOf(issue: Issue, order: Order | undefined): readonly (readonly string[])[] {
  const ids = issue.options.map(({ id }) => [id]);
  if (order?.form === "more") return ids;
  if (order?.form === "less") return ids.reverse();
  return order?.form === "rank" ? [...order.levels].reverse() : [];
}

/** Names of an issue's worst and best option by these answers. */
export function endsOf(issue: Issue, order: Order | undefined): readonly [string, string] {
  const levels = levelsOf(issue, order);
  return [levels[0]?.[0] ?? "", levels.at(-1)?.[0] ?? ""];
}

export const optionName = (issue: Issue, id: string): string =>
  issue.options.find((option) => option.id === id)?.name ?? id;

function swingsOf(
  walk: Walk,
  known: readonly Issue[],
  orders: ReadonlyMap<string, Order>,
): Pick<StandingAnswers, "ranked" | "rest"> {
  const ranked: string[] = [];
  let left = [...known];
  for (let place = 1; left.length > 1 && !walk.next; place++) {
    const answer = walk.ask({
      ask: `swing:${place}`,
      part: "Which issue first",
      text:
        place === 1 ? "All issues at their worst for you: which would you raise first to its best?" : "And which next?",
      choices: [
        ...left.map((issue) => {
          const [worst, best] = endsOf(issue, orders.get(issue.id));
          return {
            id: issue.id,
            text: `${issue.name}: from “${optionName(issue, worst)}” to “${optionName(issue, best)}”`,
          };
        }),
        { id: SAME, text: "The rest are about the same to me" },
        dontKnow,
      ],
      split: null,
    });
    if (answer === SAME || answer === UNKNOWN)
      return { ranked, rest: { issues: left.map(({ id }) => id), why: answer } };
    if (answer === null) break;
    ranked.push(answer);
    left = left.filter(({ id }) => id !== answer);
  }
  if (walk.next) return { ranked, rest: left.length > 0 ? { issues: left.map(({ id }) => id), why: "unknown" } : null };
  return { ranked: [...ranked, ...left.map(({ id }) => id)], rest: null };
}

function stepsOf(
  walk: Walk,
  known: readonly Issue[],
  orders: ReadonlyMap<string, Order>,
  ranked: readonly string[],
): Map<string, readonly [string, string]> {
  const steps = new Map<string, readonly [string, string]>();
  const place = (id: string) => (ranked.includes(id) ? ranked.indexOf(id) : ranked.length);
  for (const issue of [...known].sort((a, b) => place(a.id) - place(b.id))) {
    const levels = levelsOf(issue, orders.get(issue.id));
    if (levels.length < 3 || levels.length > MOST_TO_ORDER) continue;
    const pairs = levels.slice(1).map((level, below) => [at(levels, below)[0] ?? "", level[0] ?? ""] as const);
    const answer = walk.ask({
      ask: `step:${issue.id}`,
      part: "The largest step",
      text: `${issue.name}: which step is worth most to you?`,
      choices: [
        ...pairs.map(([from, to]) => ({
          id: `${from}>${to}`,
          text: `from “${optionName(issue, from)}” to “${optionName(issue, to)}”`,
        })),
        { id: SAME, text: "About the same" },
        dontKnow,
      ],
      split: null,
    });
    if (answer === null) break;
    const chosen = pairs.find(([from, to]) => `${from}>${to}` === answer);
    if (chosen) steps.set(issue.id, chosen);
  }
  return steps;
}

/** Everything at its worst for the party but these issues, at their best: what swings are compared with. */
export function raisedAlone(
  negotiation: Case,
  orders: ReadonlyMap<string, Order>,
  raised: readonly string[],
): WrittenPackage {
  const options = withOptions(negotiation.today, new Map());
  return Object.fromEntries(
    negotiation.issues.map((issue, index) => {
      const [worst, best] = endsOf(issue, orders.get(issue.id));
      const chosen = raised.includes(issue.id) ? best : worst;
      return [issue.id, chosen || at(issue.options, at(options, index)).id];
    }),
  );
}
