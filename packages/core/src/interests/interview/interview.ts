// An interview is a function of the answers so far: what they come to, and what to ask next. Going back is one answer
// less; being interrupted loses nothing, since the answers are the whole of it.
import {
  type Case,
  type CaseFile,
  done,
  inReadingOrder,
  isBy,
  isDay,
  misused,
  type Outcome,
  parseCase,
  refuse,
  suggestion,
} from "../../case/index.js";
import { at, band, below, stream } from "../../math/index.js";
import { feasibility } from "../feasibility.js";
import { drawModels, type Models } from "../models.js";
import { preferencesOf } from "../preferences.js";
import type { Given } from "./answers.js";
import { nextChoice, type Outcomes, withPackages } from "./choices.js";
import { type InterviewOf, interestsText } from "./document.js";
import { type InterviewQuestion, type StandingAnswers, standing } from "./questions.js";

export interface InterviewOptions extends InterviewOf {
  /** The files of the case that the holder may see. */
  readonly files: readonly CaseFile[];
  readonly seed?: number;
  /** Models drawn after every answer; 400 unless given. */
  readonly models?: number;
  /** How much an answer bears on the verdict; without it only how evenly it divides the models counts. */
  readonly outcomes?: ((negotiation: Case) => Outcomes) | undefined;
}

/** An answer as the person would remember it, and its place among the answers. */
export interface Told {
  readonly index: number;
  readonly text: string;
}

/** Answers, and the party's own offers on record, that cannot all stand. */
export interface Contradiction {
  /** The last one given first; taking any one of them back mends it. */
  readonly answers: readonly Told[];
  /** Own offers: nobody proposes what is worse for it than no deal, unless it was a bluff. Saying so of any one mends it. */
  readonly offers: readonly { readonly id: string; readonly text: string }[];
}

/** How wide the 5–95 % bands are, in points, on average over the packages on record. */
export interface Narrowing {
  readonly before: number;
  readonly now: number;
}

export interface InterviewState {
  /** Null when nothing more is worth asking, or the answers contradict each other. */
  readonly question: InterviewQuestion | null;
  readonly contradiction: Contradiction | null;
  /** Null until it is known which option is best on every issue. */
  readonly narrowing: Narrowing | null;
  /** Issues on which it is not known, or not yet, which option is best: until then the file cannot be used. */
  readonly unordered: readonly string[];
  /** The interests file so far. */
  readonly path: string;
  readonly text: string;
  /** Whether it passes its check. */
  readonly complete: boolean;
}

const MODELS = 400;

/**
 * What the answers come to, and the next question.
 * @returns misused where the party, holder or date will not do, or an answer fits no question; refused where the case has problems
 */
export function interview(options: InterviewOptions, given: readonly Given[]): Outcome<InterviewState> {
  const { files, party, holder, date } = options;
  const path = `interests/${party}.${holder}.yaml`;
  const others = files.filter((file) => file.path !== path);
  const parsed = parseCase(others);
  if (!parsed.ok)
    return refuse(
      ...inReadingOrder(parsed.problems).map(
        ({ place, message }) => `${place.file}:${place.line}:${place.column}  ${message}`,
      ),
    );
  // What is later than the interview is not known in it.
  const negotiation = {
    ...parsed.value,
    offers: parsed.value.offers.filter((offer) => isBy(offer.date, date)),
  };
  const parties = negotiation.parties.map(({ id }) => id);
  if (!parties.includes(party)) return misused(`unknown party "${party}".${suggestion(party, parties)}`);
  if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(holder))
    return misused(`"${holder}" cannot be a holder: letters, digits, _ and - (64 at most).`);
  if (!isDay(date)) return misused(`"${date}" is no day. Write 2019-02-24.`);
  const said = standing(negotiation, party, given);
  const whole = withPackages(negotiation, said, given);
  const wrong = [
    ...said.wrong.map(({ given: one, why }) => `${one.ask}: ${why}.`),
    ...wrongChoices(negotiation, whole),
  ];
  if (wrong.length > 0) return misused(...wrong);
  return stateOf({ ...options, others, negotiation, path }, said, whole);
}

interface Bench extends InterviewOptions {
  readonly others: readonly CaseFile[];
  readonly negotiation: Case;
  readonly path: string;
}

