// What a room is made from: what is on the table in a case, and its framework as the text to begin with. Nothing else of the case
// goes into a room: what a side collected tells of the side.

import { framework, isBracket, plainText, type TextPiece } from "@parley/core/drafting";
import { type CaseFile, describeProblem } from "@parley/core/internal";
import { MOST_CLAUSE, matterOf } from "@parley/core/rooms";
import { z } from "zod";
import { maySee, parseFiles } from "../store/index.js";

const VERSION = 1;

const named = z.object({ id: z.string(), name: z.string() });
const clause = z.object({
  id: z.string(),
  heading: z.string(),
  text: z.string(),
  alternatives: z.array(z.object({ by: z.string(), text: z.string() })).optional(),
});
const material = z.object({
  version: z.literal(VERSION),
  matter: z.object({
    title: z.string(),
    about: z.string().nullable(),
    parties: z.array(named),
    issues: z.array(
      named.extend({
        unit: z.string().nullable(),
        gives: z.array(z.string()),
        today: z.string().nullable(),
        options: z.array(named),
      }),
    ),
  }),
  /** The framework's clauses; none where it could not be drafted. */
  clauses: z.array(clause),
});

export type Material = z.output<typeof material>;

export type MadeMaterial =
  | { readonly ok: true; readonly material: Material }
  | { readonly ok: false; readonly reasons: readonly string[] };

/** The material of a case. Only files that everybody may see are looked at, whatever is given. */
export async function materialOf(files: readonly CaseFile[]): Promise<MadeMaterial> {
  const parsed = await parseFiles(files.filter(({ path }) => maySee(path, "public")));
  if (!parsed.ok) return { ok: false, reasons: parsed.problems.map(describeProblem) };
  const drafted = framework(parsed.value);
  const clauses = drafted.ok
    ? drafted.value.parts
        // A room has signatures of its own.
        .filter(({ id }) => id !== "signature")
        .flatMap(({ label, title, blocks }) =>
          blocks.flatMap((block) =>
            block.kind === "clause"
              ? [{ heading: [label, title].filter(Boolean).join(" · "), ...wordingsOf(block.pieces) }]
              : [],
          ),
        )
    : [];
  const made = {
    version: VERSION,
    matter: matterOf(parsed.value),
    clauses: clauses.map((one, index) => ({ id: `c${index + 1}`, ...one })),
  };
  return { ok: true, material: material.parse(made) };
}

/** The clause as it stands; where parties are on record for words of their own, the clause with the words of each. */
function wordingsOf(pieces: readonly TextPiece[]): Pick<z.output<typeof clause>, "text" | "alternatives"> {
  const whole = (all: readonly TextPiece[]) => plainText(all).slice(0, MOST_CLAUSE);
  const brackets = pieces.filter(isBracket);
  const sides = new Set(
    brackets.flatMap(({ alternatives }) => alternatives.flatMap(({ by, text }) => (by !== null && text ? [by] : []))),
  );
  const alternatives = [...sides].map((by) => ({
    by,
    text: whole(
      pieces.map((piece) =>
        isBracket(piece) ? (piece.alternatives.find((one) => one.by === by)?.text ?? piece) : piece,
      ),
    ),
  }));
  return { text: whole(pieces), ...(alternatives.length > 0 && { alternatives }) };
}

/** Null where a newer program has written it, or it is none. */
export function readMaterial(text: string): Material | null {
  try {
    const read = material.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
