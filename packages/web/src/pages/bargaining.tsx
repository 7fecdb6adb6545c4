// What could be signed: the map, and a package in the making whose sentence follows the hand.
import { bargainingMapChart, danceOfOffers, givesAndGets, labelOf, Points, Square, useWords } from "@parley/charts";
import {
  type Assessment,
  type BargainingMap,
  type Case,
  DEFAULT_MODELS,
  type Names,
  type OfferAssessment,
  type OptionWorths,
} from "@parley/core/internal";
import type { Materials } from "parley/contract";
import { memo, type ReactNode, useDeferredValue, useMemo, useRef, useState } from "react";
import type { Judgement } from "../analyses.js";
import { type CaseView, useCase } from "../case-view.js";
import { type ChosenPackage, chosenIn, packageFrom } from "../chosen-package.js";
import { ShownParts } from "../controls/shown-parts.js";
import { useMaterials } from "../jobs.js";
import { AnswersToOffer } from "../parts/answers-to-offer.js";
import { Builder } from "../parts/builder.js";
import { FrontierLayer, useFrontier } from "../parts/frontier-layer.js";
import { Gain } from "../parts/gain.js";
import { inOrder } from "../parts/gains-ordered.js";
import { MapKey } from "../parts/map-key.js";
import { Picture } from "../parts/picture.js";
import { type Pin, usePins } from "../parts/pins.js";
import { SideBySide } from "../parts/side-by-side.js";
import { VerdictBar } from "../parts/verdict-bar.js";
import { Waiting, Working } from "../parts/waiting.js";
import { useLatest, work } from "../work.js";
import { isOf, limitsOf, pressedOn, withOwn } from "./bargaining-map.js";

export function Bargaining(): ReactNode {
  const { atHead, packages, pages } = useWords();
  const view = useCase();
  const { materials, share, failure } = useMaterials();
  const chosen = chosenIn(view, packages.own);
  const pins = usePins(view, modelsFor(view));
  const judged = useLatest(
    JSON.stringify([view.files.revision, view.options, chosen.options]),
    { files: [...view.files.files], options: { ...view.options, models: modelsFor(view) }, package: chosen.options },
    (asked) => work.judge(asked),
  );
  if (!materials) return <Waiting share={share} failure={failure} />;
  if (!materials.map.ok)
    return (
      <>
        <h1>{pages.overview.cannotBeSaid}</h1>
        {materials.map.reasons.map((reason) => (
          <p key={reason} className="lead">
            {atHead(reason)}
          </p>
        ))}
      </>
    );
  return (
    <>
      <Working share={judged.busy ? 0.5 : share} />
      <Found
        view={view}
        materials={materials}
        map={materials.map.value}
        chosen={chosen}
        judged={judged.value}
        pins={pins}
      />
    </>
  );
}

/** As many as the other pages use where that takes no longer than a second; with three parties and more, fewer. */
const modelsFor = ({ negotiation }: CaseView): number =>
  negotiation.parties.filter(({ role }) => role === "negotiating").length > 2 ? 500 : DEFAULT_MODELS;

interface FoundProps {
  readonly view: CaseView;
  readonly materials: Materials;
  readonly map: BargainingMap;
  readonly chosen: ChosenPackage;
  readonly judged: Judgement | null;
  readonly pins: readonly Pin[];
}

const PARTS = ["package", "map", "compare"] as const;

