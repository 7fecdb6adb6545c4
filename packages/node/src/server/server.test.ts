import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as wait } from "node:timers/promises";
import { type CaseFile, parseCase } from "@parley/core/internal";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
// What runs on workers, and the pages, are what is built.
import { createApp } from "../../dist/server/app.js";
import { serve } from "../../dist/server/index.js";
import { createJobs, type Jobs } from "../../dist/server/jobs.js";
import { readStatic } from "../../dist/server/static-files.js";
import { type CaseStore, digestOf, openFolderStore, scaffold } from "../../dist/store/index.js";
import { parley, program } from "../../test/command-line.js";
import { memoryStore } from "../../test/memory-store.js";
import type { InboxDocument, Job, SearchFound, ServerEvent } from "./contract.js";
import type { WorkbenchRooms } from "./workbench-rooms.js";

const HOST = "127.0.0.1:4719";
const pages = readStatic(join(import.meta.dirname, "../../dist/web"));

let root: string;
let store: CaseStore;
let jobs: Jobs;
let heard: ServerEvent[];
let waited: number[] = [];

const put = (path: string, content: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};
/** What was given to open rooms on. */
const given: (readonly CaseFile[])[] = [];
const rooms: WorkbenchRooms = {
  open: async (files) => {
    given.push(files);
    return { ok: true, value: { title: "Talks", seats: [{ name: "North", link: "http://localhost:1/r/x#y" }] } };
  },
  close: async () => {},
};
const app = (token: string | null = null) =>
  createApp({
    store,
    jobs,
    rooms,
    pages,
    listen: () => () => {},
    hosts: token === null ? new Set([HOST]) : null,
    token,
    wait: async (milliseconds) => waited.push(milliseconds),
  });

type Headers = Readonly<Record<string, string>>;
const request = (path: string, init: RequestInit = {}, headers: Headers = {}, of = app()) =>
  of.request(`http://${HOST}${path}`, { ...init, headers: { host: HOST, ...headers } });
const post = (path: string, body: unknown, headers: Headers = {}, of = app()) =>
  request(path, { method: "POST", body: JSON.stringify(body) }, { "content-type": "application/json", ...headers }, of);
const read = async <T>(response: Response | Promise<Response>): Promise<T> => (await (await response).json()) as T;

beforeAll(() => {
  heard = [];
  jobs = createJobs((event) => heard.push(event));
});
afterAll(() => jobs.close());
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), "parley-server-"));
  for (const [path, content] of Object.entries(scaffold())) put(`talks/${path}`, content);
  store = await openFolderStore({ root, who: "tester" });
});
afterEach(async () => {
  await store.close();
  rmSync(root, { recursive: true, force: true });
});

