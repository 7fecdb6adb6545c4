// The command that finds in documents who said what: one document as text, or many as a queue that goes on where it stopped.
import { readFile, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { type Case, type CommandWording, fromOther, matched, type ReadStatement } from "@parley/core/internal";
import { Command, Option } from "commander";
import { MOST_BYTES, readDocument, readStatements } from "../../documents/index.js";
import {
  askReader,
  entryOf,
  type InboxAnswer,
  type Listed,
  listFiles,
  readerInput,
  readMany,
} from "../../inbox/index.js";
import { inboxDigests, inboxDocument, inboxLink, keepInbox, reasonOf } from "../../store/index.js";
import { EXIT, Failure, orStopped } from "../failure.js";
import { openCase } from "../open-case.js";
import { dayIn, type SharedFlags, sharedOptions } from "../options.js";
import { lineOf, type ReadFile, renderReading, renderSummary, type Tally, tallied } from "../render/reading.js";
import { progressBar, type Terminal } from "../terminal.js";

interface Flags extends Pick<SharedFlags, "json"> {
  readonly case?: string;
  readonly date?: string;
  readonly all?: boolean;
  readonly reader?: string;
}

export function readCommand(terminal: Terminal): Command {
  const words = terminal.words.commands.read;
  return new Command("read")
    .description(words.description)
    .argument("<FILES...>", words.files)
    .addOption(new Option("--case <CASE>", words.flags.case))
    .addOption(new Option("--date <DATE>", words.flags.date).argParser(dayIn(terminal.words)))
    .addOption(new Option("--all", words.flags.all))
    .addOption(new Option("--reader <COMMAND>", words.flags.reader))
    .addOption(sharedOptions(terminal.words).json())
    .addHelpText("after", words.examples)
    .action(async (names: string[], flags: Flags) => {
      const negotiation = flags.case === undefined ? null : await openCase(terminal, flags.case, null);
      const [only] = names;
      if (names.length === 1 && only !== undefined && (only === "-" || !(await isMany(only))))
        return await readAlone(terminal, only, negotiation, flags);
      await readQueue(terminal, names, negotiation, flags);
    });
}

const isMany = async (path: string): Promise<boolean> =>
  /\.zip$/i.test(path) ||
  (await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  ));

/** One document, shown whole. */
async function readAlone(terminal: Terminal, name: string, negotiation: Case | null, flags: Flags): Promise<void> {
  const read = await orStopped(terminal, () => readOne(terminal, name, negotiation, flags.date ?? null));
  if (typeof read === "string") {
    terminal.err(`${read}\n`);
    throw new Failure("", EXIT.problems);
  }
  const whole = flags.reader === undefined ? read : await withOther(terminal, read, flags.reader, negotiation);
  terminal.out(
    flags.json
      ? `${JSON.stringify(whole, null, 2)}\n`
      : `${renderReading(terminal, whole, flags.all ?? false, negotiation)}\n`,
  );
}

/** With what another program proposes, where the user named one; it stands behind what Parley found. */
async function withOther(
  terminal: Terminal,
  read: ReadFile,
  command: string,
  negotiation: Case | null,
): Promise<ReadFile> {
  try {
    const lines = await orStopped(terminal, () =>
      askReader(command, readerInput(read.text, negotiation), terminal.signal),
    );
    const { statements, dropped } = fromOther(read.text, lines, command);
    const own = negotiation ? matched(read.text, statements, negotiation) : statements;
    return { ...read, statements: [...read.statements, ...own], remarks: [...read.remarks, ...dropped] };
  } catch (error) {
    if (error instanceof Failure) throw error;
    const why = error instanceof Error ? error.message : String(error);
    return { ...read, remarks: [...read.remarks, terminal.words.commands.read.readerFailed(command, why)] };
  }
}

