import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { describeProblem, isBroken, listed, OPEN_STANDINGS } from "@parley/core";
import { Command, InvalidArgumentError, Option } from "commander";
import { type AlertForm, alertForms } from "../../calendars/index.js";
import type { Watched } from "../../jobs/index.js";
import { observationsIn } from "../../store/index.js";
import { EXIT, Failure } from "../failure.js";
import { count, observationsOf, openCase } from "../open-case.js";
import { day, type SharedFlags, sharedOptions } from "../options.js";
import { expectOwn, writeOwn } from "../own-file.js";
import { renderChanges, renderMonitoring } from "../render/monitoring.js";
import type { Terminal } from "../terminal.js";
import { analyse } from "./analysis.js";

interface Flags extends Pick<SharedFlags, "json" | "share" | "asOf"> {
  readonly knownAt?: string;
  readonly with?: string;
  readonly output?: string;
  readonly skipMalformed?: boolean;
  readonly failOn?: "broken" | "open";
}

export function monitorCommand(terminal: Terminal): Command {
  return new Command("monitor")
    .description("whether what was agreed is kept: broken, at risk, due; as of a day, known by another")
    .argument("[CASE]", "case folder", ".")
    .addOption(
      new Option(
        "--known-at <DATE>",
        "only what was reported by this day; all that is on record unless given",
      ).argParser(day),
    )
    .addOption(new Option("--with <FILE>", "what the rows of this CSV file would change; nothing is written"))
    .addOption(
      new Option(
        "-o, --output <FILE>",
        "write alerts as a calendar (.ics), a feed (.atom), or a table (.csv)",
      ).argParser(alertFile),
    )
    .addOption(new Option("--skip-malformed", "go on without rows that cannot be read or judged; else they end with 1"))
    .addOption(sharedOptions.json())
    .addOption(sharedOptions.asOf())
    .addOption(sharedOptions.share())
    .addOption(
      new Option(
        "--fail-on <CONDITION>",
        "end with 3 where something is broken or not known to be kept again, or where anything at all is open: said, disputed, overdue",
      ).choices(["broken", "open"]),
    )
    .addHelpText(
      "after",
      "\nExamples:\n  parley monitor cases/jcpoa-2015\n  parley monitor cases/jcpoa-2015 --as-of 2019-07-05 --known-at 2019-07-05\n  parley monitor cases/jcpoa-2015 -o alerts.ics\n",
    )
    .action(async (folder: string, flags: Flags) => {
      if (flags.with !== undefined && flags.output !== undefined)
        throw new Failure(
          "--with shows what rows would change and writes nothing, so it goes without --output. Leave one of them out.",
          EXIT.usage,
        );
      const file = flags.output === undefined ? null : ownFile(flags.output);
      if (file) await expectOwn(file);
      const reader = flags.share ?? null;
      const negotiation = await openCase(folder, reader, terminal.signal);
      const watched = await analyse(terminal, "monitor", negotiation, {
        sharedWith: reader,
        ...(flags.asOf !== undefined && { asOf: flags.asOf }),
        ...(flags.knownAt !== undefined && { knownAt: flags.knownAt }),
        ...(flags.with !== undefined && { more: observationsIn(flags.with) }),
        observations: await observationsOf(folder, reader),
      });
      const { found, more, malformed } = watched;
      sayProblems(terminal, watched);
      if (more) {
        const { changes, remarks, after, rows } = more;
        terminal.out(
          flags.json
            ? `${JSON.stringify({ changes, remarks, after }, null, 2)}\n`
            : `${renderChanges(terminal, after, changes, remarks, rows)}\n`,
        );
      } else if (file) {
        const before = await readFile(file.path, "utf8").catch(() => null);
        await writeOwn(
          file,
          alertForms[file.form].write(found, { now: new Date(), before }),
          flags.share === undefined,
        );
        terminal.out(`Wrote ${file.path} (${found.marking}).\n`);
      } else
        terminal.out(flags.json ? `${JSON.stringify(found, null, 2)}\n` : `${renderMonitoring(terminal, found)}\n`);
      if (malformed > 0 && !flags.skipMalformed)
        throw new Failure(
          `${count(malformed, "row")} could not be read and ${malformed === 1 ? "is" : "are"} not in this answer; the file is as it was. Mend ${malformed === 1 ? "it" : "them"}, or go on without: --skip-malformed.`,
          EXIT.problems,
        );
      const lost = (more?.remarks ?? []).filter(({ kind }) => kind === "unspoken");
      if (lost.length > 0 && !flags.skipMalformed)
        throw new Failure(
          `Nothing in the agreement speaks of ${listed(lost.map(({ about }) => `"${about}"`))}, so these rows would be kept and judged by nothing. Mend the name in the column metric, or go on all the same: --skip-malformed.`,
          EXIT.problems,
        );
      const { obligations } = more?.after ?? found;
      const broken = obligations.some(isBroken);
      const open = broken || obligations.some(({ standing }) => OPEN_STANDINGS.includes(standing));
      if ((flags.failOn === "broken" && broken) || (flags.failOn === "open" && open))
        throw new Failure("", EXIT.findings);
    });
}

/** Rows that could not be read, on stderr. */
function sayProblems(terminal: Terminal, { problems, malformed }: Watched): void {
  for (const problem of problems) terminal.err(`${describeProblem(problem)}\n`);
  if (malformed > problems.length) terminal.err(`… and ${malformed - problems.length} more.\n`);
}

const formOf = (path: string): AlertForm | null => {
  const end = extname(path).slice(1).toLowerCase();
  return end === "ics" || end === "atom" || end === "csv" ? end : null;
};

function alertFile(text: string): string {
  if (formOf(text) === null) throw new InvalidArgumentError("It should end in .ics, .atom or .csv.");
  return text;
}

function ownFile(path: string) {
  const form = formOf(path) ?? "csv";
  return { path, form, mark: alertForms[form].mark, what: "alerts of Parley's" };
}
