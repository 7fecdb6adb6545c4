import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    alias: {
      "@parley/core/drafting": new URL("./packages/core/src/drafting/index.ts", import.meta.url).pathname,
      "@parley/core/reading": new URL("./packages/core/src/evidence/reading/index.ts", import.meta.url).pathname,
      "@parley/core": new URL("./packages/core/src/index.ts", import.meta.url).pathname,
      "@parley/charts": new URL("./packages/charts/src/index.ts", import.meta.url).pathname,
    },
  },
  test: {
    include: ["packages/*/src/**/*.test.{ts,tsx}", "bench/src/**/*.test.ts", "test/**/*.test.ts"],
    globalSetup: ["test/build.ts"],
    setupFiles: ["test/seed.ts"],
    // Most files wait for nothing but a processor; left to itself, one of two would stand idle.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    coverage: {
      provider: "v8",
      // A page is drawn in a browser, where nothing is counted: of web its .ts files count, in which there is no drawing.
      include: ["packages/{core,node,web}/src/**/*.ts", "packages/charts/src/**/*.{ts,tsx}"],
      exclude: ["**/*.test.{ts,tsx}", "**/index.ts", "**/types.ts"],
      reporter: ["text-summary"],
      thresholds: { lines: 90, functions: 90, branches: 80 },
    },
  },
});
