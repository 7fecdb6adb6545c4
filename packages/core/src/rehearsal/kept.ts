// A rehearsal as a file: its setting and the person's moves, from which it is played again to the letter.
import { stringify } from "yaml";
import { z } from "zod";
import { type Result, readSource } from "../case/index.js";
import { isDaysApart } from "./days.js";
import { MOST_MOVES, MOST_PRACTICE_ROUNDS, MOST_STYLE_TEXT, type OwnMove, type PracticeOptions } from "./moves.js";
import { PROTOCOLS } from "./protocol.js";

/** What is kept. The digest says of which version of the case: another may play on differently. */
export interface KeptRehearsal {
  readonly title: string;
  readonly digest: string;
  readonly setting: Pick<
    PracticeOptions,
    | "party"
    | "against"
    | "rounds"
    | "daysApart"
    | "delay"
    | "protocol"
    | "second"
    | "seed"
    | "models"
    | "asOf"
    | "views"
  >;
  readonly moves: readonly OwnMove[];
}

const id = z.string().min(1).max(200);
const whole = (most: number) => z.int().min(0).max(most);
const kept = z.strictObject({
  rehearsal: z.literal(1),
  of: z.string().max(1000),
  digest: z.string().max(200),
  as: id,
  against: z.string().min(1).max(MOST_STYLE_TEXT),
  rounds: whole(MOST_PRACTICE_ROUNDS).min(1),
  daysApart: z.int().refine(isDaysApart).optional(),
  delay: z.number().min(0).max(0.5).optional(),
  protocol: z.enum(PROTOCOLS).optional(),
  second: z.boolean().optional(),
  seed: whole(2 ** 31),
  models: whole(100_000).min(1).optional(),
  asOf: z.string().max(20).optional(),
  views: z.record(id, id).optional(),
  moves: z
    .array(
      z.union([
        z.strictObject({ offer: z.record(id, z.union([z.string(), z.number()]).transform(String)) }),
        z.strictObject({ warn: whole(MOST_PRACTICE_ROUNDS).min(1) }),
        z.enum(["accept", "keep", "walk"]),
      ]),
    )
    .max(MOST_MOVES),
});

/** @returns every problem with its place */
export function readRehearsal(file: string, text: string): Result<KeptRehearsal> {
  const { source, problems } = readSource(file, text, kept);
  if (!source) return { ok: false, problems };
  const { of, digest, as, moves, rehearsal: _, ...setting } = source.value;
  return {
    ok: true,
    problems,
    value: {
      title: of,
      digest,
      setting: { party: as, ...definedIn(setting) },
      moves: moves.map((move): OwnMove => {
        if (typeof move === "string") return { kind: move };
        return "offer" in move ? { kind: "offer", package: move.offer } : { kind: "warn", round: move.warn };
      }),
    },
  };
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Without the fields that are not there. */
const definedIn = <T extends object>(fields: T): Defined<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;

/** As a person can read it, and it is read again. */
export function writeRehearsal({ title, digest, setting, moves }: KeptRehearsal): string {
  const { party, ...more } = setting;
  return stringify({
    rehearsal: 1,
    of: title,
    digest,
    as: party,
    ...more,
    moves: moves.map((move) => {
      if (move.kind === "offer") return { offer: move.package };
      return move.kind === "warn" ? { warn: move.round } : move.kind;
    }),
  });
}
