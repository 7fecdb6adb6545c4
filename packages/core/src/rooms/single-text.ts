// One text that all parties write on: clause by clause, with what was proposed for it, and agreed ad referendum when every party
// has agreed to the same words. Nothing is lost: each clause has its history.
import { type Instant, noRecord, notPlayed, type Played, played, timeOf, withKey } from "./play.js";

/** Letters of one clause at most. */
export const MOST_CLAUSE = 20_000;

export interface ClauseWording {
  /** From 0, in the order of the clause's history. */
  readonly n: number;
  /** Empty: that the clause is left out. */
  readonly text: string;
  /** Who proposed it; null where it stood in the draft. */
  readonly by: string | null;
  readonly at: Instant;
  /** Parties that agree to it. Who proposes a wording agrees to it. */
  readonly agreedBy: readonly string[];
}

export interface RoomClause {
  readonly id: string;
  readonly history: readonly ClauseWording[];
}

export interface SingleTextState {
  readonly parties: readonly string[];
  readonly now: Instant;
  /** In the order of the text. */
  readonly order: readonly string[];
  readonly clauses: Readonly<Record<string, RoomClause>>;
}

export type TextMove =
  | { readonly kind: "propose"; readonly clause: string; readonly text: string; readonly by: string }
  | {
      readonly kind: "add";
      readonly clause: string;
      /** The clause after which it stands; null: at the beginning. */
      readonly after: string | null;
      readonly text: string;
      readonly by: string;
    }
  | { readonly kind: "agree"; readonly clause: string; readonly wording: number; readonly by: string }
  /** Nothing is agreed until everything is: a party may take its agreement back. */
  | { readonly kind: "take-back"; readonly clause: string; readonly by: string };

/** A clause of the text to begin with. */
export interface DraftClause {
  readonly id: string;
  /** Empty where it is a bracket that nobody has filled. */
  readonly text: string;
  /** What parties are on record for instead, each in whole; none where the text stands alone. */
  readonly alternatives?: readonly { readonly by: string; readonly text: string }[] | undefined;
}

export function beginText(parties: readonly string[], draft: readonly DraftClause[]): SingleTextState {
  let clauses = noRecord<RoomClause>();
  for (const { id, text, alternatives = [] } of draft) {
    const wordings = alternatives.length > 0 ? alternatives : text === "" ? [] : [{ by: null, text }];
    const history = wordings.map(
      (one, n): ClauseWording => ({ n, text: one.text, by: one.by, at: Number.NEGATIVE_INFINITY, agreedBy: [] }),
    );
    clauses = withKey(clauses, id, { id, history });
  }
  return { parties, now: Number.NEGATIVE_INFINITY, order: draft.map(({ id }) => id), clauses };
}

/** Words for who is for a wording. */
export interface WordingWords {
  readonly fromDraft: string;
  readonly mediatorProposes: string;
  readonly unnamed: string;
  readonly proposedBy: (party: string) => string;
  readonly onRecord: (party: string) => string;
}

/** Who is for a wording, in words. */
export function wordingNote({ by, at }: ClauseWording, nameOf: (party: string) => string, words: WordingWords): string {
  if (by === null) return words.fromDraft;
  if (by === MEDIATOR) return words.mediatorProposes;
  if (by === UNNAMED) return words.unnamed;
  return at === Number.NEGATIVE_INFINITY ? words.onRecord(nameOf(by)) : words.proposedBy(nameOf(by));
}

/** The wording to which all parties agree; null while the clause is in brackets. */
export const agreedWording = (parties: readonly string[], { history }: RoomClause): ClauseWording | null =>
  history.find(({ agreedBy }) => parties.every((party) => agreedBy.includes(party))) ?? null;

/**
 * The wordings that stand beside each other in brackets: those that somebody agrees to; of the draft, its own words while a party has agreed
 * to nothing yet, and those of parties that have not. Where there are none, the last.
 */
export function bracketOf(parties: readonly string[], clause: RoomClause): readonly ClauseWording[] {
  const agreed = agreedWording(parties, clause);
  if (agreed) return [agreed];
  // Whoever writes without a name cannot be asked to take it back, so that only the last few stand.
  const unnamed = clause.history
    .filter(({ by }) => by === UNNAMED)
    .map(({ n }) => n)
    .slice(-MOST_UNNAMED);
  const settled = new Set(clause.history.flatMap(({ agreedBy }) => agreedBy));
  const standing = clause.history.filter(
    ({ n, by, at, agreedBy }) =>
      agreedBy.length > 0 ||
      (by === UNNAMED && unnamed.includes(n)) ||
      (by === MEDIATOR && clause.history.findLast((one) => one.by === MEDIATOR)?.at === at) ||
      (at === Number.NEGATIVE_INFINITY &&
        (by === null ? parties.some((party) => !settled.has(party)) : !settled.has(by))),
  );
  return standing.length > 0 ? standing : clause.history.slice(-1);
}

