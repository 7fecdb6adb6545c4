// A small agreement with one limit, and how it stands by some rows.
import type { Case } from "../src/case/index.js";
import { type MonitorOptions, monitor } from "../src/implementation/monitoring/monitor.js";
import { readRows } from "../src/implementation/monitoring/read-rows.js";
import type { Monitoring, ObligationStanding } from "../src/implementation/monitoring/types.js";
import { buildCase } from "./build-case.js";

export const HEAD = "as_of,reported_at,metric,value,unit,qualifier,source,note\n";
/** With a column for who did it. */
export const BY = `${HEAD.trim()},by\n`;

export const watched = (agreement: Readonly<Record<string, unknown>> = {}): Case =>
  buildCase({
    agreement: {
      // A proof stands for so long that no test is about its age but those that say so.
      metrics: [{ id: "m", name: "The stock", unit: "t", inspect: "3 years" }],
      obligations: [
        { id: "limit", by: "a", text: "The limit", from: "2020-01-01", keep: { metric: "m", atMost: 100 } },
      ],
      ...agreement,
    },
  });

export function standing(
  negotiation: Case,
  rows: string,
  options: MonitorOptions = { asOf: "2021-12-31" },
): Monitoring {
  const found = monitor(negotiation, readRows(negotiation, BY + rows), options);
  if (!found.ok) throw new Error(found.reasons.join());
  return found.value.standing();
}

export const first = ({ obligations }: Monitoring): ObligationStanding => obligations[0] as ObligationStanding;
export const kinds = ({ findings }: Monitoring) => findings.map(({ kind }) => kind);

/** `breach 2020-02-01 to 2020-03-01` */
export const spells = (found: Monitoring) =>
  first(found).episodes.map(({ kind, start, end }) => `${kind} ${start} ${end === null ? "on" : `to ${end}`}`);
