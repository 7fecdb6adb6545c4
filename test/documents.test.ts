// The documents' commands are run, and their links followed. A console block holds commands (`$ …`) and what they print;
// a line with … alone stands for any lines.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { FIRST_COLUMNS, OBSERVATION_COLUMNS } from "../packages/core/src/internal.js";
import { parley, root } from "../packages/node/test/command-line.js";

const documents = [
  "README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  ...readdirSync(join(root, "docs")).map((name) => `docs/${name}`),
].filter((name) => name.endsWith(".md"));
const place = mkdtempSync(join(tmpdir(), "parley-documents-"));
afterAll(() => rmSync(place, { recursive: true, force: true }));
for (const name of ["cases", "docs", "packages"]) symlinkSync(join(root, name), join(place, name));

interface Step {
  readonly command: string;
  readonly expected: readonly string[];
}

function stepsIn(text: string): Step[] {
  return [...text.matchAll(/^```console\n(.*?)^```$/gms)].flatMap(([, block = ""]) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((part) => {
        const [command = "", ...expected] = part.trimEnd().split("\n");
        return { command, expected };
      }),
  );
}

async function run(command: string): Promise<string[]> {
  const [npx, program, ...args] = command.split(" ");
  expect([npx, program]).toEqual(["npx", "parley"]);
  return (await parley(args, { cwd: place })).out.trimEnd().split("\n");
}

/** Whether the printed lines are the expected ones, … standing for any. */
function matches(expected: readonly string[], printed: readonly string[]): boolean {
  const [first, ...rest] = expected;
  if (first === undefined) return printed.length === 0;
  if (first === "…") return printed.some((_, k) => matches(rest, printed.slice(k))) || matches(rest, []);
  return printed[0] === first && matches(rest, printed.slice(1));
}

describe("the documents", () => {
  it.each(documents)("%s: every command prints what it says", async (name) => {
    for (const { command, expected } of stepsIn(readFileSync(join(root, name), "utf8"))) {
      const printed = await run(command);
      expect(matches(expected, printed), `${command}\nprinted\n${printed.join("\n")}`).toBe(true);
    }
  });

  it.each(documents)("%s: every link leads somewhere", (name) => {
    const links = [...readFileSync(join(root, name), "utf8").matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(
      ([, link = ""]) => link,
    );
    for (const link of links) expect(existsSync(join(root, dirname(name), link)), `${name} → ${link}`).toBe(true);
  });

  it("say of every column of observations.csv what may stand in it, and which a new file begins with", () => {
    const [, table = ""] = readFileSync(join(root, "docs/monitoring.md"), "utf8").split("| column | |\n");
    const first = [...(table.split("\n\n")[0] ?? "").matchAll(/^\| (`[^|]*`) \|/gm)].map(([, cell = ""]) => cell);
    expect(first.join(", ")).toBe(OBSERVATION_COLUMNS.map((column) => `\`${column}\``).join(", "));
    const [, format = ""] = readFileSync(join(root, "docs/case-format.md"), "utf8").split("\n## observations.csv\n");
    expect(format).toContain(`\`${FIRST_COLUMNS.join(",")}\``);
  });

  it("has commands in its README", () => {
    expect(stepsIn(readFileSync(join(root, "README.md"), "utf8")).length).toBeGreaterThan(4);
  });
});
