// What happens to an obligation to keep within a limit, beside its figures.
import { type EventKind, QUALIFIERS } from "./book.js";
import { isOver, type Living, livedOn, type Reach } from "./events.js";
import type { LimitState, Measure } from "./limit-state.js";
import { withNote } from "./notes.js";
import { named, type Spell } from "./spells.js";
import { cons } from "./watch.js";

/** A waiver that names no number of days holds until a proof is within the limit, or the waiver is taken back. */
export const FOR_EVER = Number.MAX_SAFE_INTEGER;

/** What limits are judged with, and what powers do to them. */
type Fate = Measure & { readonly reach: Reach };

/** The state after a row that says that something happened. */
export function limitEvent(fate: Fate, state: LimitState, row: number): LimitState {
  const { book, reach } = fate;
  const kind = QUALIFIERS[book.qualifier(row)] as EventKind;
  const lived = livedOn(fate, row, kind, state);
  if (kind === "resumed" && !reach.has(row) && state.life === "InEffect" && state.waived !== null)
    return { ...state, waived: null };
  if (!lived) return befallen(fate, state, row, kind);
  if (lived.kind === "refused") return refused(state, row, lived.why);
  return lived.kind === "same" ? state : moved(state, lived, row, kind);
}

/** What becomes of an open episode where the life of its obligation changes. */
function moved(state: LimitState, { life, rest }: Living, row: number, kind: EventKind): LimitState {
  const { open } = state;
  const next = { ...state, life, rest, ended: isOver(life) ? row : state.ended };
  if (isOver(life)) return closedAs(next, row, "lapsed");
  // Whether what was beyond during a disputed suspension is a breach follows from what becomes of the dispute.
  const hangs = open !== null && open.disputed >= 0 && open.disputed === state.rest?.disputed;
  if (hangs && kind === "upheld") return closedAs(next, row, "dismissed");
  if (hangs && kind === "dismissed") return { ...next, open: { ...open, upheld: row } };
  return next;
}

const closedAs = (state: LimitState, row: number, ended: Spell["ended"]): LimitState =>
  state.open ? { ...state, open: null, closed: cons<Spell>({ ...state.open, end: row, ended }, state.closed) } : state;

const refused = (state: LimitState, row: number, text: string): LimitState => ({
  ...state,
  notes: withNote(state.notes, { kind: "not-accepted", text, rows: [row] }),
});

/** What is said of a time beyond the limit: that it is waived, disputed, proved, or none. */
function befallen({ book }: Fate, state: LimitState, row: number, kind: EventKind): LimitState {
  switch (kind) {
    case "waived":
      return waivedBy(state, row, book.last(row), book.value(row));
    case "disputed":
      return (
        spellChanged(state, () => ({ disputed: row, upheld: -1 })) ??
        refused(state, row, "is disputed, and nothing is beyond the limit")
      );
    case "upheld":
      return (
        spellChanged(state, ({ verified, doers, suspects }) => ({
          upheld: row,
          verified: verified >= 0 ? verified : row,
          doers: named(doers, suspects),
        })) ?? refused(state, row, "is upheld, and nothing is beyond the limit")
      );
    case "dismissed":
      if (state.open) return closedAs(state, row, "dismissed");
      return (
        spellChanged(state, () => ({ end: row, ended: "dismissed", lastDay: null })) ??
        refused(state, row, "is dismissed, and nothing is beyond the limit")
      );
    case "exerted":
      return state;
    default:
      return refused(state, row, `cannot be ${kind}: that befalls a power`);
  }
}

/** @param days for how many after `day`, the day of the row; NaN where it does not say */
function waivedBy(state: LimitState, row: number, day: number, days: number): LimitState {
  if (days <= 0) return refused(state, row, "is waived for no number of days; write it as the value, or leave it out");
  return closedAs({ ...state, waived: days > 0 ? day + days : FOR_EVER }, row, "waived");
}

/** With its open episode changed, or one that was over by itself before: that can be disputed after it. Null: there is none. */
function spellChanged(state: LimitState, change: (spell: Spell) => Partial<Spell>): LimitState | null {
  const { open, closed } = state;
  if (open) return { ...state, open: { ...open, ...change(open) } };
  if (closed?.head.ended !== "over") return null;
  return { ...state, closed: cons({ ...closed.head, ...change(closed.head) }, closed.tail) };
}
