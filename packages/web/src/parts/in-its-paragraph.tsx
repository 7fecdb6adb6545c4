// The speaker's own words where they stand: the paragraph of the document that a statement was taken from.
import { partyClass, useWords } from "@parley/charts";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { api } from "../api.js";
import { useCase } from "../case-view.js";
import { linesWith, piecesOf } from "../marked-lines.js";
import { queryKeys } from "../query-keys.js";

export function InItsParagraph({ statement: wanted }: { readonly statement: string }): ReactNode {
  const said = useWords().statements;
  const { id, negotiation, reader, address } = useCase();
  const statement = negotiation.statements.find((one) => one.id === wanted);
  const source = negotiation.sources.find((one) => one.id === statement?.source);
  const name = source?.document ?? null;
  const kept = useQuery({
    queryKey: queryKeys.document(id, name),
    queryFn: () => api.document(id, name ?? ""),
    enabled: name !== null && reader === null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const words = statement?.words;
  if (!statement || !words) return null;
  if (!kept.data || name === null || words.spans.length === 0) return <q className="own-words">{words.quote}</q>;
  const { text } = kept.data;
  const spans = words.spans.map(([start, end]) => ({ start, end }));
  const place = negotiation.parties.findIndex((party) => party.id === statement.party);
  return (
    <details className="in-place">
      <summary>{said.inParagraph}</summary>
      {linesWith(text, spans)
        .filter(({ marks }) => marks.length > 0)
        .map((line) => (
          <p key={line.start}>
            {piecesOf(line).map(({ start, end, mark }) =>
              mark ? (
                <mark key={start} className={`quoted ${partyClass(place)}`}>
                  {text.slice(start, end)}
                </mark>
              ) : (
                <span key={start}>{text.slice(start, end)}</span>
              ),
            )}
          </p>
        ))}
      <Link href={address.on("documents", { doc: name, passage: `${spans[0]?.start}-${spans.at(-1)?.end}` })}>
        {said.whole}
      </Link>
    </details>
  );
}
