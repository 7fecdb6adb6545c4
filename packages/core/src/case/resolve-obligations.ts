import { expectOrder } from "./checks.js";
import { type Day, dayWritten, firstDay, isDate, lastDay } from "./dates.js";
import { expectDistinct, expectName, expectTerms, type Names } from "./names.js";
import type { Path } from "./path.js";
import { isNone, NO_TIME, type Period } from "./periods.js";
import type { Reporter } from "./reporter.js";
import { expectPeriod } from "./resolve-period.js";
import type { AgreementDocument } from "./schema.js";
import type { Bound, Case, Commitment, Limit, Metric, Norm, Obligation, Power, Trigger, Window } from "./types.js";
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
    for (const form of ["achieve", "report"] as const) {
      const after = one[form]?.after;
      if (after !== undefined)
        expectName(report, ["obligations", index, form, "after"], "metric, obligation or power", after, names, [
          "metric",
          "power",
          ...DUTIES,
        ]);
    }
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
    by: [by],
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
  names: Names,
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
  const forms = (["keep", "achieve", "prohibit", "report"] as const).filter((form) => written[form] !== undefined);
  if (forms.length !== 1) {
    report.error(here, `"${written.id}" says what is owed in one way: keep, achieve, prohibit or report.`);
    return null;
  }
  const norm = resolveNorm(report, here, written, metrics);
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
    // A report is received, not inspected.
    proof: written.proof ?? (norm.form === "report" ? "reported" : "verified"),
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
  if (keep) {
    const path = [...here, "keep"];
    const limits = resolveLimits(report, path, keep, metrics);
    return { form: "keep", metric: keep.metric, limits, over: windowOf(report, path, keep) };
  }
  if (achieve) {
    const path = [...here, "achieve"];
    const metric = achieve.metric === undefined ? null : metricAt(path, achieve.metric);
    if (achieve.metric !== undefined) expectBound(report, path, achieve);
    else if (achieve.atMost !== undefined || achieve.atLeast !== undefined)
      report.error(path, "has a bound and no metric that it bounds; add metric:.");
    const on = triggerOf(report, path, achieve, achieve.by, "by");
    return {
      form: "achieve",
      metric: achieve.metric ?? null,
      limit: achieve.metric === undefined ? null : limitOf(report, path, achieve, null, metric, metrics),
      by: on ? null : dueDay(report, [...path, "by"], achieve.by ?? ""),
      on,
    };
  }
  if (prohibit) {
    metricAt([...here, "prohibit"], prohibit.metric);
    return {
      form: "prohibit",
      metric: prohibit.metric,
      limits: [{ from: null, atMost: [{ value: 0, unit: null, baseline: null }], atLeast: null }],
      over: null,
    };
  }
  const path = [...here, "report"];
  const { metric = "", first, every, grace } = reporting ?? {};
  metricAt(path, metric);
  const on = triggerOf(report, path, reporting ?? {}, first, "first");
  const often = every === undefined ? null : expectPeriod(report, [...path, "every"], every);
  if (often && on)
    report.error([...path, "every"], "each is due after something that happens; take out every: or after:.");
  if (often && often.months + often.days === 0)
    report.error([...path, "every"], "no time passes between two reports; write every: 3 months.");
  return {
    form: "report",
    metric,
    first: on ? null : dueDay(report, [...path, "first"], first ?? ""),
    on,
    every: on ? null : often,
    grace: grace === undefined ? NO_TIME : expectPeriod(report, [...path, "grace"], grace),
  };
}

function dueDay(report: Reporter, path: Path, written: string | number): Day {
  const text = String(written);
  if (isDate(text)) return lastDay(text);
  report.error(path, `"${text}" is no date. Write 2019, 2019-02 or 2019-02-24.`);
  return text;
}

/** A deadline is a day, or so long after something; never both. */
function triggerOf(
  report: Reporter,
  path: Path,
  { after, within }: { readonly after?: string | undefined; readonly within?: string | undefined },
  day: string | number | undefined,
  field: string,
): Trigger | null {
  if (after === undefined && within === undefined) {
    if (day === undefined)
      report.error(path, `says no day on which it is due: write ${field}:, or within: and after:.`);
    return null;
  }
  if (day !== undefined)
    report.error(
      [...path, field],
      `is due on a day and after something that happens; take out ${field}:, or within: and after:.`,
    );
  if (after === undefined || within === undefined) {
    report.error(
      path,
      `within: and after: say together how long after what it is due; add ${after === undefined ? "after" : "within"}:.`,
    );
    return null;
  }
  return { after, within: expectPeriod(report, [...path, "within"], within) };
}

