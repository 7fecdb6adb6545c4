// A reader for a small YAML file in which a user writes a package of their own as pairs of issue and option.
import { z } from "zod";
import { readPartialPackage } from "./names.js";
import type { Problem, Result } from "./problems.js";
import { reporter } from "./reporter.js";
import { readSource } from "./source-text.js";
import type { Case } from "./types.js";

const packageSchema = z.record(z.string(), z.union([z.string(), z.number()]));

/** Reads a package written by hand, `issue: option` pairs, against a case. */
export function parsePackage(file: string, text: string, negotiation: Case): Result<Record<string, string>> {
  const { source, problems } = readSource(file, text, packageSchema);
  if (!source) return { ok: false, problems };
  const found: Problem[] = [];
  const names = {
    issues: negotiation.issues,
    issueAt: new Map(negotiation.issues.map(({ id }, index) => [id, index])),
  };
  const report = reporter(source, found);
  readPartialPackage(report, [], source.value, names);
  if (Object.keys(source.value).length === 0)
    report.error([], "names no issue. Write issue: option pairs; issues left out stay as today.");
  if (found.length > 0) return { ok: false, problems: found };
  return {
    ok: true,
    problems: [],
    value: Object.fromEntries(Object.entries(source.value).map(([issue, option]) => [issue, String(option)])),
  };
}
