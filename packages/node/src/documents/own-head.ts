// What a text says of itself, added to what its file says.
import { documentDay, frontMatterIn } from "@parley/core/internal";
import type { DocumentText } from "./document-text.js";

/** With what the text says of itself: front matter, and the day by dateline, metadata or name, in this order. */
export function withOwnHead(name: string, { matter, ...read }: DocumentText): DocumentText {
  const front = frontMatterIn(matter ?? "");
  const own = documentDay(read.text, front.date ?? read.published ?? null, name);
  const { published: _, ...rest } = read;
  return {
    ...rest,
    ...(front.title !== null && { title: front.title }),
    ...(front.author !== null && { byline: front.author }),
    ...(own && { published: own.day, dayFrom: own.from }),
  };
}
