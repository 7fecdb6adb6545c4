// An organisation of the tests' own: an OpenID Connect provider on this machine, and a browser's way through its pages.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";
import type { Organisation } from "../src/server/organisations.js";

export interface TestOrganisation {
  readonly organisation: Organisation;
  /** Whoever signs in there by a name, and where the browser is sent back to. */
  readonly signIn: (to: string, name: string) => Promise<URL>;
  readonly stop: () => Promise<void>;
}

/** @param back to where it may send browsers */
export async function startOrganisation(name: string, back: string): Promise<TestOrganisation> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const [client, secret] = ["parley", "a secret of the tests"];
  const provider = new Provider(issuer, {
    clients: [{ client_id: client, client_secret: secret, redirect_uris: [back] }],
    cookies: { keys: ["of the tests"] },
    features: { devInteractions: { enabled: true } },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    pkce: { required: () => true },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
  });
  server.on("request", provider.callback());
  return {
    organisation: { name, issuer, client, secret },
    signIn: (to, who) => throughPages(new URL(to), back, who),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Follows every redirect, fills in the form for signing in, and agrees to the one after it. */
async function throughPages(to: URL, back: string, who: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let at = to;
  let form: URLSearchParams | null = null;
  for (let page = 0; page < 20; page++) {
    const response: Response = await fetch(at, {
      method: form ? "POST" : "GET",
      redirect: "manual",
      headers: { cookie: [...cookies].map(([key, value]) => `${key}=${value}`).join("; ") },
      ...(form && { body: form }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, key = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(key, value);
    }
    const next = response.headers.get("location");
    if (next !== null) {
      at = new URL(next, at);
      form = null;
      if (at.href.startsWith(`${back}?`)) return at;
      continue;
    }
    const html = await response.text();
    const action = /<form[^>]*action="([^"]+)"/.exec(html)?.[1];
    const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1];
    if (action === undefined || prompt === undefined)
      throw new Error(`the organisation's page is not understood: ${html}`);
    at = new URL(action, at);
    form = new URLSearchParams(prompt === "login" ? { prompt, login: who, password: "x" } : { prompt });
  }
  throw new Error("the organisation's pages never led back");
}
