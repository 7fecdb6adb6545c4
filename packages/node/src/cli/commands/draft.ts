// The command that drafts the text to sign, the principal's brief, and the calendar of the meetings.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { BriefOptions, Case, Outcome } from "@parley/core/internal";
import { Command, Option } from "commander";
import { meetingsForm } from "../../calendars/index.js";
import { type Document, draftForms, markdownOf } from "../../drafts/index.js";
import { EXIT, Failure } from "../failure.js";
import { openCase } from "../open-case.js";
import { analysisOptions, dayIn, type SharedFlags, sharedOptions } from "../options.js";
import { expectOwn, type OwnFile, writeOwn } from "../own-file.js";
import { renderSchedule } from "../render/schedule.js";
import type { Terminal } from "../terminal.js";
import { reasonsOf, runShown, settled } from "./analysis.js";

const WHAT = ["framework", "brief", "calendar"] as const;
type What = (typeof WHAT)[number];

interface Flags extends SharedFlags {
  readonly what?: What;
  readonly output?: string;
  readonly party?: string;
  readonly offer?: string;
  readonly since?: string;
}

export function draftCommand(terminal: Terminal): Command {
  const { draft: words, shared } = terminal.words.commands;
  const { json, seed, models, asOf, view, share } = sharedOptions(terminal.words);
  return new Command("draft")
    .description(words.description)
    .argument("[CASE]", shared.caseFolder, ".")
    .addOption(new Option("--what <WHICH>", words.flags.what).choices(WHAT))
    .addOption(new Option("-o, --output <DIR>", words.flags.output))
    .addOption(new Option("--party <ID>", words.flags.party))
    .addOption(new Option("--offer <ID>", words.flags.offer))
    .addOption(new Option("--since <DATE>", words.flags.since).argParser(dayIn(terminal.words)))
    .addOption(json())
    .addOption(seed())
    .addOption(models())
    .addOption(asOf())
    .addOption(view())
    .addOption(share())
    .addHelpText("after", words.examples)
    .action(async (folder: string, flags: Flags) => {
      const negotiation = await openCase(terminal, folder, flags.share ?? null);
      if (flags.output === undefined) await show(terminal, negotiation, flags);
      else await write(terminal, negotiation, flags, flags.output);
    });
}

const briefOptions = (flags: Flags): BriefOptions => ({
  ...analysisOptions(flags),
  ...(flags.party !== undefined && { party: flags.party }),
  ...(flags.offer !== undefined && { offers: [flags.offer] }),
  ...(flags.since !== undefined && { since: flags.since }),
});

/** A framework or a brief, worked out on a worker. */
const documentOf = async (
  terminal: Terminal,
  what: "framework" | "brief",
  negotiation: Case,
  flags: Flags,
): Promise<Outcome<Document>> =>
  what === "brief"
    ? await runShown(terminal, "brief", negotiation, briefOptions(flags))
    : await runShown(terminal, "framework", negotiation, analysisOptions(flags));

async function show(terminal: Terminal, negotiation: Case, flags: Flags): Promise<void> {
  const { what = "framework" } = flags;
  if (what === "calendar") {
    const found = settled(terminal, await runShown(terminal, "meetings", negotiation, analysisOptions(flags)));
    terminal.out(
      flags.json ? `${JSON.stringify(found, null, 2)}\n` : `${renderSchedule(terminal, found, negotiation)}\n`,
    );
    return;
  }
  const found = settled(terminal, await documentOf(terminal, what, negotiation, flags));
  terminal.out(flags.json ? `${JSON.stringify(found, null, 2)}\n` : markdownOf(found, terminal.words));
}

interface Made extends OwnFile {
  readonly content: string | Uint8Array;
}

/** Everything is made before anything is written; a draft that cannot be had is left out only where all were asked for. */
async function write(terminal: Terminal, negotiation: Case, flags: Flags, folder: string): Promise<void> {
  const { draft: words, shared } = terminal.words.commands;
  const files: Made[] = [];
  const missing: string[] = [];
  for (const what of flags.what ? [flags.what] : WHAT) {
    const made = await filesOf(terminal, what, negotiation, flags, folder);
    if (made.ok) files.push(...made.value);
    else if (flags.what || made.misuse) settled(terminal, made);
    else missing.push(words.missing(what, reasonsOf(terminal, made)));
  }
  if (files.length === 0) throw new Failure(missing.join("\n"), EXIT.problems);
  for (const file of files) await expectOwn(terminal, file);
  for (const file of files) await writeOwn(terminal, file, file.content, flags.share === undefined);
  const mark = flags.share === undefined ? shared.confidential : shared.sharedWith(flags.share);
  const paths = files.map(({ path }) => path);
  terminal.out(`${shared.wrote(paths, mark)}\n`);
  for (const reason of missing) terminal.out(`${words.leftOut(reason)}\n`);
}

async function filesOf(
  terminal: Terminal,
  what: What,
  negotiation: Case,
  flags: Flags,
  folder: string,
): Promise<Outcome<Made[]>> {
  if (what === "calendar") {
    const found = await runShown(terminal, "meetings", negotiation, analysisOptions(flags));
    if (!found.ok) return found;
    const path = join(folder, "meetings.ics");
    const before = await readFile(path, "utf8").catch(() => null);
    const content = meetingsForm.write(found.value, { now: new Date(), before });
    return { ok: true, value: [{ path, mark: meetingsForm.mark, kind: "meetings", content }] };
  }
  const found = await documentOf(terminal, what, negotiation, flags);
  if (!found.ok) return found;
  const value: Made[] = [];
  for (const [form, { mark, write: written }] of Object.entries(draftForms))
    value.push({
      path: join(folder, `${what}.${form}`),
      mark,
      kind: "draft",
      content: await written(found.value, terminal.words),
    });
  return { ok: true, value };
}
