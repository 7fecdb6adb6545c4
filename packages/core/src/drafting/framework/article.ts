// An article of numbered clauses, and one whose end stands in a field of its own.
import type { FrameworkTerms } from "../../case/index.js";
import { blank, type Clause, clause, type DraftPart, field } from "../document.js";

export const article = (id: string, number: number, title: string, blocks: readonly Clause[]): DraftPart => ({
  id,
  label: `Article ${number}`,
  title,
  blocks,
});

export const numbered = (of: number, clauses: readonly Omit<Clause, "number">[]): Clause[] =>
  clauses.map((one, place) => ({ ...one, number: `${of}.${place + 1}` }));

type FieldName = Exclude<keyof FrameworkTerms, "languages">;

/** A sentence whose end stands in the framework's own field, or in brackets. */
export function textClause(terms: FrameworkTerms, name: FieldName, opening: string, asks: string): Clause {
  const at = field("agreement.yaml", ["framework", name], `framework › ${name}`);
  const set = terms[name];
  return clause(
    `framework:${name}`,
    [
      opening,
      set ?? blank(`framework:${name}`, asks, null, { form: name === "date" ? "date" : "text", at }),
      set && /[.!?]$/.test(set) ? "" : ".",
    ],
    { from: [at], flags: set === null ? [{ kind: "missing", text: `It is not said ${asks}.` }] : [] },
  );
}
