// What happens to an obligation to keep within a limit, beside its figures.
import { type EventKind, QUALIFIERS } from "./book.js";
import { isOver, type Living, livedOn, type Reach } from "./events.js";
import type { LimitState, Measure } from "./limit-state.js";
import { noted } from "./noted.js";
import { named, type Spell } from "./spells.js";
import { grown } from "./watch.js";

/** A waiver that names no number of days holds until a proof is within the limit, or the waiver is taken back. */
export const FOR_EVER = Number.MAX_SAFE_INTEGER;

/** The state after a row that says that something happened. */
export function limitEvents({
  book,
  obligation,
  reach,
}: Measure & { readonly reach: Reach }): (state: LimitState, row: number) => LimitState {
  /** What becomes of an open episode where the life of its obligation changes. */
  const moved = (state: LimitState, { life, rest }: Living, row: number, kind: EventKind): LimitState => {
    const { open, closed } = state;
    const next = { ...state, life, rest, ended: isOver(life) ? row : state.ended };
    const closedAs = (ended: Spell["ended"]): LimitState =>
      open ? { ...next, open: null, closed: grown<Spell>({ ...open, end: row, ended }, closed) } : next;
    if (isOver(life)) return closedAs("lapsed");
    // Whether what was beyond during a disputed suspension is a breach follows from what becomes of the dispute.
    const hangs = open !== null && open.disputed >= 0 && open.disputed === state.rest?.disputed;
    if (hangs && kind === "upheld") return closedAs("dismissed");
    if (hangs && kind === "dismissed") return { ...next, open: { ...open, upheld: row } };
    return next;
  };

  const happened = (state: LimitState, row: number): LimitState => {
    const kind = QUALIFIERS[book.qualifier(row)] as EventKind;
    const lived = livedOn({ book, obligation, reach }, row, kind, state);
    const refused = (text: string): LimitState => ({
      ...state,
      notes: noted(state.notes, { kind: "not-accepted", text, rows: [row] }),
    });
    if (kind === "resumed" && !reach.has(row) && state.life === "InEffect" && state.waived !== null)
      return { ...state, waived: null };
    if (lived?.kind === "refused") return refused(lived.why);
    if (lived) return lived.kind === "same" ? state : moved(state, lived, row, kind);
    const { open } = state;
    // What was over by itself can be disputed after it.
    const overBefore = state.closed?.head.ended === "over" ? state.closed : null;
    const about = (change: Partial<Spell> | ((spell: Spell) => Partial<Spell>)): LimitState | null => {
      const changed = (spell: Spell): Spell => ({
        ...spell,
        ...(typeof change === "function" ? change(spell) : change),
      });
      if (open) return { ...state, open: changed(open) };
      return overBefore ? { ...state, closed: grown(changed(overBefore.head), overBefore.tail) } : null;
    };
    switch (kind) {
      case "waived":
        if (book.value(row) <= 0)
          return refused("is waived for no number of days; write it as the value, or leave it out");
        return {
          ...state,
          waived: book.value(row) > 0 ? book.last(row) + book.value(row) : FOR_EVER,
          open: null,
          closed: open ? grown<Spell>({ ...open, end: row, ended: "waived" }, state.closed) : state.closed,
        };
      case "disputed":
        return about({ disputed: row, upheld: -1 }) ?? refused("is disputed, and nothing is beyond the limit");
      case "upheld":
        return (
          about((spell) => ({
            upheld: row,
            verified: spell.verified >= 0 ? spell.verified : row,
            doers: named(spell.doers, spell.suspects),
          })) ?? refused("is upheld, and nothing is beyond the limit")
        );
      case "dismissed":
        if (!open && overBefore) return about({ end: row, ended: "dismissed", lastDay: null }) ?? state;
        return open
          ? { ...state, open: null, closed: grown<Spell>({ ...open, end: row, ended: "dismissed" }, state.closed) }
          : refused("is dismissed, and nothing is beyond the limit");
      case "exerted":
        return state;
      default:
        return refused(`cannot be ${kind}: that befalls a power`);
    }
  };

  return happened;
}
