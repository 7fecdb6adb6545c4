// Core in a browser's worker: the same tests that run in Node, bundled and run in Chromium, with few cases of each property.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { expect, it } from "vitest";
import { launch } from "./chromium.js";

const root = join(import.meta.dirname, "..");

/** They work up to the most that is done at all, which takes as long anywhere: Node is enough. */
const LONGEST = [
  "a case too large for its frontier > says both that fewer models were drawn and that still fewer were laid",
  "intervals and answers > are drawn from one and the same distribution by chains as by rejection",
  "a plan of inspection > answers for a million items of a mite each, and for half a thousand sites",
];

/** Tests of core that read no files; of those that take longest one kind is enough. */
function portableTests(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".test.ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/from "node:|read-case|in-document/.test(readFileSync(path, "utf8")))
    .filter((path) => !/case\/parse\.test\.ts$/.test(path))
    .sort();
}

async function bundled(tests: readonly string[]): Promise<string> {
  const shim = join(root, "test/browser-vitest.ts");
  const fewCases = join(root, "test/browser-fast-check.ts");
  const entry = [
    ...tests.map((path) => `import ${JSON.stringify(path)};`),
    `import { runAll } from ${JSON.stringify(shim)};`,
    `runAll(${JSON.stringify(LONGEST)}).then((results) => postMessage(results));`,
  ].join("\n");
  const bundle = await rolldown({
    input: "entry",
    cwd: root,
    platform: "browser",
    logLevel: "silent",
    // The matchers set themselves up as they are loaded.
    treeshake: false,
    resolve: { alias: { vitest: shim }, extensionAlias: { ".js": [".ts", ".js"] } },
    plugins: [
      {
        name: "entry",
        resolveId: (id, importer) =>
          id === "entry" ? "\0entry" : id === "fast-check" && importer !== fewCases ? fewCases : null,
        load: (id) => (id === "\0entry" ? entry : null),
      },
    ],
  });
  const { output } = await bundle.generate({ format: "iife" });
  await bundle.close();
  return output[0].code;
}

it("core passes its tests in a browser's worker, as it does in Node", async () => {
  const tests = portableTests(join(root, "packages/core/src"));
  expect(tests.length).toBeGreaterThan(8);
  const code = await bundled(tests);
  const browser = await launch();
  try {
    const page = await browser.newPage();
    const results = (await page.evaluate(
      `new Promise((resolve, reject) => {
        const worker = new Worker(URL.createObjectURL(new Blob([${JSON.stringify(code)}], { type: "text/javascript" })));
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = ({ message }) => reject(new Error(message));
      })`,
    )) as { name: string; failed: string | null }[];
    expect(results.filter(({ failed }) => failed !== null)).toEqual([]);
    expect(results.length).toBeGreaterThan(700);
  } finally {
    await browser.close();
  }
});
