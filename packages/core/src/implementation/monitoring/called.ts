// What people call what a row or a remark is about.
import { doersText } from "../../wording/index.js";
import type { Episode, Finding, Monitoring, ObligationStanding } from "./types.js";

/** So many lines of a remark are written out. */
const SHOWN = 8;

/** An obligation by its text and whose it is: `Heavy water at most 130 t (Iran)`. */
export const ownedText = ({ text, party }: Pick<ObligationStanding, "text" | "party">): string => `${text} (${party})`;

/** The same with who broke it, where several owe it: `No shot (Ann and Bob; by whom is not known)`. */
export const chargedText = ({ text, party }: Pick<ObligationStanding, "text" | "party">, by: Episode["by"]): string =>
  ownedText({ text, party: withDoers(party, by) });

/** `Ann and Bob; by Ann` */
const withDoers = (party: string, by: Episode["by"]): string => `${party}${doersText(by).replace(",", ";")}`;

/** Of an obligation, a power or a metric: what people call it; its id where nothing has it. */
export const namesOf = ({
  obligations,
  powers,
}: Pick<Monitoring, "obligations" | "powers">): ((id: string) => string) => {
  const names = new Map<string, string>([
    ...obligations.flatMap(({ metric }) => (metric ? [[metric.id, metric.name] as const] : [])),
    ...powers.map(({ id, text }) => [id, text] as const),
    ...obligations.map((one) => [one.id, ownedText(one)] as const),
  ]);
  return (id) => names.get(id) ?? id;
};

/** `Heavy water at most 130 t (Iran), lines 3, 7: …` */
export function findingText({ about, text, lines, rows }: Finding, nameOf: (id: string) => string): string {
  const head = [about === "" ? "" : nameOf(about), linesText(lines, rows)].filter(Boolean).join(", ");
  return head ? `${head}: ${text}` : text;
}

/** `lines 3, 7 and 55 more`: the rows that a remark is about; empty where it is about none. */
export function linesText(lines: readonly number[], rows: number): string {
  if (lines.length === 0) return "";
  const shown = lines.slice(0, SHOWN);
  const more = Math.max(rows, lines.length) - shown.length;
  const named = shown.join(", ");
  return `${rows === 1 ? "line" : "lines"} ${named}${more > 0 ? ` and ${more} more` : ""}`;
}
