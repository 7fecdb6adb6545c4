// Where Enter goes on in a table of fields: down a column, and from its end to the top of the next.

/** The field after this one, column by column; null at the end, or where there is no room for one. */
export function nextField(from: HTMLElement, by: 1 | -1): HTMLElement | null {
  const cell = from.closest<HTMLTableCellElement>("td, th");
  const table = cell?.closest("table");
  if (!cell || !table || from.closest("tr.new")) return null;
  const fields = [...table.querySelectorAll<HTMLElement>("tbody input:enabled, tbody select:enabled")];
  const columnOf = (field: HTMLElement) => field.closest<HTMLTableCellElement>("td, th")?.cellIndex ?? -1;
  const column = cell.cellIndex;
  const own = fields.filter((field) => columnOf(field) === column && !field.closest("tr.new"));
  // From its head a column is entered at its top.
  const at = own.indexOf(from);
  const within = at < 0 && by > 0 ? own[0] : own[at + by];
  if (within) return within;
  return by > 0 ? (fields.find((field) => columnOf(field) > column && !field.closest("tr.new")) ?? null) : null;
}
