/** A field for a day takes a day, and not that it lies in a month. */
export const startingText = (proposed: string, date: boolean): string =>
  date && !/^\d{4}-\d{2}-\d{2}$/.test(proposed) ? "" : proposed;