function Found({ view, materials, map, chosen, judged, pins }: FoundProps): ReactNode {
  const words = useWords().pages.bargaining;
  const [part, setPart] = useState<(typeof PARTS)[number]>("package");
  const offers = materials.assessment.ok ? materials.assessment.value.offers : [];
  const made = judged?.assessment.ok ? judged.assessment.value : null;
  const known = offers.find(({ id }) => id === chosen.offer) ?? null;
  const weighed = known ?? (made && isOf(made.offers[0], chosen.options) ? (made.offers[0] ?? null) : null);
  // What was said of the package before stays until the next is weighed, so that nothing moves under the hand.
  const last = useRef<OfferAssessment | null>(null);
  if (weighed) last.current = weighed;
  const assessed = weighed ?? last.current;
  const stale = weighed === null && !(judged && !judged.assessment.ok);
  const worths = judged?.worths.ok ? judged.worths.value : null;
  // The hand is answered first; what is heavy to draw follows.
  const late = useDeferredValue({ view, materials, map, chosen, worths, pins, weighed, assessed, made });
  return (
    <div className="bargaining-page" data-shown={part}>
      <VerdictBar
        view={view}
        chosen={chosen}
        pins={pins}
        assessed={assessed}
        stale={stale}
        quick={!known && made && made.models > 1 && made.models < DEFAULT_MODELS ? made.models : null}
        refused={judged && !judged.assessment.ok && !known ? judged.assessment.reasons : []}
      />
      <div className="parts-shown">
        <ShownParts
          label={words.parts.label}
          parts={PARTS.map((id) => ({ id, text: words.parts[id] }))}
          shown={part}
          onShow={setPart}
        />
      </div>
      <div className="bargaining">
        <div className="map-side">
          <MapSide of={late} />
        </div>
        <div className="builder-side">
          <Builder view={view} chosen={chosen} worths={worths} />
          <div className={stale ? "stale" : undefined}>
            <Gains view={view} assessed={assessed} chosen={chosen} />
          </div>
        </div>
      </div>
      <div className={stale ? "compare stale" : "compare"}>
        <Compared of={late} />
        <Pairs negotiation={view.negotiation} materials={materials} />
        <Dance negotiation={view.negotiation} names={view.names} materials={materials} />
      </div>
    </div>
  );
}

interface Late {
  readonly view: CaseView;
  readonly materials: Materials;
  readonly map: BargainingMap;
  readonly chosen: ChosenPackage;
  readonly worths: OptionWorths | null;
  readonly pins: readonly Pin[];
  /** What this very package comes to; null while it is weighed. */
  readonly weighed: OfferAssessment | null;
  /** The same, or that of the package before. */
  readonly assessed: OfferAssessment | null;
  readonly made: Assessment | null;
}

const MapSide = memo(function MapSide({ of: { view, map, chosen, worths, pins } }: { readonly of: Late }): ReactNode {
  return <MapOfPackages view={view} map={map} chosen={chosen} worths={worths} pins={pins} />;
});

/** What stands below: the package beside others, what each side gives, and what it all rests on. */
const Compared = memo(function Compared({ of }: { readonly of: Late }): ReactNode {
  const words = useWords().pages.bargaining;
  const { view, materials, map, chosen, pins, weighed, assessed, made } = of;
  return (
    <>
      <SideBySide view={view} materials={materials} chosen={chosen} assessed={weighed} pins={pins} />
      {assessed && <Ledger view={view} assessed={weighed ? { ...weighed, name: chosen.name } : assessed} />}
      <section id="rests-on" aria-labelledby="rests-on-heading">
        <h2 id="rests-on-heading">{words.restsOn}</h2>
        {assessed && <p className="sentence">{assessed.sentence}</p>}
        {assessed && <Points items={assessed.remarks} />}
        {weighed && <AnswersToOffer key={weighed.id} view={view} offer={weighed.id} />}
        <Points items={limitsOf(map, materials.dance, made)} />
      </section>
    </>
  );
});

interface MapProps {
  readonly view: CaseView;
  readonly map: BargainingMap;
  readonly chosen: ChosenPackage;
  readonly worths: OptionWorths | null;
  readonly pins: readonly Pin[];
}

function MapOfPackages({ view, map, chosen, worths, pins }: MapProps): ReactNode {
  const words = useWords().pages.bargaining;
  const { address, negotiation } = view;
  const plots = map.plots.map((plot) => ({ ...plot, id: `${plot.across},${plot.up}` }));
  const plot = plots.find(({ id }) => id === address.get("axes")) ?? plots[0];
  const frontier = useFrontier(view);
  const of = useMemo(
    () => plot && { parties: negotiation.parties, plot, map: withOwn(map, chosen, worths, pins) },
    [negotiation, plot, map, chosen, worths, pins],
  );
  if (!plot || !of) return <p>{words.nothingToDraw}</p>;
  const pressed = (mark: string) => {
    const found = pressedOn(mark);
    if (found?.kind === "offer") address.set({ offer: found.id, p: null });
    if (found?.kind === "package") chosen.choose(packageFrom(negotiation, found.text));
  };
  return (
    <>
      {plots.length > 1 && (
        <label>
          {words.draw}{" "}
          <select value={plot.id} onChange={({ target: { value } }) => address.set({ axes: value })}>
            {plots.map(({ id, across, up }) => (
              <option key={id} value={id}>
                {words.axes(labelOf(negotiation, across), labelOf(negotiation, up))}
              </option>
            ))}
          </select>
        </label>
      )}
      <Picture
        chart={bargainingMapChart}
        of={of}
        id="map"
        over={(width) => (
          <FrontierLayer view={view} of={of} width={width} frontier={frontier} chosen={chosen} onMark={pressed} />
        )}
      />
      <MapKey />
    </>
  );
}

