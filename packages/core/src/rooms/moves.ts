// What an entry of a room's streams says, by its kind. Whoever writes one is checked against this, and whoever reads one too.
import { z } from "zod";
import { MOST_CLAUSE } from "./single-text.js";

/** Letters of what somebody says at most. */
export const MOST_SAID = 10_000;
const MOST_ISSUES = 200;

export const moveId = z.string().regex(/^[a-z0-9-]{1,64}$/);
const name = z.string().min(1).max(64);
/** Characters that no document can hold, those that turn the direction of what follows, and those that nobody sees. */
const UNFIT =
  /(?![\n\r\t])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}|[\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff\u{e0000}-\u{e007f}]/u;
/** Something that is seen, or nothing at all. */
const isSeen = (one: string): boolean => one.trim() === "" || /[^\s\p{C}\p{Z}]/u.test(one);
const text = z.string().refine((one) => !UNFIT.test(one) && isSeen(one));
const said = text.trim().min(1).max(MOST_SAID);
const title = text.trim().min(1).max(300);
const note = text.trim().max(MOST_SAID).optional();
const words = text.max(MOST_CLAUSE);
const headed = text.max(300);
/** The name of a person. */
export const personName = text.trim().min(1).max(100);
const few = (record: object): boolean => Object.keys(record).length <= MOST_ISSUES;
const packaged = z.record(name, name).refine(few);
const some = packaged.refine((one) => Object.keys(one).length > 0);
/** Milliseconds since 1970. */
const instant = z.number().int().min(0).max(8.64e15);
/** What a party gives its mediator in confidence. */
export const confidence = z.discriminatedUnion("what", [
  /** Issues from the one that matters most to it. */
  z.object({ what: z.literal("ranks"), issues: z.array(name).min(1).max(MOST_ISSUES).readonly() }),
  /** The least that it would take. */
  z.object({ what: z.literal("least"), package: some }),
  /** Whether it would take what the mediator asked about. */
  z.object({ what: z.literal("would-take"), package: some, yes: z.boolean() }),
  /** Which of two it likes better. */
  z.object({ what: z.literal("rather"), package: some, than: some }),
  z.object({ what: z.literal("note"), text: said }),
]);
const question = z.discriminatedUnion("what", [
  z.object({ what: z.literal("ranks"), issues: z.array(name).min(1).max(MOST_ISSUES).readonly() }),
  z.object({ what: z.literal("least") }),
  z.object({ what: z.literal("would-take"), package: some }),
  z.object({ what: z.literal("rather"), packages: z.tuple([some, some]) }),
  z.object({ what: z.literal("note"), text: said }),
]);
/** After so many rounds that did not meet there is no other: who could go on for ever would creep up to the other side. */
const rounds = z.number().int().min(1).max(10);
export const sealedRule = z.discriminatedUnion("form", [
  z.object({ form: z.literal("number"), more: name, less: name, rounds }),
  z.object({
    form: z.literal("packages"),
    parties: z.array(name).min(2).max(50).readonly(),
    packages: z.array(moveId).min(1).max(200).readonly(),
    rounds,
  }),
]);
export const sealedBid = z.discriminatedUnion("form", [
  z.object({ form: z.literal("number"), amount: z.number().min(-1e15).max(1e15) }),
  z.object({ form: z.literal("packages"), points: z.record(moveId, z.number().min(1).max(100)).refine(few) }),
]);

const alternative = z.object({ by: name, text: words.min(1) });
const draftClause = z.object({
  id: moveId,
  heading: headed,
  text: words,
  alternatives: z.array(alternative).max(50).readonly().optional(),
});

