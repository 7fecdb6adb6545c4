// Whether the words of statements stand where they are said to: in the documents that are kept beside the case.
import type { CaseFile } from "./parse.js";
import type { Problem } from "./problems.js";
import { reporter } from "./reporter.js";
import { schemas } from "./schema.js";
import { readSource } from "./source-text.js";
import type { Case } from "./types.js";

/**
 * Warnings, each with its place in record.yaml: a statement is true to its source or not, but the case can be used.
 * @param textOf the text of a document; null where it is not kept here
 */
export function checkWords(
  files: readonly CaseFile[],
  { statements, sources }: Case,
  textOf: (document: string) => string | null,
): Problem[] {
  const record = files.find(({ path }) => path === "record.yaml");
  const { source } = record ? readSource(record.path, record.text, schemas.record) : { source: null };
  if (!source) return [];
  const problems: Problem[] = [];
  const report = reporter(source, problems);
  for (const [place, { words, source: from }] of statements.entries()) {
    const document = sources.find(({ id }) => id === from)?.document ?? null;
    if (!words || words.spans.length === 0) continue;
    const path = ["statements", place, "words"];
    const text = document === null ? null : textOf(document);
    if (text === null)
      report.warning(
        path,
        document === null
          ? `the words have places, but source "${from}" names no document that they could stand in.`
          : `the words have places in documents/${document}.txt, which is not here. They stand alone.`,
      );
    else if (words.quote !== words.spans.map(([start, end]) => text.slice(start, end)).join(" … "))
      report.warning(
        path,
        `the words are not what stands at these places of documents/${document}.txt. Read the document again and compare.`,
      );
  }
  return problems;
}
