// English text of the picture that sets how exposed a roadmap leaves the parties against how long it takes, and of its
// table.
import { tenthText } from "../../../math/index.js";
import { lengthText } from "../numbers.js";
import { type ExposureScale, roadmap } from "../roadmap.js";

const unit = (scale: ExposureScale): string =>
  scale === "accepted" ? "% of what is accepted" : "points of the most exposed";

export interface RoadPoint {
  readonly days: number;
  /** On the scale; of 100 where it is of what is accepted. */
  readonly exposure: number;
}

function description(curve: readonly RoadPoint[], roads: readonly NamedRoad[], scale: ExposureScale): string {
  const said = [
    ...curve.map(({ days, exposure }) => `In ${lengthText(days)} the most exposed side risks ${tenthText(exposure)}`),
    ...roads.map(({ said: name, days, exposure }) => `${name}: ${lengthText(days)}, ${tenthText(exposure)}`),
  ];
  return `${said.join("; ")} (${unit(scale)}).`;
}

export interface NamedRoad extends RoadPoint {
  /** In full. */
  readonly said: string;
}

export const exposureAgainstTime = {
  title: "What a faster road costs in exposure",
  description,
  exposure: (scale: ExposureScale) => `Exposure, ${unit(scale)}`,
  months: "months until the last step is known to be complete",
  plan: "this plan",
  figures: {
    head: (scale: ExposureScale) => ["Road", "Takes", `Exposure, ${unit(scale)}`],
    found: ({ days, exposure }: RoadPoint, proven: boolean, late: number) => [
      roadmap.road(proven ? "none with less exposure is sooner" : "the soonest that was found", late),
      lengthText(days),
      tenthText(exposure),
    ],
    row: ({ said, days, exposure }: NamedRoad) => [said, lengthText(days), tenthText(exposure)],
  },
};
