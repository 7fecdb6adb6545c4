// Reading an obligation's rows in time: one state that each day's rows move on. States are small and never change once made,
// so that reading can go on from any of them.

/** A list that grows at its head and is shared by all that hold its tail. */
export interface SharedList<T> {
  readonly head: T;
  readonly tail: SharedList<T> | null;
  readonly size: number;
}

/** The list with one more at its head. */
export const cons = <T>(head: T, tail: SharedList<T> | null): SharedList<T> => ({
  head,
  tail,
  size: (tail?.size ?? 0) + 1,
});

/** In the order in which they were added; the latest `most` of them. */
export function listOf<T>(list: SharedList<T> | null, most: number = Number.POSITIVE_INFINITY): T[] {
  const all: T[] = [];
  for (let one = list; one && all.length < most; one = one.tail) all.push(one.head);
  return all.reverse();
}

/** How one kind of obligation reads rows. */
export interface RowReader<S> {
  readonly start: S;
  /** Rows of one day, or of one month where that is all that is known: positions [from, to) of `rows`. */
  readonly step: (state: S, rows: ArrayLike<number>, from: number, to: number) => S;
  /** Whether two rows are read in one step. */
  readonly together: (a: number, b: number) => boolean;
}

export interface Run<S> {
  readonly state: () => S;
  /** Reads on from where a row was put in; without a place, all anew. @returns how many rows were read */
  readonly from: (place: number | null) => number;
}

/** A state is kept after so many steps; a row put in costs no more than twice that, and what follows it. */
const KEPT_EVERY = 256;

/** Reads rows from the first, and again from any place on. */
export function run<S>(reader: RowReader<S>, rows: () => ArrayLike<number>): Run<S> {
  /** Before the row at `place` is read. */
  let kept: { place: number; state: S }[] = [{ place: 0, state: reader.start }];
  let state = reader.start;
  const from = (place: number | null): number => {
    const all = rows();
    // A row may join those of its day, so a state is good only where its place lies before that day's first row.
    let day = Math.min(place ?? 0, all.length);
    while (day > 0 && reader.together(all[day - 1] ?? 0, all[day] ?? 0)) day -= 1;
    kept = kept.filter((one, i) => i === 0 || one.place <= day);
    let { place: at, state: now } = kept.at(-1) ?? { place: 0, state: reader.start };
    const begin = at;
    let steps = 0;
    while (at < all.length) {
      let to = at + 1;
      while (to < all.length && reader.together(all[at] ?? 0, all[to] ?? 0)) to += 1;
      now = reader.step(now, all, at, to);
      at = to;
      steps += 1;
      if (steps % KEPT_EVERY === 0) kept.push({ place: at, state: now });
    }
    state = now;
    return at - begin;
  };
  from(null);
  return { state: () => state, from };
}
