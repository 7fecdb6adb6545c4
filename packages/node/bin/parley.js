#!/usr/bin/env node
import { existsSync } from "node:fs";

const main = new URL("../dist/cli/main.js", import.meta.url);
if (existsSync(main)) {
  await import(main.href);
} else {
  process.stderr.write("parley is not built yet. Run `npm start` (or `npm run build`) in the clone first.\n");
  process.exitCode = 2;
}