describe("who may speak to the server", () => {
  it("is who calls it by its own address: another name for this machine is refused", async () => {
    for (const host of [
      "evil.example",
      "127.0.0.1:80",
      "localhost.evil.example:4719",
      "",
      "127.0.0.1:4719.evil.example",
    ])
      expect([host, (await request("/api/cases", {}, { host })).status]).toEqual([host, 403]);
    expect((await request("/api/cases")).status).toBe(200);
  });

  it("is nobody who asks it for another host in the first line of the request", async () => {
    const serving = await serve({
      folder: root,
      who: "tester",
      host: "127.0.0.1",
      port: 0,
      otherPorts: false,
      token: null,
    });
    const { port } = new URL(serving.address);
    const statusOf = async (target: string): Promise<string> => {
      const socket = connect(Number(port), "127.0.0.1");
      socket.write(`GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`);
      let answer = "";
      for await (const part of socket) answer += String(part);
      return answer.split(" ")[1] ?? "";
    };
    expect(await statusOf("http://evil.example/api/cases")).toBe("403");
    expect(await statusOf(`http://127.0.0.1:${port}/api/cases`)).toBe("200");
    expect(await statusOf("/api/cases")).toBe("200");
    await serving.close();
  });

  it("is no page of another site, whatever it sends", async () => {
    const foreign: Headers[] = [
      { origin: "http://evil.example" },
      { origin: "null" },
      { origin: "http://127.0.0.1:9999" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" },
      { "sec-fetch-site": "none", "sec-fetch-mode": "no-cors" },
    ];
    for (const headers of foreign) {
      expect([headers, (await request("/api/cases", {}, headers)).status]).toEqual([headers, 403]);
      expect([headers, (await post("/api/cases", NEW, headers)).status]).toEqual([headers, 403]);
    }
    expect(readdirSync(root)).toEqual(["talks"]);
    const own = { origin: `http://${HOST}`, "sec-fetch-site": "same-origin", "sec-fetch-mode": "cors" };
    expect((await post("/api/cases", NEW, own)).status).toBe(201);
    const followed = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document" };
    expect((await request("/c/talks/overview", {}, followed)).status).toBe(200);
    expect((await request("/c/talks/overview", {}, { ...followed, "sec-fetch-dest": "iframe" })).status).toBe(403);
  });

  it("is, beyond this machine, who knows the token; the cookie is not the token, and pages of others do not carry it", async () => {
    const token = "a secret of some length";
    const asking = app(token);
    expect((await request("/api/cases", {}, {}, asking)).status).toBe(401);
    expect((await request("/c/talks/overview", {}, {}, asking)).status).toBe(200);
    waited = [];
    for (let k = 0; k < 3; k++) expect((await post("/api/session", { token: "wrong" }, {}, asking)).status).toBe(401);
    // Each wrong one makes the next answer later, and the right one is taken all the same.
    expect(waited).toEqual([200, 400]);
    const admitted = await post("/api/session", { token }, {}, asking);
    const cookie = admitted.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect(cookie).not.toContain(token);
    const [pair = ""] = cookie.split(";");
    expect((await request("/api/cases", {}, { cookie: pair }, asking)).status).toBe(200);
    expect((await request("/api/cases", {}, { cookie: `${pair}x` }, asking)).status).toBe(401);
  });
});

describe("what the server sends", () => {
  it("forbids everything that is not its own, and is not framed by others", async () => {
    const { headers } = await request("/");
    expect(headers.get("content-security-policy")).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
    );
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect((await request("/api/cases")).headers.get("cache-control")).toBe("no-store");
  });

  it("is a page at every address, and never a file by a path that was asked for", async () => {
    const index = await (await request("/")).text();
    expect(index).toMatch(/<div id="root">/);
    for (const path of [
      "/c/talks/overview",
      "/../../etc/passwd",
      "/..%2f..%2fetc/passwd",
      "/%2e%2e/package.json",
      "/C:\\x",
      "/c/%00",
    ])
      expect([path, await (await request(path)).text()]).toEqual([path, index]);
    for (const path of [
      "/assets/../index.html/x",
      "/assets/no.js",
      "/api/no",
      "/api/cases/..%2f..",
      "/api/cases/talks%2f..%2ftalks",
      "/api/cases/%00",
    ])
      expect([path, (await request(path)).status]).toEqual([path, path === "/assets/../index.html/x" ? 200 : 404]);
  });

  it("is loaded in less than 400 kB of script, zipped; what reads documents and what verifies come when they are first opened", () => {
    const index = Buffer.from(pages.get("/index.html")?.bytes ?? []).toString();
    // What the page names, and the worker that it starts.
    const script = [...pages].filter(
      ([path]) => path.endsWith(".js") && (index.includes(path) || path.startsWith("/assets/worker-")),
    );
    expect(script.length).toBeLessThan([...pages].filter(([path]) => path.endsWith(".js")).length);
    const zipped = script.reduce((sum, [, file]) => sum + file.zipped.length, 0);
    expect(script.length).toBeGreaterThan(1);
    expect(zipped).toBeLessThan(400_000);
  });

  it("describes itself: every route with what it takes and answers", async () => {
    const { paths } = await read<{ paths: Record<string, Record<string, { responses: object }>> }>(
      request("/api/openapi.json"),
    );
    expect(Object.keys(paths).sort()).toEqual([
      "/api/cases",
      "/api/cases/{case}",
      "/api/cases/{case}/archive",
      "/api/cases/{case}/copies",
      "/api/cases/{case}/documents",
      "/api/cases/{case}/documents/{document}",
      "/api/cases/{case}/drafts/{what}/{form}",
      "/api/cases/{case}/edits",
      "/api/cases/{case}/history",
      "/api/cases/{case}/inbox",
      "/api/cases/{case}/inbox/{bytes}",
      "/api/cases/{case}/jobs",
      "/api/cases/{case}/monitoring/{form}",
      "/api/cases/{case}/past/{day}",
      "/api/cases/{case}/redo",
      "/api/cases/{case}/report",
      "/api/cases/{case}/roadmap/{form}",
      "/api/cases/{case}/rooms",
      "/api/cases/{case}/search",
      "/api/cases/{case}/sources",
      "/api/cases/{case}/sources/{form}",
      "/api/cases/{case}/undo",
      "/api/cases/{case}/zip",
      "/api/documents",
      "/api/jobs/{job}",
      "/api/session",
      "/api/tables",
      "/api/templates",
      "/api/trash",
      "/api/trash/restore",
      "/api/zips",
    ]);
  });
});

describe("the library of a case", () => {
  const RIS = "TY  - NEWS\nTI  - Harbour talks fail\nT2  - The Gazette\nDA  - 2019/02/28\nER  - \n";
  const add = (body: string) =>
    request(
      "/api/cases/talks/sources?name=refs.ris",
      { method: "POST", body },
      { "content-type": "application/octet-stream" },
    );

  it("takes sources in from other programs, once, and gives them out", async () => {
    expect(await read(add(RIS))).toEqual({ added: 1, there: 0, remarks: [] });
    expect(await read(add(RIS))).toEqual({ added: 0, there: 1, remarks: [] });
    const { sources } = parse(readFileSync(join(root, "talks/case.yaml"), "utf8"));
    expect(sources.at(-1)).toEqual({
      id: "harbour-talks-fail-2019-02-28",
      title: "Harbour talks fail",
      publisher: "The Gazette",
      date: "2019-02-28",
    });
    expect(await (await request("/api/cases/talks/sources/bib")).text()).toContain("Harbour talks fail");
    expect(await read(request("/api/cases/talks/sources/json"))).toMatchObject([{}, { title: "Harbour talks fail" }]);
    expect((await add("Dear all")).status).toBe(422);
    expect((await request("/api/cases/none/sources/bib")).status).toBe(404);
  });

  it("finds words in statements and in documents, and what was decided since", async () => {
    const find = async (query: string) =>
      (await read<SearchFound>(post("/api/cases/talks/search", { query, most: 20 }))).hits.map(({ kind }) => kind);
    expect(await find("pilotage ")).toEqual([]);
    const text = "The minister said that pilotage would stay free.";
    await request(
      "/api/cases/talks/inbox?name=a.txt",
      { method: "POST", body: text },
      { "content-type": "application/octet-stream" },
    );
    expect(await find("pilotage ")).toEqual(["waiting", "passage"]);
    const { documents } = await read<{ documents: InboxDocument[] }>(request("/api/cases/talks/inbox"));
    await post(`/api/cases/talks/inbox/${documents[0]?.bytes}`, { decided: { s1: "rejected" }, anew: 0 });
    expect(await find("pilotage ")).toEqual(["passage"]);
  });
});

/** A negotiation that begins with nothing but two parties. */
const NEW = {
  name: "Pay talks: 2027",
  template: null,
  parties: ["The union", "The employer"],
  day: "2027-01-15",
  team: null,
};

