// The commands for rooms: serve them, check a record of one, keep them, and carry them from one database to the other.
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CommandWording, roomWordingIn } from "@parley/core/internal";
import { checkRecord, type RecordFault } from "@parley/core/rooms";
import { Command, Option } from "commander";
import { type DatabasePlace, MayNotServe, NewerDatabase, operate } from "../../database/index.js";
import { BadBackUp, backUp, type Carried, checkBackUp, RoomRefused, restore, seatsOf } from "../../rooms/index.js";
import { isLoopback, type Organisation, organisations, type ServingRooms, serveRooms } from "../../server/index.js";
import { BusyError, reasonOf, writeWhole } from "../../store/index.js";
import { addressesIn } from "../database-file.js";
import { EXIT, Failure } from "../failure.js";
import { openCase, readFiles } from "../open-case.js";
import { wholeNumber } from "../options.js";
import { stopped, type Terminal } from "../terminal.js";

type RoomWords = CommandWording["commands"]["rooms"];

interface ServeFlags {
  readonly case?: string;
  readonly databaseFile?: string;
  readonly link?: string;
  readonly port?: number;
  readonly host: string;
  readonly origin?: string;
  readonly tlsKey?: string;
  readonly tlsCert?: string;
  readonly observers: number;
  readonly organisationsFile?: string;
}

/** Where rooms are looked for first. */
const PORT = 4720;
const MOST_RECORD_BYTES = 512 * 1024 * 1024;

export function roomsCommand(terminal: Terminal): Command {
  const words = terminal.words.commands.rooms;
  const { flags: help } = words;
  const database = () => new Option("--database-file <FILE>", help.database);
  return new Command("rooms")
    .description(words.description)
    .addHelpText("after", words.examples)
    .addCommand(
      new Command("serve")
        .description(words.serve)
        .argument("[FOLDER]", words.folder, ".")
        .option("--case <CASE>", help.case)
        .option("--link <NAME>", help.link)
        .addOption(database())
        .option("--port <N>", help.port(PORT), wholeNumber(terminal.words, 0, 65_535))
        .option("--host <ADDRESS>", help.host, "127.0.0.1")
        .option("--origin <URL>", help.origin)
        .option("--tls-key <FILE>", help.tlsKey)
        .option("--tls-cert <FILE>", help.tlsCert)
        .option("--organisations-file <FILE>", help.organisations)
        .option("--observers <N>", help.observers, wholeNumber(terminal.words, 0, 20), 0)
        .action((folder: string, flags: ServeFlags) => serveAll(terminal, folder, flags)),
    )
    .addCommand(
      new Command("verify")
        .description(words.verify)
        .argument("<FILE>", words.recordFile)
        .action((file: string) => verify(terminal, file)),
    )
    .addCommand(
      new Command("backup")
        .description(words.backup)
        .argument("<FOLDER>", words.folder)
        .argument("<FILE>", words.backupFile)
        .addOption(database())
        .action(async (folder: string, file: string, { databaseFile }: Pick<ServeFlags, "databaseFile">) => {
          const place = await placeOf(terminal, folder, databaseFile);
          const rooms = await keep(terminal, place, file);
          terminal.out(`${words.backedUp(rooms, file)}\n`);
        }),
    )
    .addCommand(
      new Command("restore")
        .description(words.restore)
        .argument("<FILE>", words.backupFile)
        .argument("<FOLDER>", words.folder)
        .addOption(database())
        .action(async (file: string, folder: string, { databaseFile }: Pick<ServeFlags, "databaseFile">) => {
          const place = await placeOf(terminal, folder, databaseFile);
          const { rooms, entries } = await fill(terminal, place, file);
          terminal.out(`${words.carried(rooms, entries, databaseFile ?? folder)}\n`);
        }),
    )
    .addCommand(
      new Command("move")
        .description(words.move)
        .argument("<FOLDER>", words.folder)
        .addOption(database().makeOptionMandatory())
        .option("--back", words.back)
        .action((folder: string, flags: { readonly databaseFile: string; readonly back?: true }) =>
          move(terminal, folder, flags),
        ),
    );
}

