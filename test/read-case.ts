import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Case, type CaseFile, describeProblem, kindOf, parseCase } from "@parley/core";

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
