// How each kind of obligation is read and judged: one line for each. A kind that is left out does not compile.
import type { Day, LimitForm, Metric, NormForm } from "../../case/index.js";
import { achieveReader, doneOn } from "./achieve.js";
import { achieveStanding } from "./achieve-standing.js";
import { scaleOf } from "./compare.js";
import type { Reach } from "./events.js";
import type { Judged, Judging } from "./judging.js";
import { asOfToday, limitStanding } from "./limit-standing.js";
import { limitReader } from "./limits.js";
import type { Notes } from "./notes.js";
import { reportStanding } from "./report-standing.js";
import { reportedOn, reportReader } from "./reports.js";
import type { Due } from "./types.js";
import { type Run, run } from "./watch.js";

/** The rows of an obligation as they were read, and what they say of it. */
export interface ObligationReading {
  readonly run: Pick<Run<unknown>, "from">;
  readonly judge: () => Judged;
  /** On which days it was done, for what runs from that; null where rows alone say so. */
  readonly happened: () => readonly Day[] | null;
  readonly notes: () => Notes;
}

interface Kind<F extends NormForm> {
  readonly read: (judging: Judging<F>, reach: Reach) => ObligationReading;
  /** What the days ahead of it are called among all that falls due. */
  readonly due: Due["kind"];
  /** On which days it was done depends on when it was due. */
  readonly doneByDue: boolean;
}

const limited = { read: readLimit, due: "achieve", doneByDue: true } as const;

export const READINGS: { readonly [F in NormForm]: Kind<F> } = {
  keep: limited,
  prohibit: limited,
  achieve: { read: readTask, due: "achieve", doneByDue: false },
  report: { read: readReports, due: "report", doneByDue: true },
};

export const readingOf = <F extends NormForm>(judging: Judging<F>, reach: Reach): ObligationReading =>
  READINGS[judging.obligation.norm.form].read(judging, reach);

function readLimit(judging: Judging<LimitForm>, reach: Reach): ObligationReading {
  const { book, obligation, metric, ledger } = judging;
  const scale = judging.scale ?? scaleOf(book, NO_METRIC);
  const rows = run(limitReader({ book, obligation, scale, reach, occasions: metric?.occasions ?? false }), ledger.rows);
  return {
    run: rows,
    judge: () => limitStanding(judging, rows.state()),
    happened: () => null,
    // A window that closed may say something, too.
    notes: () => asOfToday(judging, rows.state()).notes,
  };
}

function readTask(judging: Judging<"achieve">, reach: Reach): ObligationReading {
  const rows = run(achieveReader({ ...judging, reach }), judging.ledger.rows);
  return {
    run: rows,
    judge: () => achieveStanding(judging, rows.state()),
    happened: () => doneOn(judging.book, rows.state()),
    notes: () => rows.state().notes,
  };
}

function readReports(judging: Judging<"report">, reach: Reach): ObligationReading {
  const rows = run(reportReader({ ...judging, reach }), judging.ledger.rows);
  return {
    run: rows,
    judge: () => reportStanding(judging, rows.state()),
    happened: () => reportedOn(judging.book, rows.state()),
    notes: () => rows.state().notes,
  };
}

const NO_METRIC: Metric = { id: "", name: "", unit: null, enrichment: null, inspect: null, occasions: false };
