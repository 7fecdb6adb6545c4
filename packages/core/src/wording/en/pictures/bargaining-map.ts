// English text of the picture that plots offers and the frontier by their value to two parties, and of its table of
// figures.
import { type Band, bandText } from "../../../math/index.js";
import { type Named, nameIn } from "../../named.js";
import { verb } from "../grammar.js";

export interface MapSide {
  readonly party: Named;
  readonly walkAway: Band | null;
}

export interface MapPlace {
  readonly name: string;
  readonly across: Band;
  readonly up: Band;
}

function description(sides: readonly MapSide[], places: readonly MapPlace[]): string {
  const limits = sides.map(
    ({ party, walkAway }) =>
      `${nameIn(party)} ${verb(party, "walks")} away below ${walkAway ? bandText(walkAway) : "an unknown value"}`,
  );
  const points = places.map(({ name, across, up }) => `${name} ${bandText(across)} and ${bandText(up)}`);
  return `${limits.join("; ")}. Value to ${sides.map(({ party }) => nameIn(party)).join(" and to ")}: ${points.join("; ")}.`;
}

const cell = (band: Band | null): string => (band ? bandText(band) : "–");

export const bargainingMap = {
  title: (across: string, up: string) => `What could be signed: ${across} and ${up}`,
  description,
  across: (party: string) => `Value to ${party} →`,
  up: (party: string) => `↑ Value to ${party}`,
  frontier: "frontier",
  figures: {
    head: (across: string, up: string) => ["", `Value to ${across}`, `Value to ${up}`],
    place: ({ name, across, up }: MapPlace) => [name, bandText(across), bandText(up)],
    walkAway: (limits: readonly (Band | null)[]) => ["walk-away value", ...limits.map(cell)],
    frontier: (across: number, up: Band | null) => ["frontier", `${across}`, cell(up)],
  },
};
