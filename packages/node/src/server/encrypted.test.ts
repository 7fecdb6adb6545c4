// Rooms by https: by a certificate of their own, and through the proxies whose configurations docs/rooms.md gives. Proxies are tested where
// they are installed.
import { execFileSync, spawn } from "node:child_process";
import { accessSync, constants, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serveRooms } from "../../dist/server/index.js";
import { root } from "../../test/command-line.js";
import { engines, type StartedEngine } from "../../test/room-engines.js";
import type { DatabasePlace } from "../database/index.js";

const files = ["case.yaml", "record.yaml", "agreement.yaml"].map((path) => ({
  path,
  text: readFileSync(join(root, "cases/hospital-contract", path), "utf8"),
}));
const SEATS = ["union", "hospital"].map((party) => ({ role: "party" as const, party, name: party, signs: true }));
const docs = readFileSync(join(root, "docs/rooms.md"), "utf8");

const found = (name: string): string | null =>
  [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin"]
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    }) ?? null;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
}

const place = mkdtempSync(join(tmpdir(), "parley-encrypted-"));
const [key, cert] = [join(place, "rooms.key"), join(place, "rooms.pem")];
let engine: StartedEngine;
let database: DatabasePlace;
const openssl = found("openssl");

beforeAll(async () => {
  if (!openssl) return;
  const subject = ["-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"];
  execFileSync(openssl, ["req", "-x509", "-newkey", "rsa:2048", "-keyout", key, "-out", cert, ...subject], {
    stdio: "ignore",
  });
  const [embedded] = engines;
  if (!embedded) throw new Error("no engine");
  engine = await embedded.start();
  database = await engine.place();
});
afterAll(async () => {
  await engine?.stop();
  rmSync(place, { recursive: true, force: true });
});

/** Asks by https of a certificate that the test has made. */
function ask(port: number, path: string, headers: Record<string, string> = {}, body?: unknown, until?: string) {
  return new Promise<{ status: number; headers: Record<string, unknown>; text: string }>((resolve, reject) => {
    const asked = request(
      {
        port,
        host: "localhost",
        path,
        method: body === undefined ? "GET" : "POST",
        ca: readFileSync(cert),
        headers: { ...headers, ...(body !== undefined && { "content-type": "application/json" }) },
      },
      (answer) => {
        let text = "";
        const end = () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
        answer.setEncoding("utf8");
        answer.on("data", (part: string) => {
          text += part;
          if (until === undefined || !text.includes(until)) return;
          end();
          asked.destroy();
        });
        answer.on("end", end);
      },
    );
    asked.on("error", reject);
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/** Takes a seat, speaks, and hears it while the connection is open. */
async function tryRoom(port: number, serving: Awaited<ReturnType<typeof serveRooms>>): Promise<void> {
  const { room, invitations } = await serving.rooms.open(serving.convenor ?? "", files, SEATS);
  const came = await ask(
    port,
    "/api/seat",
    { origin: `https://localhost:${port}` },
    { invite: invitations[0]?.invite },
  );
  expect(came).toMatchObject({ status: 200 });
  const cookie = String((came.headers["set-cookie"] as string[])[0]).split(";")[0] ?? "";
  expect(cookie).toMatch(/^__Host-parley-/);
  const page = await ask(port, `/r/${room}`);
  expect(page.text).toContain("<title>Parley</title>");
  const heard = ask(port, `/api/rooms/${room}/live`, { cookie }, undefined, "Heard at once");
  const said = { audience: "room", kind: "said", body: { text: "Heard at once" } };
  expect((await ask(port, `/api/rooms/${room}/moves`, { cookie }, said)).status).toBe(200);
  expect((await heard).text).toContain("Heard at once");
  expect(
    (await ask(port, `/api/rooms/${room}`, { cookie, host: "evil.example" }).catch(() => ({ status: 403 }))).status,
  ).not.toBe(200);
}

const base = { host: "127.0.0.1", port: 0, otherPorts: true };

describe.skipIf(openssl === null)("rooms by https", () => {
  it("are served by a certificate of their own", async () => {
    const port = await freePort();
    const tls = { key: readFileSync(key, "utf8"), cert: readFileSync(cert, "utf8") };
    const serving = await serveRooms({ ...base, port, place: database, origin: `https://localhost:${port}`, tls });
    try {
      await tryRoom(port, serving);
    } finally {
      await serving.close();
    }
  });

  it.skipIf(found("nginx") === null)("are served through nginx as docs/rooms.md says", async () => {
    const port = await freePort();
    const serving = await serveRooms({ ...base, place: database, origin: `https://localhost:${port}`, tls: null });
    const block = /```\n(server \{[\s\S]*?\n\})\n```/u.exec(docs)?.[1] ?? "";
    const server = block
      .replace("listen 443 ssl", `listen 127.0.0.1:${port} ssl`)
      .replace("rooms.example.org", "localhost")
      .replace("/etc/ssl/rooms.pem", cert)
      .replace("/etc/ssl/rooms.key", key)
      .replace("127.0.0.1:4720", `127.0.0.1:${serving.port}`);
    const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
      (one) => `${one}_temp_path ${place}/${one};`,
    );
    const path = join(place, "nginx.conf");
    writeFileSync(
      path,
      `daemon off; pid ${place}/pid; error_log ${place}/error.log;\nevents {}\nhttp { access_log off; ${temporary.join(" ")}\n${server}\n}\n`,
    );
    const child = spawn(found("nginx") ?? "", ["-p", place, "-c", path], { stdio: "ignore" });
    try {
      await expect
        .poll(
          () =>
            ask(port, "/").then(
              ({ status }) => status,
              () => 0,
            ),
          { timeout: 10_000 },
        )
        .toBe(200);
      await tryRoom(port, serving);
    } finally {
      child.kill();
      await serving.close();
    }
  });

  it.skipIf(found("caddy") === null)("are served through Caddy as docs/rooms.md says", async () => {
    const port = await freePort();
    const serving = await serveRooms({ ...base, place: database, origin: `https://localhost:${port}`, tls: null });
    const block = /```\n(rooms\.example\.org \{[\s\S]*?\n\})\n```/u.exec(docs)?.[1] ?? "";
    const site = block
      .replace("rooms.example.org {", `https://localhost:${port} {\n  bind 127.0.0.1\n  tls ${cert} ${key}`)
      .replace("127.0.0.1:4720", `127.0.0.1:${serving.port}`);
    const path = join(place, "Caddyfile");
    writeFileSync(path, `{\n  admin off\n  auto_https disable_redirects\n}\n${site}\n`);
    const child = spawn(found("caddy") ?? "", ["run", "--config", path, "--adapter", "caddyfile"], {
      stdio: "ignore",
      env: { ...process.env, HOME: place, XDG_DATA_HOME: place, XDG_CONFIG_HOME: place },
    });
    try {
      await expect
        .poll(
          () =>
            ask(port, "/").then(
              ({ status }) => status,
              () => 0,
            ),
          { timeout: 10_000 },
        )
        .toBe(200);
      await tryRoom(port, serving);
    } finally {
      child.kill();
      await serving.close();
    }
  });
});
