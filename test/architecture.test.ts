import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import { describe, expect, it } from "vitest";
import rules from "../.dependency-cruiser.mjs";

async function violations(baseDir: string): Promise<string[]> {
  const { output } = await cruise(["packages"], {
    ...rules.options,
    baseDir,
    validate: true,
    ruleSet: { forbidden: rules.forbidden },
  } as never);
  return (output as ICruiseResult).summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`);
}

describe("the order of the folders", () => {
  it("is kept: imports go left, enter by the index, make no cycle, and core stays pure", async () => {
    expect(await violations(join(import.meta.dirname, ".."))).toEqual([]);
  });

  it("is really looked at: planted violations are found", async () => {
    const root = mkdtempSync(join(import.meta.dirname, "planted-"));
    const plant = (path: string, text: string) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    };
    try {
      plant("packages/core/src/math/a.ts", 'import { b } from "../case/index.js";\nexport const a = b;\n');
      plant("packages/core/src/case/index.ts", 'export { b } from "./b.js";\n');
      plant("packages/core/src/case/b.ts", 'import { readFileSync } from "node:fs";\nexport const b = readFileSync;\n');
      plant(
        "packages/core/src/interests/c.ts",
        'import type { b } from "../case/b.js";\nimport { d } from "./d.js";\nexport type C = typeof b;\nexport const c = d;\n',
      );
      plant("packages/core/src/interests/d.ts", 'import { c } from "./c.js";\nexport const d: unknown = c;\n');
      const found = (await violations(root)).map((line) => line.split(":")[0]);
      for (const name of ["math-looks-left-only", "core-is-pure", "through-the-front-door", "no-cycles"])
        expect(found).toContain(name);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  });
});
