import { join } from "node:path";
import optimizeLocales from "@react-aria/optimize-locales-plugin";
import { defineConfig } from "vite";

// The pages become part of what the server serves.
export default defineConfig({
  root: import.meta.dirname,
  // The words of components in the languages that the workbench speaks, and no others.
  plugins: [{ ...optimizeLocales.vite({ locales: ["en-US"] }), enforce: "pre" }],
  // The pages while they are made: the rest is asked of a workbench that runs.
  server: {
    proxy: {
      "/api": { target: "http://127.0.0.1:4719", changeOrigin: true, headers: { origin: "http://127.0.0.1:4719" } },
    },
  },
  build: {
    outDir: "../node/dist/web",
    emptyOutDir: true,
    target: "es2023",
    // Everything that is loaded is a file of its own: the policy allows no data in addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // The limit that counts, of all that is loaded at first, is held by a test.
    chunkSizeWarningLimit: 1000,
    // "use client" means nothing here: there is no server that renders.
    rolldownOptions: {
      // The workbench, and a room: who comes to a room by a link loads nothing of the workbench.
      input: { index: join(import.meta.dirname, "index.html"), room: join(import.meta.dirname, "room.html") },
      checks: { pluginTimings: false },
      onLog: (level, log, tell) => (log.code === "MODULE_LEVEL_DIRECTIVE" ? undefined : tell(level, log)),
    },
  },
  worker: { format: "es" },
  logLevel: "warn",
});
