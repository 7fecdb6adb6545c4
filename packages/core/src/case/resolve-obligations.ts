// The step of reading a case that checks what must be kept: metrics, obligations, and the powers to act on a breach.

import { dayWritten } from "./calendar.js";
import { expectOrder } from "./checks.js";
import { firstDay, lastDay } from "./dates.js";
import { expectDistinct, expectName, expectTerms, type Targets } from "./names.js";
import { givenFor } from "./norms.js";
import type { Path } from "./path.js";
import type { Period } from "./periods.js";
import type { Reporter } from "./reporter.js";
import { resolveNorm, triggersIn } from "./resolve-norm.js";
import { expectPeriod } from "./resolve-period.js";
import type { AgreementDocument } from "./schema.js";
import type { Case, Commitment, Metric, Obligation, Power } from "./types.js";

type Written = NonNullable<AgreementDocument["obligations"]>[number];
type WrittenPower = NonNullable<AgreementDocument["powers"]>[number];

const HALF_A_YEAR: Period = { months: 6, days: 0 };

/** Metrics, what must be kept, and what may be done where it is not. Commitments with a due day are obligations too. */
export function resolveObligations(
  report: Reporter,
  document: AgreementDocument,
  commitments: readonly Commitment[],
  names: Targets,
): Pick<Case, "metrics" | "obligations" | "powers"> {
  const { metrics: writtenMetrics = [], obligations: written = [], powers = [] } = document;
  for (const list of ["metrics", "obligations", "powers"] as const) expectDistinct(report, [list], document[list]);
  const metrics = writtenMetrics.map(({ id, name, unit, enrichment, inspect, occasions }, index) => ({
    id,
    name: name ?? id,
    unit: unit ?? null,
    enrichment: enrichment ?? null,
    inspect: inspect === undefined ? null : expectPeriod(report, ["metrics", index, "inspect"], inspect),
    occasions: occasions ?? false,
  }));
  expectOneName(report, document, commitments);
  const obligations = written.flatMap(
    (one, index) => resolveObligation(report, ["obligations", index], one, metrics, names) ?? [],
  );
  const promised = commitments.flatMap((commitment) => promisedBy(commitment) ?? []);
  const ids = [...written.map(({ id }) => id), ...promised.map(({ id }) => id)];
  expectTriggers(report, written, [...metrics.map(({ id }) => id), ...ids, ...powers.map(({ id }) => id)]);
  return {
    metrics,
    obligations: [...obligations, ...promised],
    powers: powers.map((power, index) => resolvePower(report, ["powers", index], power, ids, names)),
  };
}

/** A commitment with a due day is an obligation too. */
const DUTIES = ["obligation", "commitment"];

/** What deadlines run from is something that rows can speak of. */
function expectTriggers(report: Reporter, obligations: readonly Written[], names: readonly string[]): void {
  for (const [index, one] of obligations.entries())
    for (const { form, after } of triggersIn(one))
      expectName(report, ["obligations", index, form, "after"], "metric, obligation or power", after, names, [
        "metric",
        "power",
        ...DUTIES,
      ]);
}

/** Rows of observations.csv point to metrics, obligations, powers and commitments alike. */
function expectOneName(report: Reporter, document: AgreementDocument, commitments: readonly Commitment[]): void {
  const seen = new Map<string, string>(commitments.map(({ id }) => [id, "a commitment"]));
  for (const list of ["metrics", "obligations", "powers"] as const)
    document[list]?.forEach(({ id }, index) => {
      const what = seen.get(id);
      // An obligation may be called as what it is about; whatever is said of the one is said of the other.
      if (what && !(list === "obligations" && what === "metrics"))
        report.error(
          [list, index, "id"],
          `"${id}" is the name of ${what} too; a row about it could mean either. Rename one.`,
        );
      seen.set(id, list);
    });
}

