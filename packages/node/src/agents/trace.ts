// A game as NegMAS writes its own: the columns of `SAOMechanism.full_trace`, one row an offer, with what the others answered to it.
import { csvText } from "../scenarios/index.js";
import type { Match } from "./match.js";

const HEADER = ["time", "relative_time", "step", "negotiator", "offer", "responses", "state", "text", "data"];
/** The beginning of a trace of ours. */
export const TRACE_MARK = HEADER.slice(0, 6).join();

/** A value of Python, as `repr` has it. */
const python = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

/** Offers as tuples in the order of the issues; an issue that is left open is None. */
export function negmasTrace({ steps, issues, rounds, how }: Match): string {
  const rows: (string | number)[][] = [];
  let responses: string[] = [];
  for (const [place, { round, by, did }] of steps.entries()) {
    if (!("offer" in did)) continue;
    responses = [];
    for (const later of steps.slice(place + 1)) {
      if ("offer" in later.did) {
        if (later.by !== by) responses.push(`${python(later.by)}: 'REJECT_OFFER'`);
        break;
      }
      responses.push(`${python(later.by)}: '${"accept" in later.did ? "ACCEPT_OFFER" : "END_NEGOTIATION"}'`);
    }
    const values = issues.map((issue) => (did.offer[issue] === undefined ? "None" : python(did.offer[issue])));
    const tuple = `(${values.join(", ")}${values.length === 1 ? "," : ""})`;
    const last = steps.slice(place + 1).every((step) => !("offer" in step.did));
    const state = !last
      ? "continuing"
      : how === "deal"
        ? "agreement"
        : how === "deadline"
          ? "timedout"
          : how === "walked"
            ? "ended"
            : "error";
    // The clock of the game is its rounds: seconds would differ from run to run.
    rows.push([round, (round + 1) / (rounds + 1), round, by, tuple, `{${responses.join(", ")}}`, state, "", ""]);
  }
  return csvText([HEADER, ...rows]);
}
