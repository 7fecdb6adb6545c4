// The commands for rooms, as a person types them.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parley, root } from "../../test/command-line.js";
import { startPostgres, type TestPostgres, withoutPostgres } from "../../test/postgres.js";
import { engines, type StartedEngine } from "../../test/room-engines.js";
import { openDatabase, operate } from "../database/index.js";
import { createRooms, newConvenor } from "../rooms/index.js";

const place = mkdtempSync(join(tmpdir(), "parley-rooms-cli-"));
const at = (name: string) => join(place, name);
const files = ["case.yaml", "record.yaml", "agreement.yaml"].map((path) => ({
  path,
  text: readFileSync(join(root, "cases/hospital-contract", path), "utf8"),
}));
let embedded: StartedEngine;
let folder = "";
let record = "";
let token = "";

beforeAll(async () => {
  const [engine] = engines;
  if (!engine) throw new Error("no engine");
  embedded = await engine.start();
  folder = await emptyFolder();
  let convenor = "";
  const database = await openDatabase({ kind: "folder", folder }, async (operator) => {
    convenor = await newConvenor(operator, 1);
  });
  const rooms = createRooms(database);
  const { invitations } = await rooms.open(convenor, files, [
    { role: "party", party: "union", name: "Una", signs: true },
    { role: "party", party: "hospital", name: "Hal", signs: true },
  ]);
  ({ token } = await rooms.comeIn(invitations[0]?.invite ?? ""));
  for (const text of ["One", "Two", "Three"]) await rooms.move(token, "room", "said", { text });
  record = await rooms.record(token);
  await database.close();
});
/** With its tables, and no room in it. */
const emptyFolder = async (): Promise<string> => {
  const made = await embedded.place();
  return made.kind === "folder" ? made.folder : "";
};
afterAll(async () => {
  await embedded?.stop();
  rmSync(place, { recursive: true, force: true });
});

describe("parley rooms verify", () => {
  const verify = async (text: string) => {
    writeFileSync(at("room.jsonl"), text);
    return await parley(["rooms", "verify", at("room.jsonl")]);
  };

  it("says that a record is whole, or names the first entry that was altered and an end that was cut", async () => {
    expect(await verify(record)).toMatchObject({
      code: 0,
      out: "The record of “The nurses' contract” is whole: 4 entries in 1 stream.\n",
    });
    const altered = await verify(record.replace("Two", "Ten"));
    expect(altered).toMatchObject({
      code: 1,
      err: "line 4: entry 3 of the stream of the room was altered after it was written, or the one before it was.\n",
    });
    const cut = await verify(record.trimEnd().split("\n").slice(0, -1).join("\n"));
    expect(cut.err).toBe(
      "the stream of the room ends after entry 3; the head of the record says that there are 4. Its end was cut off.\n",
    );
    expect((await verify("not a record")).err).toContain("not a record of a room");
    expect((await parley(["rooms", "verify", at("none.jsonl")])).code).toBe(2);
  });
});

describe("parley rooms backup, restore and move", () => {
  it("keep all rooms in one private file, and fill an empty folder from it", async () => {
    const wrong = await parley(["rooms", "backup", at("wrong-name"), at("never.jsonl")]);
    expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining("There are no rooms in ") });
    expect([existsSync(at("wrong-name")), existsSync(at("never.jsonl"))]).toEqual([false, false]);
    const kept = await parley(["rooms", "backup", folder, at("kept.jsonl")]);
    expect(kept.out).toContain("1 room in ");
    expect((statSync(at("kept.jsonl")).mode & 0o077).toString(8)).toBe("0");
    expect((await parley(["rooms", "backup", folder, at("kept.jsonl")])).err).toContain("is there already");
    writeFileSync(at("cut.jsonl"), readFileSync(at("kept.jsonl"), "utf8").slice(0, -100));
    expect((await parley(["rooms", "restore", at("cut.jsonl"), at("again")])).err).toContain(
      "its end is missing. Nothing was restored",
    );
    expect(existsSync(at("again"))).toBe(false);
    const empty = await emptyFolder();
    const restored = await parley(["rooms", "restore", at("kept.jsonl"), empty]);
    expect(restored).toMatchObject({ code: 0 });
    expect(restored.out).toMatch(/^1 room with 4 entries: in .*, read again and whole\.\n$/);
    expect((await parley(["rooms", "restore", at("kept.jsonl"), empty])).err).toContain(
      "There are rooms there already",
    );
  });

  it.skipIf(withoutPostgres !== null)(
    "carry rooms to a PostgreSQL and back, so that links and seats stay good",
    async () => {
      const postgres: TestPostgres = await startPostgres();
      try {
        writeFileSync(at("address.txt"), `${await postgres.newDatabase()}\n`);
        const there = await parley(["rooms", "move", folder, "--database-file", at("address.txt")]);
        expect(there.out).toContain("1 room with 4 entries");
        const to = await emptyFolder();
        const back = await parley(["rooms", "move", to, "--database-file", at("address.txt"), "--back"]);
        expect(back.out).toContain("1 room with 4 entries");
        const database = await openDatabase({ kind: "folder", folder: to });
        expect(await createRooms(database).record(token)).toBe(record);
        await database.close();
      } finally {
        await postgres.stop();
      }
    },
  );
});