describe("whole cases", () => {
  const send = (name: string, body: Uint8Array<ArrayBuffer>) =>
    request(
      `/api/zips?name=${encodeURIComponent(name)}`,
      { method: "POST", body },
      { "content-type": "application/octet-stream" },
    );

  const ids = async () =>
    (await read<{ cases: { id: string; title: string }[] }>(request("/api/cases"))).cases.map(({ id }) => id).sort();

  it("begin with nothing but names, or from a template, and are in order at once", async () => {
    expect(await read(post("/api/cases", NEW))).toEqual({ id: "pay-talks-2027" });
    expect(await read(post("/api/cases", NEW))).toEqual({ id: "pay-talks-2027-2" });
    const { templates } = await read<{ templates: { id: string; about: string }[] }>(request("/api/templates"));
    expect(templates.length).toBeGreaterThan(5);
    for (const { id, about } of templates) {
      expect(about).not.toBe("");
      const made = await read<{ id: string }>(post("/api/cases", { ...NEW, name: id, template: id, parties: [] }));
      const { files } = await read<{ files: CaseFile[] }>(request(`/api/cases/${made.id}`));
      const parsed = parseCase(files);
      expect([id, parsed.problems]).toEqual([id, []]);
      expect(parsed.ok && [parsed.value.title, parsed.value.asOf]).toEqual([id, "2027-01-15"]);
      expect(files.map(({ text }) => text).join("")).not.toContain("2000-01-01");
    }
    const ours = { ...NEW, name: "Ours", template: "lease", parties: [], team: "tenant" };
    const made = await read<{ id: string }>(post("/api/cases", ours));
    const { files } = await read<{ files: CaseFile[] }>(request(`/api/cases/${made.id}`));
    const parsed = parseCase(files);
    expect(parsed.ok && parsed.value.team).toBe("tenant");
    expect((await post("/api/cases", { ...NEW, template: "../.." })).status).toBe(404);
  });

  it("are put away and taken out again, each time under the id that the list then has", async () => {
    const archived = async () =>
      (await read<{ cases: { id: string; archived: boolean }[] }>(request("/api/cases"))).cases.flatMap(
        ({ id, archived: away }) => (away ? [id] : []),
      );
    const { id } = await read<{ id: string }>(post("/api/cases/talks/archive", {}));
    expect([id, await archived()]).toEqual(["archive:talks", ["archive:talks"]]);
    expect(await read(post(`/api/cases/${id}/archive`, {}))).toEqual({ id: "talks" });
    expect(await archived()).toEqual([]);
    expect((await post("/api/cases/none/archive", {})).status).toBe(404);
  });

  it("are never given the name in which the archive stands, nor what cannot be seen of a name", async () => {
    expect(await read(post("/api/cases", { ...NEW, name: "Archive" }))).toEqual({ id: "archive-2" });
    const made = await read<{ id: string }>(
      post("/api/cases", { ...NEW, name: "Plain", parties: ["A\u202eB", "C\u0007"] }),
    );
    const { files } = await read<{ files: CaseFile[] }>(request(`/api/cases/${made.id}`));
    const parsed = parseCase(files);
    expect(parsed.ok && parsed.value.parties.map(({ name }) => name)).toEqual(["AB", "C"]);
    const blank = await post("/api/cases", { ...NEW, name: "   " });
    expect([blank.status, await blank.text()]).toEqual([400, expect.stringContaining("it needs a name")]);
  });

  it("go out as one .zip and come in again, the same files under another name, without the history", async () => {
    const files = async (id: string) =>
      (await read<{ files: CaseFile[] }>(request(`/api/cases/${id}`))).files.map(({ path, text }) => [path, text]);
    const zip = new Uint8Array(await (await request("/api/cases/talks/zip")).arrayBuffer());
    const opened = await send("talks.zip", zip);
    expect(opened.status).toBe(201);
    const { id } = (await opened.json()) as { id: string };
    expect(id).not.toBe("talks");
    expect(await files(id)).toEqual(await files("talks"));
    expect((await read<{ entries: unknown[] }>(request(`/api/cases/${id}/history`))).entries).toEqual([]);
    expect((await request("/api/cases/none/zip")).status).toBe(404);
  });

  it("come out of no .zip that is damaged, too large or holds none; what points outside is never written", async () => {
    const text = (content: string) => strToU8(content);
    const zip = (files: Record<string, Uint8Array>) => new Uint8Array(zipSync(files));
    const reasons = async (answered: ReturnType<typeof send>) => {
      const answer = await answered;
      return [answer.status, ((await answer.json()) as { reasons: string[] }).reasons.join(" ")];
    };
    expect(await reasons(send("a.zip", new Uint8Array(text("no archive"))))).toEqual([
      422,
      expect.stringContaining("damaged"),
    ]);
    expect(await reasons(send("b.zip", zip({ "notes.txt": text("x") })))).toEqual([
      422,
      expect.stringContaining("no case"),
    ]);
    const bomb = zip({ "case.yaml": text(" ".repeat(70 * 1024 * 1024)) });
    expect(await reasons(send("c.zip", bomb))).toEqual([422, expect.stringContaining("64 MB")]);
    const much = zip({ "case.yaml": text(`parley: 1\n${"# \n".repeat(500_000)}`) });
    expect(await reasons(send("d.zip", much))).toEqual([422, expect.stringContaining("too large for a case")]);
    const latin = zip({ "case.yaml": Uint8Array.from([0x74, 0xe9, 0x3a]) });
    expect(await reasons(send("e.zip", latin))).toEqual([422, expect.stringContaining("damaged")]);
    const two = zip({ "a/case.yaml": text("a: 1"), "b/case.yaml": text("b: 1") });
    expect(await reasons(send("f.zip", two))).toEqual([422, expect.stringContaining("several cases")]);
    const hostile = zip({
      "x/case.yaml": text("parley: 1\ntitle: X\nparties: []\nissues: []\n"),
      "x/../../outside.yaml": text("x"),
      "/etc/other.yaml": text("x"),
      "x/run.sh": text("x"),
    });
    const { id } = (await (await send("../../evil.zip", hostile)).json()) as { id: string };
    expect(id).toMatch(/^[\w-]+$/);
    const written = readdirSync(join(root, id), { recursive: true }).map(String);
    expect(written.filter((path) => /outside|other|run/.test(path))).toEqual([]);
  });

  it("give their tables as a workbook in which no cell is a formula", async () => {
    const answer = await post("/api/tables", {
      name: "A/B",
      rows: [["a", "=1+1"], ["−3", "12.5"], Array(40).fill("x")],
    });
    const parts = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
    expect(sheet).toContain('<t xml:space="preserve">=1+1</t>');
    expect(sheet).not.toContain("<f>");
    expect(sheet).toContain('<c r="A2"><v>-3</v></c>');
    expect(sheet).toContain('r="AN3"');
    expect((await post("/api/tables", { name: "x", rows: [] })).status).toBe(400);
  });

  it("are copied without their history, put into the trash, and taken out of it", async () => {
    expect(await read(post("/api/cases/talks/copies", { title: "Talks again" }))).toEqual({ id: "talks-again" });
    expect(await ids()).toEqual(["talks", "talks-again"]);
    expect(existsSync(join(root, "talks-again/.parley/history.jsonl"))).toBe(false);
    const { name } = await read<{ name: string }>(request("/api/cases/talks-again", { method: "DELETE" }));
    expect(await ids()).toEqual(["talks"]);
    expect(await read(request("/api/trash"))).toEqual({ trashed: [name] });
    expect(await read(post("/api/trash/restore", { name }))).toEqual({ trashed: [] });
    expect(await ids()).toEqual(["talks", "talks-again"]);
    expect((await post("/api/trash/restore", { name: "../talks" })).status).toBe(404);
    await request("/api/cases/talks-again", { method: "DELETE" });
    expect((await request("/api/trash", { method: "DELETE" })).status).toBe(204);
    expect(await read(request("/api/trash"))).toEqual({ trashed: [] });
  });
});

