// Two versions of a draft, clause by clause: what moved, and who gave.
import { diffArrays } from "diff";
import { bracketText, type Clause, type DraftPart, isBracket, plainText, type TextPiece } from "../document.js";
import { type Gift, giftsOf } from "./gifts.js";

export interface WordChange {
  readonly kind: "same" | "out" | "in";
  readonly text: string;
}

export interface ClauseChange {
  readonly id: string;
  /** Its number, or its part's title: in the later version, where it is there. */
  readonly where: string;
  /** `settled`: no bracket is open any more. `opened`: one is, where none was. `handed over`: another party owes it. `redated`: only what nobody has agreed is proposed otherwise. */
  readonly kind: "new" | "dropped" | "settled" | "opened" | "reworded" | "handed over" | "redated";
  readonly before: string | null;
  readonly after: string | null;
  readonly words: readonly WordChange[];
  readonly gifts: readonly Gift[];
}

interface Placed {
  readonly clause: Clause;
  readonly where: string;
}

/** Clauses that are new, gone or changed, in the order of the later version; those that are gone come last. */
export function changedClauses(before: readonly DraftPart[], after: readonly DraftPart[]): ClauseChange[] {
  const now = placed(after);
  const old = renamed(placed(before), now);
  return [
    ...[...now.values()].flatMap((one): ClauseChange[] => {
      const was = old.get(one.clause.id);
      if (!was) return [changeOf(null, one, "new")];
      const kind = kindOf(was.clause, one.clause);
      return kind === null ? [] : [changeOf(was, one, kind)];
    }),
    ...[...old.values()].filter(({ clause: { id } }) => !now.has(id)).map((one) => changeOf(one, null, "dropped")),
  ];
}

/** Null where nothing is changed. */
function kindOf(was: Clause, now: Clause): ClauseChange["kind"] | null {
  if (debtorOf(was) !== debtorOf(now)) return "handed over";
  if (textOf(was, saidBy) === textOf(now, saidBy)) return null;
  if (textOf(was, agreedBy) === textOf(now, agreedBy)) return "redated";
  const [opened, open] = [was.pieces.some(isBracket), now.pieces.some(isBracket)];
  return opened && !open ? "settled" : open && !opened ? "opened" : "reworded";
}

const debtorOf = ({ topic }: Clause): string | null => (topic?.kind === "duty" ? topic.by : null);

/**
 * The earlier clauses under the names that they bear now: one that is gone and one that is new, of the same kind and
 * debtor, which say the same, are one that was renamed. What refers to it follows.
 */
function renamed(old: ReadonlyMap<string, Placed>, now: ReadonlyMap<string, Placed>): Map<string, Placed> {
  const fresh = [...now.values()].filter(({ clause: { id } }) => !old.has(id));
  const names = new Map<string, string>();
  for (const { clause } of old.values()) {
    if (now.has(clause.id)) continue;
    const at = fresh.findIndex(
      (other) =>
        kindName(other.clause) === kindName(clause) &&
        debtorOf(other.clause) === debtorOf(clause) &&
        textOf(other.clause, withoutNumbers) === textOf(clause, withoutNumbers),
    );
    const [found] = at < 0 ? [] : fresh.splice(at, 1);
    if (found) names.set(clause.id, found.clause.id);
  }
  const name = (id: string) => names.get(id) ?? id;
  return new Map(
    [...old.values()].map(({ clause, where }): [string, Placed] => {
      const pieces = clause.pieces.map((piece) =>
        typeof piece === "string" || isBracket(piece) ? piece : { ...piece, to: name(piece.to) },
      );
      return [name(clause.id), { where, clause: { ...clause, id: name(clause.id), pieces } }];
    }),
  );
}

/** `commitment`, of `commitment:freeze`. */
const kindName = ({ id }: Clause): string => id.split(":")[0] ?? id;

