// Doing something by a day.
import { type Day, type Limit, type Obligation, PROOFS } from "../../case/index.js";
import { type Book, dayNumber, dayText, type EventKind, QUALIFIERS } from "./book.js";
import type { LimitScale } from "./compare.js";
import { type Living, livedOn, livingOn, type Reach, rowByRow } from "./events.js";
import { initialLife } from "./life.js";
import { type Notes, withNote } from "./notes.js";
import type { RowReader } from "./watch.js";

interface AchieveInput {
  readonly book: Book;
  readonly obligation: Obligation<"achieve">;
  readonly scale: LimitScale | null;
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

/** What the rows of one task are read with. */
interface Task extends AchieveInput {
  readonly limit: Limit | null;
  readonly due: number;
  readonly begins: number;
  readonly proofRank: number;
}

export function achieveReader(setting: AchieveInput): RowReader<AchieveState> {
  const { book, obligation } = setting;
  const { norm, from } = obligation;
  const task: Task = {
    ...setting,
    limit: norm.limit,
    due: norm.by === null ? Number.MAX_SAFE_INTEGER : dayNumber(norm.by),
    begins: from === null ? Number.NEGATIVE_INFINITY : dayNumber(from),
    proofRank: PROOFS.indexOf(obligation.proof),
  };
  return {
    start: { ...NOTHING, life: initialLife(obligation.conditional) },
    ...rowByRow(
      book,
      (state, row) => figureRead(task, livingOn(state, book.first(row)), row),
      (state, row) => happened(task, livingOn(state, book.first(row)), row),
    ),
  };
}

const NOTHING: Omit<AchieveState, "life"> = {
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
};

function figureRead(task: Task, state: AchieveState, row: number): AchieveState {
  const { book, scale, limit, due, proofRank } = task;
  const proves = book.qualifier(row) <= proofRank;
  const base = {
    ...state,
    last: row,
    rows: state.rows + 1,
    ...(proves && { lastProof: row, recent: [...state.recent, row].slice(-RECENT) }),
  };
  if (limit === null || !canBeDone(task, state, row)) return base;
  if (scale?.side(row, limit) === "within") {
    if (!proves) return { ...base, claimed: row };
    // Late or not, it is done: a treaty takes what comes late (Symboleo does not).
    return { ...base, done: row, life: "Fulfillment" };
  }
  return proves && book.first(row) >= due ? { ...base, undone: state.undone >= 0 ? state.undone : row } : base;
}

/** Whether a figure can do it: it is not done yet, and binds; what was so before it bound anybody fulfils nothing. */
const canBeDone = ({ book, begins }: Task, { done, life }: AchieveState, row: number): boolean =>
  done < 0 && book.last(row) >= begins && (life === "InEffect" || life === "Suspension");

function happened(task: Task, state: AchieveState, row: number): AchieveState {
  const { book } = task;
  const kind = QUALIFIERS[book.qualifier(row)] as EventKind;
  if (kind === "fulfilled")
    return state.life === "InEffect"
      ? { ...state, life: "Fulfillment", done: row }
      : refused(state, row, "cannot be fulfilled as it stands");
  const lived = livedOn(task, row, kind, state);
  if (!lived) return befallen(task, state, row, kind);
  if (lived.kind === "refused") return refused(state, row, lived.why);
  if (lived.kind === "same") return state;
  const { life, rest } = lived;
  // What is said of a suspension while it lasts is not when it began.
  return { ...state, life, rest, ended: life === state.life ? state.ended : life === "InEffect" ? -1 : row };
}

/** What is said of a task beside its life: that it was not done, or need not be. */
function befallen({ book, due }: Task, state: AchieveState, row: number, kind: EventKind): AchieveState {
  switch (kind) {
    case "disputed":
      return { ...state, disputed: row };
    case "upheld":
      return { ...state, undone: row, disputed: -1 };
    case "dismissed":
      return state.disputed < 0 && state.undone < 0 && book.last(row) <= due
        ? refused(state, row, "is dismissed, and nothing is held against it")
        : { ...state, disputed: -1, undone: -1, dismissed: row };
    case "waived":
      return book.value(row) <= 0 ? refused(state, row, "is waived for no number of days") : { ...state, waived: row };
    case "exerted":
      return state;
    default:
      return refused(state, row, `cannot be ${kind}: that befalls a power`);
  }
}

const refused = (state: AchieveState, row: number, text: string): AchieveState => ({
  ...state,
  notes: withNote(state.notes, { kind: "not-accepted", text, rows: [row] }),
});
