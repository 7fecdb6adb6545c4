// Every address of a server of rooms: what it takes and what it answers.
import { createRoute, z } from "@hono/zod-openapi";
import { confidence, moveId, moves, personName, sealedBid } from "@parley/core/rooms";

const failure = z.object({ reasons: z.array(z.string()), why: z.string().optional() }).openapi("RoomFailure");
const failed = { content: { "application/json": { schema: failure } }, description: "Why not, and what to do" };
const json = (description: string) => ({ content: { "application/json": { schema: z.unknown() } }, description });
const body = <T extends z.ZodType>(schema: T) => ({
  content: { "application/json": { schema } },
  required: true as const,
});
const refusals = {
  401: failed,
  403: failed,
  404: failed,
  409: failed,
  410: failed,
  422: failed,
  429: failed,
  503: failed,
};
const done = { 204: { description: "It is in the room" }, ...refusals };

/** PostgreSQL's largest integer. */
export const MOST_SEQ = 2 ** 31 - 1;

const room = z.object({ room: z.uuid() });
const secret = z.string().regex(/^[\w-]{1,100}$/);
/** How far each stream was read. */
const since = z
  .record(z.string().regex(/^[^\p{C}]{1,80}$/u), z.number().int().min(0).max(MOST_SEQ))
  .refine((all) => Object.keys(all).length <= 200);

/** As a browser writes it; the library for passkeys reads it. */
const credential = z.looseObject({
  id: z.string().max(1400),
  rawId: z.string().max(1400),
  type: z.literal("public-key"),
  response: z.record(z.string().max(64), z.unknown()),
});

const kinds = Object.keys(moves) as [keyof typeof moves];

