// Two versions of a draft, clause by clause: what moved, and who gave.
import { diffArrays } from "diff";
import { bracketText, type Clause, type DraftPart, isBracket, type Piece, plainText } from "../document.js";

export interface WordChange {
  readonly kind: "same" | "out" | "in";
  readonly text: string;
}

export interface Gift {
  readonly party: string;
  /** It gave, or took back what it had given. */
  readonly kind: "gave" | "took back";
}

export interface ClauseChange {
  readonly id: string;
  /** Its number, or its part's title: in the later version, where it is there. */
  readonly where: string;
  /** `settled`: no bracket is open any more. `opened`: one is, where none was. `redated`: only what nobody has agreed is proposed otherwise. */
  readonly kind: "new" | "dropped" | "settled" | "opened" | "reworded" | "redated";
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
  const [old, now] = [placed(before), placed(after)];
  return [
    ...[...now.values()].flatMap((one): ClauseChange[] => {
      const was = old.get(one.clause.id);
      if (!was) return [changeOf(null, one, "new")];
      if (sameText(was.clause) === sameText(one.clause)) return [];
      const [opened, open] = [was.clause.pieces.some(isBracket), one.clause.pieces.some(isBracket)];
      if (agreedText(was.clause) === agreedText(one.clause)) return [changeOf(was, one, "redated")];
      return [changeOf(was, one, opened && !open ? "settled" : open && !opened ? "opened" : "reworded")];
    }),
    ...[...old.values()].filter(({ clause: { id } }) => !now.has(id)).map((one) => changeOf(one, null, "dropped")),
  ];
}

/** Annexes say again what the clauses say. */
const placed = (parts: readonly DraftPart[]): Map<string, Placed> =>
  new Map(
    parts
      .filter(({ id }) => !id.startsWith("annex:"))
      .flatMap(({ blocks, title }) =>
        blocks.flatMap((block): [string, Placed][] =>
          block.kind === "clause" ? [[block.id, { clause: block, where: block.number ?? title }]] : [],
        ),
      ),
  );

/** What a clause says, whatever numbers the clauses bear that it refers to. */
const sameText = ({ pieces }: Clause): string => pieces.map(saidBy).join("");

/** The same without what is only proposed, by nobody. */
const agreedText = ({ pieces }: Clause): string =>
  pieces
    .map((piece) =>
      typeof piece !== "string" && isBracket(piece) && piece.alternatives.every(({ by }) => by === null)
        ? `[${piece.asks}]`
        : saidBy(piece),
    )
    .join("");

const saidBy = (piece: Piece): string =>
  typeof piece === "string" ? piece : isBracket(piece) ? bracketText(piece) : `{${piece.to}}`;

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

/** Who gave, where the clause says: by how a word is read, or by how far a promise goes. */
function giftsOf(was: Clause | null, now: Clause | null): Gift[] {
  const [before, after] = [was?.topic ?? null, now?.topic ?? null];
  if (before?.kind === "component" && after?.kind === "component") {
    // Whoever comes to read a part as another did has given; whoever leaves the others' reading has taken back.
    return Object.entries(after.said).flatMap(([party, said]): Gift[] => {
      const past = before.said[party];
      if (past === undefined || past === said) return [];
      const others = Object.entries(before.said).filter(([other]) => other !== party);
      if (others.some(([, reading]) => reading === said && reading !== "unsaid")) return [{ party, kind: "gave" }];
      return others.some(([, reading]) => reading === past) ? [{ party, kind: "took back" }] : [];
    });
  }
  const moves = [before, after].map((topic) => (topic?.kind === "move" ? topic : null));
  const [by] = moves.flatMap((move) => (move ? [move.by] : []));
  if (by === undefined || (moves[0] && moves[1] && moves[0].by !== moves[1].by)) return [];
  const [far, farther] = moves.map((move) => (move ? Math.abs(move.to - move.from) : 0));
  if (far === undefined || farther === undefined || Math.abs(farther - far) < 1e-9) return [];
  return [{ party: by, kind: farther > far ? "gave" : "took back" }];
}
