import { type ReactNode, useMemo, useState } from "react";
import { useLocation } from "wouter";
import { type CaseView, useCase } from "../case-view.js";
import { PAGES } from "../pages/index.js";
import { Dialog } from "../parts/dialog.js";

interface Place {
  readonly kind: string;
  readonly text: string;
  readonly to: string;
}

/** Everything in a case that has an address. */
function placesIn({ negotiation, names, address }: CaseView): Place[] {
  const { issues, offers, statements, terms } = negotiation;
  return [
    ...PAGES.map(({ id, name }) => ({ kind: "page", text: name, to: address.on(id) })),
    ...offers.map(({ id, name }) => ({ kind: "offer", text: name, to: address.on("bargaining", { offer: id }) })),
    ...issues.map(({ id, name }) => ({ kind: "issue", text: name, to: address.on("positions", { issue: id }) })),
    ...terms.map(({ id, name }) => ({ kind: "term", text: name, to: address.on("terms", { term: id }) })),
    ...statements.map(({ speaker, says, date, stances, about }) => ({
      kind: date,
      text: `${speaker}: ${says.trim()}`,
      to: address.on("positions", {
        ...(stances[0] && { issue: stances[0].issue }),
        ...(stances[0] && about && { at: `${about} ${date}` }),
      }),
    })),
    ...issues.flatMap(({ id, name, options }) =>
      options.map((option) => ({
        kind: "option",
        text: `${names.issue(id)}: ${option.name}`,
        to: address.on("positions", { issue: id }),
        name,
      })),
    ),
  ];
}

const SHOWN = 12;

export function Find({ onClose }: { readonly onClose: () => void }): ReactNode {
  const view = useCase();
  const [, go] = useLocation();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const places = useMemo(() => placesIn(view), [view]);
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const found = places
    .filter((place) => words.every((word) => place.text.toLowerCase().includes(word) || place.kind.includes(word)))
    .slice(0, SHOWN);
  const open = (place: Place | undefined) => {
    if (!place) return;
    onClose();
    go(place.to);
  };
  return (
    <Dialog title="Find" onClose={onClose}>
      <input
        className="find"
        type="search"
        role="combobox"
        aria-expanded="true"
        aria-controls="found"
        aria-activedescendant={found[at] ? `found-${at}` : undefined}
        aria-label="Find a page, an offer, an issue, a statement"
        placeholder="a page, an offer, an issue, words that were said"
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
      <div id="found" role="listbox" aria-label="Found" className="found" tabIndex={-1}>
        {found.map((place, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field above
          <div
            key={`${place.kind} ${place.text}`}
            id={`found-${index}`}
            role="option"
            aria-selected={index === at}
            tabIndex={-1}
            onClick={() => open(place)}
          >
            <span className="note">{place.kind}</span> {place.text}
          </div>
        ))}
        {found.length === 0 && <p className="note">Nothing here has these words.</p>}
      </div>
    </Dialog>
  );
}