export const roomRoutes = {
  comeIn: createRoute({
    method: "post",
    path: "/api/seat",
    request: { body: body(z.object({ invite: secret })) },
    responses: { 200: json("The room; a cookie is the seat's session"), ...refusals },
  }),
  look: createRoute({
    method: "get",
    path: "/api/rooms/{room}",
    request: { params: room },
    responses: { 200: json("The room as the seat sees it"), ...refusals },
  }),
  entries: createRoute({
    method: "post",
    path: "/api/rooms/{room}/entries",
    request: { params: room, body: body(z.object({ since })) },
    responses: { 200: json("Entries that the seat may read, after those"), ...refusals },
  }),
  move: createRoute({
    method: "post",
    path: "/api/rooms/{room}/moves",
    request: {
      params: room,
      body: body(z.object({ audience: z.string().max(80), kind: z.enum(kinds), body: z.unknown() })),
    },
    responses: { 200: json("The entry as it was written"), ...refusals },
  }),
  bid: createRoute({
    method: "post",
    path: "/api/rooms/{room}/bids",
    request: {
      params: room,
      body: body(z.object({ sealed: moveId, round: z.number().int().min(1).max(100), bid: sealedBid })),
    },
    responses: done,
  }),
  weigh: createRoute({
    method: "post",
    path: "/api/rooms/{room}/points",
    request: {
      params: room,
      body: body(
        z.object({
          settlement: moveId,
          points: z.record(moveId, z.number().int().min(0).max(100)).refine((all) => Object.keys(all).length <= 200),
        }),
      ),
    },
    responses: done,
  }),
  consent: createRoute({
    method: "post",
    path: "/api/rooms/{room}/consents",
    request: { params: room, body: body(z.object({ proposal: moveId, yes: z.boolean() })) },
    responses: done,
  }),
  give: createRoute({
    method: "post",
    path: "/api/rooms/{room}/given",
    request: { params: room, body: body(z.object({ confidence, asked: moveId.nullable() })) },
    responses: done,
  }),
  revoke: createRoute({
    method: "delete",
    path: "/api/rooms/{room}/given/{given}",
    request: { params: room.extend({ given: moveId }) },
    responses: done,
  }),
  invite: createRoute({
    method: "post",
    path: "/api/rooms/{room}/seats",
    request: {
      params: room,
      body: body(
        z
          .object({
            role: z.enum(["party", "mediator", "observer"]),
            party: z
              .string()
              .regex(/^[^\p{C}]{1,64}$/u)
              .nullable(),
            name: personName,
          })
          .refine(({ role, party }) => (role === "party") === (party !== null)),
      ),
    },
    responses: { 200: json("The seat and the link to it, which is told once"), ...refusals },
  }),
  inviteAgain: createRoute({
    method: "post",
    path: "/api/rooms/{room}/seats/{seat}/links",
    request: { params: room.extend({ seat: z.uuid() }) },
    responses: { 200: json("Another link to the seat"), ...refusals },
  }),
  rename: createRoute({
    method: "put",
    path: "/api/rooms/{room}/name",
    request: { params: room, body: body(z.object({ name: personName })) },
    responses: done,
  }),
  removeSeat: createRoute({
    method: "delete",
    path: "/api/rooms/{room}/seats/{seat}",
    request: { params: room.extend({ seat: z.uuid() }) },
    responses: done,
  }),
  endSession: createRoute({
    method: "delete",
    path: "/api/rooms/{room}/sessions/{session}",
    request: { params: room.extend({ session: z.uuid() }) },
    responses: done,
  }),
  leave: createRoute({
    method: "post",
    path: "/api/rooms/{room}/leave",
    request: { params: room },
    responses: done,
  }),
  passkeyOffer: createRoute({
    method: "post",
    path: "/api/rooms/{room}/passkeys/offer",
    request: { params: room },
    responses: { 200: json("What the browser is asked in order to make a passkey"), ...refusals },
  }),
  addPasskey: createRoute({
    method: "post",
    path: "/api/rooms/{room}/passkeys",
    request: { params: room, body: body(credential) },
    responses: done,
  }),
  removePasskey: createRoute({
    method: "delete",
    path: "/api/rooms/{room}/passkeys/{passkey}",
    request: { params: room.extend({ passkey: z.string().max(1400) }) },
    responses: done,
  }),
  passkeyAsked: createRoute({
    method: "post",
    path: "/api/rooms/{room}/passkey/ask",
    request: { params: room },
    responses: { 200: json("What the browser is asked in order to come in"), ...refusals },
  }),
  comeInByPasskey: createRoute({
    method: "post",
    path: "/api/rooms/{room}/passkey",
    request: { params: room, body: body(credential) },
    responses: done,
  }),
  organisations: createRoute({
    method: "get",
    path: "/api/organisations",
    responses: {
      200: {
        content: { "application/json": { schema: z.object({ names: z.array(z.string()) }) } },
        description: "The organisations with whose accounts one can sign in",
      },
      ...refusals,
    },
  }),
  accountAsked: createRoute({
    method: "post",
    path: "/api/rooms/{room}/account",
    request: { params: room, body: body(z.object({ organisation: z.number().int().min(0).max(9) })) },
    responses: { 200: json("Where the browser goes, so that the organisation confirms who it is"), ...refusals },
  }),
  removeAccount: createRoute({
    method: "delete",
    path: "/api/rooms/{room}/accounts/{account}",
    request: { params: room.extend({ account: z.uuid() }) },
    responses: done,
  }),
  record: createRoute({
    method: "get",
    path: "/api/rooms/{room}/record",
    request: { params: room },
    responses: {
      200: { description: "The record: a head and an entry a line, as JSON" },
      ...refusals,
    },
  }),
  outcome: createRoute({
    method: "get",
    path: "/api/rooms/{room}/outcome.docx",
    request: { params: room },
    responses: { 200: { description: "The agreed text with its signatures, as a Word document" }, ...refusals },
  }),
  working: createRoute({
    method: "get",
    path: "/api/rooms/{room}/text.docx",
    request: { params: room },
    responses: { 200: { description: "The text as it stands, as a Word document to be worked on" }, ...refusals },
  }),
  returned: createRoute({
    method: "post",
    path: "/api/rooms/{room}/returned",
    request: { params: room },
    responses: { 200: json("What a document that came back would change; nothing is changed by this"), ...refusals },
  }),
} as const;
