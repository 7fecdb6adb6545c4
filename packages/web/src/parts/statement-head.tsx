// Whose a found statement is taken to be, for which party, and how it stands in its document.
import { Mark, partyClass, useWords } from "@parley/charts";
import type { ReadStatement } from "@parley/core/internal";
import type { ReactNode } from "react";
import { useCase } from "../case-view.js";
import { surenessOf } from "./found-marks.js";

export function StatementHead({ statement }: { readonly statement: ReadStatement }): ReactNode {
  const words = useWords().statements;
  const { negotiation } = useCase();
  const { speaker, kind, confidence, stance, holder, clause, party } = statement;
  const place = negotiation.parties.findIndex(({ id }) => id === party);
  return (
    <p>
      {place >= 0 && (
        <svg className={`chart ${partyClass(place)}`} width="16" height="16" aria-hidden="true">
          <Mark party={place} x={8} y={8} />
        </svg>
      )}{" "}
      <strong>{words.speaker(speaker?.name ?? null)}</strong>
      {speaker?.role && <span className="note">, {speaker.role}</span>}
      <span className="note">
        {words.how({ kind, sureness: surenessOf(confidence), act: stance.act, holder: holder?.name ?? null, clause })}
      </span>
    </p>
  );
}
