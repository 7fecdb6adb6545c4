// How a party has moved so far: the levels of its own offers on record and the pace between them, in one of its models.
import { valueIn } from "../agreements/index.js";
import { type Case, type Day, daysBetween, firstDay, isBy } from "../case/index.js";
import { at } from "../math/index.js";
import type { RecordedPace } from "./agents.js";
import type { Ground } from "./ground.js";
import type { Seat } from "./world.js";

const PACES = [0.1, 0.2, 0.35, 0.5, 0.75, 1, 1.5, 2, 3, 5] as const;

/** The least from which a pace can be read. */
const LEAST_OFFERS = 2;

/** Whether a party has made enough whole offers by a day for the record to say how it moves. */
export const movesOnRecord = (negotiation: Pick<Case, "offers">, party: string, asOf: Day): boolean =>
  offersOf(negotiation, party, asOf).length >= LEAST_OFFERS;

/** The whole offers that a party made by a day, by date. */
const offersOf = ({ offers }: Pick<Case, "offers">, party: string, asOf: Day) =>
  offers
    .filter(({ by, date, open }) => by.includes(party) && isBy(date, asOf) && open.length === 0)
    .sort((a, b) => (firstDay(a.date) < firstDay(b.date) ? -1 : 1));

/**
 * Its pace: the exponent of a time-dependent aim that lies nearest to its offers (least squares), between its first and its
 * last. Null where fewer than two whole offers of its are on record.
 */
export function recordedPace(ground: Ground, seat: Seat): RecordedPace | null {
  const offers = offersOf(ground.negotiation, seat.party, ground.setting.asOf);
  const [first, last] = [offers[0], offers.at(-1)];
  if (offers.length < LEAST_OFFERS || !first || !last) return null;
  const room = seat.best - seat.least;
  const levels = offers.map(({ options }) =>
    room > 0 ? (valueIn(seat.worth, options, ground.panel.offsets) - seat.least) / room : 1,
  );
  const days = offers.map(({ date }) => daysBetween(firstDay(first.date), firstDay(date)));
  const whole = Math.max(1, at(days, days.length - 1));
  const [from, to] = [clamped(at(levels, 0)), clamped(at(levels, levels.length - 1))];
  const misfit = (pace: number) =>
    levels.reduce(
      (sum, level, k) => sum + (level - (from - (from - to) * (at(days, k) / whole) ** (1 / pace))) ** 2,
      0,
    );
  const pace = PACES.reduce<number>((best, one) => (misfit(one) < misfit(best) - 1e-12 ? one : best), 1);
  return { from, to, pace };
}

const clamped = (level: number): number => Math.max(0, Math.min(1, level));