async function serveAll(terminal: Terminal, folder: string, flags: ServeFlags): Promise<void> {
  const words = terminal.words.commands.rooms;
  const origin = originOf(words, flags);
  const place = await placeOf(terminal, folder, flags.databaseFile);
  const tls = await tlsOf(terminal, flags);
  const known = await organisationsOf(terminal, flags);
  // A case that cannot be used is said before anything is opened.
  if (flags.case !== undefined) await openCase(terminal, flags.case, "public");
  const serving = await orSaid(terminal, place, () =>
    serveRooms({
      place,
      host: flags.host,
      port: flags.port ?? PORT,
      otherPorts: flags.port === undefined,
      origin,
      tls,
      organisations: known,
      linkFor: flags.link ?? null,
    }).catch((error: unknown) => {
      throw orAddress(terminal, flags, error);
    }),
  );
  try {
    if (flags.case !== undefined) await open(terminal, serving, flags.case, flags.observers);
    if (flags.link !== undefined) {
      if (serving.links.length === 0) throw new Failure(words.noSeat(flags.link), EXIT.usage);
      for (const { room, title, name, invite } of serving.links)
        terminal.out(`${words.linked(name, title)}\n  ${serving.address}r/${room}#${invite}\n`);
    }
    terminal.out(`${words.at(serving.address)}\n`);
    await stopped(terminal.signal);
  } finally {
    await serving.close();
  }
}

/** What the system says of where it is to listen, in words; any other error as it is. */
function orAddress({ words }: Terminal, { host, port }: ServeFlags, error: unknown): unknown {
  const { serve } = words.commands;
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  // An error of the database has a code too; only one of listening says so.
  if (!(error instanceof Error && "syscall" in error && error.syscall === "listen")) return error;
  const said = { EADDRINUSE: serve.portInUse(port ?? PORT), EACCES: words.commands.rooms.mayNotListen(port ?? PORT) };
  return new Failure(code in said ? said[code as keyof typeof said] : serve.noAddress(host), EXIT.usage);
}

async function open(terminal: Terminal, serving: ServingRooms, folder: string, observers: number): Promise<void> {
  const words = terminal.words.commands.rooms;
  if (serving.convenor === null) throw new Failure(words.noRight, EXIT.usage);
  const negotiation = await openCase(terminal, folder, "public");
  const { files } = await readFiles(terminal, folder, "public");
  const seats = seatsOf(negotiation, observers, roomWordingIn(terminal.words.language));
  if (seats === null) throw new Failure(words.fewParties, EXIT.problems);
  const { room, title, invitations } = await serving.rooms
    .open(serving.convenor, files, seats)
    .catch((error: unknown) => {
      if (error instanceof RoomRefused) throw new Failure(words.noCase(error.details), EXIT.problems);
      throw error;
    });
  const widest = Math.max(...invitations.map(({ name }) => name.length));
  const links = invitations.map(
    ({ name, invite }) => `  ${name.padEnd(widest)}  ${serving.address}r/${room}#${invite}`,
  );
  terminal.out(`${words.opened(title)}\n\n${links.join("\n")}\n\n${words.operator}\n`);
}

function originOf(words: RoomWords, { host, origin, tlsKey, tlsCert }: ServeFlags): string | null {
  if ((tlsKey === undefined) !== (tlsCert === undefined)) throw new Failure(words.tlsTogether, EXIT.usage);
  if (origin === undefined) {
    if (!isLoopback(host)) throw new Failure(words.needsOrigin(host), EXIT.usage);
    return null;
  }
  const given = URL.canParse(origin) ? new URL(origin) : null;
  if (given?.protocol !== "https:" || given.pathname !== "/" || given.search !== "" || given.username !== "")
    throw new Failure(words.badOrigin(origin), EXIT.usage);
  return given.origin;
}

async function tlsOf(terminal: Terminal, { tlsKey, tlsCert }: ServeFlags) {
  if (tlsKey === undefined || tlsCert === undefined) return null;
  return { key: await textOf(terminal, tlsKey), cert: await textOf(terminal, tlsCert) };
}

async function organisationsOf(
  terminal: Terminal,
  { organisationsFile: file }: ServeFlags,
): Promise<readonly Organisation[]> {
  if (file === undefined) return [];
  const { badOrganisations, noJson } = terminal.words.commands.rooms;
  const text = await textOf(terminal, file);
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new Failure(noJson(file), EXIT.usage);
  }
  const read = organisations.safeParse(given);
  if (read.success) return read.data;
  const where = read.error.issues.map(({ path }) => path.join(".")).filter(Boolean);
  throw new Failure(badOrganisations(file, [...new Set(where)]), EXIT.usage);
}

async function textOf({ words }: Terminal, path: string): Promise<string> {
  const found = await stat(path).catch((error: unknown) => {
    throw new Failure(words.commands.shared.cannotRead(path, reasonOf(error)), EXIT.usage);
  });
  if (!found.isFile() || found.size > MOST_RECORD_BYTES)
    throw new Failure(words.commands.shared.noPlainFile(path), EXIT.usage);
  return await readFile(path, "utf8");
}