describe("the inbox", () => {
  const give = (name: string, body: Uint8Array<ArrayBuffer> | string) =>
    request(
      `/api/cases/talks/inbox?name=${encodeURIComponent(name)}`,
      { method: "POST", body },
      { "content-type": "application/octet-stream" },
    );
  const inbox = async () =>
    (await read(request("/api/cases/talks/inbox"))) as {
      documents: { bytes: string; file: string; decided: object }[];
    };

  it("reads what is sent, once, and notes what is decided of it", async () => {
    const text = "HANOI, 28 February 2019 — The minister said that the talks had failed.";
    expect(await read(give("a.txt", text))).toMatchObject({ read: [{ file: "a.txt", statements: 1 }], again: [] });
    expect(await read(give("b.txt", text))).toMatchObject({ read: [], again: ["b.txt"] });
    const [document] = (await inbox()).documents;
    expect(document).toMatchObject({ file: "a.txt", date: "2019-02-28", dayFrom: "dateline", decided: {} });
    const decide = (decided: object) =>
      request(
        `/api/cases/talks/inbox/${document?.bytes}`,
        { method: "POST", body: JSON.stringify({ decided, anew: 0 }) },
        { "content-type": "application/json" },
      );
    expect((await decide({ s1: "accepted" })).status).toBe(204);
    expect((await inbox()).documents[0]?.decided).toEqual({ s1: "accepted" });
    expect((await decide({ s1: "perhaps" })).status).toBe(400);
    const gone = request(
      `/api/cases/talks/inbox/${"0".repeat(64)}`,
      { method: "POST", body: JSON.stringify({ decided: {}, anew: 0 }) },
      { "content-type": "application/json" },
    );
    expect((await gone).status).toBe(404);
  });

  it("is put right by a person, and read anew where another day or author tells other days", async () => {
    await give("a.txt", "The minister said on Tuesday that the talks had failed.");
    const documents = async () => (await inbox()).documents as unknown as InboxDocument[];
    const dayOf = async () => (await documents())[0]?.reading.statements[0]?.dates[0]?.date ?? null;
    expect(await dayOf()).toBeNull();
    const [first] = await documents();
    const right = (about: object, anew = 0, decided = {}) =>
      post(`/api/cases/talks/inbox/${first?.bytes}`, { decided, anew, about });
    expect((await right({ title: "A paper", date: "2019-02-28", url: "https://example.org" })).status).toBe(204);
    expect(await dayOf()).toBe("2019-02-26");
    expect((await documents())[0]).toMatchObject({ title: "A paper", dayFrom: null, url: "https://example.org" });
    expect((await right({ date: "Tuesday" }, 1)).status).toBe(400);
    expect((await right({ url: "javascript:alert(1)" }, 1)).status).toBe(400);
    expect((await right({ author: "two\nlines" }, 1)).status).toBe(400);
    // Of two who put it right at once, one is told that its statements have other names now.
    const both = await Promise.all([right({ author: "Ann Lee" }, 1), right({ date: "2019-03-28" }, 1)]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
    expect((await right({}, 1, { s1: "accepted" })).status).toBe(409);
  });

  it("takes an archive, says what is not read of it, and refuses what is no document", async () => {
    const archive = zipSync({
      "in/one.txt": strToU8("The union said that it would sign."),
      "deep.zip": new Uint8Array(4),
    });
    const came = await read(give("papers.zip", new Uint8Array(archive)));
    expect(came).toMatchObject({
      read: [{ file: "papers.zip/in/one.txt" }],
      reasons: [expect.stringContaining("archive in an archive")],
    });
    expect((await give("scan.bin", new Uint8Array([0, 1, 2, 3]))).status).toBe(422);
    expect(await read(give("refs.ris", "TY  - NEWS\nTI  - A\nER  - "))).toMatchObject({
      reasons: [expect.stringContaining("file of citations")],
    });
    expect((await request("/api/cases/none/inbox")).status).toBe(404);
  });

  it("takes a document again whose file is damaged", async () => {
    await give("a.txt", "The union said that it would sign.");
    const [{ bytes } = { bytes: "" }] = (await inbox()).documents;
    writeFileSync(join(root, `talks/documents/inbox/${bytes}.json`), "{");
    expect((await inbox()).documents).toEqual([]);
    expect(await read(give("a.txt", "The union said that it would sign."))).toMatchObject({ read: [{ bytes }] });
    expect((await inbox()).documents).toMatchObject([{ bytes }]);
  });
});

describe("documents", () => {
  const send = (name: string, body: Uint8Array<ArrayBuffer> | string) =>
    request(
      `/api/documents?name=${encodeURIComponent(name)}`,
      { method: "POST", body },
      { "content-type": "application/octet-stream" },
    );
  const keep = (name: string, text: string) =>
    request(
      `/api/cases/talks/documents/${name}`,
      { method: "PUT", body: JSON.stringify({ text }) },
      { "content-type": "application/json" },
    );
  const kept = (name: string) => request(`/api/cases/talks/documents/${name}`);

  it("become text, and nothing is kept", async () => {
    const page = "<!doctype html><title>T</title><body><p>One “two” three.</p><script>evil()</script></body>";
    expect(await read(send("a.html", page))).toMatchObject({ format: "html", text: "One “two” three.", title: "T" });
    expect(existsSync(join(root, "talks/documents"))).toBe(false);
    const refused = await send("scan.bin", new Uint8Array([0, 1, 2, 3]));
    expect(refused.status).toBe(422);
    expect(await read(refused)).toEqual({ reasons: [expect.stringContaining("scan.bin: it holds bytes")] });
    expect((await send("a.txt", new Uint8Array(21 * 1024 * 1024))).status).toBe(413);
  });

  it("are kept once, for their owner's eyes, and never written over", async () => {
    expect((await keep("a-speech", "“One,” she said.")).status).toBe(204);
    expect((await keep("a-speech", "“One,” she said.")).status).toBe(204);
    const other = await keep("a-speech", "another");
    expect(other.status).toBe(409);
    expect(await read(kept("a-speech"))).toEqual({ text: "“One,” she said." });
    expect(await read(request("/api/cases/talks/documents"))).toEqual({ documents: ["a-speech"] });
    const path = join(root, "talks/documents/a-speech.txt");
    expect(readFileSync(path, "utf8")).toBe("“One,” she said.");
    if (process.platform !== "win32") expect(statSync(path).mode & 0o077).toBe(0);
  });

  it("have names that are no paths, and lie inside what is served", async () => {
    for (const name of ["..%2fx", "a.b", "a%00b", "x".repeat(65)])
      expect([name, (await keep(name, "x")).status]).toEqual([name, 400]);
    expect((await keep("%2e%2e", "x")).status).toBe(404);
    expect((await kept("missing")).status).toBe(404);
    const outside = mkdtempSync(join(tmpdir(), "parley-outside-"));
    writeFileSync(join(outside, "secret.txt"), "secret");
    symlinkSync(outside, join(root, "talks/documents"));
    expect((await kept("secret")).status).toBe(404);
    expect((await keep("new", "x")).status).toBe(409);
    expect(readdirSync(outside)).toEqual(["secret.txt"]);
    expect(await read(request("/api/cases/talks/documents"))).toEqual({ documents: [] });
    rmSync(outside, { recursive: true });
  });
});

describe("what is asked of the server", () => {
  const edit = (files: readonly unknown[]) => post("/api/cases/talks/edits", { what: "x", files });

  it("is answered with reasons for people where it is wrong, and writes nothing", async () => {
    const before = readFileSync(join(root, "talks/case.yaml"), "utf8");
    const wrong: [Promise<Response> | Response, number][] = [
      [edit([]), 400],
      [edit([{ file: "case.yaml", base: "no digest", text: "x" }]), 400],
      [edit([{ file: "case.yaml", base: null, text: "x" }]), 409],
      [edit([{ file: "case.yaml", base: null, text: "x", changes: [{ path: ["a"] }] }]), 400],
      [edit([{ file: "../case.yaml", base: null, text: "x" }]), 422],
      [edit([{ file: "case.yaml", base: digestOf(before), changes: [{ path: ["title", "x"], value: 1 }] }]), 422],
      [post("/api/cases/none/edits", { what: "x", files: [{ file: "case.yaml", base: null, text: "x" }] }), 404],
      [post("/api/cases/talks/jobs", { task: "format", options: {} }), 400],
      [post("/api/cases/talks/jobs", { task: "assess", options: { models: 1e9 } }), 400],
      [request("/api/cases/talks/edits", { method: "POST", body: "{" }, { "content-type": "application/json" }), 400],
      [
        request(
          "/api/cases/talks/edits",
          { method: "POST", body: "what=x" },
          { "content-type": "application/x-www-form-urlencoded" },
        ),
        415,
      ],
      [request("/api/cases/talks", { method: "PUT" }), 404],
      [request("/api/jobs/none"), 404],
    ];
    for (const [response, status] of wrong) {
      const got = await response;
      const { reasons } = await read<{ reasons: string[] }>(Promise.resolve(got));
      expect([got.url, got.status, reasons.length > 0]).toEqual([got.url, status, true]);
    }
    const long = "x".repeat(4 * 1024 * 1024);
    expect((await edit([{ file: "case.yaml", base: null, text: long }])).status).toBe(413);
    expect(readFileSync(join(root, "talks/case.yaml"), "utf8")).toBe(before);
  });

  it("give the roadmap to other programs, and say why where there is none", async () => {
    const types = { ics: "text/calendar", xml: "application/xml", csv: "text/csv" };
    for (const [form, type] of Object.entries(types)) {
      const got = await request(`/api/cases/talks/roadmap/${form}?models=60`);
      expect([got.status, got.headers.get("content-type")]).toEqual([200, expect.stringContaining(type)]);
      expect(got.headers.get("content-disposition")).toBe(`attachment; filename="roadmap.${form}"`);
      expect(await got.text()).toContain("Stock is kept");
    }
    rmSync(join(root, "talks/agreement.yaml"));
    const refused = await request("/api/cases/talks/roadmap/ics?models=60");
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining("lists no commitments")]);
    expect((await request("/api/cases/talks/roadmap/docx")).status).toBe(400);
    expect((await request("/api/cases/nowhere/roadmap/ics")).status).toBe(404);
  });

  it("give alerts to other programs, for the rows as they stand when asked", async () => {
    const types = { ics: "text/calendar", atom: "application/atom+xml", csv: "text/csv" };
    for (const [form, type] of Object.entries(types)) {
      const got = await request(`/api/cases/talks/monitoring/${form}?asOf=2026-04-01`);
      expect([got.status, got.headers.get("content-type")]).toEqual([200, expect.stringContaining(type)]);
    }
    const file = join(root, "talks/observations.csv");
    const feed = async (known: string) =>
      await (await request(`/api/cases/talks/monitoring/atom?asOf=2026-04-01&knownAt=${known}`)).text();
    expect(await feed("2026-04-01")).not.toContain("Broken");
    writeFileSync(file, `${readFileSync(file, "utf8")}2026-03-05,2026-03-09,days,9,days,verified,,\n`);
    expect(await feed("2026-04-01")).toContain("Broken: Delivery within a week");
    expect(await feed("2026-03-08")).not.toContain("Broken");
    expect((await request("/api/cases/nowhere/monitoring/ics")).status).toBe(404);
    expect((await request("/api/cases/talks/monitoring/docx")).status).toBe(400);
    const job = await read<Job>(
      post("/api/cases/talks/jobs", {
        task: "monitor",
        options: {
          asOf: "2026-04-01",
          folder: { path: "/etc", within: "/", stamp: "" },
          observations: { file: "/etc/passwd", stamp: "", bytes: { path: "/etc/passwd" } },
          more: { file: "/etc/passwd", stamp: "", bytes: {} },
        },
      }),
    );
    // Which rows are read is no part of a request.
    expect((await jobs.settled(job.id))?.result).toMatchObject({
      ok: true,
      value: { found: { observations: { rows: 1 } } },
    });
  });

  it("give drafts in every form, for one party's principal and about one offer, and say why where there is none", async () => {
    const types = { md: "text/markdown", html: "text/html", docx: "wordprocessingml" };
    for (const what of ["framework", "brief"])
      for (const [form, type] of Object.entries(types)) {
        const got = await request(`/api/cases/talks/drafts/${what}/${form}?models=60`);
        expect([got.status, got.headers.get("content-type")]).toEqual([200, expect.stringContaining(type)]);
        expect(got.headers.get("content-disposition")).toBe(`attachment; filename="${what}.${form}"`);
        expect((await got.arrayBuffer()).byteLength).toBeGreaterThan(1000);
      }
    const own = await request(
      "/api/cases/talks/drafts/brief/md?models=60&party=seller&offer=first-offer&since=2026-01-01",
    );
    expect(await own.text()).toContain("# Brief for the seller");
    for (const [address, status, why] of [
      ["talks/drafts/meetings/ics", 422, "No meeting is on record"],
      ["talks/drafts/meetings/docx", 422, "Meetings come as .ics"],
      ["talks/drafts/framework/ics", 422, "Meetings come as .ics"],
      ["talks/drafts/brief/md?party=nobody&models=60", 422, "a brief is for a party that negotiates"],
      ["talks/drafts/poem/md", 400, ""],
      ["nowhere/drafts/framework/md", 404, "no case"],
    ] as const) {
      const got = await request(`/api/cases/${address}`);
      expect([address, got.status, await got.text()]).toEqual([address, status, expect.stringContaining(why)]);
    }
  });

  it("tell how a case stood at the end of a day, by what was changed since", async () => {
    const before = readFileSync(join(root, "talks/case.yaml"), "utf8");
    const past = (day: string) => request(`/api/cases/talks/past/${day}`);
    expect((await past("2020-01-01")).status).toBe(422);
    const changes = [{ path: ["title"], value: "Another" }];
    const edited = await post("/api/cases/talks/edits", {
      what: "title",
      files: [{ file: "case.yaml", base: digestOf(before), changes }],
    });
    expect(edited.status).toBe(200);
    const { files } = await read<{ files: { path: string; text: string }[] }>(past("2020-01-01"));
    expect(files.find(({ path }) => path === "case.yaml")?.text).toBe(before);
    expect(files.map(({ path }) => path)).toContain("interests/seller.seller.yaml");
    // Changed by another program: the way back is lost, and that is said.
    put("talks/case.yaml", `${before}# by hand\n`);
    const refused = await past("2020-01-01");
    expect([refused.status, await refused.text()]).toEqual([
      422,
      expect.stringContaining("was changed outside of the workbench"),
    ]);
    expect((await past("soon")).status).toBe(400);
    expect((await request("/api/cases/nowhere/past/2020-01-01")).status).toBe(404);
  });

  it("of a reader's is computed only from what it may see: other private files change no byte of it", async () => {
    const seen = async () =>
      await Promise.all(
        ["public", "buyer"].map(async (reader) => {
          const job = await read<Job>(
            post("/api/cases/talks/jobs", { task: "materials", reader, options: { models: 60 } }),
          );
          const done = await jobs.settled(job.id);
          return [
            await (await request(`/api/cases/talks?reader=${reader}`)).text(),
            JSON.stringify(done?.result),
            await (await request(`/api/cases/talks/report?reader=${reader}&models=60`)).text(),
            await (await request(`/api/cases/talks/roadmap/xml?reader=${reader}&models=60`)).text(),
            ...(await Promise.all(
              ["framework/docx", "framework/html", "brief/md", "brief/docx"].map(async (form) => {
                const got = await request(`/api/cases/talks/drafts/${form}?reader=${reader}&models=60`);
                return Buffer.from(await got.arrayBuffer()).toString("base64");
              }),
            )),
          ];
        }),
      );
    const before = await seen();
    const file = "talks/interests/seller.seller.yaml";
    put(
      file,
      readFileSync(join(root, file), "utf8").replace(
        "[price, exclusivity, delivery]",
        "[delivery, exclusivity, price]",
      ),
    );
    put("talks/interests/buyer.seller.yaml", "broken: [");
    expect(await seen()).toEqual(before);
    expect(before[0]?.[2]).toMatch(/shared with the public/i);
  });

  it("is work that says how far it is, is shared by who asks the same, and stops when nobody waits", async () => {
    const ask = () =>
      read<Job>(post("/api/cases/talks/jobs", { task: "materials", options: { models: 20_000, seed: 7 } }));
    const [one, other] = [await ask(), await ask()];
    expect(other.id).toBe(one.id);
    const leave = () => request(`/api/jobs/${one.id}`, { method: "DELETE" });
    expect((await leave()).status).toBe(204);
    expect(["waiting", "running"]).toContain((await read<Job>(request(`/api/jobs/${one.id}`))).state);
    await leave();
    expect((await jobs.settled(one.id))?.state).toBe("stopped");
    const again = await read<Job>(
      post("/api/cases/talks/jobs", { task: "materials", options: { models: 2000, seed: 7 } }),
    );
    expect((await jobs.settled(again.id))?.state).toBe("done");
    const shares = heard.flatMap((event) => (event.kind === "job" && event.id === again.id ? [event.share] : []));
    expect(shares.at(-1)).toBe(1);
    expect(shares.length).toBeGreaterThan(3);
  });

  it("of a case with problems is refused with every one of them and its place", async () => {
    put("talks/case.yaml", readFileSync(join(root, "talks/case.yaml"), "utf8").replace("today: list", "today: lsit"));
    const response = await post("/api/cases/talks/jobs", { task: "assess", options: {} });
    expect(response.status).toBe(422);
    expect((await read<{ reasons: string[] }>(Promise.resolve(response))).reasons.join()).toMatch(
      /case\.yaml:\d+:\d+ .*"lsit".*Did you mean "list"/,
    );
    put("talks/case.yaml", "parley: 2\ntitle: Newer\n");
    const newer = await read<{ reasons: string[] }>(post("/api/cases/talks/jobs", { task: "assess", options: {} }));
    expect(newer.reasons.join()).toMatch(/newer/);
  });
});

