// A served folder with one case, `talks`, in a temporary place, and what tests do with it.
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { EditOutcome } from "../src/store/case-store.js";
import { openFolderStore } from "../src/store/folder-store.js";
import { digestOf } from "../src/store/history.js";
import { scaffold } from "../src/store/scaffold.js";

export function servedCase() {
  const root = mkdtempSync(join(tmpdir(), "parley-served-"));
  const at = (path: string) => join(root, path);
  const put = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), content);
  };
  for (const [path, content] of Object.entries(scaffold())) put(`talks/${path}`, content);
  const text = (path: string) => readFileSync(at(path), "utf8");
  return {
    root,
    at,
    put,
    text,
    base: (path: string) => digestOf(text(path)),
    mode: (path: string) => (statSync(at(path)).mode & 0o777).toString(8),
    setMode: (path: string, mode: number) => chmodSync(at(path), mode),
    open: (who = "tester") => openFolderStore({ root, who, now: () => new Date("2026-01-15T10:00:00Z") }),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

export type ServedCase = ReturnType<typeof servedCase>;

export const expectDone = (outcome: EditOutcome | null) => {
  if (outcome?.kind !== "done") throw new Error(JSON.stringify(outcome));
  return outcome.entry;
};

export const reasonsOf = (outcome: EditOutcome | null): string =>
  outcome?.kind === "refused" ? outcome.reasons.join(" ") : (outcome?.kind ?? "no such case");