function stateOf(bench: Bench, said: StandingAnswers, given: readonly Given[]): Outcome<InterviewState> {
  const { negotiation, path } = bench;
  const text = interestsText(negotiation, bench, said, given);
  const unordered = unorderedIn(negotiation, said);
  const blank = { contradiction: null, narrowing: null, unordered, path, text };
  const role = negotiation.parties.find(({ id }) => id === bench.party)?.role;
  if (role === "mediator") return misused(`${bench.party} is a mediator, and mediators have no interests here.`);
  if (!usable(negotiation, said)) return done({ ...blank, question: said.next, complete: false });
  const parsed = parseCase([...bench.others, { path, text }]);
  if (!parsed.ok) return refuse(...parsed.problems.map(({ message }) => `${path}: ${message}`));
  const drawn = modelsFrom(bench, text);
  if (drawn === null)
    return done({ ...blank, contradiction: contradictionIn(bench, given), question: null, complete: false });
  const first = given.filter(({ ask }) => /^(no-deal$|best:|top:|bottom:|next:)/.test(ask));
  const before = modelsFrom(bench, interestsText(negotiation, bench, standing(negotiation, bench.party, first), first));
  const choice = said.next
    ? null
    : nextChoice({
        negotiation: drawn.negotiation,
        asOf: bench.date,
        said,
        given,
        models: drawn.models,
        seed: bench.seed ?? 1,
        outcomes: bench.outcomes?.(drawn.negotiation) ?? null,
      });
  return done({
    ...blank,
    question: said.next ?? choice,
    narrowing: before && { before: widthOf(bench, before.models), now: widthOf(bench, drawn.models) },
    complete: true,
  });
}

const unorderedIn = ({ issues }: Case, { orders }: StandingAnswers): string[] =>
  issues
    .filter(({ id, options }) => options.length > 1 && (orders.get(id)?.form ?? "unknown") === "unknown")
    .map(({ id }) => id);

/** Whether the answers make interests: an order on every issue, and something to prefer on one. */
const usable = (negotiation: Case, said: StandingAnswers): boolean =>
  unorderedIn(negotiation, said).length === 0 && [...said.orders.values()].some(({ form }) => form !== "same");

/** The models that agree with the file; null where there are none. */
function modelsFrom({ others, path, party, holder, date, seed = 1, models = MODELS }: Bench, text: string) {
  const parsed = parseCase([...others, { path, text }]);
  if (!parsed.ok) return null;
  const interests = parsed.value.interests.find((one) => one.party === party && one.holder === holder);
  if (!interests || interests.unsaid.length > 0) return null;
  const drawn = drawModels(preferencesOf(parsed.value, interests, date), { models, seed, prior: "independent" });
  return drawn.ok ? { negotiation: parsed.value, models: drawn.value } : null;
}

/** Packages taken at random beside those on record: a case without offers has nothing else between the ends. */
const PROBES = 12;

/** Mean width of the bands of everything on record (the offers, today and no deal) and of a dozen packages more. */
function widthOf({ negotiation }: Bench, models: Models): number {
  const size = at(models.offsets, models.offsets.length - 1);
  const rng = stream("probes");
  const packages = [
    negotiation.today,
    negotiation.noDeal ?? negotiation.today,
    ...negotiation.offers.filter((offer) => offer.open.length === 0).map(({ options }) => options),
    ...Array.from({ length: PROBES }, () => negotiation.issues.map(({ options }) => below(rng, options.length))),
  ];
  const widths = packages.map((options) => {
    const { low, high } = band(
      Float64Array.from({ length: models.count }, (_, model) =>
        options.reduce(
          (sum, option, issue) => sum + 100 * models.worth[model * size + models.offsets[issue]! + option]!,
          0,
        ),
      ),
    );
    return high - low;
  });
  return widths.reduce((sum, width) => sum + width, 0) / widths.length;
}

/**
 * Every answer without which, or given otherwise, the rest would agree (of the swings, which build on each other, the
 * last), and every own offer that would have to be a bluff.
 */
function contradictionIn(bench: Bench, given: readonly Given[]): Contradiction {
  const mends = given.flatMap((_, index) =>
    otherwise(given, index).some((other) => agreesWith(bench, other)) ? [index] : [],
  );
  const isSwing = (index: number) => at(given, index).ask.startsWith("swing:");
  const lastSwing = mends.findLast(isSwing);
  const { negotiation, party } = bench;
  const bluffs = negotiation.offers.filter(
    ({ id, by }) => by.includes(party) && agreesWith(bench, [...given, { ask: `bluff:${id}`, answer: "yes" }]),
  );
  return {
    answers: mends
      .filter((index) => !isSwing(index) || index === lastSwing)
      .sort((one, other) => Number(other === given.length - 1) - Number(one === given.length - 1) || one - other)
      .map((index) => ({ index, text: describe(bench, at(given, index), index) })),
    offers: bluffs.map(({ id, name, place }) => ({
      id,
      text: `your own offer “${name}” (${place.file}:${place.line}), which would have been worse for you than no deal`,
    })),
  };
}

