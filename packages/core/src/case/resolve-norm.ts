// What an obligation asks, as it is written: one way for each kind. A kind that is left out does not compile.

import { dayWritten } from "./calendar.js";
import { expectOrder } from "./checks.js";
import { type Day, firstDay, lastDay } from "./dates.js";
import { expectName } from "./names.js";
import type { Path } from "./path.js";
import { isNone, NO_TIME } from "./periods.js";
import type { Reporter } from "./reporter.js";
import { expectPeriod } from "./resolve-period.js";
import type { AgreementDocument } from "./schema.js";
import {
  type Bound,
  type Limit,
  type Metric,
  NORM_FORMS,
  type Norm,
  type NormForm,
  type Trigger,
  type Window,
} from "./types.js";
import { unitFactor } from "./units.js";

type WrittenObligation = NonNullable<AgreementDocument["obligations"]>[number];
type WrittenNorm<F extends NormForm> = NonNullable<WrittenObligation[F]>;
type WrittenBounds = Pick<WrittenNorm<"keep">, "atMost" | "atLeast">;

/** Where a norm is written, and which metrics it can name. */
interface Place {
  readonly report: Reporter;
  readonly path: Path;
  readonly metrics: readonly Metric[];
}

const RESOLVERS: { readonly [F in NormForm]: (place: Place, written: WrittenNorm<F>) => Norm<F> } = {
  keep: resolveKeep,
  achieve: resolveAchieve,
  prohibit: resolveProhibit,
  report: resolveReport,
};

/** @returns null, and a problem, unless it is written in one form */
export function resolveNorm(
  report: Reporter,
  here: Path,
  written: WrittenObligation,
  metrics: readonly Metric[],
): Norm | null {
  const [form, ...more] = NORM_FORMS.filter((one) => written[one] !== undefined);
  if (form !== undefined && more.length === 0)
    return resolveAs(form, { report, path: [...here, form], metrics }, written);
  report.error(
    here,
    `"${written.id}" says what is owed in one way: ${NORM_FORMS.slice(0, -1).join(", ")} or ${NORM_FORMS.at(-1)}.`,
  );
  return null;
}

function resolveAs<F extends NormForm>(form: F, place: Place, written: WrittenObligation): Norm<F> | null {
  const fields = written[form];
  return fields ? RESOLVERS[form](place, fields) : null;
}

/** What deadlines run from, with the field under which that is written. */
export function triggersIn(written: WrittenObligation): readonly { readonly form: NormForm; readonly after: string }[] {
  return NORM_FORMS.flatMap((form) => {
    const fields = written[form];
    return fields && "after" in fields && fields.after !== undefined ? [{ form, after: fields.after }] : [];
  });
}

function resolveKeep({ report, path, metrics }: Place, keep: WrittenNorm<"keep">): Norm<"keep"> {
  const limits = resolveLimits(report, path, keep, metrics);
  return { form: "keep", metric: keep.metric, limits, over: windowOf(report, path, keep) };
}

function resolveAchieve({ report, path, metrics }: Place, achieve: WrittenNorm<"achieve">): Norm<"achieve"> {
  const metric = achieve.metric === undefined ? null : expectMetric({ report, path, metrics }, achieve.metric);
  if (achieve.metric !== undefined) expectBound(report, path, achieve);
  else if (achieve.atMost !== undefined || achieve.atLeast !== undefined)
    report.error(path, "has a bound and no metric that it bounds; add metric:.");
  const on = triggerOf(report, path, achieve, achieve.by, "by");
  return {
    form: "achieve",
    metric: achieve.metric ?? null,
    limit: achieve.metric === undefined ? null : limitOf(report, path, achieve, null, metric, metrics),
    by: on ? null : dueDay(achieve.by),
    on,
  };
}

function resolveProhibit(place: Place, { metric }: WrittenNorm<"prohibit">): Norm<"prohibit"> {
  expectMetric(place, metric);
  return {
    form: "prohibit",
    metric,
    limits: [{ from: null, atMost: [{ value: 0, unit: null, baseline: null }], atLeast: null }],
    over: null,
  };
}

function resolveReport({ report, path, metrics }: Place, written: WrittenNorm<"report">): Norm<"report"> {
  const { metric, first, every, grace } = written;
  expectMetric({ report, path, metrics }, metric);
  const on = triggerOf(report, path, written, first, "first");
  const often = every === undefined ? null : expectPeriod(report, [...path, "every"], every);
  if (often && on)
    report.error([...path, "every"], "each is due after something that happens; take out every: or after:.");
  if (often && often.months + often.days === 0)
    report.error([...path, "every"], "no time passes between two reports; write every: 3 months.");
  return {
    form: "report",
    metric,
    first: on ? null : dueDay(first),
    on,
    every: on ? null : often,
    grace: grace === undefined ? NO_TIME : expectPeriod(report, [...path, "grace"], grace),
  };
}

function expectMetric({ report, path, metrics }: Place, id: string): Metric | null {
  expectName(
    report,
    [...path, "metric"],
    "metric",
    id,
    metrics.map((one) => one.id),
  );
  return metrics.find((one) => one.id === id) ?? null;
}

/** What is missing, or no date, is a problem of its own; then nobody reads the day. */
const dueDay = (written: string | number | undefined): Day => dayWritten(written, lastDay) ?? "";

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

function windowOf(report: Reporter, path: Path, { over }: WrittenNorm<"keep">): Window | null {
  if (!over) return null;
  const here = [...path, "over", "length"];
  const length = expectPeriod(report, here, over.length);
  if (isNone(length)) report.error(here, "no time is in the window; write length: 1 year.");
  return { take: over.take, length, starting: dayWritten(over.starting, firstDay) };
}

/** In the order of their days; one that begins later takes the place of the one before. */
function resolveLimits(report: Reporter, path: Path, keep: WrittenNorm<"keep">, metrics: readonly Metric[]): Limit[] {
  const metric = expectMetric({ report, path, metrics }, keep.metric);
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
