// The speaker's own words where they stand: the paragraph of the document that a statement was taken from.
import { partyClass } from "@parley/charts";
import type { Span } from "@parley/core";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { api } from "../api.js";
import { useCase } from "../case-view.js";

export function InItsParagraph({ statement: wanted }: { readonly statement: string }): ReactNode {
  const { id, negotiation, reader, address } = useCase();
  const statement = negotiation.statements.find((one) => one.id === wanted);
  const source = negotiation.sources.find((one) => one.id === statement?.source);
  const name = source?.document ?? null;
  const kept = useQuery({
    queryKey: ["document", id, name],
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
      <summary>In its paragraph</summary>
      {paragraphsAround(text, spans).map((paragraph) => (
        <p key={paragraph.start}>
          {piecesOf(paragraph, spans).map(({ start, end, own }) =>
            own ? (
              <mark key={start} className={`quoted ${partyClass(place)}`}>
                {text.slice(start, end)}
              </mark>
            ) : (
              <span key={start}>{text.slice(start, end)}</span>
            ),
          )}
        </p>
      ))}
      <Link href={address.on("documents", { doc: name })}>The whole document</Link>
    </details>
  );
}

/** The lines that hold a stretch, each once. */
function paragraphsAround(text: string, spans: readonly Span[]): Span[] {
  const found = new Map<number, Span>();
  for (const span of spans)
    for (let at = span.start; at < span.end; ) {
      const start = text.lastIndexOf("\n", at - 1) + 1;
      const newline = text.indexOf("\n", at);
      const end = newline < 0 ? text.length : newline;
      if (text.slice(start, end).trim() !== "") found.set(start, { start, end });
      at = end + 1;
    }
  return [...found.values()];
}

function piecesOf({ start, end }: Span, spans: readonly Span[]): (Span & { readonly own: boolean })[] {
  const cuts = [start, end, ...spans.flatMap((span) => [span.start, span.end])].filter(
    (at) => at >= start && at <= end,
  );
  const sorted = [...new Set(cuts)].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, place) => {
    const to = sorted[place + 1] ?? end;
    return { start: from, end: to, own: spans.some((span) => span.start <= from && to <= span.end) };
  });
}
