#!/usr/bin/env node
import { existsSync } from "node:fs";

// React checks itself at every element unless told that this is no development: reports take three times as long then.
process.env.NODE_ENV ??= "production";

// Until the program is loaded, which can take seconds on a busy machine; it then listens itself.
process.once("SIGINT", () => {
  process.stderr.write("Stopped. Nothing was written.\n");
  process.exit(130);
});

const main = new URL("../dist/cli/main.js", import.meta.url);
if (existsSync(main)) {
  await import(main.href);
} else {
  process.stderr.write("parley is not built yet. Run `npm start` (or `npm run build`) in the clone first.\n");
  process.exitCode = 2;
}
