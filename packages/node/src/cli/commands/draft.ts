import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { BriefOptions, Case, Outcome } from "@parley/core";
import { Command, Option } from "commander";
import { meetingsForm } from "../../calendars/index.js";
import { type Document, draftForms, markdownOf } from "../../drafts/index.js";
import { EXIT, Failure } from "../failure.js";
import { openCase } from "../open-case.js";
import { analysisOptions, day, type SharedFlags, sharedOptions } from "../options.js";
import { expectOwn, type OwnFile, writeOwn } from "../own-file.js";
import { renderSchedule } from "../render/schedule.js";
import type { Terminal } from "../terminal.js";
import { runShown, settled } from "./analysis.js";

const WHAT = ["framework", "brief", "calendar"] as const;
type What = (typeof WHAT)[number];

interface Flags extends SharedFlags {
  readonly what?: What;
  readonly output?: string;
  readonly party?: string;
  readonly offer?: string;
  readonly since?: string;
}

const EXAMPLES = `
Examples:
  parley draft cases/hanoi-2019                               # the framework, as text
  parley draft cases/hanoi-2019 -o hanoi-drafts               # all three, as .md, .html, .docx and .ics
  parley draft cases/hanoi-2019 --what brief --party us       # two pages for the principal
  parley draft my-talks --what framework --share public -o for-the-press

What is not agreed stands in square brackets; what cannot be verified, or has no day, is flagged.
`;

export function draftCommand(terminal: Terminal): Command {
  const { json, seed, models, asOf, view, share } = sharedOptions;
  return new Command("draft")
    .description("the text to sign, the principal's brief, and the calendar of the meetings")
    .argument("[CASE]", "case folder", ".")
    .addOption(new Option("--what <WHICH>", "which draft; all of them into a folder, else the framework").choices(WHAT))
    .addOption(
      new Option("-o, --output <DIR>", "write .md, .html and .docx files, and .ics for the meetings, into this folder"),
    )
    .addOption(
      new Option("--party <ID>", "whose principal the brief is for; who it is shared with, else the first party"),
    )
    .addOption(
      new Option("--offer <ID>", "the offer that the brief is about; the latest that somebody made, unless given"),
    )
    .addOption(
      new Option(
        "--since <DATE>",
        "in the brief, movements after this day; since the last meeting unless given",
      ).argParser(day),
    )
    .addOption(json())
    .addOption(seed())
    .addOption(models())
    .addOption(asOf())
    .addOption(view())
    .addOption(share())
    .addHelpText("after", EXAMPLES)
    .action(async (folder: string, flags: Flags) => {
      const negotiation = await openCase(folder, flags.share ?? null, terminal.signal);
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
    const found = settled(await runShown(terminal, "meetings", negotiation, analysisOptions(flags)));
    terminal.out(
      flags.json ? `${JSON.stringify(found, null, 2)}\n` : `${renderSchedule(terminal, found, negotiation)}\n`,
    );
    return;
  }
  const found = settled(await documentOf(terminal, what, negotiation, flags));
  terminal.out(flags.json ? `${JSON.stringify(found, null, 2)}\n` : markdownOf(found));
}

interface Made extends OwnFile {
  readonly content: string | Uint8Array;
}

/** Everything is made before anything is written; a draft that cannot be had is left out only where all were asked for. */
async function write(terminal: Terminal, negotiation: Case, flags: Flags, folder: string): Promise<void> {
  const files: Made[] = [];
  const missing: string[] = [];
  for (const what of flags.what ? [flags.what] : WHAT) {
    const made = await filesOf(terminal, what, negotiation, flags, folder);
    if (made.ok) files.push(...made.value);
    else if (flags.what || made.misuse) settled(made);
    else missing.push(`${what}: ${made.reasons.join(" ")}`);
  }
  if (files.length === 0) throw new Failure(missing.join("\n"), EXIT.problems);
  for (const file of files) await expectOwn(file);
  for (const file of files) await writeOwn(file, file.content, flags.share === undefined);
  const mark = flags.share === undefined ? "CONFIDENTIAL" : `shared with ${flags.share}`;
  terminal.out(`Wrote ${files.map(({ path }) => path).join(", ")} (${mark}).\n`);
  for (const reason of missing) terminal.out(`Left out: ${reason}\n`);
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
    return { ok: true, value: [{ path, mark: meetingsForm.mark, what: "calendar of Parley's meetings", content }] };
  }
  const found = await documentOf(terminal, what, negotiation, flags);
  if (!found.ok) return found;
  const value: Made[] = [];
  for (const [form, { mark, write: written }] of Object.entries(draftForms))
    value.push({
      path: join(folder, `${what}.${form}`),
      mark,
      what: "draft of Parley's",
      content: await written(found.value),
    });
  return { ok: true, value };
}
