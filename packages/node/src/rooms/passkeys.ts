// Signing in again without a link: a passkey of the browser or of the device, for one seat of one room.
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { sql } from "kysely";
import type { SeatDatabase } from "../database/index.js";
import { RoomRefused } from "./refused.js";
import { hashOf, newSecret, SESSION_DAYS } from "./secrets.js";

/** For which pages a passkey is. */
export interface PasskeySite {
  /** `localhost`, or a name; no number. */
  readonly name: string;
  /** `https://name:port`. */
  readonly origin: string;
}

type Enter = <T>(token: string, work: (seat: SeatDatabase) => Promise<T>) => Promise<T>;

interface StoredKey {
  readonly key: Buffer;
  readonly counter: string;
}

const TITLE = "Parley";

export function passkeysOver(enter: Enter) {
  const newChallenge = async (token: string, room: string): Promise<string> => {
    const challenge = newSecret();
    await enter(token, (seat) => sql`select rooms.new_challenge(${room}, ${hashOf(challenge)})`.execute(seat));
    return challenge;
  };
  return {
    /** What the browser is asked in order to make a passkey for the seat of a token. */
    passkeyOffer: async (
      token: string,
      {
        room,
        seat,
        name,
        known,
      }: { readonly room: string; readonly seat: string; readonly name: string; readonly known: readonly string[] },
      site: PasskeySite,
    ): Promise<PublicKeyCredentialCreationOptionsJSON> =>
      await generateRegistrationOptions({
        rpName: TITLE,
        rpID: site.name,
        userName: name,
        userID: new Uint8Array(Buffer.from(seat)),
        challenge: new Uint8Array(Buffer.from(await newChallenge(token, room), "base64url")),
        attestationType: "none",
        excludeCredentials: known.map((id) => ({ id })),
        authenticatorSelection: { residentKey: "required", userVerification: "preferred" },
      }),

    addPasskey: async (token: string, response: RegistrationResponseJSON, site: PasskeySite): Promise<void> => {
      let challenge = "";
      const { registrationInfo } = await verified(
        verifyRegistrationResponse({
          response,
          expectedChallenge: (given) => {
            challenge = given;
            return true;
          },
          expectedOrigin: site.origin,
          expectedRPID: site.name,
          requireUserVerification: false,
        }),
      );
      if (!registrationInfo) throw new RoomRefused("no-passkey");
      const { id, publicKey, counter } = registrationInfo.credential;
      await enter(token, (seat) =>
        sql`select rooms.add_passkey(${id}, ${Buffer.from(publicKey)}, ${counter}, ${challenge})`.execute(seat),
      );
    },

    removePasskey: async (token: string, id: string): Promise<void> => {
      await enter(token, (seat) => sql`select rooms.remove_passkey(${id})`.execute(seat));
    },

    /** What the browser is asked in order to come in. No seat is named, so that none can be guessed. */
    passkeyAsked: async (room: string, site: PasskeySite): Promise<PublicKeyCredentialRequestOptionsJSON> =>
      await generateAuthenticationOptions({
        rpID: site.name,
        challenge: new Uint8Array(Buffer.from(await newChallenge("", room), "base64url")),
        userVerification: "preferred",
      }),

    /** @returns the token of a new session */
    comeInByPasskey: async (room: string, response: AuthenticationResponseJSON, site: PasskeySite): Promise<string> => {
      const stored = await enter("", (seat) =>
        sql<StoredKey>`select * from rooms.passkey_of(${room}, ${response.id})`.execute(seat),
      );
      const [known] = stored.rows;
      if (!known) throw new RoomRefused("no-passkey");
      let challenge = "";
      const { authenticationInfo } = await verified(
        verifyAuthenticationResponse({
          response,
          expectedChallenge: (given) => {
            challenge = given;
            return true;
          },
          expectedOrigin: site.origin,
          expectedRPID: site.name,
          requireUserVerification: false,
          credential: { id: response.id, publicKey: new Uint8Array(known.key), counter: Number(known.counter) },
        }),
      );
      const token = newSecret();
      // The challenge is one of ours, for this room and not used yet: the database says so.
      await enter("", (seat) =>
        sql`select rooms.come_in_by_passkey(${room}, ${response.id}, ${authenticationInfo.newCounter}, ${challenge},
          ${hashOf(token)}, ${SESSION_DAYS})`.execute(seat),
      );
      return token;
    },
  };
}

/** What the library found; whatever is wrong with a passkey is one refusal. */
async function verified<T extends { readonly verified: boolean }>(checking: Promise<T>): Promise<T> {
  const found = await checking.catch(() => null);
  if (!found?.verified) throw new RoomRefused("no-passkey");
  return found;
}
