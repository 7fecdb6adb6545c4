// What rows that are added would change, before they are.
import type { Finding, Monitoring, Standing } from "./types.js";

export interface StandingChange {
  readonly id: string;
  readonly text: string;
  readonly before: Standing | Monitoring["powers"][number]["standing"];
  readonly after: Standing | Monitoring["powers"][number]["standing"];
  readonly why: string;
}

/** Obligations and powers that stand otherwise, or for another reason, in the order of the agreement. */
export function changesBetween(before: Monitoring, after: Monitoring): StandingChange[] {
  const was = new Map([...before.obligations, ...before.powers].map((one) => [one.id, one]));
  return [...after.obligations, ...after.powers].flatMap(({ id, text, standing, why }) => {
    const old = was.get(id);
    return old && (old.standing !== standing || old.why !== why)
      ? [{ id, text, before: old.standing, after: standing, why }]
      : [];
  });
}

/** Remarks that were not made before; what is counted over all rows is made anew with every row, and is none. */
export function newRemarks(before: Monitoring, after: Monitoring): Finding[] {
  const keyOf = ({ kind, about, text, lines }: Finding) => [kind, about, text, lines.join()].join("\n");
  const known = new Set(before.findings.map(keyOf));
  return after.findings.filter((one) => one.kind !== "assumed" && !known.has(keyOf(one)));
}
