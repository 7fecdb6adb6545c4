// Powers: suspension, snap-back. Once invoked a power runs through its stages by the calendar; where they have run out it
// may be exerted, and whether it was is for the record to say.
import { addDays, addPeriod, type Day, daysBetween, listed, type Power } from "../../case/index.js";
import { type Book, dayText, type EventKind, QUALIFIERS } from "./book.js";
import type { Ledger } from "./ledger.js";
import { type Note, noted } from "./noted.js";
import type { ObligationStanding, PowerStanding } from "./types.js";
import { type Grown, listOf } from "./watch.js";

/** How things stand with a power as of a day, and what did not fit. */
export function powerStanding(
  book: Book,
  power: Power,
  ledger: Ledger,
  asOf: Day,
  obligations: readonly ObligationStanding[],
): { readonly standing: PowerStanding; readonly notes: readonly Note[] } {
  let invoked: Day | null = null;
  let ended: "exerted" | "settled" | null = null;
  let stages: { day: number; extended: number }[] = [];
  let notes: Grown<Note> | null = null;
  let evidence: number[] = [];
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
        stages = power.stages.map(() => ({ day: 0, extended: 0 }));
      }
      continue;
    }
    if (invoked === null || ended !== null) {
      refuse(row, `cannot be ${kind} while it is not invoked`);
      continue;
    }
    evidence.push(row);
    if (kind === "exerted" || kind === "settled" || kind === "withdrawn")
      ended = kind === "exerted" ? "exerted" : "settled";
    else if (kind === "extended") {
      const running = clockOf(power, invoked, stages).findIndex(({ until }) => until >= day);
      const stage = stages[running];
      const days = book.value(row);
      if (!stage) refuse(row, "is extended after its last stage ran out");
      else if (!(days > 0)) refuse(row, "is extended by no number of days; write it as the value");
      else {
        if (!power.stages[running]?.extendable)
          refuse(
            row,
            `is extended in stage "${power.stages[running]?.name}", which the agreement does not let be extended; counted all the same`,
          );
        stage.extended += days;
      }
    } else refuse(row, `cannot be ${kind}: that befalls an obligation`);
  }
  const clock = invoked === null ? [] : clockOf(power, invoked, stages);
  const end = clock.at(-1)?.until ?? invoked;
  const broken = obligations.filter(
    ({ id, standing }) => standing === "breached" && (power.after.length === 0 || power.after.includes(id)),
  );
  const running = clock.findIndex(({ until }) => until >= asOf);
  const state = ((): PowerStanding["standing"] => {
    if (ended !== null) return ended;
    if (invoked === null) return broken.length > 0 ? "open" : "resting";
    return running >= 0 ? "running" : "ripe";
  })();
  const stage = clock[running];
  const why: Record<PowerStanding["standing"], string> = {
    resting: "nothing that it stands on is broken",
    open: `may be invoked: ${listed(broken.map(({ text }) => text))}`,
    running: `invoked on ${invoked}; "${stage?.name}" until ${stage?.until}, the last stage until ${end}`,
    ripe: `invoked on ${invoked}; its stages ran out on ${end}, and nothing on record says what followed`,
    exerted: `exerted; invoked on ${invoked}`,
    settled: `settled; invoked on ${invoked}`,
  };
  return {
    notes: listOf<Note>(notes),
    standing: {
      id: power.id,
      by: power.by,
      text: power.text,
      article: power.article,
      standing: state,
      why: why[state],
      invoked,
      stages: clock.map(({ id, name, from, until, extended }) => ({
        id,
        name,
        from,
        until,
        extended,
        state: ended !== null || until < asOf ? "over" : from > asOf ? "to come" : "running",
      })),
      days: invoked === null || end === null ? null : daysBetween(invoked, end),
      evidence: evidence.map(book.row),
    },
  };
}

interface Stage {
  readonly id: string;
  readonly name: string;
  readonly from: Day;
  readonly until: Day;
  readonly extended: number;
}

/** Each stage begins where the one before ends. */
function clockOf({ stages }: Power, invoked: Day, extensions: readonly { readonly extended: number }[]): Stage[] {
  let from = invoked;
  return stages.map(({ id, name, takes }, i) => {
    const extended = extensions[i]?.extended ?? 0;
    const until = addDays(addPeriod(from, takes), extended);
    const stage = { id, name, from, until, extended };
    from = until;
    return stage;
  });
}