describe("a room on a case", () => {
  it("is opened on what everybody may see of it, and on no case that is not there", async () => {
    put("talks/interests/north.north.yaml", "secret: true\n");
    const opened = await request("/api/cases/talks/rooms", { method: "POST" });
    expect([opened.status, await opened.json()]).toEqual([
      201,
      { title: "Talks", seats: [{ name: "North", link: "http://localhost:1/r/x#y" }] },
    ]);
    const paths = given.at(-1)?.map(({ path }) => path) ?? [];
    expect(paths).toContain("case.yaml");
    expect(paths.filter((path) => path.startsWith("interests/"))).toEqual([]);
    expect((await request("/api/cases/nowhere/rooms", { method: "POST" })).status).toBe(404);
  });
});

describe("the server on another store", () => {
  it("lists, reads, edits, takes back and works out cases that are in no folder", async () => {
    const memory = memoryStore({ talks: scaffold() }, "tester", () => new Date("2026-01-15T10:00:00Z"));
    const other = createApp({
      store: memory,
      jobs,
      rooms,
      pages,
      listen: () => () => {},
      hosts: new Set([HOST]),
      token: null,
    });
    const get = (path: string) => request(path, {}, {}, other);
    expect(await read(get("/api/cases"))).toMatchObject({ cases: [{ id: "talks", title: "A purchase", problems: 0 }] });
    const { files } = await read<{ files: { path: string; digest: string; text: string }[] }>(get("/api/cases/talks"));
    const rows = files.find(({ path }) => path === "observations.csv");
    const text = `${rows?.text}2026-03-05,2026-03-09,days,9,days,verified,,\n`;
    const feed = async () => await (await get("/api/cases/talks/monitoring/atom?asOf=2026-04-01&reader=public")).text();
    expect(await feed()).not.toContain("Broken");
    const edit = { what: "a row", files: [{ file: "observations.csv", base: rows?.digest, text }] };
    expect((await post("/api/cases/talks/edits", edit, {}, other)).status).toBe(200);
    expect((await post("/api/cases/talks/edits", edit, {}, other)).status).toBe(409);
    expect(await feed()).toContain("Broken: Delivery within a week");
    expect((await post("/api/cases/talks/undo", {}, {}, other)).status).toBe(200);
    expect(await feed()).not.toContain("Broken");
    expect((await get("/api/cases/talks/roadmap/csv?models=60")).status).toBe(200);
    expect(await (await get("/api/cases/talks?reader=public")).text()).not.toContain("interests/");
    expect((await get("/api/cases/nowhere/monitoring/atom")).status).toBe(404);
    await memory.close();
  });
});

