// What a picture says of itself: its title, its description for who cannot see it, its labels and the heads of its figures.
import { bargainingMap } from "./bargaining-map.js";
import { danceOfOffers } from "./dance-of-offers.js";
import { detectionByEffort } from "./detection-by-effort.js";
import { exposureAgainstTime } from "./exposure-against-time.js";
import { givesAndGets } from "./gives-and-gets.js";
import { goalTracks } from "./goal-tracks.js";
import { keptInTime } from "./kept-in-time.js";
import { positionDrift } from "./position-drift.js";
import { readings } from "./readings.js";
import { rehearsedClass } from "./rehearsed-class.js";
import { rehearsedDance } from "./rehearsed-dance.js";
import { roadInTime } from "./road-in-time.js";
import { stocksInTime } from "./stocks-in-time.js";
import { stylesAgainstStyles } from "./styles-against-styles.js";
import { stylesCopied } from "./styles-copied.js";
import { verdicts } from "./verdicts.js";

/** Under every picture. */
const behind = "The figures behind this picture";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A mark of a scale of dates. @param month 0–11 @param day left out where months are shown */
const tick = (year: number, month: number, day: number | null): string =>
  `${day === null ? "" : `${day} `}${MONTHS[month]} ${year}`;

export const pictures = {
  bargainingMap,
  behind,
  danceOfOffers,
  detectionByEffort,
  exposureAgainstTime,
  givesAndGets,
  goalTracks,
  keptInTime,
  positionDrift,
  readings,
  rehearsedClass,
  rehearsedDance,
  roadInTime,
  stocksInTime,
  stylesAgainstStyles,
  stylesCopied,
  tick,
  verdicts,
};
