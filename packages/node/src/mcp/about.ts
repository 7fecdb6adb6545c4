// What an assistant is told of the cases that there are, and of one of them.
import type { Case } from "@parley/core/internal";
import { findCases } from "../store/index.js";
import { type Assistant, opened } from "./assistant.js";
import { Refused } from "./refused.js";
import type { McpWords } from "./tools.js";

export async function listText(assistant: Assistant, signal: AbortSignal): Promise<string> {
  const { words, folder } = assistant;
  const lines: string[] = [];
  for (const id of (await findCases(folder)).keys())
    try {
      const { title, asOf } = await opened(assistant, id, signal);
      lines.push(words.caseLine(id, title, asOf));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      lines.push(words.broken(id));
    }
  return lines.join("\n") || words.none;
}

export function aboutText(
  { about }: McpWords,
  { title, asOf, parties, issues, offers }: Case,
  documents: readonly string[],
): string {
  const list = (head: string, lines: readonly string[]) => (lines.length === 0 ? [] : ["", head, ...lines]);
  return [
    title,
    ...(asOf === null ? [] : [about.asOf(asOf)]),
    ...list(
      about.parties,
      parties.map(({ id, name }) => about.party(id, name)),
    ),
    ...list(
      about.issues,
      issues.map(({ id, name, options, today }) =>
        about.issue(
          id,
          name,
          options.map((option) => `${option.id}: ${option.name}`),
          options[today]?.id ?? "",
        ),
      ),
    ),
    ...list(
      about.offers,
      offers.map(({ id, name, by, outsider, date }) => about.offer(id, name, by.join(", ") || (outsider ?? ""), date)),
    ),
    ...list(
      about.documents,
      documents.map((name) => `- ${name}`),
    ),
  ].join("\n");
}
