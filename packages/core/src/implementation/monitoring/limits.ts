// Keeping a figure within a limit, or at nothing: episodes of being beyond it, as the rows of each day show them.
import { PROOFS } from "../../case/index.js";
import { dayNumber, sameDay } from "./book.js";
import { livingOn, type Reach } from "./events.js";
import { bindsFrom } from "./in-force.js";
import { initialLife } from "./life.js";
import { limitEvent } from "./limit-events.js";
import { figuresRead, type Limiting } from "./limit-figures.js";
import { eased, type LimitState, type Measure } from "./limit-state.js";
import type { RowReader } from "./watch.js";

/** Reads the rows of one day: first the figures, then what happened. */
export function limitReader(setting: Measure & { readonly reach: Reach }): RowReader<LimitState> {
  const { book, obligation } = setting;
  const begins = bindsFrom(obligation);
  const limiting: Limiting = {
    ...setting,
    begins: begins === null ? Number.NEGATIVE_INFINITY : dayNumber(begins),
    proofRank: PROOFS.indexOf(obligation.proof),
  };
  return {
    start: startOf(limiting),
    step: (before, rows, from, to) => {
      const state = dayBegun(limiting, before, rows[from] ?? 0);
      const figures: number[] = [];
      const events: number[] = [];
      for (let i = from; i < to; i++) {
        const row = rows[i] ?? 0;
        (book.qualifier(row) < PROOFS.length ? figures : events).push(row);
      }
      let next =
        figures.length > 0 ? figuresRead(limiting, { ...state, rows: state.rows + figures.length }, figures) : state;
      for (const row of events) next = limitEvent(setting, next, row);
      return next;
    },
    together: (a, b) => sameDay(book, a, b),
  };
}

/** The state on the day of a row, before it is read. */
function dayBegun(limiting: Limiting, before: LimitState, row: number): LimitState {
  const { book, scale } = limiting;
  const day = book.first(row);
  // Of a month in which one window ends and the next begins, the figure is the next one's.
  const window = scale.over?.closes(row) == null ? day : Math.max(day, scale.over.opens(row));
  return livingOn(eased(limiting, before, window), day);
}

const startOf = ({ obligation }: Limiting): LimitState => ({
  life: initialLife(obligation.conditional),
  rest: null,
  ended: -1,
  open: null,
  closed: null,
  awaited: null,
  waived: null,
  cured: false,
  lastProof: -1,
  last: -1,
  recent: [],
  rows: 0,
  notes: [],
});
