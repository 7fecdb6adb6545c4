import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Logic of the pages that several of them share. */
const PURE = [
  "addresses",
  "attached",
  "chosen-package",
  "interests-file",
  "marked-lines",
  "roadmap-moves",
  "saving",
  "wait-for-job",
];

/** These put something in the place of modules or of what a browser has. */
const ALONE = ["test/findings.test.ts"];

/** Short files that take long: begun last, as their size has it, they would keep one processor waiting in the end. */
const LONG = ["test/browser.test.ts", "test/answers-taught.test.ts", "test/ferry-strike.test.ts"];

class LongOnesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONG.some((path) => moduleId.endsWith(path));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

const PURE_TESTS = ["packages/{core,charts}/src/**/*.test.{ts,tsx}"];

export default defineConfig({
  // Pages and reports are made as they are for people, for whom React checks nothing.
  oxc: { jsx: { runtime: "automatic", development: false } },
  resolve: {
    alias: {
      "@parley/core/drafting": new URL("./packages/core/src/drafting/index.ts", import.meta.url).pathname,
      "@parley/core/monitoring": new URL("./packages/core/src/implementation/monitoring/index.ts", import.meta.url)
        .pathname,
      "@parley/core/forecasts": new URL("./packages/core/src/forecasts/index.ts", import.meta.url).pathname,
      "@parley/core/rehearsal": new URL("./packages/core/src/rehearsal/index.ts", import.meta.url).pathname,
      "@parley/core/rooms": new URL("./packages/core/src/rooms/index.ts", import.meta.url).pathname,
      "@parley/core/reading": new URL("./packages/core/src/evidence/reading/index.ts", import.meta.url).pathname,
      "@parley/core/internal": new URL("./packages/core/src/internal.ts", import.meta.url).pathname,
      "@parley/core": new URL("./packages/core/src/index.ts", import.meta.url).pathname,
      "@parley/charts": new URL("./packages/charts/src/index.ts", import.meta.url).pathname,
    },
  },
  test: {
    projects: [
      {
        extends: true,
        // Core and charts are pure: their tests share the modules that a worker has loaded.
        test: { name: "pure", include: PURE_TESTS, isolate: false },
      },
      {
        extends: true,
        // So do all others that put nothing in the place of modules: to load them anew for each file took nine processor minutes.
        test: {
          name: "whole",
          include: ["packages/*/src/**/*.test.{ts,tsx}", "bench/src/**/*.test.ts", "test/**/*.test.ts"],
          exclude: [...PURE_TESTS, ...ALONE, "**/node_modules/**"],
          isolate: false,
        },
      },
      { extends: true, test: { name: "alone", include: ALONE } },
    ],
    sequence: { sequencer: LongOnesFirst },
    globalSetup: ["test/build.ts"],
    setupFiles: ["test/seed.ts"],
    // Tests of pages wait for a browser every other second: with one more than there are processors, none stands idle.
    maxWorkers: 3,
    // What takes so long hangs; a slow or busy machine does not fail a test.
    testTimeout: 600_000,
    hookTimeout: 600_000,
    coverage: {
      provider: "v8",
      // A page is drawn in a browser, where nothing is counted: of web its .ts files count.
      include: ["packages/{core,node,web}/src/**/*.ts", "packages/charts/src/**/*.{ts,tsx}"],
      exclude: ["**/*.test.{ts,tsx}", "**/index.ts", "**/types.ts", "packages/web/src/**/*.tsx"],
      reporter: ["text-summary"],
      thresholds: {
        "packages/{core,charts}/src/**": { lines: 90, functions: 90, branches: 80 },
        // What nothing has to be drawn for; the rest of web waits for a browser, a worker or a server.
        [`packages/web/src/{{pages,parts,shell}/*,${PURE.join(",")}}.ts`]: { lines: 97, functions: 95, branches: 85 },
        // What node does in threads and processes of its own is tested there, and not counted.
        "packages/node/src/**": { lines: 65, functions: 68, branches: 52 },
      },
    },
  },
});