/** The answers with one of them given another way: left out, or, where nothing can be said without it, each other choice. */
function otherwise(given: readonly Given[], index: number): Given[][] {
  const { ask, answer } = at(given, index);
  const without = takenBack(given, index);
  const choices =
    ask === "no-deal" ? ["case", "today", "between"] : ask.startsWith("best:") ? ["more", "less", "same"] : [];
  if (choices.length === 0) return [without];
  return choices.filter((choice) => choice !== answer).map((choice) => [...without, { ask, answer: choice }]);
}

/** The answers without one of them and those that build on it: swings on earlier ones, all of an issue on its order. */
export function takenBack(given: readonly Given[], index: number): Given[] {
  const [kind = "", subject = ""] = (given[index]?.ask ?? "").split(":");
  const firstSwing =
    kind === "swing"
      ? index
      : kind === "best"
        ? given.findIndex(({ ask, answer }) => ask.startsWith("swing:") && answer === subject)
        : -1;
  return given.filter(({ ask }, place) => {
    if (place === index) return false;
    if (firstSwing >= 0 && place >= firstSwing && ask.startsWith("swing:")) return false;
    return !(kind === "best" && /^(top|bottom|next|step):/.test(ask) && ask.split(":")[1] === subject);
  });
}

function agreesWith(bench: Bench, given: readonly Given[]): boolean {
  const { negotiation, party, holder, date, others, path } = bench;
  const said = standing(negotiation, party, given);
  if (!usable(negotiation, said)) return false;
  const parsed = parseCase([...others, { path, text: interestsText(negotiation, bench, said, given) }]);
  if (!parsed.ok) return false;
  const interests = parsed.value.interests.find((one) => one.party === party && one.holder === holder);
  return (
    interests !== undefined && feasibility(preferencesOf(parsed.value, interests, date), "independent").state !== null
  );
}

/** An answer as the person would remember it. */
function describe({ negotiation, party }: Bench, { ask, answer, first, second }: Given, index: number): string {
  const name = (id: string) => negotiation.issues.find((issue) => issue.id === id)?.name ?? id;
  const changes = (options: Given["first"]) =>
    options === undefined
      ? "no deal"
      : negotiation.issues
          .flatMap((issue, place) =>
            options[issue.id] === issue.options[negotiation.today[place] ?? 0]?.id
              ? []
              : [`${issue.id} ${options[issue.id]}`],
          )
          .join(", ") || "today";
  const [kind = "", subject = ""] = ask.split(":");
  const texts: Record<string, string> = {
    "no-deal": `no deal is ${answer.replace("case", "as the case has it")} to ${party}`,
    best: `on ${name(subject)}: ${answer}`,
    swing: `raised in place ${subject}: ${name(answer)}`,
    step: `on ${name(subject)}, the largest step is ${answer === "same" ? "none: about the same" : answer.replace(">", " → ")}`,
  };
  const [taken, left] = answer === "first" ? [first, second] : [second, first];
  return `answer ${index + 1}: ${texts[kind] ?? (first ? `${changes(taken)} rather than ${changes(left)}` : `${ask}: ${answer}`)}`;
}

/** Answers about packages must carry whole ones. */
function wrongChoices({ issues }: Case, given: readonly Given[]): string[] {
  return given.flatMap(({ ask, answer, first, second }) => {
    if (!/^(check|or|deal):/.test(ask)) return [];
    if (!["first", "second", "same", "unknown"].includes(answer))
      return [`${ask}: "${answer}" is none of its answers: first, second, same, unknown.`];
    // Who does not know, or finds them the same, says nothing of them.
    const needed = answer === "first" || answer === "second";
    if (needed && (!first || (!second && !ask.startsWith("deal:"))))
      return [
        `${ask}: which packages were compared cannot be told from the other answers. Write them as first: and second:.`,
      ];
    return [first, second].flatMap((options) =>
      Object.entries(options ?? {}).flatMap(([id, option]) => {
        const issue = issues.find((one) => one.id === id);
        if (!issue) return [`${ask}: there is no issue "${id}".`];
        return issue.options.some((one) => one.id === option) ? [] : [`${ask}: issue ${id} has no option "${option}".`];
      }),
    );
  });
}