/** The command line's own server, as a person starts it. */
async function start(folder: string, ...more: string[]): Promise<{ server: ChildProcess; address: string }> {
  const server = spawn(process.execPath, [program, "serve", folder, "--port", "0", ...more], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  for await (const chunk of server.stdout ?? []) {
    out += String(chunk);
    const address = /at (http:\S+)/.exec(out)?.[1];
    if (address) return { server, address };
  }
  throw new Error(`it did not start: ${out}`);
}

const KILLED = "interests/buyer.buyer.yaml";
const ORDERS = [
  ["price", "delivery", "exclusivity"],
  ["delivery", "exclusivity", "price"],
  ["exclusivity", "price", "delivery"],
];

interface Writer {
  readonly process: ChildProcess;
  /** Writes until it is killed, and tells of each edit that was acknowledged. */
  readonly write: (acknowledged: (what: string) => void) => Promise<void>;
}

/** Kills what writes at any moment: whatever was acknowledged stays, and every file is whole. */
async function expectNothingLost(kills: number, begin: (folder: string, round: number) => Promise<Writer>) {
  const folder = join(root, "killed");
  mkdirSync(folder);
  cpSync(join(root, "talks"), join(folder, "talks"), { recursive: true });
  const path = join(folder, "talks", KILLED);
  const untouched = digestOf(readFileSync(path, "utf8"));
  const acknowledged: string[] = [];
  const entries = () => {
    const history = join(folder, "talks/.parley/history.jsonl");
    const lines = existsSync(history) ? readFileSync(history, "utf8").split("\n") : [];
    return lines.flatMap((line) => {
      try {
        return [JSON.parse(line) as { what: string; files: { after: string }[] }];
      } catch {
        return [];
      }
    });
  };
  // One start more than kills: what a kill between two writes left undone is done by the next.
  for (let round = 0; round <= kills; round++) {
    const writer = await begin(folder, round);
    const held = entries();
    expect(held.map(({ what }) => what)).toEqual(expect.arrayContaining(acknowledged));
    expect(digestOf(readFileSync(path, "utf8"))).toBe(held.at(-1)?.files[0]?.after ?? untouched);
    const first = acknowledged.length;
    const writing = writer.write((what) => acknowledged.push(what));
    while (acknowledged.length < first + 1 + (round % 4)) await wait(2);
    await wait((round * 7) % 23);
    writer.process.kill("SIGKILL");
    await once(writer.process, "exit");
    await writing;
    const { swings } = parse(readFileSync(path, "utf8")) as { swings: { rank: string[] } };
    expect(ORDERS).toContainEqual(swings.rank);
  }
  expect(acknowledged.length).toBeGreaterThan(2 * kills);
}

/** The store alone, which begins in a fraction of the time of a server. It writes when it is told to. */
const WRITER = `
import { readFileSync } from "node:fs";
import { once } from "node:events";
import { digestOf, openFolderStore } from ${JSON.stringify(new URL("../../dist/store/index.js", import.meta.url).href)};
const [folder, round] = process.argv.slice(1);
const store = await openFolderStore({ root: folder, who: "tester" });
process.stdout.write("open\\n");
await once(process.stdin, "data");
for (let k = 0; ; k++) {
  const base = digestOf(readFileSync(folder + "/talks/${KILLED}", "utf8"));
  const changes = [{ path: ["swings", "rank"], value: ${JSON.stringify(ORDERS)}[(Number(round) + k) % 3] }];
  const what = "round " + round + " edit " + k;
  const outcome = await store.edit("talks", { what, files: [{ file: ${JSON.stringify(KILLED)}, base, changes }] });
  if (outcome?.kind === "done") process.stdout.write(what + "\\n");
}
`;

async function beginStore(folder: string, round: number): Promise<Writer> {
  const args = ["--input-type=module", "--eval", WRITER, folder, String(round)];
  const process_ = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
  const lines = createInterface({ input: process_.stdout });
  const each = lines[Symbol.asyncIterator]();
  await each.next();
  return {
    process: process_,
    write: async (acknowledged) => {
      process_.stdin.write("write\n");
      for (let line = await each.next(); !line.done; line = await each.next()) acknowledged(line.value);
    },
  };
}

async function beginServer(folder: string, round: number): Promise<Writer> {
  const { server, address } = await start(folder);
  const path = join(folder, "talks", KILLED);
  return {
    process: server,
    write: async (acknowledged) => {
      for (let k = 0; ; k++) {
        const changes = [{ path: ["swings", "rank"], value: ORDERS[(round + k) % 3] }];
        const edit = { file: KILLED, base: digestOf(readFileSync(path, "utf8")), changes };
        const what = `round ${round} edit ${k}`;
        const answer = await fetch(`${address}api/cases/talks/edits`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ what, files: [edit] }),
        }).catch(() => null);
        if (answer?.status !== 200) return;
        acknowledged(what);
      }
    },
  };
}

