// The search dialog: finds pages and things of a case by their names, and goes there.
import { useWords } from "@parley/charts";
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useDeferredValue, useMemo, useState } from "react";
import { useLocation } from "wouter";
import { api } from "../api.js";
import { useCase } from "../case-view.js";
import { Dialog } from "../controls/dialog.js";
import { PAGES } from "../pages/index.js";
import { queryKeys } from "../query-keys.js";
import { type Destination, found as foundIn, placesIn, placesOfHits } from "./places.js";

/** Shorter words are in everything. */
const SHORTEST = 3;
const MOST_HITS = 30;

/** Where the words stand in statements and documents; null while nothing is asked, and for readers who see no documents. */
function useHits(text: string) {
  const { id, negotiation, reader } = useCase();
  const search = useQuery({
    queryKey: queryKeys.search(id, negotiation.digest, text),
    queryFn: ({ signal }) => api.search(id, text, MOST_HITS, signal),
    enabled: reader === null && text.length >= SHORTEST,
    placeholderData: (before) => before,
  });
  return reader === null && text.length >= SHORTEST ? (search.data ?? null) : null;
}

export function Find({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { shell } = useWords();
  const words = shell.find;
  const view = useCase();
  const [, go] = useLocation();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const places = useMemo(() => placesIn(view, PAGES, shell), [view, shell]);
  const hits = useHits(useDeferredValue(text.trim()));
  const found = useMemo(() => {
    const named = foundIn(places, text);
    const said = placesOfHits(hits?.hits ?? [], view, shell);
    return [...named, ...said.filter((hit) => !named.some((one) => one.to === hit.to && one.text === hit.text))];
  }, [places, text, hits, view, shell]);
  const open = (place: Destination | undefined) => {
    if (!place) return;
    onClose();
    go(place.to);
  };
  return (
    <Dialog title={words.title} onClose={onClose}>
      <input
        className="find"
        type="search"
        role="combobox"
        aria-expanded="true"
        aria-controls="found"
        aria-activedescendant={found[at] ? `found-${at}` : undefined}
        aria-label={words.label}
        placeholder={words.placeholder}
        value={text}
        data-first="true"
        onChange={({ target: { value } }) => {
          setText(value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === "ArrowDown") setAt(Math.min(found.length - 1, at + 1));
          else if (event.key === "ArrowUp") setAt(Math.max(0, at - 1));
          else if (event.key === "Enter") open(found[at]);
          else return;
          event.preventDefault();
        }}
      />
      <p className="note">{words.how}</p>
      {hits?.remarks.map((remark) => (
        <p key={remark} className="note">
          {remark}
        </p>
      ))}
      <div id="found" role="listbox" aria-label={words.found} className="found" tabIndex={-1}>
        {found.map((place, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field above
          <div
            key={`${place.kind} ${place.to} ${place.text}`}
            id={`found-${index}`}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            onClick={() => open(place)}
          >
            <span className="note">{place.kind}</span> {place.text}
          </div>
        ))}
        {found.length === 0 && <p className="note">{words.none}</p>}
        {hits && hits.total > hits.hits.length && <p className="note">{words.more(hits.total - hits.hits.length)}</p>}
      </div>
    </Dialog>
  );
}
