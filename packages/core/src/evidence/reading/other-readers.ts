// What another program proposes of a text: a parser, a translation, a model that the user runs. It is taken only where its
// words stand in the text letter for letter, is marked with who proposed it, and is reviewed like anything else.
import { z } from "zod";
import type { ReadStatement, Speaker } from "./reading.js";

/** One proposal: the words with their place, or the words alone where they stand in the text once. */
const proposal = z.strictObject({
  quote: z.string().min(1).max(100_000),
  start: z.number().int().nonnegative().optional(),
  speaker: z.string().min(1).max(300),
  role: z.string().max(300).optional(),
  act: z.enum(["states", "offers", "demands", "accepts", "refuses", "denies", "leaves open", "asks"]).optional(),
  confidence: z.number().min(0).max(1).optional(),
});

export interface OtherReading {
  readonly statements: readonly ReadStatement[];
  /** What was not taken, and why: sentences for people. */
  readonly dropped: readonly string[];
}

const SHOWN = 60;

/**
 * The proposals of another reader that stand in the text.
 * @param lines JSON, one proposal a line: quote, start (UTF-16 offset), speaker, role, act, confidence
 * @param by the name of the reader, with which they are marked
 */
export function fromOther(text: string, lines: readonly string[], by: string): OtherReading {
  const statements: ReadStatement[] = [];
  const dropped: string[] = [];
  for (const [at, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const read = readLine(line);
    if (typeof read === "string") {
      dropped.push(`${by}, line ${at + 1}: ${read}`);
      continue;
    }
    const start = placeOf(text, read.quote, read.start);
    if (start === null) {
      const words = read.quote.length > SHOWN ? `${read.quote.slice(0, SHOWN)} …` : read.quote;
      dropped.push(
        read.start === undefined && text.includes(read.quote)
          ? `${by}, line ${at + 1}: “${words}” stands in the text more than once, and where it begins is not said, so it was left out.`
          : `${by}, line ${at + 1}: “${words}” does not stand there in the text letter for letter, so it was left out.`,
      );
      continue;
    }
    const content = { start, end: start + read.quote.length };
    const speaker: Speaker = {
      name: read.speaker,
      role: read.role ?? null,
      affiliation: null,
      kind: "unnamed",
      mention: content,
    };
    statements.push({
      id: `o${statements.length + 1}`,
      kind: "direct",
      segments: [content],
      content: [content],
      quote: read.quote,
      speaker,
      cue: null,
      stance: { act: read.act ?? "states", modality: null, condition: null },
      holder: null,
      clause: null,
      turn: null,
      dates: [],
      quantities: [],
      suggestions: [],
      term: null,
      party: null,
      holderParty: null,
      // Whatever a program says of itself, a person has not said it yet.
      confidence: Math.min(0.6, read.confidence ?? 0.5),
      by,
    });
  }
  return { statements, dropped };
}

function readLine(line: string): z.output<typeof proposal> | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return "it is no JSON, so it was left out.";
  }
  const read = proposal.safeParse(value);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  return `${issue?.path.join(".") || "the proposal"}: ${issue?.message ?? "it cannot be read"}; it was left out.`;
}

/** Where the words stand: at the place that is given, or where they stand once. */
function placeOf(text: string, quote: string, start: number | undefined): number | null {
  if (start !== undefined) return text.startsWith(quote, start) ? start : null;
  const first = text.indexOf(quote);
  return first >= 0 && text.indexOf(quote, first + 1) < 0 ? first : null;
}