/** By kind. */
export const moves = {
  /** `about` names a clause or an offer, where it is a comment on one. */
  said: z.object({ text: said, about: moveId.optional() }),
  came: z.object({}),
  seat: z.object({ seat: z.string().max(64) }),
  /** That whoever runs the database has made another link to a seat. */
  link: z.object({ seat: z.string().max(64) }),
  offer: z.object({
    id: moveId,
    package: packaged,
    if: packaged,
    until: instant.nullable(),
    counters: moveId.nullable(),
    note,
  }),
  answer: z.object({ offer: moveId, answer: z.enum(["accepted", "refused"]), why: said.optional() }),
  withdraw: z.object({ offer: moveId }),
  sealed: z.object({
    id: moveId,
    rule: sealedRule,
    about: title,
    packages: z.record(moveId, packaged).refine(few).optional(),
  }),
  bid: z.object({ sealed: moveId, round: z.number().int().min(1).max(100) }),
  opened: z.object({
    sealed: moveId,
    round: z.number().int().min(1).max(100),
    agreed: z.union([z.number(), z.string()]).nullable(),
  }),
  proposal: z.object({ id: moveId, package: packaged, note }),
  consent: z.object({ proposal: moveId }),
  /** Once all have signed: packages beside the one that is signed, for all to weigh. */
  better: z.object({ id: moveId, packages: z.record(moveId, some).refine(few), signed: moveId }),
  weighed: z.object({ settlement: moveId }),
  found: z.object({ settlement: moveId, package: moveId.nullable() }),
  answered: z.object({ proposal: moveId, agreed: z.boolean() }),
  text: z.object({
    title,
    clauses: z.array(draftClause).min(1).max(300).readonly(),
  }),
  /** Another clause, after the one that is named; null: at the beginning. */
  clause: z.object({
    id: moveId,
    after: moveId.nullable(),
    heading: headed.trim(),
    text: words,
  }),
  /** Other words for a clause; `unnamed`: nobody is told who wrote them. Empty words leave the clause out. */
  wording: z.object({ clause: moveId, text: words, unnamed: z.literal(true).optional() }),
  /** That one's own side proposed words without its name. */
  worded: z.object({ clause: moveId, text: words }),
  agree: z.object({ clause: moveId, wording: z.number().int().min(0) }),
  /** Wordings by clause. */
  "agree-all": z.object({
    wordings: z.record(moveId, z.number().int().min(0)).refine((all) => Object.keys(all).length <= 300),
  }),
  "take-back": z.object({ clause: moveId }),
  /** That a party takes its signature back, which it may until all have signed. */
  unsign: z.object({}),
  /** `name` is the server's to write. */
  sign: z.object({ digest: z.string().regex(/^[0-9a-f]{64}$/), name: personName.optional() }),
  ask: z.object({ id: moveId, question }),
  give: z.object({ id: moveId, asked: moveId.nullable(), digest: z.string().regex(/^[0-9a-f]{64}$/) }),
  revoke: z.object({ given: moveId }),
  draft: z.object({ id: moveId, package: packaged, if: packaged, note }),
  approve: z.object({ draft: moveId, digest: z.string().regex(/^[0-9a-f]{64}$/) }),
} as const;

export type MoveKind = keyof typeof moves;
export type MoveBody<K extends MoveKind> = z.output<(typeof moves)[K]>;
export type Confidence = z.output<typeof confidence>;
export type MediatorQuestion = z.output<typeof question>;

/** One entry of a stream, as a seat reads it. */
export interface RoomEntry {
  readonly audience: string;
  /** From 1, without a gap in its stream. */
  readonly seq: number;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  /** Who wrote it, by seat; null for the room itself. */
  readonly seat: string | null;
  readonly kind: string;
  readonly body: unknown;
}

/** An entry whose body is as its kind wants it. */
export type RoomMove = { [K in MoveKind]: { readonly kind: K; readonly body: MoveBody<K> } }[MoveKind];

/** Null where the kind is not known or the body not as it wants. */
export function readMove(kind: string, body: unknown): RoomMove | null {
  if (!Object.hasOwn(moves, kind)) return null;
  const read = moves[kind as MoveKind].safeParse(body);
  return read.success ? ({ kind, body: read.data } as RoomMove) : null;
}
