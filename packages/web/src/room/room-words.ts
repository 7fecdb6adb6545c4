// The language of the pages of rooms.
import { roomWordingIn } from "@parley/core/internal";

export const words = roomWordingIn("en");

const WHEN = new Intl.DateTimeFormat("en", {
  day: "numeric",
  month: "short",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** Of the clock of whoever reads it: `Europe/Vienna`. */
export const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** `12 Mar, 14:05`, by the clock of whoever reads it. */
export const when = (at: number): string => WHEN.format(at);