/** The folder's own database, or the one whose address stands in a file. A second line has the address with which seats are served. */
async function placeOf(terminal: Terminal, folder: string, databaseFile: string | undefined): Promise<DatabasePlace> {
  if (databaseFile === undefined) return { kind: "folder", folder };
  const [url, seatsUrl] = await addressesIn(terminal, databaseFile);
  return { kind: "server", url, ...(seatsUrl !== undefined && { seatsUrl }) };
}

/** What a database or an address says, in words. */
async function orSaid<T>({ words }: Terminal, place: DatabasePlace, work: () => Promise<T>): Promise<T> {
  const { rooms } = words.commands;
  try {
    return await work();
  } catch (error) {
    if (error instanceof Failure || error instanceof BadBackUp) throw error;
    if (error instanceof BusyError) throw new Failure(error.message, EXIT.usage);
    if (error instanceof MayNotServe) throw new Failure(rooms.mayNotServe, EXIT.usage);
    if (error instanceof NewerDatabase) throw new Failure(rooms.newer, EXIT.usage);
    const why = error instanceof Error ? error.message : String(error);
    throw new Failure(place.kind === "folder" ? rooms.damaged(place.folder, why) : rooms.noDatabase(why), EXIT.usage);
  }
}

async function verify(terminal: Terminal, file: string): Promise<void> {
  const words = terminal.words.commands.rooms;
  const { head, entries, faults } = checkRecord(await textOf(terminal, file));
  if (head && faults.length === 0) {
    terminal.out(`${words.whole(head.title, entries, head.streams.filter(({ seq }) => seq > 0).length)}\n`);
    return;
  }
  throw new Failure(faults.map((fault) => faultText(words, fault)).join("\n"), EXIT.problems);
}

function faultText(words: RoomWords, fault: RecordFault): string {
  switch (fault.kind) {
    case "no-record":
      return words.faults["no-record"];
    case "unreadable":
      return words.faults.unreadable(fault.line);
    case "cut":
      return words.faults.cut(words.stream(fault.audience), fault.seq, fault.of);
    case "other-end":
      return words.faults["other-end"](words.stream(fault.audience), fault.seq);
    default:
      return words.faults[fault.kind](fault.line, words.stream(fault.audience), fault.seq);
  }
}

/** @returns how many rooms */
async function keep(terminal: Terminal, place: DatabasePlace, file: string): Promise<number> {
  const words = terminal.words.commands.rooms;
  if (await stat(file).catch(() => null)) throw new Failure(words.exists(file), EXIT.usage);
  // A folder with a letter wrong is not made, nor kept empty.
  if (place.kind === "folder" && !(await stat(join(place.folder, "database")).catch(() => null)))
    throw new Failure(words.noRooms(place.folder), EXIT.usage);
  let text = "";
  await orSaid(terminal, place, () =>
    operate(place, async (operator) => {
      text = await backUp(operator, new Date().toISOString());
    }),
  );
  await writeWhole(file, text, "confidential").catch((error: unknown) => {
    throw new Failure(words.notWritten(file, reasonOf(error)), EXIT.usage);
  });
  return text.split("\n").filter((line) => line.startsWith('{"table":"rooms"')).length;
}

async function fill(terminal: Terminal, place: DatabasePlace, file: string): Promise<Carried> {
  const words = terminal.words.commands.rooms;
  const text = await textOf(terminal, file);
  let carried: Carried = { rooms: 0, entries: 0 };
  try {
    // A folder is not made for what cannot be restored.
    checkBackUp(text);
    await orSaid(terminal, place, () =>
      operate(place, async (operator) => {
        carried = await restore(operator, text);
      }),
    );
  } catch (error) {
    if (error instanceof BadBackUp) throw new Failure(words.badBackUp[error.why](file, error.line), EXIT.problems);
    throw error;
  }
  return carried;
}

async function move(
  terminal: Terminal,
  folder: string,
  { databaseFile, back = false }: { readonly databaseFile: string; readonly back?: boolean },
): Promise<void> {
  const words = terminal.words.commands.rooms;
  const [own, server] = [await placeOf(terminal, folder, undefined), await placeOf(terminal, folder, databaseFile)];
  const beside = await mkdtemp(join(tmpdir(), "parley-move-"));
  try {
    const file = join(beside, "rooms.jsonl");
    await keep(terminal, back ? server : own, file);
    const { rooms, entries } = await fill(terminal, back ? own : server, file);
    terminal.out(`${words.carried(rooms, entries, back ? folder : databaseFile)}\n`);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}
