/** A unit as it is read: `% U-235` for `pctU235`, `kg U` for `kgU`. */
export function unitText(unit: string): string {
  const text = unit.trim().replace(/\s+/g, " ");
  const spaced = (word: string) => word.replace(/^U(?=\d{3}$)/, "U-").trim();
  const percent = /^(?:%|percent|per cent|pct)\s*(?:of\s+)?(.*)$/i.exec(text);
  if (percent) return `% ${spaced(percent[1] ?? "")}`.trim();
  return text.replace(/^(kg|g|t)(?=[A-Z])/, "$1 ");
}