interface GainsProps {
  readonly view: CaseView;
  readonly assessed: OfferAssessment | null;
  readonly chosen: ChosenPackage;
}

/** Changes that help one and harm none: pressed, they are made. */
function Gains({ view, assessed, chosen }: GainsProps): ReactNode {
  const { assessment, pages } = useWords();
  const words = pages.bargaining;
  if (!assessed?.left) return null;
  const { gains, limited } = assessed.left;
  const further = view.options.within === "any";
  return (
    <section aria-label={words.gains} className="gains">
      <h2>{assessment.left.heading}</h2>
      {gains.length === 0 && <p>{words.noGains}</p>}
      {inOrder(gains).map((gain) => (
        <button
          type="button"
          key={JSON.stringify(gain.changes)}
          className="chip"
          data-item="gain"
          onClick={() =>
            chosen.choose({
              ...chosen.options,
              ...Object.fromEntries(gain.changes.map(({ issue, to }) => [issue, to])),
            })
          }
        >
          <Gain view={view} gain={gain} />
        </button>
      ))}
      {limited && <p className="note">{limited}</p>}
      <p className="note">
        {words.reach[further ? "any" : "proposed"]}{" "}
        <button
          type="button"
          className="link"
          onClick={() => view.address.set({ advice: further ? null : "any" }, "replace")}
        >
          {words.reach[further ? "narrow" : "widen"]}
        </button>
      </p>
    </section>
  );
}

function Ledger({ view, assessed }: { readonly view: CaseView; readonly assessed: OfferAssessment }): ReactNode {
  const words = useWords().pages.bargaining;
  if (assessed.moves.length === 0 || assessed.ledgers.length === 0) return null;
  const { parties } = view.negotiation;
  return (
    <>
      <h2>{words.givesAndGets}</h2>
      <Picture chart={givesAndGets} of={{ parties, offer: assessed, optionName: view.names.option }} id="gives" />
    </>
  );
}

/** What does not depend on the package in the making, and is not drawn again with it. */
interface OnRecordProps {
  readonly negotiation: Case;
  readonly materials: Materials;
}

const Pairs = memo(function Pairs({ negotiation, materials }: OnRecordProps): ReactNode {
  const words = useWords().pages.bargaining;
  const offers = materials.assessment.ok ? materials.assessment.value.offers : [];
  const parties = negotiation.parties.filter(({ id }) =>
    offers.some(({ paired }) => paired.some(({ prefers }) => prefers[id])),
  );
  if (parties.length === 0) return null;
  return (
    <>
      <h2>{words.pairs}</h2>
      <p className="note">{words.pairsNote}</p>
      {parties.map(({ id }) => (
        <Square key={id} party={id} title={labelOf(negotiation, id)} offers={offers} />
      ))}
    </>
  );
});

const Dance = memo(function Dance({
  negotiation,
  names,
  materials: { dance },
}: OnRecordProps & { readonly names: Names }): ReactNode {
  const words = useWords();
  if (!dance.ok || dance.value.offers.length < 2 || Object.keys(dance.value.reservation).length === 0) return null;
  return (
    <>
      <h2>{words.pictures.danceOfOffers.title}</h2>
      <Picture
        chart={danceOfOffers}
        of={{ parties: negotiation.parties, dance: dance.value }}
        id="dance"
        heading={false}
      />
      <Points items={dance.value.steps.map((step) => words.positions.step(step, dance.value.offers, names))} />
    </>
  );
});
