// What was answered, as a file that a person can read, write and feed back: the interview is a function of it.
import { Document, isMap, isNode } from "yaml";
import { z } from "zod";
import { type Problem, type Result, readSource, readYaml } from "../../case/index.js";

/** `{issue: option}`, whole. */
export type WrittenPackage = Readonly<Record<string, string>>;

/** One answer. Those about packages carry them, so that they mean the same whatever is asked next. */
export interface Given {
  /** Which question: `no-deal`, `best:ISSUE`, `swing:2`, `step:ISSUE`, `check:1`, `or:1`, `deal:1`, `bluff:OFFER`. */
  readonly ask: string;
  readonly answer: string;
  readonly first?: WrittenPackage | undefined;
  readonly second?: WrittenPackage | undefined;
}

const written = z.record(z.string().max(200), z.union([z.string(), z.number()]).transform(String));
const answers = z
  .array(
    z.strictObject({
      ask: z.string().min(1).max(200),
      answer: z.union([z.string().min(1).max(200), z.number()]).transform(String),
      first: written.optional(),
      second: written.optional(),
    }),
  )
  .max(2000);

/** Reads an answers file. @returns every problem with its place; a question answered twice is one. */
export function readAnswers(file: string, text: string): Result<Given[]> {
  const { document, faults } = readYaml(text);
  if (faults.length === 0 && document.contents === null) return { ok: true, value: [], problems: [] };
  const { source, problems } = readSource(file, text, answers);
  if (!source) return { ok: false, problems };
  const seen = new Set<string>();
  const twice = source.value.flatMap(({ ask }, index): Problem[] => {
    if (!seen.has(ask)) {
      seen.add(ask);
      return [];
    }
    return [
      { severity: "error", place: source.place([index, "ask"]), message: `"${ask}" is answered twice. Keep one.` },
    ];
  });
  return twice.length > 0 ? { ok: false, problems: twice } : { ok: true, value: source.value, problems: [] };
}

const WROTE = " Interests file written from them, by its SHA-256: ";

/** What an answers file says of the interests file that was written from it: the digest, or null. */
export const wroteInterests = (text: string): string | null =>
  new RegExp(`^#${WROTE}([0-9a-f]{64})$`, "m").exec(text)?.[1] ?? null;

/**
 * The answers as a file, one a line; feeding it back gives the same interview.
 * @param wrote SHA-256 (hexadecimal) of the interests file that goes with them, so that it is known again
 */
export function writeAnswers(given: readonly Given[], party: string, wrote: string | null = null): string {
  const document = new Document(
    given.map(({ ask, answer, first, second }) => ({
      ask,
      answer,
      ...(first && { first }),
      ...(second && { second }),
    })),
  );
  document.commentBefore = ` Answers of an interview about what ${party} needs. Confidential. Fed back, they give the same interests.${wrote === null ? "" : `\n${WROTE}${wrote}`}`;
  const list = document.contents;
  if (isNode(list) && "items" in list)
    for (const item of list.items) {
      if (isMap(item)) item.flow = true;
    }
  return document.toString({ lineWidth: 0 });
}
