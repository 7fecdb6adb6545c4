// Every case's results and every schema, as files to be read by eye. One command renews them: npm run renew.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  assess,
  brief,
  checkInterests,
  type FileKind,
  framework,
  frontier,
  inReadingOrder,
  jsonSchema,
  monitor,
  parseCase,
  positions,
  readingWorths,
  readRows,
  roadmap,
  terms,
  verify,
} from "@parley/core/internal";
import { describe, expect, it } from "vitest";
import { filesIn, observationsOf } from "./read-case.js";

const renewing = process.env.npm_lifecycle_event === "renew";
const root = join(import.meta.dirname, "..");

/** Six significant digits: what a result says, without the last bits of arithmetic. */
const written = (value: unknown): string =>
  `${JSON.stringify(value, (_, inner: unknown) => (typeof inner === "number" ? Number(inner.toPrecision(6)) : inner), 2)}\n`;

function compare(path: string, value: unknown): void {
  const file = join(root, path);
  if (renewing) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, written(value));
  }
  expect(existsSync(file), `${path} is missing: run npm run renew, and read it`).toBe(true);
  expect(written(value)).toBe(readFileSync(file, "utf8"));
}

/** Every folder under cases/ that is a case, by its path there. */
function casesIn(under = ""): string[] {
  const folder = join(root, "cases", under);
  if (existsSync(join(folder, "case.yaml"))) return [under];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? casesIn(under ? `${under}/${entry.name}` : entry.name) : [],
  );
}

const cases = casesIn();
const MODELS = 500;

describe.each(cases)("cases/%s", (name) => {
  const parsed = parseCase(filesIn(join(root, "cases", name)));

  it("passes its check", () => {
    expect(parsed.ok).toBe(true);
    if (!parsed.ok) return;
    compare(
      `cases/${name}/expected/check.json`,
      inReadingOrder([...parsed.problems, ...checkInterests(parsed.value, parsed.value.asOf ?? "9999-12-31")]),
    );
  });

  it("has the expected frontier", () => {
    if (!parsed.ok) throw new Error("see the check");
    const result = frontier(parsed.value, { models: MODELS });
    if (!result.ok) throw new Error(result.reasons.join("\n"));
    compare(`cases/${name}/expected/frontier.json`, { ...result.value, packages: result.value.packages.slice(0, 25) });
  });

  it.skipIf(!parsed.ok || parsed.value.offers.length + parsed.value.statements.length === 0)(
    "has the expected positions (skipped where a case has no record)",
    () => {
      if (!parsed.ok) throw new Error("see the check");
      const result = positions(parsed.value);
      if (!result.ok) throw new Error(result.reasons.join("\n"));
      compare(`cases/${name}/expected/positions.json`, result.value);
    },
  );

  it.skipIf(!parsed.ok || parsed.value.terms.length === 0)(
    "has the expected terms, with what each reading is worth (skipped where a case has none)",
    () => {
      if (!parsed.ok) throw new Error("see the check");
      const [read, worths] = [terms(parsed.value), readingWorths(parsed.value, { models: MODELS })];
      if (!read.ok || !worths.ok) throw new Error("no terms");
      compare(`cases/${name}/expected/terms.json`, { ...read.value, worths: worths.value.readings });
    },
  );

  it.skipIf(!parsed.ok || parsed.value.offers.length === 0)(
    "has the expected assessments (skipped where a case has no offers)",
    () => {
      if (!parsed.ok) throw new Error("see the check");
      const last =
        parsed.value.offers
          .map(({ date }) => date)
          .sort()
          .at(-1) ?? "";
      for (const asOf of new Set([parsed.value.asOf ?? last, last])) {
        const result = assess(parsed.value, { models: MODELS, asOf });
        if (!result.ok) throw new Error(result.reasons.join("\n"));
        compare(`cases/${name}/expected/assess-${asOf}.json`, result.value);
      }
    },
  );
});

describe.each(cases)("cases/%s", (name) => {
  const parsed = parseCase(filesIn(join(root, "cases", name)));

  it.skipIf(!parsed.ok || parsed.value.commitments.length === 0)(
    "has the expected roadmap (skipped where nothing is promised)",
    () => {
      if (!parsed.ok) throw new Error("see the check");
      const result = roadmap(parsed.value, { models: MODELS });
      if (!result.ok) throw new Error(result.reasons.join("\n"));
      compare(`cases/${name}/expected/roadmap.json`, result.value);
    },
  );
});

describe.each(cases)("cases/%s", (name) => {
  const parsed = parseCase(filesIn(join(root, "cases", name)));

  it.skipIf(
    !parsed.ok ||
      parsed.value.commitments.length +
        parsed.value.obligations.length +
        parsed.value.terms.length +
        parsed.value.meetings.length ===
        0,
  )("has the expected framework (skipped where nothing is promised, no word is defined and nobody meets)", () => {
    if (!parsed.ok) throw new Error("see the check");
    const result = framework(parsed.value, { models: MODELS });
    if (!result.ok) throw new Error(result.reasons.join("\n"));
    compare(`cases/${name}/expected/framework.json`, result.value);
  });

  it.skipIf(!parsed.ok || parsed.value.statements.length === 0)(
    "has the expected brief for each side (skipped where nothing that was said is on record)",
    () => {
      if (!parsed.ok) throw new Error("see the check");
      for (const { id, role } of parsed.value.parties) {
        if (role !== "negotiating") continue;
        const result = brief(parsed.value, { models: MODELS, party: id });
        if (!result.ok) throw new Error(result.reasons.join("\n"));
        compare(`cases/${name}/expected/brief-${id}.json`, result.value);
      }
    },
  );
});

describe.each(cases)("cases/%s", (name) => {
  const parsed = parseCase(filesIn(join(root, "cases", name)));
  const observations = observationsOf(name);

  it.skipIf(!parsed.ok || parsed.value.verification.length + parsed.value.inventories.length === 0)(
    "has the expected verification (skipped where there is no plan and no inventory)",
    () => {
      if (!parsed.ok) throw new Error("see the check");
      const result = verify(parsed.value);
      if (!result.ok) throw new Error(result.reasons.join("\n"));
      compare(`cases/${name}/expected/verify.json`, result.value);
    },
  );

  it.skipIf(observations === "")("has the expected monitoring (skipped where nothing was observed)", () => {
    if (!parsed.ok) throw new Error("see the check");
    const rows = readRows(parsed.value, observations);
    expect(rows.problems).toEqual([]);
    const result = monitor(parsed.value, rows);
    if (!result.ok) throw new Error(result.reasons.join("\n"));
    compare(`cases/${name}/expected/monitor.json`, result.value.standing());
  });
});

describe("the schemas that editors complete from", () => {
  it.each(["case", "interests", "record", "agreement", "verification"] as const satisfies readonly FileKind[])(
    "%s.schema.json is the one that the parser reads against",
    (kind) => {
      compare(`schema/${kind}.schema.json`, jsonSchema(kind));
    },
  );

  it("every shipped case file names its schema", () => {
    for (const name of cases) {
      for (const { path, text } of filesIn(join(root, "cases", name)))
        expect(text, `${name}/${path}`).toMatch(
          /^# yaml-language-server: \$schema=(\.\.\/)+schema\/\w+\.schema\.json\n/,
        );
    }
  });
});