/**
 * Several wordings as one: the words that all begin and end with, and between them what each says, in one bracket. It is where people go
 * on writing from. One wording is as it is.
 */
export function mergedWordings(texts: readonly string[]): string {
  const all = [...new Set(texts)].map((text) => text.split(/(?<=\s)/));
  const [first = [], ...others] = all;
  if (others.length === 0) return first.join("");
  const least = Math.min(...all.map((one) => one.length));
  let head = 0;
  while (head < least && others.every((one) => one[head] === first[head])) head++;
  let tail = 0;
  while (tail < least - head && others.every((one) => one.at(-1 - tail) === first.at(-1 - tail))) tail++;
  const middles = all.map((one) =>
    one
      .slice(head, one.length - tail)
      .join("")
      .trim(),
  );
  const between = `[${middles.join(" | ")}]`;
  const end = first.slice(first.length - tail).join("");
  return `${first.slice(0, head).join("")}${between}${end === "" ? "" : ` ${end}`}`;
}

/** Whether all clauses are agreed ad referendum, and not all of them left out. */
export const isTextAgreed = ({ parties, clauses, order }: SingleTextState): boolean => {
  const agreed = order.map((id) => {
    const clause = clauses[id];
    return clause ? agreedWording(parties, clause) : null;
  });
  return agreed.every((one) => one !== null) && agreed.some((one) => one?.text !== "");
};

/** How a mediator who writes is named among the parties. */
export const MEDIATOR = "@mediator";

const MOST_UNNAMED = 3;

/** How somebody who wrote without a name is named. */
export const UNNAMED = "@unnamed";

/** Who writes and agrees to nothing by it. */
const agreesTo = (by: string): readonly string[] => (by === MEDIATOR || by === UNNAMED ? [] : [by]);

function added(state: SingleTextState, move: TextMove & { kind: "add" }, now: Instant): Played<SingleTextState> {
  const text = move.text.trim();
  if (state.clauses[move.clause]) return notPlayed("name-taken");
  if (move.after !== null && !state.clauses[move.after]) return notPlayed("unknown-clause");
  if (text === "") return notPlayed("empty-text");
  if (text.length > MOST_CLAUSE) return notPlayed("too-long");
  const history = [{ n: 0, text, by: move.by, at: now, agreedBy: agreesTo(move.by) }];
  return played({
    ...state,
    now,
    order: state.order.toSpliced(move.after === null ? 0 : state.order.indexOf(move.after) + 1, 0, move.clause),
    clauses: withKey(state.clauses, move.clause, { id: move.clause, history }),
  });
}

export function playText(state: SingleTextState, move: TextMove, at: Instant): Played<SingleTextState> {
  const now = timeOf(state.now, at);
  // Who mediates, or gives no name, may write; to agree is for the parties.
  const may =
    state.parties.includes(move.by) ||
    (move.by === MEDIATOR && (move.kind === "propose" || move.kind === "add")) ||
    (move.by === UNNAMED && move.kind === "propose");
  if (!may) return notPlayed("no-party");
  if (move.kind === "add") return added(state, move, now);
  const clause = state.clauses[move.clause];
  if (!clause) return notPlayed("unknown-clause");
  const after = afterMove(clause, move, now);
  if (typeof after === "string") return notPlayed(after);
  return played({ ...state, now, clauses: withKey(state.clauses, clause.id, { ...clause, history: after }) });
}

/** A party agrees to one wording of a clause at a time. */
function afterMove(
  { history }: RoomClause,
  move: Exclude<TextMove, { kind: "add" }>,
  now: Instant,
): readonly ClauseWording[] | "too-long" | "unknown" {
  const without = history.map((one) => ({ ...one, agreedBy: one.agreedBy.filter((party) => party !== move.by) }));
  const agreed = (wording: number) =>
    without.map((one) => (one.n === wording ? { ...one, agreedBy: [...one.agreedBy, move.by] } : one));
  switch (move.kind) {
    case "take-back":
      return without;
    case "agree":
      return history[move.wording] ? agreed(move.wording) : "unknown";
    case "propose": {
      const text = move.text.trim();
      if (text.length > MOST_CLAUSE) return "too-long";
      const same = history.findLast((one) => one.text === text);
      // Who proposes what stands there already agrees to it.
      if (same && agreesTo(move.by).length > 0) return agreed(same.n);
      return [...without, { n: history.length, text, by: move.by, at: now, agreedBy: agreesTo(move.by) }];
    }
  }
}

/** What is signed: the title, then each clause that is not left out, with its heading and its agreed words; the same letters for all. */
export function signedText(
  title: string,
  headings: Readonly<Record<string, string>>,
  { parties, order, clauses }: SingleTextState,
): string {
  const agreed = order.flatMap((id) => {
    const clause = clauses[id];
    const words = (clause && agreedWording(parties, clause)?.text) ?? "";
    return words === "" ? [] : [`${headings[id] ?? ""}\n${words}`];
  });
  return [title, ...agreed].join("\n\n");
}