/** Annexes say again what the clauses say, and an opening says nothing of its own. */
const placed = (parts: readonly DraftPart[]): Map<string, Placed> =>
  new Map(
    parts
      .filter(({ id }) => !id.startsWith("annex:"))
      .flatMap(({ blocks, title }) =>
        blocks.flatMap((block): [string, Placed][] =>
          block.kind === "clause" && !block.id.endsWith(":opening")
            ? [[block.id, { clause: block, where: block.number ?? title }]]
            : [],
        ),
      ),
  );

/** What a clause says; the clauses that it refers to by what they are, in one order, whatever numbers they bear. */
const textOf = ({ pieces }: Clause, say: (piece: TextPiece) => string): string =>
  pieces
    .map(say)
    .join("")
    .replaceAll(/\{[^{}]+\}(?:(?:, | and )\{[^{}]+\})*/g, (list) => (list.match(/\{[^{}]+\}/g) ?? []).sort().join());

const saidBy = (piece: TextPiece): string =>
  typeof piece === "string" ? piece : isBracket(piece) ? bracketText(piece) : `{${piece.to}}`;

/** The same without what is only proposed, by nobody. */
const agreedBy = (piece: TextPiece): string =>
  typeof piece !== "string" && isBracket(piece) && piece.alternatives.every(({ by }) => by === null)
    ? `[${piece.asks}]`
    : saidBy(piece);

const withoutNumbers = (piece: TextPiece): string =>
  typeof piece === "string" || isBracket(piece) ? agreedBy(piece) : "{}";

function changeOf(was: Placed | null, now: Placed | null, kind: ClauseChange["kind"]): ClauseChange {
  const [before, after] = [was && plainText(was.clause.pieces), now && plainText(now.clause.pieces)];
  return {
    id: now?.clause.id ?? was?.clause.id ?? "",
    where: now?.where ?? was?.where ?? "",
    kind,
    before,
    after,
    words: wordsBetween(before ?? "", after ?? ""),
    gifts: giftsOf(was?.clause ?? null, now?.clause ?? null),
  };
}

/** More edits than this are no rewording any more: the whole is shown as replaced. */
const MOST_EDITS = 1000;

/** Words and what stands between them; a date or a bracket is one word. */
const wordsIn = (text: string): string[] => text.split(/(\s+)/).filter((part) => part !== "");

function wordsBetween(before: string, after: string): WordChange[] {
  const parts = diffArrays(wordsIn(before), wordsIn(after), { maxEditLength: MOST_EDITS });
  if (!parts)
    return [
      { kind: "out", text: before },
      { kind: "in", text: after },
    ];
  return joined(
    parts.map(({ added, removed, value }) => ({
      kind: added ? "in" : removed ? "out" : "same",
      text: value.join(""),
    })),
  );
}

/** Changes with nothing but a space between them are one change. */
function joined(words: readonly WordChange[]): WordChange[] {
  const runs: { out: string; in: string; same: string }[] = [];
  for (const { kind, text } of words) {
    const last = runs.at(-1);
    if (kind === "same") {
      const between = last && last.same === "" && /^\s+$/.test(text);
      if (between) runs[runs.length - 1] = { ...last, out: last.out + text, in: last.in + text };
      else if (last && last.same === "") last.same = text;
      else runs.push({ out: "", in: "", same: text });
    } else {
      const open = last && last.same === "" ? last : { out: "", in: "", same: "" };
      if (open !== last) runs.push(open);
      open[kind] += text;
    }
  }
  return runs.flatMap(({ out, in: put, same }) => {
    // A space that was taken into a change on both sides stands after it.
    const tail = out !== "" && put !== "" ? (/\s+$/.exec(out)?.[0] ?? "") : "";
    const shared = tail !== "" && put.endsWith(tail) ? tail : "";
    const cut = (text: string) => (shared === "" ? text : text.slice(0, -shared.length));
    const parts: WordChange[] = [
      { kind: "out", text: cut(out) },
      { kind: "in", text: cut(put) },
      { kind: "same", text: shared + same },
    ];
    return parts.filter(({ text }) => text !== "");
  });
}
