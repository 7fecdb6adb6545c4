// Packages that are kept at hand: on the map and side by side with the offers, and in the address.
import { useWords } from "@parley/charts";
import type { OfferAssessment, OptionWorths } from "@parley/core/internal";
import { useQueries } from "@tanstack/react-query";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import type { CaseView } from "../case-view.js";
import { type Chosen, type ChosenPackage, packageFrom, packageText } from "../chosen-package.js";
import { queryKeys } from "../query-keys.js";
import { work } from "../work.js";

export interface Pin {
  readonly name: string;
  /** As an address says it. */
  readonly text: string;
  readonly options: Chosen;
  /** Null while it is being weighed. */
  readonly assessed: OfferAssessment | null;
  readonly worths: OptionWorths | null;
}

const MOST_PINS = 6;

const textsIn = ({ address }: CaseView): string[] => (address.get("pins") ?? "").split(";").filter(Boolean);

/** @param models how many each is weighed with */
export function usePins(view: CaseView, models: number): readonly Pin[] {
  const words = useWords().packages.pins;
  const { files, options, negotiation } = view;
  const texts = textsIn(view).slice(0, MOST_PINS);
  const weighed = useQueries({
    queries: texts.map((text) => ({
      queryKey: queryKeys.pin(files.revision, options, text),
      queryFn: async () =>
        await work.judge({
          files: [...files.files],
          options: { ...options, models },
          package: packageFrom(negotiation, text),
        }),
    })),
  });
  return texts.map((text, place) => {
    const found = weighed[place]?.data;
    const name = words.name(place + 1);
    const [assessed] = found?.assessment.ok ? found.assessment.value.offers : [];
    return {
      name,
      text,
      options: packageFrom(negotiation, text),
      assessed: assessed ? { ...assessed, id: `pin-${place}`, name } : null,
      worths: found?.worths.ok ? found.worths.value : null,
    };
  });
}

interface PinsProps {
  readonly view: CaseView;
  readonly chosen: ChosenPackage;
  readonly pins: readonly Pin[];
}

export function Pins({ view, chosen, pins }: PinsProps): ReactNode {
  const words = useWords().packages.pins;
  const text = packageText(view.negotiation, { options: chosen.options });
  const texts = textsIn(view);
  const keep = (next: readonly string[]) => view.address.set({ pins: next.length === 0 ? null : next.join(";") });
  const mayPin = chosen.offer === null && !texts.includes(text) && texts.length < MOST_PINS;
  if (!mayPin && pins.length === 0) return null;
  return (
    <span className="row pins">
      {mayPin && (
        <button type="button" onClick={() => keep([...texts, text])}>
          {words.pin}
        </button>
      )}
      {pins.map(({ name, text: pinned, options }) => (
        <span key={pinned} className="pin">
          <button type="button" className="quiet" data-item={name} onClick={() => chosen.choose(options)}>
            {name}
          </button>
          <button
            type="button"
            className="quiet"
            aria-label={words.takeAway(name)}
            onClick={() => keep(texts.filter((other) => other !== pinned))}
          >
            <X size={14} aria-hidden="true" />
          </button>
        </span>
      ))}
    </span>
  );
}
