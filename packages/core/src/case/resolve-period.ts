// The step of reading a case that turns a length of time in words, such as "2 months", into a period or reports a
// problem.
import type { Path } from "./path.js";
import { NO_TIME, type Period, readPeriod } from "./periods.js";
import type { Reporter } from "./reporter.js";

/** A length of time; none where nothing is written, none with a problem where it cannot be read. */
export function expectPeriod(report: Reporter, path: Path, written: string | undefined): Period {
  if (written === undefined) return NO_TIME;
  const period = readPeriod(written);
  if (!period)
    report.error(
      path,
      `"${written}" is no length of time${written.includes("-") ? " that runs forwards" : ""}. Write 60 days, 2 months, or 1 year and 6 months; a hundred years at most.`,
    );
  return period ?? NO_TIME;
}
