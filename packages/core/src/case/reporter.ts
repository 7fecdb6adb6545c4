import type { Problem } from "./problems.js";
import type { Path, SourceText } from "./source-text.js";

/** Collects problems found in one file, by path. */
export interface Reporter {
  readonly error: (path: Path, message: string) => void;
  readonly warning: (path: Path, message: string) => void;
}

/** A reporter that writes into `problems` with the places of `source`. */
export function reporter(source: SourceText<unknown>, problems: Problem[]): Reporter {
  const report = (severity: Problem["severity"]) => (path: Path, message: string) => {
    problems.push({ severity, place: source.place(path), message, offending: source.written(path) });
  };
  return { error: report("error"), warning: report("warning") };
}
