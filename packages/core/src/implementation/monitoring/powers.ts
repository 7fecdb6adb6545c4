// Powers: suspension, snap-back. Once invoked a power runs through its stages by the calendar; where they have run out it
// may be exerted, and whether it was is for the record to say.

import { addDays, addPeriod, type Day, daysBetween, type Power } from "../../case/index.js";
import { listed } from "../../wording/index.js";
import { type Book, dayText, type EventKind, QUALIFIERS } from "./book.js";
import { ownedText } from "./called.js";
import type { Ledger } from "./ledger.js";
import { type Notes, noted } from "./noted.js";
import type { ObligationStanding, PowerStanding } from "./types.js";

/** What the record says of a power: whether it runs, and which exertions count. */
export interface PowerCourse {
  readonly power: Power;
  readonly invoked: Day | null;
  readonly ended: "exerted" | "settled" | null;
  readonly clock: readonly Stage[];
  /** Days on which it was invoked; a second word on what runs already is refused. */
  readonly invocations: readonly Day[];
  /** Rows that exert it; those that came while it was not invoked are refused. */
  readonly exerted: readonly number[];
  /** Rows that take what it suspended back. */
  readonly restored: readonly number[];
  readonly evidence: readonly number[];
  readonly notes: Notes;
}

/** Longer no stage is extended at once. */
const MOST_DAYS = 3650;

export function powerCourse(book: Book, power: Power, ledger: Ledger): PowerCourse {
  let invoked: Day | null = null;
  let ended: PowerCourse["ended"] = null;
  let extensions: number[] = [];
  let notes: Notes = [];
  let evidence: number[] = [];
  const invocations: Day[] = [];
  const exerted: number[] = [];
  const restored: number[] = [];
  const refuse = (row: number, text: string) => {
    notes = noted(notes, { kind: "not-accepted", text, rows: [row] });
  };
  const rows = ledger.rows();
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] ?? 0;
    const day = dayText(book.last(row));
    const kind = QUALIFIERS[book.qualifier(row)] as EventKind;
    if (kind === "invoked") {
      if (invoked !== null && ended === null) refuse(row, "is invoked already: its clock runs on");
      else {
        [invoked, ended, evidence] = [day, null, [row]];
        invocations.push(day);
        extensions = power.stages.map(() => 0);
      }
    } else if (ended === "exerted" && (kind === "settled" || kind === "resumed")) {
      if (power.suspends.length === 0)
        refuse(row, `cannot be ${kind}: what it ended is over. If it was never exerted, withdraw the row that says so`);
      else {
        evidence.push(row);
        restored.push(row);
        ended = "settled";
      }
    } else if (invoked === null || ended !== null) refuse(row, `cannot be ${kind} while it is not invoked`);
    else if (kind === "exerted" || kind === "settled") {
      evidence.push(row);
      ended = kind;
      if (kind === "exerted") {
        exerted.push(row);
        const end = clockOf(power, invoked, extensions).at(-1)?.until;
        if (end !== undefined && day < end)
          refuse(row, `is exerted before its stages run out on ${end}; counted all the same`);
      }
    } else if (kind === "extended") {
      const days = book.value(row);
      const running = clockOf(power, invoked, extensions).findIndex(({ until }) => until >= day);
      if (running < 0) refuse(row, "is extended after its last stage ran out");
      else if (!(Number.isInteger(days) && days > 0 && days <= MOST_DAYS))
        refuse(row, `is extended by no whole number of days up to ${MOST_DAYS}; write it as the value`);
      else {
        evidence.push(row);
        if (!power.stages[running]?.extendable)
          refuse(
            row,
            `is extended in stage "${power.stages[running]?.name}", which the agreement does not let be extended; counted all the same`,
          );
        extensions[running] = (extensions[running] ?? 0) + days;
      }
    } else refuse(row, `cannot be ${kind}: that befalls an obligation`);
  }
  return {
    power,
    invoked,
    ended,
    clock: invoked === null ? [] : clockOf(power, invoked, extensions),
    invocations,
    exerted,
    restored,
    evidence,
    notes,
  };
}

/** How things stand with a power as of a day. */
export function powerStanding(
  book: Book,
  { power, invoked, ended, clock, evidence, restored }: PowerCourse,
  asOf: Day,
  obligations: readonly ObligationStanding[],
): PowerStanding {
  const end = clock.at(-1)?.until ?? invoked;
  const broken = obligations.filter(
    ({ id, standing }) =>
      (standing === "breached" || standing === "was-broken") && (power.after.length === 0 || power.after.includes(id)),
  );
  // A stage runs to the end of its last day; the next begins with that day's end.
  const running = clock.findIndex(({ until }) => until >= asOf);
  const state = ((): PowerStanding["standing"] => {
    if (ended !== null) return ended;
    if (invoked === null) return broken.length > 0 || !power.needsBreach ? "open" : "resting";
    return running >= 0 ? "running" : "ripe";
  })();
  const stage = clock[running];
  const why: Record<PowerStanding["standing"], string> = {
    resting: "nothing that it stands on is broken",
    open: power.needsBreach ? brokenText(broken) : "at any time: it needs no breach",
    running: `invoked on ${invoked}; "${stage?.name}" until ${stage?.until}, the last stage until ${end}`,
    ripe: `invoked on ${invoked}; ${clock.length === 0 ? "it has no stages to run through" : `its stages ran out on ${end}`}, and nothing on record says what followed`,
    exerted: `exerted; invoked on ${invoked}`,
    settled:
      restored.length === 0
        ? `settled; invoked on ${invoked}`
        : `taken back on ${book.row(restored.at(-1) ?? 0).asOf}: what it suspended binds again; invoked on ${invoked}`,
  };
  return {
    id: power.id,
    by: power.by,
    text: power.text,
    article: power.article,
    standing: state,
    why: why[state],
    invoked,
    stages: clock.map((one, at) => ({
      ...one,
      state: ended !== null || running < 0 || at < running ? "over" : at > running ? "to come" : "running",
    })),
    ends: end,
    days: invoked === null || end === null ? null : daysBetween(invoked, end),
    evidence: evidence.map(book.row),
  };
}

/** What is broken, or was and is not proved to be kept again. */
function brokenText(broken: readonly ObligationStanding[]): string {
  const [is, was] = broken.length === 1 ? ["is", "was"] : ["are", "were"];
  const still = broken.every(({ standing }) => standing === "breached");
  return `${listed(broken.map(ownedText))} ${still ? `${is} broken` : `${was} broken, and nothing proves that ${broken.length === 1 ? "it was" : "all were"} kept since`}`;
}

interface Stage {
  readonly id: string;
  readonly name: string;
  readonly from: Day;
  readonly until: Day;
  readonly extended: number;
}

/** Each stage begins where the one before ends. */
function clockOf({ stages }: Power, invoked: Day, extensions: readonly number[]): Stage[] {
  let from = invoked;
  return stages.map(({ id, name, takes }, i) => {
    const extended = extensions[i] ?? 0;
    const until = addDays(addPeriod(from, takes), extended);
    const stage = { id, name, from, until, extended };
    from = until;
    return stage;
  });
}