describe("parley rooms serve", () => {
  it("opens a room on a case and prints a link for each seat", async () => {
    const args = ["--case", join(root, "cases/hospital-contract"), "--observers", "1", "--port", "0"];
    const opened = await parley(["rooms", "serve", folder, ...args], { stopAt: "stop them" });
    expect(opened.code).toBe(0);
    const links = [...opened.out.matchAll(/^ {2}(.+?) {2,}http:\/\/localhost:\d+\/r\/[0-9a-f-]{36}#\S{43}$/gm)].map(
      ([, name]) => name,
    );
    expect(links).toEqual(["The union", "The hospital", "The health fund", "The mediator", "Observer 1"]);
    expect(opened.out).toContain("Whoever can read this folder or database can read all");
  });

  it("makes another link for somebody who has lost all others", async () => {
    const linked = await parley(["rooms", "serve", folder, "--link", "hal", "--port", "0"], { stopAt: "stop them" });
    expect(linked.out).toMatch(
      /Another link for Hal in “The nurses' contract”\. .*\n {2}http:\/\/localhost:\d+\/r\/[0-9a-f-]{36}#\S{43}\n/,
    );
    expect(
      (await parley(["rooms", "serve", folder, "--link", "Nobody", "--port", "0"], { stopAt: "stop them" })).err,
    ).toContain("No seat is named “Nobody”");
  });

  it("refuses to be reached from elsewhere without encryption, and says what it needs", async () => {
    const refused = async (...args: readonly string[]) => (await parley(["rooms", "serve", folder, ...args])).err;
    expect(await refused("--host", "0.0.0.0")).toContain("--origin https://NAME");
    expect(await refused("--origin", "http://example.org")).toContain("no address of the form https://");
    expect(await refused("--tls-key", "x")).toContain("belong together");
    writeFileSync(at("address.txt"), "mysql://nowhere");
    expect(await refused("--database-file", at("address.txt"))).toContain("no address of the form postgres://");
    writeFileSync(at("address.txt"), "postgres://operator@127.0.0.1:1/rooms");
    expect(await refused("--database-file", at("address.txt"))).toContain("Check that it runs");
    writeFileSync(at("address.txt"), "postgres://a@b/c postgres://d@e/f postgres://g@h/i");
    expect(await refused("--database-file", at("address.txt"))).toContain("or more than two");
    expect(await refused("--case", at("no-such-case"))).toContain("no-such-case");
    writeFileSync(at("organisations.json"), "[");
    expect(await refused("--organisations-file", at("organisations.json"))).toContain("is not JSON");
    writeFileSync(
      at("organisations.json"),
      '[{ "name": "A", "issuer": "http://a.example", "client": "c", "secret": "s" }]',
    );
    const wrong = await refused("--organisations-file", at("organisations.json"));
    expect(wrong).toContain("look at 0.issuer. The issuer is an address that begins with https://");
  });

  it("says which port is in use", async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
    const { port } = taken.address() as AddressInfo;
    const refused = await parley(["rooms", "serve", folder, "--port", String(port)]);
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining(`port ${port} is in use`) });
    await new Promise((resolve) => taken.close(resolve));
  });

  it("says who has the rooms of a folder open", async () => {
    await operate({ kind: "folder", folder }, async () => {
      expect((await parley(["rooms", "serve", folder])).err).toContain(`process ${process.pid} on `);
    });
    expect(existsSync(join(folder, "lock"))).toBe(false);
    chmodSync(folder, 0o700);
  });
});
