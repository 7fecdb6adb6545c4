// What others install: the three packages as tarballs, in an empty folder whose name no one would choose, as a person uses them.
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isPermissive, needed } from "../scripts/third-party.mjs";

const root = join(import.meta.dirname, "..");
const place = mkdtempSync(join(tmpdir(), "parley-packages-"));
const folder = join(place, "ein leerer Ordner ø");
const packed = join(place, "packed");
const windows = process.platform === "win32";

/** Runs a program in the empty folder. */
function run(command: string, args: readonly string[], cwd = folder): { code: number | null; out: string } {
  const { status, stdout, stderr } = spawnSync(command, [...args], {
    cwd,
    encoding: "utf8",
    shell: windows && command !== process.execPath,
  });
  return { code: status, out: `${stdout}${stderr}` };
}
/** The command line as npm has put it there. */
const parley = (...args: string[]) => run(join(folder, "node_modules", ".bin", `parley${windows ? ".cmd" : ""}`), args);

beforeAll(() => {
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  const made = run(process.execPath, [join(root, "scripts", "pack.mjs"), packed], root);
  expect(made.code, made.out).toBe(0);
  const tarballs = readdirSync(packed).map((name) => join(packed, name));
  expect(tarballs).toHaveLength(3);
  const installed = run("npm", [
    "install",
    ...tarballs,
    "--prefer-offline",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ]);
  expect(installed.code, installed.out).toBe(0);
}, 240_000);
afterAll(() => rmSync(place, { recursive: true, force: true }));

describe("the command line, installed", () => {
  it("makes a negotiation, checks it and assesses it, in the folder where it stands", () => {
    expect(parley("--version").out.trim()).toBe("0.1.0");
    expect(parley("new", "my talks").out).toContain("Made my talks");
    expect(parley("check", "my talks").out).toContain("my talks is in order");
    const assessed = parley("assess", "my talks");
    expect(assessed.code, assessed.out).toBe(0);
    expect(assessed.out).toContain("First offer");
    const files = readdirSync(join(folder, "node_modules", "parley"));
    expect(files).toEqual(
      expect.arrayContaining(["LICENSE", "README.md", "THIRD-PARTY.md", "bin", "dist", "templates"]),
    );
  });

  it("serves the workbench with its pages", async () => {
    const bin = join(folder, "node_modules", "parley", "bin", "parley.js");
    const served: ChildProcess = spawn(process.execPath, [bin, "serve", ".", "--port", "0"], { cwd: folder });
    try {
      const address = await new Promise<string>((resolve, reject) => {
        let said = "";
        served.stdout?.on("data", (chunk) => {
          said += chunk;
          const found = /http:\/\/127\.0\.0\.1:\d+\S*/.exec(said)?.[0];
          if (found) resolve(found);
        });
        served.on("exit", () => reject(new Error(said)));
      });
      const page = await fetch(address);
      expect(page.status).toBe(200);
      const text = await page.text();
      const script = /src="([^"]+\.js)"/.exec(text)?.[1] ?? "";
      expect((await fetch(new URL(script, address))).status).toBe(200);
    } finally {
      served.kill();
    }
  });
});

/** The examples of docs/api.md as one program, over the files of a case. */
function examples(type = ""): string {
  const text = readFileSync(join(root, "docs", "api.md"), "utf8");
  const blocks = [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, block = ""]) => block);
  expect(blocks.length).toBeGreaterThanOrEqual(8);
  const lines = blocks.join("\n").split("\n");
  const imports = lines.filter((line) => line.startsWith("import "));
  const names = [
    "case.yaml",
    "record.yaml",
    "agreement.yaml",
    "interests/us.analyst.yaml",
    "interests/dprk.analyst.yaml",
  ];
  const files = Object.fromEntries(
    names.map((name) => {
      const path = join(root, "cases", "hanoi-2019", name);
      return [name, readFileSync(path, "utf8")];
    }),
  );
  return [
    ...imports,
    `const files${type} = ${JSON.stringify(files)};`,
    ...lines.filter((line) => !line.startsWith("import ")),
  ].join("\n");
}

describe("core, installed", () => {
  it("does in Node what its documents show, as they write it", () => {
    writeFileSync(join(folder, "examples.mjs"), examples());
    const { code, out } = run(process.execPath, ["examples.mjs"]);
    expect(code, out).toBe(0);
    expect(out).toMatch(/Big deal \[\s+'us walks away in \d+ of 100 models',\s+'dprk walks away in \d+ of 100 models'/);
    expect(out).toContain("We will not lift sanctions before the facility is closed");
    expect(out).not.toContain("undefined");
  });

  it("has types that agree with its documents", () => {
    writeFileSync(join(folder, "examples.ts"), examples(": Record<string, string>"));
    const compiler = join(root, "node_modules", "typescript-native", "bin", "tsc");
    const { code, out } = run(process.execPath, [
      compiler,
      ...["--noEmit", "--strict", "--target", "es2023", "--module", "nodenext", "--lib", "es2023,dom"],
      ...["--skipLibCheck", "false", "--types", "", "examples.ts"],
    ]);
    expect(code, out).toBe(0);
  });

  it("is bundled for a page by Vite, without Node, and gives the same", async () => {
    const program = (more: string) => `import { assess, parseCase } from "@parley/core";\n${more}`;
    const files = JSON.stringify(
      ["case.yaml", "record.yaml", "interests/us.analyst.yaml", "interests/dprk.analyst.yaml"].map((path) => ({
        path,
        text: readFileSync(join(root, "cases", "hanoi-2019", path), "utf8"),
      })),
    );
    const body = `const read = parseCase(${files});
export const result = read.ok ? JSON.stringify(assess(read.value, { models: 100 })) : "unread";
console.log(result);
`;
    writeFileSync(join(folder, "page.mjs"), program(body));
    const vite = join(root, "node_modules", "vite", "bin", "vite.js");
    writeFileSync(
      join(folder, "vite.config.mjs"),
      'export default { logLevel: "error", build: { lib: { entry: "page.mjs", formats: ["es"], fileName: "page" }, outDir: "built" } };\n',
    );
    const built = run(process.execPath, [vite, "build"]);
    expect(built.code, built.out).toBe(0);
    const [page = ""] = readdirSync(join(folder, "built"));
    const text = readFileSync(join(folder, "built", page), "utf8");
    expect(text).not.toMatch(/from ?"node:/);
    const ofPage = run(process.execPath, [join("built", page)]);
    const ofNode = run(process.execPath, ["page.mjs"]);
    expect(JSON.parse(ofPage.out)).toMatchObject({ ok: true });
    expect(ofPage.out).toBe(ofNode.out);
  });
});

describe("what Parley needs of others", () => {
  it("may be used, changed and passed on by anybody, with a notice at most", () => {
    const all = needed(["core", "charts", "node", "web"]);
    expect(all.length).toBeGreaterThan(50);
    expect(all.filter(({ licence }) => !isPermissive(licence))).toEqual([]);
  });

  it("is told from what asks for more", () => {
    for (const licence of ["MIT", "(MIT OR GPL-3.0-or-later)", "(MIT AND Zlib)"])
      expect([licence, isPermissive(licence)]).toEqual([licence, true]);
    for (const licence of [
      "GPL-3.0-only",
      "MPL-2.0",
      "(MIT AND GPL-2.0-only)",
      "NOASSERTION",
      "SEE LICENSE IN LICENSE",
    ])
      expect([licence, isPermissive(licence)]).toEqual([licence, false]);
  });
});
