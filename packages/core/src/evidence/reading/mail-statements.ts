// The statements of mail: every sentence of every message, by whoever wrote it.
import type { Paragraph } from "./attributed.js";
import type { Message } from "./forms/mail.js";
import { readOwnWords } from "./own-statements.js";
import type { Proposed } from "./proposed.js";
import type { Quotation } from "./quotations.js";

export function readMail(
  text: string,
  messages: readonly Message[],
): {
  readonly proposed: Proposed[];
  readonly paragraphs: readonly Paragraph[];
  readonly quotations: readonly Quotation[];
} {
  const proposed: Proposed[] = [];
  const paragraphs: Paragraph[] = [];
  for (const [turn, { author, mention, said, day }] of messages.entries()) {
    const own = {
      form: "letter",
      author: { name: author, role: null, mention },
      addressee: messages[turn + 1]?.author ?? null,
      around: new Set<number>(),
    } as const;
    const read = readOwnWords(text, said, own);
    proposed.push(...read.proposed.map((one) => ({ ...one, turn, ...(day !== null && { on: day }) })));
    paragraphs.push(...read.paragraphs);
  }
  return { proposed, paragraphs: paragraphs.sort((a, b) => a.start - b.start), quotations: [] };
}
