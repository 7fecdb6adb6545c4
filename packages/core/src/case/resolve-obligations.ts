import { expectOrder } from "./checks.js";
import { type Day, firstDay, isDate, lastDay } from "./dates.js";
import { expectDistinct, expectName, expectTerms, type Names } from "./names.js";
import type { Path } from "./path.js";
import { NO_TIME, type Period } from "./periods.js";
import type { Reporter } from "./reporter.js";
import { expectPeriod } from "./resolve-period.js";
import type { AgreementDocument } from "./schema.js";
import type { Bound, Case, Commitment, Limit, Metric, Norm, Obligation, Power } from "./types.js";
import { unitFactor } from "./units.js";

type Written = NonNullable<AgreementDocument["obligations"]>[number];
type WrittenPower = NonNullable<AgreementDocument["powers"]>[number];
type WrittenBounds = Pick<NonNullable<Written["keep"]>, "atMost" | "atLeast">;

const HALF_A_YEAR: Period = { months: 6, days: 0 };

/** Metrics, what must be kept, and what may be done where it is not. Commitments with a due day are obligations too. */
export function resolveObligations(
  report: Reporter,
  document: AgreementDocument,
  commitments: readonly Commitment[],
  names: Names,
): Pick<Case, "metrics" | "obligations" | "powers"> {
  const { metrics: writtenMetrics = [], obligations: written = [], powers = [] } = document;
  for (const list of ["metrics", "obligations", "powers"] as const) expectDistinct(report, [list], document[list]);
  const metrics = writtenMetrics.map(({ id, name, unit, enrichment }) => ({
    id,
    name: name ?? id,
    unit: unit ?? null,
    enrichment: enrichment ?? null,
  }));
  expectOneName(report, document, commitments);
  const obligations = written.flatMap(
    (one, index) => resolveObligation(report, ["obligations", index], one, metrics, names) ?? [],
  );
  const promised = commitments.flatMap((commitment) => promisedBy(commitment) ?? []);
  const ids = [...written.map(({ id }) => id), ...promised.map(({ id }) => id)];
  return {
    metrics,
    obligations: [...obligations, ...promised],
    powers: powers.map((power, index) => resolvePower(report, ["powers", index], power, ids, names)),
  };
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
    conditional: false,
    norm: { form: "achieve", metric: null, limit: null, by: due },
    proof: "verified",
    inspect: HALF_A_YEAR,
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
  names: Names,
): Obligation | null {
  expectName(report, [...here, "by"], "party", written.by, [...names.parties.keys()]);
  [written.to ?? []].flat().forEach((party) => {
    expectName(report, [...here, "to"], "party", party, [...names.parties.keys()]);
  });
  expectSource(report, here, written.source, names);
  expectOrder(report, [...here, "until"], written.from, written.until);
  written.contested?.forEach(({ by, source }, place) => {
    expectName(report, [...here, "contested", place, "by"], "party", by, [...names.parties.keys()]);
    expectSource(report, [...here, "contested", place], source, names);
  });
  const forms = (["keep", "achieve", "prohibit", "report"] as const).filter((form) => written[form] !== undefined);
  if (forms.length !== 1) {
    report.error(here, `"${written.id}" says what is owed in one way: keep, achieve, prohibit or report.`);
    return null;
  }
  const norm = resolveNorm(report, here, written, metrics);
  return {
    id: written.id,
    by: written.by,
    to: [written.to ?? []].flat(),
    text: written.text ?? written.id,
    article: written.article ?? null,
    terms: expectTerms(report, here, written.terms, names),
    from: dayOf(written.from, firstDay),
    until: dayOf(written.until, lastDay),
    conditional: written.conditional ?? false,
    norm,
    // A report is received, not inspected.
    proof: written.proof ?? (norm.form === "report" ? "reported" : "verified"),
    inspect: written.inspect === undefined ? HALF_A_YEAR : expectPeriod(report, [...here, "inspect"], written.inspect),
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

const dayOf = (written: string | number | undefined, day: (date: string) => string): Day | null =>
  written === undefined || !isDate(String(written)) ? null : day(String(written));

function expectSource(report: Reporter, here: Path, source: string | undefined, { sources }: Names): void {
  if (source !== undefined) expectName(report, [...here, "source"], "source", source, sources);
}

function resolveNorm(report: Reporter, here: Path, written: Written, metrics: readonly Metric[]): Norm {
  const { keep, achieve, prohibit, report: reporting } = written;
  const metricAt = (path: Path, id: string): Metric | null => {
    expectName(
      report,
      [...path, "metric"],
      "metric",
      id,
      metrics.map((one) => one.id),
    );
    return metrics.find((one) => one.id === id) ?? null;
  };
  if (keep)
    return { form: "keep", metric: keep.metric, limits: resolveLimits(report, [...here, "keep"], keep, metricAt) };
  if (achieve) {
    const path = [...here, "achieve"];
    const metric = achieve.metric === undefined ? null : metricAt(path, achieve.metric);
    if (achieve.metric !== undefined) expectBound(report, path, achieve);
    else if (achieve.atMost !== undefined || achieve.atLeast !== undefined)
      report.error(path, "has a bound and no metric that it bounds; add metric:.");
    const by = String(achieve.by);
    if (!isDate(by)) report.error([...path, "by"], `"${by}" is no date. Write 2019, 2019-02 or 2019-02-24.`);
    return {
      form: "achieve",
      metric: achieve.metric ?? null,
      limit: achieve.metric === undefined ? null : limitOf(report, path, achieve, null, metric),
      by: isDate(by) ? lastDay(by) : by,
    };
  }
  if (prohibit) {
    metricAt([...here, "prohibit"], prohibit.metric);
    return {
      form: "prohibit",
      metric: prohibit.metric,
      limits: [{ from: null, atMost: [{ value: 0, unit: null }], atLeast: null }],
    };
  }
  const path = [...here, "report"];
  const { metric = "", first = "", every, grace } = reporting ?? {};
  metricAt(path, metric);
  if (!isDate(String(first)))
    report.error([...path, "first"], `"${first}" is no date. Write 2019, 2019-02 or 2019-02-24.`);
  const often = every === undefined ? null : expectPeriod(report, [...path, "every"], every);
  if (often && often.months + often.days === 0)
    report.error([...path, "every"], "no time passes between two reports; write every: 3 months.");
  return {
    form: "report",
    metric,
    first: isDate(String(first)) ? lastDay(String(first)) : String(first),
    every: often,
    grace: grace === undefined ? NO_TIME : expectPeriod(report, [...path, "grace"], grace),
  };
}

/** In the order of their days; one that begins later takes the place of the one before. */
function resolveLimits(
  report: Reporter,
  path: Path,
  keep: NonNullable<Written["keep"]>,
  metricAt: (path: Path, id: string) => Metric | null,
): Limit[] {
  const metric = metricAt(path, keep.metric);
  if (keep.limits && (keep.atMost !== undefined || keep.atLeast !== undefined))
    report.error([...path, "limits"], "each of them says atMost or atLeast; take out the one beside them.");
  if (!keep.limits) {
    expectBound(report, path, keep);
    return [limitOf(report, path, keep, null, metric)];
  }
  return keep.limits
    .map((one, index) => {
      const here = [...path, "limits", index];
      expectBound(report, here, one);
      return limitOf(report, here, one, dayOf(one.from, firstDay), metric);
    })
    .sort((a, b) => (a.from ?? "").localeCompare(b.from ?? "", "en"));
}

function expectBound(report: Reporter, path: Path, { atMost, atLeast }: WrittenBounds): void {
  if (atMost === undefined && atLeast === undefined) report.error(path, "says no limit: write atMost or atLeast.");
}

function limitOf(report: Reporter, path: Path, written: WrittenBounds, from: Day | null, metric: Metric | null): Limit {
  const [atMost, atLeast] = (["atMost", "atLeast"] as const).map((side) => {
    const bound = written[side];
    return bound === undefined ? null : boundOf(report, [...path, side], bound, metric);
  });
  return { from, atMost: atMost ?? null, atLeast: atLeast ?? null };
}

function boundOf(
  report: Reporter,
  path: Path,
  written: NonNullable<WrittenBounds["atMost"]>,
  metric: Metric | null,
): Bound {
  if (typeof written === "number") return [{ value: written, unit: metric?.unit ?? null }];
  return [written].flat().map(({ value, unit }) => {
    if (metric && (metric.unit === null || unitFactor(unit, metric.unit, metric.enrichment ?? undefined) === null))
      report.error(
        path,
        metric.unit === null
          ? `metric "${metric.id}" has no unit, so "${unit}" cannot be compared with it. Give the metric one.`
          : `"${unit}" cannot be turned into "${metric.unit}", the unit of metric "${metric.id}".`,
      );
    return { value, unit };
  });
}

function resolvePower(
  report: Reporter,
  here: Path,
  written: WrittenPower,
  obligations: readonly string[],
  names: Names,
): Power {
  [written.by].flat().forEach((party) => {
    expectName(report, [...here, "by"], "party", party, [...names.parties.keys()]);
  });
  if (written.against !== undefined)
    expectName(report, [...here, "against"], "party", written.against, [...names.parties.keys()]);
  expectSource(report, here, written.source, names);
  for (const list of ["after", "suspends", "terminates"] as const)
    written[list]?.forEach((id, place) => {
      expectName(report, [...here, list, place], "obligation", id, obligations);
    });
  expectDistinct(report, [...here, "stages"], written.stages);
  return {
    id: written.id,
    by: [written.by].flat(),
    against: written.against ?? null,
    text: written.text ?? written.id,
    article: written.article ?? null,
    after: written.after ?? [],
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
