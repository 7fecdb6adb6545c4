// What the server of a room is asked. Every failure is a `RoomFailure` that says what went wrong in words for the person.
import type {
  Confidence,
  Invitation,
  MoveBody,
  MoveKind,
  Returned,
  RoomEntry,
  RoomLook,
  SealedBid,
  SeatAsked,
} from "@parley/core/rooms";
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/browser";
import { words } from "./room-words.js";

export class RoomFailure extends Error {
  constructor(
    readonly status: number,
    readonly reasons: readonly string[],
  ) {
    super(reasons.join(" "));
  }
}

/** A file goes as it is, all else as JSON. */
async function ask<T>(method: string, path: string, body?: unknown): Promise<T> {
  const sent =
    body instanceof Blob
      ? { body, headers: { "content-type": "application/octet-stream" } }
      : body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
  const response = await fetch(path, { method, ...sent }).catch(() => {
    throw new RoomFailure(0, [words.noAnswer]);
  });
  if (response.status === 204) return undefined as T;
  const answer: unknown = await response.json().catch(() => ({ reasons: [words.noAnswer] }));
  if (!response.ok) throw new RoomFailure(response.status, (answer as { reasons: readonly string[] }).reasons);
  return answer as T;
}

/** Takes the seat of a link. @returns the room */
export const takeSeat = (invite: string) => ask<{ room: string }>("POST", "/api/seat", { invite });

/** The organisations with whose accounts one can sign in. */
export const organisationsHere = () => ask<{ names: readonly string[] }>("GET", "/api/organisations");

export const roomApi = (room: string) => {
  const at = `/api/rooms/${room}`;
  return {
    at,
    look: () => ask<RoomLook>("GET", at),
    move: <K extends MoveKind>(audience: string, kind: K, body: MoveBody<K>) =>
      ask<RoomEntry>("POST", `${at}/moves`, { audience, kind, body }),
    bid: (sealed: string, round: number, bid: SealedBid) => ask<void>("POST", `${at}/bids`, { sealed, round, bid }),
    weigh: (settlement: string, points: Readonly<Record<string, number>>) =>
      ask<void>("POST", `${at}/points`, { settlement, points }),
    consent: (proposal: string, yes: boolean) => ask<void>("POST", `${at}/consents`, { proposal, yes }),
    give: (confidence: Confidence, asked: string | null = null) =>
      ask<void>("POST", `${at}/given`, { confidence, asked }),
    revoke: (given: string) => ask<void>("DELETE", `${at}/given/${given}`),
    invite: (seat: Omit<SeatAsked, "signs">) => ask<Invitation>("POST", `${at}/seats`, seat),
    inviteAgain: (seat: string) => ask<{ invite: string }>("POST", `${at}/seats/${seat}/links`),
    rename: (name: string) => ask<void>("PUT", `${at}/name`, { name }),
    removeSeat: (seat: string) => ask<void>("DELETE", `${at}/seats/${seat}`),
    endSession: (session: string) => ask<void>("DELETE", `${at}/sessions/${session}`),
    passkeyOffer: () => ask<PublicKeyCredentialCreationOptionsJSON>("POST", `${at}/passkeys/offer`),
    addPasskey: (made: RegistrationResponseJSON) => ask<void>("POST", `${at}/passkeys`, made),
    removePasskey: (id: string) => ask<void>("DELETE", `${at}/passkeys/${id}`),
    passkeyAsked: () => ask<PublicKeyCredentialRequestOptionsJSON>("POST", `${at}/passkey/ask`),
    comeInByPasskey: (signed: AuthenticationResponseJSON) => ask<void>("POST", `${at}/passkey`, signed),
    accountAsked: (organisation: number) => ask<{ to: string }>("POST", `${at}/account`, { organisation }),
    removeAccount: (account: string) => ask<void>("DELETE", `${at}/accounts/${account}`),
    returned: (document: Blob) => ask<Returned>("POST", `${at}/returned`, document),
    leave: () => ask<void>("POST", `${at}/leave`),
  };
};

export type RoomApi = ReturnType<typeof roomApi>;