function windowOf(report: Reporter, path: Path, { over }: NonNullable<Written["keep"]>): Window | null {
  if (!over) return null;
  const here = [...path, "over", "length"];
  const length = expectPeriod(report, here, over.length);
  if (isNone(length)) report.error(here, "no time is in the window; write length: 1 year.");
  return { take: over.take, length, starting: dayWritten(over.starting, firstDay) };
}

/** In the order of their days; one that begins later takes the place of the one before. */
function resolveLimits(
  report: Reporter,
  path: Path,
  keep: NonNullable<Written["keep"]>,
  metrics: readonly Metric[],
): Limit[] {
  const metric = metrics.find(({ id }) => id === keep.metric) ?? null;
  expectName(
    report,
    [...path, "metric"],
    "metric",
    keep.metric,
    metrics.map(({ id }) => id),
  );
  if (keep.limits && (keep.atMost !== undefined || keep.atLeast !== undefined))
    report.error([...path, "limits"], "each of them says atMost or atLeast; take out the one beside them.");
  if (!keep.limits) {
    expectBound(report, path, keep);
    return [limitOf(report, path, keep, null, metric, metrics)];
  }
  return keep.limits
    .map((one, index) => {
      const here = [...path, "limits", index];
      expectBound(report, here, one);
      return limitOf(report, here, one, dayWritten(one.from, firstDay), metric, metrics);
    })
    .sort((a, b) => (a.from ?? "").localeCompare(b.from ?? "", "en"));
}

function expectBound(report: Reporter, path: Path, { atMost, atLeast }: WrittenBounds): void {
  if (atMost === undefined && atLeast === undefined) report.error(path, "says no limit: write atMost or atLeast.");
}

function limitOf(
  report: Reporter,
  path: Path,
  written: WrittenBounds,
  from: Day | null,
  metric: Metric | null,
  metrics: readonly Metric[],
): Limit {
  const [atMost, atLeast] = (["atMost", "atLeast"] as const).map((side) => {
    const bound = written[side];
    return bound === undefined ? null : boundOf(report, [...path, side], bound, metric, metrics);
  });
  return { from, atMost: atMost ?? null, atLeast: atLeast ?? null };
}

function boundOf(
  report: Reporter,
  path: Path,
  written: NonNullable<WrittenBounds["atMost"]>,
  metric: Metric | null,
  metrics: readonly Metric[],
): Bound {
  if (typeof written === "number") return [{ value: written, unit: metric?.unit ?? null, baseline: null }];
  return [written].flat().map((one) => {
    if ("share" in one) return shareOf(report, path, one, metric, metrics);
    const { value, unit } = one;
    if (metric && (metric.unit === null || unitFactor(unit, metric.unit, metric.enrichment ?? undefined) === null))
      report.error(
        path,
        metric.unit === null
          ? `metric "${metric.id}" has no unit, so "${unit}" cannot be compared with it. Give the metric one.`
          : `"${unit}" cannot be turned into "${metric.unit}", the unit of metric "${metric.id}".`,
      );
    return { value, unit, baseline: null };
  });
}

/** A share of what is observed over a time, in the unit of its metric. */
function shareOf(
  report: Reporter,
  path: Path,
  {
    share,
    of,
    from,
    until,
  }: { readonly share: number; readonly of: string; readonly from: string | number; readonly until: string | number },
  metric: Metric | null,
  metrics: readonly Metric[],
): Bound[number] {
  expectName(
    report,
    [...path, "of"],
    "metric",
    of,
    metrics.map(({ id }) => id),
  );
  expectOrder(report, [...path, "until"], from, until);
  const base = metrics.find(({ id }) => id === of);
  const unit = base?.unit ?? null;
  if (
    metric &&
    base &&
    unit !== metric.unit &&
    (unit === null || metric.unit === null || unitFactor(unit, metric.unit) === null)
  )
    report.error(
      [...path, "of"],
      `"${of}" is counted in ${unit === null ? "no unit" : `"${unit}"`} and metric "${metric.id}" in ${metric.unit === null ? "none" : `"${metric.unit}"`}; a share of the one is no limit of the other.`,
    );
  const [first, last] = [dayWritten(from, firstDay), dayWritten(until, lastDay)];
  return {
    value: Number.NaN,
    unit,
    baseline: { share, of, from: first ?? String(from), until: last ?? String(until) },
  };
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
