// A made case in a folder: node bench/dist/write-case.js DIR [--issues N …], with the names of a shape as flags.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { largeCase } from "./large-case.js";

const number = (name: string, usual: string) => ({ [name]: { type: "string" as const, default: usual } });
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    ...number("issues", "200"),
    ...number("options", "5"),
    ...number("parties", "12"),
    ...number("statements", "5000"),
    ...number("offers", "60"),
    ...number("commitments", "200"),
    ...number("terms", "40"),
    ...number("seed", "7"),
    interests: { type: "string", default: "ranks" },
  },
});
const [folder] = positionals;
if (folder === undefined) throw new Error("Name the folder that the case is written to.");
const count = (name: string): number => Number(Object.entries(values).find(([key]) => key === name)?.[1]);
const files = largeCase({
  issues: count("issues"),
  options: count("options"),
  parties: count("parties"),
  statements: count("statements"),
  offers: count("offers"),
  commitments: count("commitments"),
  terms: count("terms"),
  seed: count("seed"),
  interests: values.interests === "numbers" ? "numbers" : "ranks",
});
for (const { path, text } of files) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
