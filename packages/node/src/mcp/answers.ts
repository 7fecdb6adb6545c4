// Answers of the command line: what it writes, and its results with what they say in a sentence.
import type { Reader } from "../store/index.js";
import { type Assistant, folderOf, readerOf } from "./assistant.js";
import { Refused } from "./refused.js";

const MOST_RESULT_BYTES = 4 * 1024 * 1024;

/** A question to a command about a case. */
export interface Question {
  readonly command: string;
  readonly case: string;
  readonly more: readonly string[];
}

/** What a command writes. Where a case lies is not told. @throws Refused with what it says */
export const written = (assistant: Assistant, question: Question, signal: AbortSignal): Promise<string> =>
  asked(assistant, question, signal).then((text) => text.trimEnd());

/** The result object. @throws Refused where there is none, or it is too large */
export async function resultOf(assistant: Assistant, question: Question, signal: AbortSignal): Promise<unknown> {
  const text = await asked(assistant, { ...question, more: [...question.more, "--json"] }, signal);
  if (text.length > MOST_RESULT_BYTES) throw new Refused(assistant.words.tooLong(Math.ceil(text.length / 1024 ** 2)));
  return JSON.parse(text) as unknown;
}

async function asked(
  assistant: Assistant,
  { command, case: id, more }: Question,
  signal: AbortSignal,
): Promise<string> {
  const folder = await folderOf(assistant, id);
  const reader = await readerOf(assistant, id);
  const { code, out, err } = await assistant.run([command, folder, ...more, ...forReader(reader)], signal);
  signal.throwIfAborted();
  const told = (text: string) => text.replaceAll(folder, () => id);
  if (code !== 0) throw new Refused(told(err || out).trim());
  // A result names no folder, and must stay the JSON that it is.
  return more.includes("--json") ? out : told(out);
}

const forReader = (reader: Reader): readonly string[] => (reader === null ? [] : ["--share", reader]);

/** What a result says in a sentence: as a whole, or of each of its offers or terms by their names. */
export function sentencesIn(result: unknown): string[] {
  if (!isObject(result)) return [];
  if (typeof result.sentence === "string") return [result.sentence];
  return Object.values(result).flatMap((list) =>
    (Array.isArray(list) ? (list as unknown[]) : []).flatMap((one) =>
      isObject(one) && typeof one.sentence === "string"
        ? [[...(typeof one.name === "string" ? [one.name] : []), one.sentence].join(": ")]
        : [],
    ),
  );
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