/** The statements of one file, or why there are none. */
async function readOne(
  { words, signal }: Terminal,
  name: string,
  negotiation: Case | null,
  date: string | null,
): Promise<ReadFile | string> {
  const bytes = name === "-" ? await standardInput() : await bytesOf(words.commands.read, name);
  if (typeof bytes === "string") return bytes;
  const called = name === "-" ? words.commands.read.standardInput : name;
  const document = await readDocument(basename(called), bytes, { signal });
  if (!document.ok) return document.reasons.join("\n");
  const seenFrom = date ?? document.value.published ?? null;
  const job = { text: document.value.text, date: seenFrom, author: document.value.byline ?? null, negotiation };
  const reading = await readStatements(called, job, signal);
  if (!reading.ok) return reading.reasons.join("\n");
  const remarks = [...document.value.remarks, ...reading.value.remarks];
  return { file: called, ...document.value, date: seenFrom ?? reading.value.about.date, ...reading.value, remarks };
}

async function standardInput(): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(Buffer.from(part as Uint8Array));
  return new Uint8Array(Buffer.concat(parts));
}

async function bytesOf(words: CommandWording["commands"]["read"], name: string): Promise<Uint8Array | string> {
  try {
    const found = await stat(name);
    if (!found.isFile()) return words.noFile(name);
    if (found.size > MOST_BYTES) return words.tooLarge(name, found.size, MOST_BYTES);
    return await readFile(name);
  } catch (error) {
    return words.unreadable(name, reasonOf(error));
  }
}

/**
 * Many documents, each told as it is read: a line a statement as JSON, or a line a document. With a case they wait in its
 * inbox, and what stands there is not read again.
 */
async function readQueue(
  terminal: Terminal,
  names: readonly string[],
  negotiation: Case | null,
  flags: Flags,
): Promise<void> {
  const words = terminal.words.commands.read;
  if (flags.reader !== undefined) throw new Failure(words.readerAlone, EXIT.usage);
  const folder = flags.case === undefined ? null : resolve(flags.case);
  const link = folder === null ? null : await inboxLink(folder);
  if (link !== null) throw new Failure(words.inboxLink(link), EXIT.problems);
  const { files, remarks, failed } = await listFiles(names, words.listing, reasonOf);
  for (const remark of remarks) terminal.err(`${remark}\n`);
  const known = folder === null ? [] : await inboxDigests(folder, folder);
  const bar = progressBar(terminal);
  const tally: Tally = { documents: 0, again: 0, refused: 0, statements: 0, speakers: new Map(), kinds: new Map() };
  let done = 0;
  /** In the inbox, but damaged there. */
  const damaged: Listed[] = [];
  const told = new Set<string>();
  const say = (file: string, text: string, statements: readonly ReadStatement[]): void => {
    const own = negotiation ? matched(text, statements, negotiation) : statements;
    tallied(tally, own);
    if (flags.json) for (const one of own) terminal.out(`${JSON.stringify({ file, ...one })}\n`);
    else terminal.out(`${lineOf(terminal, file, own)}\n`);
  };
  const tell = async (file: Listed, answer: InboxAnswer): Promise<void> => {
    bar.clear();
    if (answer.kind === "refused") {
      tally.refused++;
      for (const reason of answer.reasons) terminal.err(`${reason}\n`);
    } else if (answer.kind === "known") {
      tally.again++;
      const isBefore = folder !== null && known.includes(answer.digest) && !told.has(answer.digest);
      const before = isBefore ? await inboxDocument(folder, answer.digest, folder) : null;
      if (isBefore) told.add(answer.digest);
      if (before) say(file.name, before.text, before.reading.statements);
      else if (isBefore) {
        tally.again--;
        damaged.push(file);
      } else terminal.err(`${words.twice(file.name)}\n`);
    } else {
      tally.documents++;
      try {
        if (folder !== null) await keepInbox(folder, entryOf(file, answer));
      } catch (error) {
        tally.refused++;
        terminal.err(`${words.notKept(file.name, reasonOf(error))}\n`);
      }
      say(file.name, answer.document.text, answer.reading.statements);
    }
    bar.show(++done / files.length);
  };
  try {
    const options = { date: flags.date ?? null, known, signal: terminal.signal };
    await orStopped(terminal, () => readMany(files, options, tell));
    if (damaged.length > 0) await orStopped(terminal, () => readMany(damaged, { ...options, known: [] }, tell));
  } finally {
    bar.clear();
  }
  const summary = renderSummary(terminal, tally, folder !== null);
  if (flags.json) terminal.err(`${summary}\n`);
  else terminal.out(`${summary}\n`);
  if (tally.refused > 0 || failed > 0) throw new Failure("", EXIT.problems);
}
