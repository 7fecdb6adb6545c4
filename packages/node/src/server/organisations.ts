// Organisations that confirm who somebody is: OpenID Connect by the code flow with PKCE. All that the client library does is left to it;
// here is which organisations there are, and what is asked of each.
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
} from "openid-client";
import { z } from "zod";
import { type Account, RoomRefused } from "../rooms/index.js";
import { isLoopback } from "./listening.js";

/** Encrypted, or on this machine. */
const issuer = z.url({ protocol: /^https?$/ }).refine((url) => {
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || isLoopback(hostname);
});

/** What one organisation has to be known by; it gives the client's name and secret when this server is registered with it. */
export const organisations = z
  .array(
    z.strictObject({
      name: z.string().trim().min(1).max(100),
      issuer,
      client: z.string().min(1).max(500),
      secret: z.string().min(1).max(500),
    }),
  )
  .min(1)
  .max(10)
  .refine((all) => new Set(all.map(({ name }) => name)).size === all.length);

export type Organisation = z.output<typeof organisations>[number];

/** What the browser keeps while somebody is away at the organisation. */
export const begunSignIn = z.strictObject({
  room: z.uuid(),
  organisation: z.number().int().min(0),
  challenge: z.string(),
  verifier: z.string(),
  nonce: z.string(),
});

export type BegunSignIn = z.output<typeof begunSignIn>;

/** Seconds that an organisation has for an answer to this server. */
const PATIENCE = 10;

export function createOrganisations(all: readonly Organisation[]) {
  const found = new Map<number, Promise<Configuration>>();
  const configurationOf = (which: number): Promise<Configuration> => {
    const one = all[which];
    if (!one) throw new RoomRefused("unknown");
    const known = found.get(which);
    if (known) return known;
    const url = new URL(one.issuer);
    const asked = discovery(url, one.client, one.secret, undefined, {
      timeout: PATIENCE,
      ...(url.protocol === "http:" && { execute: [allowInsecureRequests] }),
    });
    found.set(which, asked);
    // One that did not answer is asked again by the next.
    asked.catch(() => found.delete(which));
    return asked;
  };
  return {
    names: all.map(({ name }) => name),

    /** @returns where the browser goes, and what it keeps meanwhile */
    begin: async (room: string, which: number, challenge: string, back: string) => {
      const configuration = await orAway(configurationOf(which));
      const begun: BegunSignIn = {
        room,
        organisation: which,
        challenge,
        verifier: randomPKCECodeVerifier(),
        nonce: randomNonce(),
      };
      const to = buildAuthorizationUrl(configuration, {
        redirect_uri: back,
        scope: "openid",
        state: challenge,
        nonce: begun.nonce,
        code_challenge: await calculatePKCECodeChallenge(begun.verifier),
        code_challenge_method: "S256",
      });
      return { to: to.href, begun };
    },

    /** Whom the organisation sent back. @param came the address with which the browser came back */
    finish: async (came: URL, { organisation, challenge, verifier, nonce }: BegunSignIn): Promise<Account> => {
      const configuration = await orAway(configurationOf(organisation));
      const tokens = await orAway(
        authorizationCodeGrant(configuration, came, {
          pkceCodeVerifier: verifier,
          expectedState: challenge,
          expectedNonce: nonce,
          idTokenExpected: true,
        }),
      );
      const claims = tokens.claims();
      if (!claims) throw new RoomRefused("account-away");
      return { issuer: claims.iss, subject: claims.sub, provider: all[organisation]?.name ?? "" };
    },
  };
}

/** Whatever went wrong with the organisation is one refusal: who stands before the browser can do the same about all. */
const orAway = <T>(asking: Promise<T>): Promise<T> =>
  asking.catch(() => {
    throw new RoomRefused("account-away");
  });
