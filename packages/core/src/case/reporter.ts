// A collector of the problems in one file, which finds the line and column of each from its path.
import type { Path } from "./path.js";
import { MOST_PROBLEMS, type Problem } from "./problems.js";
import type { SourceText } from "./source-text.js";

/** What is wrong, or how to say it: that is worked out only where it is shown. */
type Message = string | (() => string);

/** Collects problems found in one file, by path. */
export interface Reporter {
  /** Kinds of things (`offer`, `party`) of which not all that are written could be read: none of these is called unknown. */
  readonly unsure?: ReadonlySet<string> | undefined;
  readonly error: (path: Path, message: Message) => void;
  readonly warning: (path: Path, message: Message) => void;
}

/** A reporter that writes into `problems` with the places of `source`. What is beyond the limit
 * for its severity is counted and no more. */
export function reporter(source: SourceText<unknown>, problems: Problem[], unsure?: ReadonlySet<string>): Reporter {
  const file = source.place([]);
  const report = (severity: Problem["severity"]) => {
    let reported = 0;
    return (path: Path, message: Message) => {
      reported += 1;
      if (reported > MOST_PROBLEMS) {
        problems.push({ severity, place: file, message: "" });
        return;
      }
      const said = typeof message === "string" ? message : message();
      problems.push({ severity, place: source.place(path), message: said, offending: source.written(path) });
    };
  };
  return { error: report("error"), warning: report("warning"), unsure };
}
