// node bench/dist/commands.js [--program FILE] [--only TEXT] [--limit SECONDS].
// Measures every command on made cases of three sizes, each in a process of its own, and prints the rows of
// bench/results.md. Processor seconds, not the clock's: the machine may be shared.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type LargeShape, largeCase } from "./large-case.js";

const here = dirname(fileURLToPath(import.meta.url));

const { values: flags } = parseArgs({
  options: {
    program: { type: "string", default: join(here, "../../packages/node/bin/parley.js") },
    only: { type: "string", default: "" },
    limit: { type: "string", default: "120" },
    sizes: { type: "string", default: "0.25,0.5,1" },
    interests: { type: "string", default: "ranks,numbers" },
  },
});

const shapeOf = (part: number, interests: LargeShape["interests"]): LargeShape => ({
  issues: 200 * part,
  options: 5,
  parties: Math.round(12 * part),
  statements: 5000 * part,
  offers: 60 * part,
  commitments: 200 * part,
  terms: 40 * part,
  interests,
  seed: 7,
});

/** A quarter, a half and all of the largest case that is read. */
const SIZES = flags.sizes.split(",").map(Number);

const COMMANDS: readonly (readonly string[])[] = [
  ["check"],
  ["positions"],
  ["terms"],
  ["assess"],
  ["frontier"],
  ["roadmap"],
  ["draft"],
  ["draft", "--what", "brief"],
  ["diff"],
  ["report", "-o", "report.html"],
];

interface Used {
  readonly seconds: number;
  readonly mebibytes: number;
}

/** Null where it used more than the limit and was ended. */
function measure(command: readonly string[], folder: string): Used | null {
  const usage = join(folder, "..", "usage.json");
  rmSync(usage, { force: true });
  const [name = "", ...more] = command;
  const args = [name, folder, ...(name === "diff" ? [folder] : []), ...more];
  const { status } = spawnSync(
    "sh",
    [
      "-c",
      `ulimit -t ${flags.limit}; exec "$@"`,
      "sh",
      process.execPath,
      "--import",
      join(here, "note-usage.js"),
      flags.program,
      ...args,
    ],
    { cwd: join(folder, ".."), env: { ...process.env, BENCH_USAGE: usage }, stdio: ["ignore", "ignore", "inherit"] },
  );
  return status === null || status > 128 ? null : (JSON.parse(readFileSync(usage, "utf8")) as Used);
}

const root = mkdtempSync(join(tmpdir(), "parley-bench-"));
try {
  for (const interests of (["ranks", "numbers"] as const).filter((one) => flags.interests.split(",").includes(one))) {
    const folders = SIZES.map((part) => {
      const folder = join(root, `${interests}-${part}`);
      for (const { path, text } of largeCase(shapeOf(part, interests))) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
      return folder;
    });
    for (const command of COMMANDS) {
      const title = `${command.join(" ").replace(" -o report.html", "")}, ${interests}`;
      if (!title.includes(flags.only)) continue;
      const used = folders.map((folder) => measure(command, folder));
      const cells = used.map((one) => (one === null ? `over ${flags.limit}` : one.seconds.toPrecision(2)));
      const most = Math.max(...used.map((one) => one?.mebibytes ?? 0));
      process.stdout.write(`| ${title} | ${cells.join(" | ")} | ${Math.round(most)} |\n`);
    }
  }
} finally {
  rmSync(root, { recursive: true, force: true });
}
