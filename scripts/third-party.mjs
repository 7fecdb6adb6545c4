// The packages of others that Parley needs to run, with their licences, and the full texts of what its pages hold.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Licences that ask for no more than a notice. Where one of several may be chosen, one of these must be among them. */
const PERMISSIVE = [
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "ISC",
  "MIT",
  "OFL-1.1",
  "Unlicense",
  "Zlib",
];

/** Whether an SPDX expression can be met with permissive licences alone. */
export function isPermissive(expression) {
  const plain = expression.replace(/^\((.*)\)$/, "$1");
  if (plain.includes(" AND ")) return plain.split(" AND ").every(isPermissive);
  return plain.split(" OR ").some((one) => PERMISSIVE.includes(one));
}

/**
 * What the named packages of this repository need to run, as npm finds it.
 * @param {readonly string[]} workspaces folders in packages/
 * @returns {{ name: string, version: string, licence: string, homepage: string, place: string }[]}
 */
export function needed(workspaces) {
  const { status, stdout, stderr } = spawnSync(
    "npm",
    ["sbom", "--sbom-format", "spdx", "--omit", "dev", ...workspaces.flatMap((one) => ["-w", `packages/${one}`])],
    { cwd: root, encoding: "utf8", maxBuffer: 1 << 26, shell: process.platform === "win32" },
  );
  if (status !== 0) throw new Error(`npm cannot list the packages:\n${stderr}`);
  return JSON.parse(stdout)
    .packages.map(({ name, versionInfo, licenseDeclared, homepage, packageFileName }) => ({
      name,
      version: versionInfo,
      licence: licenseDeclared,
      homepage: /^https?:/.test(homepage ?? "") ? homepage : `https://www.npmjs.com/package/${name}`,
      place: packageFileName,
    }))
    .filter(({ name }) => name !== "parley" && name !== "parley-workspace" && !name.startsWith("@parley/"))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1))
    .filter(({ name, version }, k, all) => all[k - 1]?.name !== name || all[k - 1]?.version !== version);
}

/** THIRD-PARTY.md, which goes with the command line and its pages. */
export function thirdParty() {
  const rows = needed(["core", "charts", "node", "web"]).map(
    ({ name, version, licence, homepage }) => `| [${name}](${homepage}) | ${version} | ${licence} |`,
  );
  const texts = new Map();
  for (const { name, place } of needed(["web"])) {
    const text = licenceIn(join(root, place));
    if (text !== null) texts.set(text, [...(texts.get(text) ?? []), name]);
  }
  return [
    "# What Parley contains of others",
    "",
    "The licences of all of these allow use, change and redistribution, and ask for a notice at most.",
    "",
    "| package | version | licence |",
    "| --- | --- | --- |",
    ...rows,
    "",
    "## Licences of what the pages hold",
    "",
    "Other packages are installed with their licences beside them.",
    ...[...texts].flatMap(([text, names]) => ["", `### ${names.join(", ")}`, "", "```text", text, "```"]),
    "",
  ].join("\n");
}

/** The text of the licence in a package's folder; null where it has none. */
function licenceIn(folder) {
  if (!existsSync(folder)) return null;
  const file = readdirSync(folder)
    .sort()
    .find((name) => /^licen[cs]e/i.test(name));
  return file ? readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim() : null;
}
