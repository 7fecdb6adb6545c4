// Doing something by a day.
import { type Day, type Obligation, PROOFS } from "../../case/index.js";
import { type Book, dayNumber, dayText, type EventKind, QUALIFIERS } from "./book.js";
import type { Scale } from "./compare.js";
import { type Living, livedOn, livingOn, type Reach, rowByRow } from "./events.js";
import { begun } from "./life.js";
import { type Notes, noted } from "./noted.js";
import type { Reader } from "./watch.js";

interface Setting {
  readonly book: Book;
  readonly obligation: Obligation<"achieve">;
  readonly scale: Scale | null;
  readonly reach: Reach;
}

export interface AchieveState extends Living {
  /** The row that proves that it is done; −1 while none does. */
  readonly done: number;
  /** A row that says so and proves nothing. */
  readonly claimed: number;
  /** After the due day: the row that proves that it was not done by then. */
  readonly undone: number;
  readonly waived: number;
  readonly disputed: number;
  readonly dismissed: number;
  /** The row with which it was over, or rested. */
  readonly ended: number;
  readonly lastProof: number;
  readonly last: number;
  readonly recent: readonly number[];
  readonly rows: number;
  readonly notes: Notes;
}

const RECENT = 4;

/** The day on which it was done, for whatever runs from that; of a month alone it is known by its end. */
export const doneOn = (book: Book, { done }: AchieveState): Day[] => (done < 0 ? [] : [dayText(book.last(done))]);

export function achieveReader({ book, obligation, scale, reach }: Setting): Reader<AchieveState> {
  const norm = obligation.norm;
  const proofRank = PROOFS.indexOf(obligation.proof);
  const due = norm.by === null ? Number.MAX_SAFE_INTEGER : dayNumber(norm.by);
  const { limit } = norm;
  const begins = obligation.from === null ? Number.NEGATIVE_INFINITY : dayNumber(obligation.from);
  const reached = (row: number): boolean => limit !== null && scale !== null && scale.side(row, limit) === "within";
  const figure = (before: AchieveState, row: number): AchieveState => {
    const state = livingOn(before, book.first(row));
    const proves = book.qualifier(row) <= proofRank;
    const base = {
      ...state,
      last: row,
      rows: state.rows + 1,
      ...(proves && { lastProof: row, recent: [...state.recent, row].slice(-RECENT) }),
    };
    if (state.done >= 0) return base;
    // What was so before it bound anybody fulfils nothing.
    if (book.last(row) < begins) return base;
    // Nor does anything, while it does not bind yet or once it is over.
    if (state.life !== "InEffect" && state.life !== "Suspension") return base;
    if (reached(row)) {
      if (!proves) return { ...base, claimed: row };
      // Late or not, it is done: a treaty takes what comes late (Symboleo does not).
      return { ...base, done: row, life: "Fulfillment" };
    }
    return proves && book.first(row) >= due && limit !== null
      ? { ...base, undone: state.undone >= 0 ? state.undone : row }
      : base;
  };
  const happened = (before: AchieveState, row: number): AchieveState => {
    const state = livingOn(before, book.first(row));
    const kind = QUALIFIERS[book.qualifier(row)] as EventKind;
    const refused = (text: string): AchieveState => ({
      ...state,
      notes: noted(state.notes, { kind: "not-accepted", text, rows: [row] }),
    });
    if (kind === "fulfilled")
      return state.life === "InEffect"
        ? { ...state, life: "Fulfillment", done: row }
        : refused("cannot be fulfilled as it stands");
    const lived = livedOn({ book, obligation, reach }, row, kind, state);
    if (lived?.kind === "refused") return refused(lived.why);
    if (lived?.kind === "same") return state;
    if (lived) {
      const { life, rest } = lived;
      // What is said of a suspension while it lasts is not when it began.
      return { ...state, life, rest, ended: life === state.life ? state.ended : life === "InEffect" ? -1 : row };
    }
    if (kind === "disputed") return { ...state, disputed: row };
    if (kind === "upheld") return { ...state, undone: row, disputed: -1 };
    if (kind === "dismissed" && state.disputed < 0 && state.undone < 0 && book.last(row) <= due)
      return refused("is dismissed, and nothing is held against it");
    if (kind === "waived")
      return book.value(row) <= 0 ? refused("is waived for no number of days") : { ...state, waived: row };
    if (kind === "dismissed") return { ...state, disputed: -1, undone: -1, dismissed: row };
    return kind === "exerted" ? state : refused(`cannot be ${kind}: that befalls a power`);
  };
  return {
    start: {
      life: begun(obligation.conditional),
      rest: null,
      done: -1,
      claimed: -1,
      undone: -1,
      waived: -1,
      disputed: -1,
      dismissed: -1,
      ended: -1,
      lastProof: -1,
      last: -1,
      recent: [],
      rows: 0,
      notes: [],
    },
    ...rowByRow(book, figure, happened),
  };
}
