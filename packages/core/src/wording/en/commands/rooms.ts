// English text of `parley rooms`: shared tables for several sides and a mediator.
import { counted } from "../numbers.js";

const EXAMPLES = `
Examples:
  parley rooms serve our-rooms --case cases/hospital-contract   # opens a room on a case, and prints a link for each seat
  parley rooms serve our-rooms                                  # the rooms that are there
  parley rooms verify room.jsonl                                # whether a record is whole
  parley rooms backup our-rooms rooms-backup.jsonl
  parley rooms move our-rooms --database-file address.txt       # from the folder to a PostgreSQL

Rooms stand in a folder, with nothing to install, or in a PostgreSQL whose address stands in a file (--database-file). docs/rooms.md
says who can read what, and how a server is set up for several organisations.
`;

export const rooms = {
  description: "rooms: several sides and a mediator at one table, in the browser",
  examples: EXAMPLES,
  folder: "folder of the rooms; it is made where it is not there",
  flags: {
    case: "open a new room on this case, and print a link for each seat",
    link: "make another link to each seat of this name, for somebody who has lost all others",
    database: "a file that only you may read, with the address of a PostgreSQL: postgres://…",
    port: (port: number) => `the port; ${port} or the next that is free unless given`,
    host: "where to listen; beyond this machine only with --origin",
    origin: "https://NAME by which browsers reach it, through a proxy or with --tls-key and --tls-cert",
    tlsKey: "a file with the key of a certificate",
    tlsCert: "a file with the certificate",
    organisations:
      "a file that only you may read, with the organisations with whose accounts one can sign in (docs/rooms.md)",
    observers: "how many seats for observers a new room has",
  },
  serve: "serves rooms until stopped",
  verify: "checks a record that was downloaded from a room",
  backup: "writes all rooms into one file, which holds what nobody may read",
  restore: "fills an empty folder or database with the rooms of a back-up",
  move: "carries all rooms from the folder to an empty PostgreSQL, or with --back from there to an empty folder",
  back: "from the PostgreSQL to the folder",
  recordFile: "the record, a .jsonl file",
  backupFile: "the back-up",
  at: (address: string) => `The rooms are at ${address} – stop them with Ctrl+C.`,
  opened: (title: string) =>
    `The room “${title}” is open. Each of these links gives one seat, can be used once and lapses after 14 days.\nHand each over by a channel that you trust:`,
  operator: "Whoever can read this folder or database can read all that is in its rooms.",
  linked: (name: string, title: string) =>
    `Another link for ${name} in “${title}”. Everybody in the room sees that it was made:`,
  noSeat: (name: string) => `No seat is named “${name}”. Write the name as it stands under People.`,
  damaged: (folder: string, why: string) =>
    `The database in ${folder} cannot be opened: it is damaged, or the disk is full. Make room, or restore a back-up into another folder. What the engine says: ${why}`,
  noCase: (reasons: readonly string[]) => `No room was opened: the case has problems.\n${reasons.join("\n")}`,
  fewParties: "No room was opened: at least two parties of the case must be negotiating.",
  needsOrigin: (host: string) =>
    `${host} can be reached from other machines. Name the address that browsers use with --origin https://NAME, and let a proxy or --tls-key and --tls-cert provide the encryption.`,
  badOrigin: (given: string) => `${given} is no address of the form https://NAME or https://NAME:PORT.`,
  tlsTogether: "--tls-key and --tls-cert belong together: give both.",
  noRight:
    "This address enters the database as the server alone, which may not open rooms. Open the room with an address that may change the database.",
  noJson: (file: string) => `${file} is not JSON. docs/rooms.md has an example under “Accounts of organisations”.`,
  badOrganisations: (file: string, where: readonly string[]) =>
    `${file} is not a list of one to ten organisations, each with name, issuer, client and secret${where.length > 0 ? `; look at ${where.join(", ")}` : ""}. The issuer is an address that begins with https://, and no name stands twice. docs/rooms.md has an example.`,
  badDatabase: (file: string) =>
    `${file} has no address of the form postgres://USER@HOST/DATABASE, or more than two. The first is that of a user who may make roles and tables; a second, where there is one, that of parley_app.`,
  mayNotServe:
    "The user of this address may not serve seats: only a superuser, or parley_app itself, may. Put the address of parley_app on a second line of the file.",
  noDatabase: (why: string) =>
    `The database cannot be opened: ${why}. Check that it runs, that its address is right, and that its user may create roles and tables.`,
  newer: "A newer version of Parley has changed this database. Update this one and try again.",
  whole: (title: string, entries: number, streams: number) =>
    `The record of “${title}” is whole: ${counted(entries, "entry", "entries")} in ${counted(streams, "stream")}.`,
  faults: {
    "no-record": "This is not a record of a room: its first line is not the head of one.",
    unreadable: (line: number) => `line ${line}: this is no entry.`,
    altered: (line: number, stream: string, seq: number) =>
      `line ${line}: entry ${seq} of ${stream} was altered after it was written, or the one before it was.`,
    missing: (line: number, stream: string, seq: number) =>
      `line ${line}: entry ${seq} of ${stream} is missing, or stands out of order.`,
    cut: (stream: string, seq: number, of: number) =>
      `${stream} ends after entry ${seq}; the head of the record says that there are ${of}. Its end was cut off.`,
    "other-end": (stream: string, seq: number) =>
      `${stream} ends with an entry ${seq} that the head of the record does not know.`,
  },
  stream: (audience: string) =>
    audience === "room"
      ? "the stream of the room"
      : audience.startsWith("party:")
        ? `the stream of ${audience.slice(6)}`
        : `the stream of ${audience.slice(10)} with the mediator`,
  carried: (rooms: number, entries: number, to: string) =>
    `${counted(rooms, "room")} with ${counted(entries, "entry", "entries")}: in ${to}, read again and whole.`,
  backedUp: (rooms: number, to: string) =>
    `${counted(rooms, "room")} in ${to}. Keep it as safe as the rooms: it holds all that was said in confidence.`,
  badBackUp: {
    "no-back-up": (file: string) => `${file} is not a back-up of rooms.`,
    cut: (file: string) => `${file} is not whole: its end is missing. Nothing was restored.`,
    altered: (file: string) => `${file} was altered after it was written. Nothing was restored.`,
    unreadable: (file: string, line: number) => `${file}:${line}: this line cannot be read. Nothing was restored.`,
    "not-empty": () => "There are rooms there already, and they stay as they are. Choose an empty folder or database.",
    "not-whole": () =>
      "What was written does not read back as it was. Do not use it; report this, and try again in an empty folder or database.",
  },
  noRooms: (folder: string) => `There are no rooms in ${folder}. Look at the name of the folder.`,
  mayNotListen: (port: number) =>
    `This machine does not let you listen on port ${port}. Choose one above 1023 with --port.`,
  exists: (file: string) => `${file} is there already. Choose another name.`,
  notWritten: (file: string, why: string) => `cannot write ${file}: ${why}.`,
};
