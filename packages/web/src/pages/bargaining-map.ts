// What stands on the map of packages beside what is on record, and what follows when something on it is pressed.
import type {
  Assessment,
  BargainingMap,
  Dance,
  MapPoint,
  OfferAssessment,
  OptionWorths,
  Outcome,
} from "@parley/core/internal";
import { type Chosen, type ChosenPackage, isAmong } from "../chosen-package.js";

/** Where what is on the page was cut short, each sentence once. */
export const limitsOf = (
  map: Pick<BargainingMap, "limits">,
  dance: Outcome<Pick<Dance, "limits">>,
  made: Pick<Assessment, "limits"> | null,
): string[] => [
  ...new Set([map, ...(dance.ok ? [dance.value] : []), ...(made ? [made] : [])].flatMap(({ limits = [] }) => limits)),
];

/** Whether an answer is that of the package on the page, and not of the one before it. */
export const isOf = (offer: Pick<OfferAssessment, "options"> | undefined, options: Chosen): boolean =>
  offer !== undefined && Object.entries(options).every(([issue, option]) => offer.options[issue] === option);

/** A package that is kept at hand. */
export interface Pinned {
  readonly name: string;
  /** As an address says it. */
  readonly text: string;
  readonly options: Chosen;
  /** Null while it is being weighed. */
  readonly worths: OptionWorths | null;
}

/** The map with the pinned packages on it, and the one in the making, unless that stands there already. */
export function withOwn(
  map: BargainingMap,
  { offer, name, options }: Pick<ChosenPackage, "offer" | "name" | "options">,
  worths: OptionWorths | null,
  pins: readonly Pinned[],
): BargainingMap {
  const point = (id: string, called: string, { values }: OptionWorths): MapPoint => ({
    kind: "package",
    id,
    name: called,
    by: [],
    values,
  });
  const pinned = pins.flatMap((pin) => (pin.worths ? [point(pin.text, pin.name, pin.worths)] : []));
  const own = worths && offer === null && !isAmong(pins, options) ? [point(OWN, name, worths)] : [];
  return { ...map, points: [...map.points, ...pinned, ...own] };
}

/** The mark of the package in the making. */
const OWN = "package";

/** What a mark stands for; null where nothing follows. */
export type Pressed =
  | { readonly kind: "offer"; readonly id: string }
  /** As an address says it; null: today. */
  | { readonly kind: "package"; readonly text: string | null };

/** @param mark a kind and an id, as the map writes them */
export function pressedOn(mark: string): Pressed | null {
  const [kind, ...rest] = mark.split(" ");
  const id = rest.join(" ");
  if (kind === "offer") return { kind, id };
  if (kind === "package" && id !== OWN) return { kind, text: id };
  return kind === "today" && id === "today" ? { kind: "package", text: null } : null;
}
