import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import rules from "../.dependency-cruiser.mjs";

const root = join(import.meta.dirname, "..");

/** Each violation as `rule: file`. */
async function violations(baseDir: string): Promise<string[]> {
  const { output } = await cruise(["packages/*/src"], {
    ...rules.options,
    baseDir,
    validate: true,
    ruleSet: { forbidden: rules.forbidden },
  } as never);
  return (output as ICruiseResult).summary.violations.flatMap(({ from, to, rule }) =>
    // A cycle is told once, from one of its files.
    (rule.name === "no-cycles" ? [from, to] : [from]).map((file) => `${rule.name}: ${file}`),
  );
}

describe("the order of folders and packages", () => {
  it("is kept: imports go left, enter by the index, make no cycle, and take what the package lists", async () => {
    expect(await violations(root)).toEqual([]);
  });
});

/** Imports that must not be: the file, what it says, and the rule that forbids it. */
const PLANTED: readonly (readonly [file: string, text: string, rule: string])[] = [
  ["core/src/math/right.ts", 'export { b } from "../case/index.js";', "math-looks-left-only"],
  [
    "core/src/implementation/roadmap/rows.ts",
    'export { rows } from "../monitoring/rows.js";',
    "implementation-roadmap-looks-left-only",
  ],
  [
    "core/src/drafting/framework/round.ts",
    'export { round } from "../rounds/round.js";',
    "drafting-framework-looks-left-only",
  ],
  ["core/src/interests/inside.ts", 'export type { b } from "../case/b.js";', "through-the-front-door"],
  ["core/src/interests/ring.ts", 'export { c } from "./ring-back.js";', "no-cycles"],
  ["core/src/case/files.ts", 'export { readFileSync } from "node:fs";', "core-imports-what-it-lists"],
  ["core/src/case/server.ts", 'export { Hono } from "hono";', "core-imports-what-it-lists"],
  ["core/src/case/worker.ts", 'export { wrap } from "comlink";', "core-imports-what-it-lists"],
  ["core/src/case/picture.ts", 'export { Figure } from "@parley/charts";', "core-imports-what-it-lists"],
  ["core/src/case/picture-type.ts", 'export type { Chart } from "@parley/charts";', "core-imports-what-it-lists"],
  ["core/src/case/missing.ts", 'export { none } from "no-such-package";', "no-unresolved"],
  ["charts/src/server.ts", 'export { Hono } from "hono";', "charts-imports-what-it-lists"],
  ["charts/src/files.ts", 'export { readFileSync } from "node:fs";', "charts-imports-what-it-lists"],
  ["node/src/store/right.ts", 'export { e } from "../cli/index.js";', "store-looks-left-only"],
  ["node/src/store/worker.ts", 'export { wrap } from "comlink";', "node-imports-what-it-lists"],
  ["web/src/runtime.ts", 'export { serve } from "parley/contract";', "web-takes-types-alone-from-node"],
  ["web/src/inside.ts", 'export type { e } from "../../node/src/cli/index.js";', "web-imports-what-it-lists"],
  ["web/src/server.ts", 'export { Hono } from "hono";', "web-imports-what-it-lists"],
  ["web/src/parts/page.tsx", 'export { Page } from "../pages/page.js";', "pages-are-made-of-parts"],
  ["web/src/pages/shell.tsx", 'export { Shell } from "../shell/shell.js";', "pages-know-no-shell"],
  ["web/src/pages/drawn.ts", 'export { Page } from "./page.js";', "logic-draws-nothing"],
  ["web/src/parts/hook.ts", 'export { useState } from "react";', "logic-draws-nothing"],
  ["web/src/tested.ts", 'export { test } from "./some.test.js";', "code-knows-no-test"],
];

/** What the planted files import. */
const OTHERS: Readonly<Record<string, string>> = {
  "core/src/case/index.ts": 'export { b } from "./b.js";',
  "core/src/case/b.ts": "export const b = 1;",
  "core/src/implementation/monitoring/rows.ts": "export const rows = 1;",
  "core/src/drafting/rounds/round.ts": "export const round = 1;",
  "core/src/interests/ring-back.ts": 'export { c } from "./ring.js";',
  "node/src/cli/index.ts": "export const e = 1;",
  "node/dist/server/contract.d.ts": "export declare const serve: number;",
  "web/src/pages/page.tsx": "export const Page = 1;",
  "web/src/shell/shell.tsx": "export const Shell = 1;",
  "web/src/some.test.ts": "export const test = 1;",
};

describe("an import that must not be", () => {
  let planted = "";
  let found: readonly string[] = [];
  beforeAll(async () => {
    planted = mkdtempSync(join(import.meta.dirname, "planted-"));
    for (const [path, text] of [...PLANTED, ...Object.entries(OTHERS)]) {
      const file = join(planted, "packages", path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${text}\n`);
    }
    found = await violations(planted);
  });
  afterAll(() => rmSync(planted, { recursive: true, force: true }));

  it.each(PLANTED)("%s, %s, is found", (file, _, rule) => {
    expect(found).toContain(`${rule}: packages/${file}`);
  });
});

describe("a source file", () => {
  it("says what it is in its first line", () => {
    const files = readdirSync(join(root, "packages")).flatMap((name) =>
      readdirSync(join(root, "packages", name, "src"), { recursive: true, encoding: "utf8" })
        .filter((file) => /\.tsx?$/.test(file) && !/(^|\/)index\.ts$|\.test\.tsx?$|\.d\.ts$/.test(file))
        .map((file) => join("packages", name, "src", file)),
    );
    expect(files.length).toBeGreaterThan(300);
    const silent = files.filter((file) => !/^\/[/*]/.test(readFileSync(join(root, file), "utf8")));
    expect(silent).toEqual([]);
  });
});
