// Organisations that confirm who somebody is: OpenID Connect by the code flow with PKCE. All that the client library does is left to it;
// here is which organisations there are, and what is asked of each.
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  type CustomFetchOptions,
  calculatePKCECodeChallenge,
  customFetch,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
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
  state: z.string(),
  verifier: z.string(),
  nonce: z.string(),
});

export type BegunSignIn = z.output<typeof begunSignIn>;

/** Seconds that an organisation has for an answer to this server. */
const PATIENCE = 10;
const AGAIN_MS = 3000;

/** What an organisation may send for an answer. */
const MOST_BYTES = 1024 * 1024;

/** As the browser's, though no longer than an answer of that kind is. */
async function boundedFetch(url: string, options: CustomFetchOptions): Promise<Response> {
  const response = await fetch(url, options as RequestInit);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > MOST_BYTES) throw new Error("too-large");
    parts.push(part);
  }
  const { status, statusText, headers } = response;
  return new Response(parts.length > 0 ? Buffer.concat(parts) : null, { status, statusText, headers });
}

/** @param again milliseconds after which an organisation that did not answer is asked again */
export function createOrganisations(all: readonly Organisation[], again = AGAIN_MS) {
  const found = new Map<number, Promise<Configuration>>();
  const configurationOf = (which: number): Promise<Configuration> => {
    const one = all[which];
    if (!one) throw new RoomRefused("unknown");
    const known = found.get(which);
    if (known) return known;
    const url = new URL(one.issuer);
    const asked = discovery(url, one.client, one.secret, undefined, {
      timeout: PATIENCE,
      [customFetch]: boundedFetch,
      ...(url.protocol === "http:" && { execute: [allowInsecureRequests] }),
    });
    found.set(which, asked);
    // One that did not answer is asked again, though not by everybody who comes.
    asked.catch(() => setTimeout(() => found.delete(which), again).unref());
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
        // What stands in addresses opens nothing: the challenge stays in the cookie.
        state: randomState(),
        verifier: randomPKCECodeVerifier(),
        nonce: randomNonce(),
      };
      const to = addressAt(configuration, {
        redirect_uri: back,
        scope: "openid",
        state: begun.state,
        nonce: begun.nonce,
        code_challenge: await calculatePKCECodeChallenge(begun.verifier),
        code_challenge_method: "S256",
      });
      return { to: to.href, begun };
    },

    /** Whom the organisation sent back. @param came the address with which the browser came back */
    finish: async (came: URL, { organisation, state, verifier, nonce }: BegunSignIn): Promise<Account> => {
      const configuration = await orAway(configurationOf(organisation));
      const tokens = await orAway(
        authorizationCodeGrant(configuration, came, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        }),
      );
      const claims = tokens.claims();
      if (!claims || claims.sub.trim() === "" || claims.sub.length > MOST_SUBJECT)
        throw new RoomRefused("account-away");
      return { issuer: claims.iss, subject: claims.sub, provider: all[organisation]?.name ?? "" };
    },
  };
}

/** The specification's own bound (OpenID Connect Core 1.0, section 2). */
const MOST_SUBJECT = 255;

/** Where an organisation says that people sign in. */
function addressAt(configuration: Configuration, parameters: Record<string, string>): URL {
  try {
    const to = buildAuthorizationUrl(configuration, parameters);
    if (/^https?:$/.test(to.protocol)) return to;
  } catch {
    // An address that is none.
  }
  throw new RoomRefused("account-away");
}

/** Whatever went wrong with the organisation is one refusal: who stands before the browser can do the same about all. */
const orAway = <T>(asking: Promise<T>): Promise<T> =>
  asking.catch(() => {
    throw new RoomRefused("account-away");
  });
