// A framework that was kept as JSON, read again: what anybody may have written counts only where it is whole.
import { z } from "zod";
import { done, isPrintable, lacking, type Outcome, refuse } from "../../case/index.js";
import { FLAG_KINDS } from "../document.js";
import type { Framework } from "./framework.js";

const text = z.string().max(100_000).refine(isPrintable, "holds a control character");
const origin = z.object({ file: text, path: z.array(z.union([text, z.number()])), label: text });
const flag = z.object({
  kind: z.enum(FLAG_KINDS),
  text,
});
const bracket = z.object({
  id: text,
  asks: text,
  alternatives: z.array(z.object({ by: text.nullable(), name: text.nullable(), text: text.nullable() })).max(50),
  fill: z
    .union([
      z.object({ form: z.enum(["text", "date"]), at: origin }),
      z.object({ form: z.literal("component"), term: text, component: text }),
    ])
    .nullable(),
});
const piece = z.union([text, bracket, z.object({ to: text, text })]);
const bound = z.array(z.object({ value: z.number(), unit: text.nullable() })).max(50);
const topic = z.union([
  z.object({ kind: z.literal("component"), said: z.record(text, z.enum(["in", "out", "unsaid"])) }),
  z.object({
    kind: z.literal("duty"),
    by: text,
    with: z.array(text).max(50).optional(),
    day: text.nullable(),
    until: text.nullable(),
    limits: z.array(z.object({ from: text.nullable(), atMost: bound, atLeast: bound })).max(1000),
    every: z.number().nullable(),
    back: z.number(),
    move: z
      .object({ issue: text, from: text, to: text, part: z.number(), today: text, scale: z.record(text, z.number()) })
      .nullable(),
  }),
]);
const block = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("clause"),
    id: text,
    number: text.nullable(),
    level: z.union([z.literal(0), z.literal(1)]),
    pieces: z.array(piece).max(10_000),
    from: z.array(origin).max(10_000),
    flags: z.array(flag).max(1000),
    topic: topic.nullable(),
  }),
  z.object({
    kind: z.literal("table"),
    id: text,
    caption: text,
    head: z.array(text).max(50),
    rows: z
      .array(
        z.object({ id: text, cells: z.array(z.array(piece)).max(50), from: z.array(origin), flags: z.array(flag) }),
      )
      .max(10_000),
  }),
]);
const schema = z.object({
  kind: z.literal("framework"),
  title: text,
  asOf: text,
  sharedWith: text.nullable(),
  marking: text,
  digest: text,
  method: text,
  heading: text,
  sentence: text,
  parts: z
    .array(z.object({ id: text, label: text.nullable(), title: text, blocks: z.array(block).max(10_000) }))
    .max(1000),
  brackets: z.number(),
  flagged: z.record(flag.shape.kind, z.number()),
  package: z.record(text, text),
  parties: z.array(z.object({ id: text, name: text })).max(50),
  remarks: z.array(text).max(1000),
});

/** @returns refused where the text is no framework as JSON */
export function readFramework(name: string, written: string): Outcome<Framework> {
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch {
    return lacking(
      "framework",
      refuse(`${name} is no JSON. Give a case folder, or a framework that was kept as JSON.`),
    );
  }
  const found = schema.safeParse(value);
  if (found.success) return done(found.data);
  const [first] = found.error.issues;
  const what = `${first?.path.join(".") || "the whole"}: ${first?.message ?? "is not"}`;
  return lacking("framework", refuse(`${name} is no framework that was kept as JSON: ${what}.`));
}
