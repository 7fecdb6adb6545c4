// Helpers that read the example cases in the folder cases/ for tests.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Case, type CaseFile, describeProblem, kindOf, OBSERVATIONS_FILE, parseCase } from "@parley/core/internal";

/** Every file of a case folder that Parley reads. */
export function filesIn(folder: string, under = ""): CaseFile[] {
  return readdirSync(join(folder, under), { withFileTypes: true }).flatMap((entry) => {
    const path = under ? `${under}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return filesIn(folder, path);
    return kindOf(path) ? [{ path, text: readFileSync(join(folder, path), "utf8") }] : [];
  });
}

/** A shipped case by its folder under cases/. */
export function readCase(name: string): Case {
  const parsed = parseCase(filesIn(join(import.meta.dirname, "../cases", name)));
  if (!parsed.ok) throw new Error(parsed.problems.map(describeProblem).join("\n"));
  return parsed.value;
}

/** The observations of a shipped case; empty where it has none. */
export function observationsOf(name: string): string {
  const file = join(import.meta.dirname, "../cases", name, OBSERVATIONS_FILE);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}