/** A commitment that is due on a day is an obligation to achieve; it is met when a row says so. */
function promisedBy({ id, by, for: to, text, article, terms, due, start }: Commitment): Obligation | null {
  if (due === null) return null;
  return {
    id,
    by,
    to,
    text,
    article,
    terms,
    from: start,
    until: null,
    extendable: false,
    conditional: false,
    norm: { form: "achieve", metric: null, limit: null, by: due, on: null },
    proof: "verified",
    inspect: HALF_A_YEAR,
    inspectAssumed: true,
    warn: HALF_A_YEAR,
    contested: [],
    source: null,
  };
}

function resolveObligation(
  report: Reporter,
  here: Path,
  written: Written,
  metrics: readonly Metric[],
  names: Targets,
): Obligation | null {
  [written.by].flat().forEach((party) => {
    expectName(report, [...here, "by"], "party", party, [...names.parties.keys()]);
  });
  [written.to ?? []].flat().forEach((party) => {
    expectName(report, [...here, "to"], "party", party, [...names.parties.keys()]);
  });
  expectSource(report, here, written.source, names);
  expectOrder(report, [...here, "until"], written.from, written.until);
  written.contested?.forEach(({ by, source }, place) => {
    expectName(report, [...here, "contested", place, "by"], "party", by, [...names.parties.keys()]);
    expectSource(report, [...here, "contested", place], source, names);
  });
  const norm = resolveNorm(report, here, written, metrics);
  if (norm === null) return null;
  const ofMetric = metrics.find(({ id }) => id === norm.metric)?.inspect ?? null;
  return {
    id: written.id,
    by: [...new Set([written.by].flat())],
    to: [written.to ?? []].flat(),
    text: written.text ?? written.id,
    article: written.article ?? null,
    terms: expectTerms(report, here, written.terms, names),
    from: dayWritten(written.from, firstDay),
    until: dayWritten(written.until, lastDay),
    extendable: written.extendable ?? false,
    conditional: written.conditional ?? false,
    norm,
    proof: written.proof ?? givenFor({ norm }).proof,
    inspect:
      written.inspect === undefined
        ? (ofMetric ?? HALF_A_YEAR)
        : expectPeriod(report, [...here, "inspect"], written.inspect),
    inspectAssumed: written.inspect === undefined && ofMetric === null,
    warn: written.warn === undefined ? HALF_A_YEAR : expectPeriod(report, [...here, "warn"], written.warn),
    contested: (written.contested ?? []).map(({ by, text, date, source }) => ({
      by,
      text,
      date: date === undefined ? null : String(date),
      source: source ?? null,
    })),
    source: written.source ?? null,
  };
}

function expectSource(report: Reporter, here: Path, source: string | undefined, { sources }: Targets): void {
  if (source !== undefined) expectName(report, [...here, "source"], "source", source, sources);
}

function resolvePower(
  report: Reporter,
  here: Path,
  written: WrittenPower,
  obligations: readonly string[],
  names: Targets,
): Power {
  [written.by].flat().forEach((party) => {
    expectName(report, [...here, "by"], "party", party, [...names.parties.keys()]);
  });
  if (written.against !== undefined)
    expectName(report, [...here, "against"], "party", written.against, [...names.parties.keys()]);
  expectSource(report, here, written.source, names);
  if (written.needsBreach === false && (written.after ?? []).length > 0)
    report.error(
      [...here, "needsBreach"],
      "it needs no breach, and after: names what must be broken; take out one of them.",
    );
  for (const list of ["after", "suspends", "terminates"] as const)
    written[list]?.forEach((id, place) => {
      expectName(report, [...here, list, place], "obligation", id, obligations, DUTIES);
    });
  expectDistinct(report, [...here, "stages"], written.stages);
  return {
    id: written.id,
    by: [written.by].flat(),
    against: written.against ?? null,
    text: written.text ?? written.id,
    article: written.article ?? null,
    after: written.after ?? [],
    needsBreach: written.needsBreach ?? true,
    stages: (written.stages ?? []).map(({ id, name, takes, extendable }, place) => ({
      id,
      name: name ?? id,
      takes: expectPeriod(report, [...here, "stages", place, "takes"], takes),
      extendable: extendable ?? false,
    })),
    suspends: written.suspends ?? [],
    terminates: written.terminates ?? [],
    source: written.source ?? null,
  };
}
