// The answers as an interests file, each line with where it comes from.
import { Document, isMap, isNode, isSeq, type Node, Scalar } from "yaml";
import type { Case, Issue } from "../../case/index.js";
import type { Given, WrittenPackage } from "./answers.js";
import { endsOf, type Order, SAME, type StandingAnswers, UNKNOWN } from "./questions.js";

/** Whose interests, by whom, when. */
export interface InterviewOf {
  readonly party: string;
  readonly holder: string;
  readonly date: string;
}

/** Issues with more options than this cannot be known by order alone: a straight line between the ends stands in. */
const MOST_RANKED = 200;

/**
 * An interests file that says what was answered and nothing else.
 * @returns YAML; while it is not known which option is best on every issue, it does not pass its check
 */
export function interestsText(
  negotiation: Case,
  { party, holder, date }: InterviewOf,
  said: StandingAnswers,
  given: readonly Given[],
): string {
  const numberOf = (ask: string) => given.findIndex((one) => one.ask === ask) + 1;
  const from = (ask: string) => (numberOf(ask) > 0 ? ` answer ${numberOf(ask)}` : "");
  const notes = new Map<string, string>();
  const scores = scoresOf(negotiation, said, notes, from);
  const choices = choicesOf(negotiation, given);
  const bluffs = given.flatMap(({ ask }) => (ask.startsWith("bluff:") ? [ask.slice("bluff:".length)] : []));
  bluffs.forEach((id, place) => {
    notes.set(`bluffs.${place}`, from(`bluff:${id}`));
  });
  const rank = [
    ...said.ranked,
    ...(said.rest ? [said.rest.issues.length === 1 ? said.rest.issues[0] : said.rest.issues] : []),
  ];
  said.ranked.forEach((_, place) => {
    const note = from(`swing:${place + 1}`);
    if (note) notes.set(`swings.rank.${place}`, note);
  });
  if (said.rest)
    notes.set(
      `swings.rank.${said.ranked.length}`,
      [from(`swing:${said.ranked.length + 1}`), said.rest.why === SAME ? " about the same" : " order not known"]
        .filter(Boolean)
        .join(":"),
    );
  choices.forEach(({ given: one, index }, place) => {
    notes.set(`answers.${place}`, ` answer ${index + 1}`);
    if (one.answer === SAME) notes.set(`answers.${place}`, ` answer ${index + 1}: about the same`);
  });
  const reservation = reservationOf(said.noDeal);
  if (reservation) notes.set("reservation", from("no-deal"));
  const whole = {
    party,
    holder,
    basis: "elicited",
    date,
    ...(rank.length > 0 && {
      swings: {
        rank,
        ends: Object.fromEntries(
          negotiation.issues
            .filter(({ id }) => rank.flat().includes(id))
            .map((issue) => [issue.id, [...endsOf(issue, said.orders.get(issue.id))]]),
        ),
      },
    }),
    scores,
    ...(reservation && { reservation }),
    ...(bluffs.length > 0 && { bluffs }),
    ...(choices.length > 0 && {
      answers: choices.map(({ prefer, to }) => ({ prefer, to, date })),
    }),
  };
  const document = new Document(whole);
  document.commentBefore = [
    ` What ${party} needs, as ${holder} answered in an interview on ${date}. Confidential.`,
    ` Each line says which answer it comes from; the answers stand in ${party}.${holder}.answers.`,
    ...(reservation === null
      ? [
          ` Reservation: ${said.noDeal === "case" ? `what no deal brings (${from("no-deal").trim()})` : "not known, so what no deal brings"}.`,
        ]
      : []),
  ].join("\n");
  annotate(document, notes);
  return document.toString({ lineWidth: 0 });
}

function scoresOf(
  { issues }: Case,
  said: StandingAnswers,
  notes: Map<string, string>,
  from: (ask: string) => string,
): Record<string, unknown> {
  const scores = issues.flatMap((issue): [string, unknown][] => {
    const order = said.orders.get(issue.id);
    if (!order || order.form === UNKNOWN) return [];
    const step = said.steps.get(issue.id);
    notes.set(`scores.${issue.id}`, `${from(`best:${issue.id}`)}${step ? `,${from(`step:${issue.id}`)}` : ""}`);
    return [[issue.id, { ...scoreOf(issue, order, notes), ...(step && { largestStep: [...step] }) }]];
  });
  return Object.fromEntries(scores);
}

function scoreOf(issue: Issue, order: Order, notes: Map<string, string>): Record<string, unknown> {
  if (order.form === "same") return { indifferent: true };
  if (order.form === "rank") return { rank: order.levels.map((level) => (level.length === 1 ? level[0] : [...level])) };
  if (issue.options.length <= MOST_RANKED) return { prefer: order.form };
  const [worst, best] = endsOf(issue, order);
  const key = `scores.${issue.id}`;
  notes.set(key, `${notes.get(key) ?? ""}: too many options to rank, so taken as a straight line`);
  return { points: { [worst]: 0, [best]: 1 } };
}

function reservationOf(noDeal: string | null): Record<string, unknown> | null {
  if (noDeal === "today") return { asGoodAs: "today" };
  if (noDeal === "between") return { between: ["no-deal", "today"] };
  return noDeal?.startsWith("offer:") ? { asGoodAs: noDeal.slice("offer:".length) } : null;
}

/** Choices between packages that say something; "about the same" and "don't know" stay in the answers alone. */
function choicesOf(negotiation: Case, given: readonly Given[]) {
  return given.flatMap((one, index) => {
    const said = one.answer === "first" || one.answer === "second";
    if (!one.first || !said) return [];
    const first = briefly(negotiation, one.first);
    const second = one.second ? briefly(negotiation, one.second) : "no-deal";
    const [prefer, to] = one.answer === "first" ? [first, second] : [second, first];
    return [{ given: one, index, prefer, to }];
  });
}

/** Issues as today are left out; a package wholly as today is "today". */
function briefly({ issues, today }: Case, options: WrittenPackage): WrittenPackage | "today" {
  const changed = issues.flatMap((issue, index): [string, string][] => {
    const option = options[issue.id];
    return option === undefined || option === issue.options[today[index] ?? 0]?.id ? [] : [[issue.id, option]];
  });
  return changed.length === 0 ? "today" : Object.fromEntries(changed);
}

/** Sets comments by dotted path, and writes leaves on one line. */
function annotate(document: Document, notes: ReadonlyMap<string, string>): void {
  for (const [path, note] of notes) {
    const keys = path.split(".").map((key) => (/^\d+$/.test(key) ? Number(key) : key));
    const node = document.getIn(keys, true);
    if (isNode(node) && note) node.comment = note;
  }
  flatten(document.getIn(["swings", "ends"], true));
  flatten(document.getIn(["scores"], true));
  flatten(document.getIn(["answers"], true));
  const reservation = document.getIn(["reservation"], true);
  if (isMap(reservation)) reservation.flow = true;
  const rank = document.getIn(["swings", "rank"], true);
  if (isSeq(rank)) flatten(rank);
}

/** Every item of a map or list on a line of its own. */
function flatten(node: unknown): void {
  if (!isNode(node)) return;
  const items: Node[] = isMap(node)
    ? node.items.map(({ value }) => value).filter(isNode)
    : isSeq(node)
      ? node.items.filter(isNode)
      : [];
  for (const item of items) {
    if (isMap(item) || isSeq(item)) item.flow = true;
    if (item instanceof Scalar) item.type = "PLAIN";
  }
}