describe("killed at any moment while it writes, nothing acknowledged is lost and no file is half-written", () => {
  it("by the store, ten times", () => expectNothingLost(10, beginStore));
  it("by the server, three times", () => expectNothingLost(3, beginServer));
});

describe("the server as a process", () => {
  it("says what to do where the port is in use, the folder is none, or others could reach it without a token", async () => {
    const { server, address } = await start(root);
    const port = new URL(address).port;
    const ended = async (...args: string[]) => {
      const { code, err } = await parley(["serve", ...args]);
      return [code, err] as const;
    };
    expect(await ended(root, "--port", port)).toEqual([
      2,
      expect.stringMatching(/port \d+ is in use.*choose another with --port/),
    ]);
    expect(await ended(join(root, "none"))).toEqual([2, expect.stringMatching(/does not exist/)]);
    expect(await ended(join(root, "talks/case.yaml"))).toEqual([2, expect.stringMatching(/it is a file/)]);
    expect(await ended(root, "--host", "0.0.0.0")).toEqual([2, expect.stringMatching(/--token-file/)]);
    put("token", "short\n");
    expect(await ended(root, "--host", "0.0.0.0", "--token-file", join(root, "token"))).toEqual([
      2,
      expect.stringMatching(/too short/),
    ]);
    // It ends when it is told to, and a broken request does not end it before.
    const socket = connect(Number(port), "127.0.0.1");
    socket.on("error", () => {}).resume();
    socket.write("GET /api/cases HTTP/9.9\r\n\0\r\n\r\n");
    await once(socket, "close");
    expect((await fetch(`${address}api/cases`)).status).toBe(200);
    server.kill("SIGTERM");
    expect((await once(server, "exit"))[0]).toBe(0);
  });
});
