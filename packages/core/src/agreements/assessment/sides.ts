// The verdict on an offer for each party alone, used when the interests of some negotiating party are missing or may
// not be seen.
import { at, pointsBand, share, TOLERANCE } from "../../math/index.js";
import { type Member, type Panel, reservationsOf, thresholdsOf, valuesOf } from "../panel.js";
import { crossedBy, type StandingRedLine } from "../space.js";
import { vetoes } from "./ground.js";
import type { PartyVerdict, Side } from "./types.js";

/**
 * Each party with a veto by itself, where the needs of some others may not be seen: would it sign, and what is the
 * package worth to it. Of a zone or a split nothing can be said then.
 */
export function sidesOf(
  panels: readonly Panel[],
  options: readonly number[],
  lines: readonly StandingRedLine[],
  possible: boolean,
): Side[] {
  const crossed = new Set(crossedBy(options, lines).map(({ party }) => party));
  return panels.map((panel) => ({
    prior: panel.prior,
    certain: panel.numbers,
    parties: vetoes(panel).map((member) => sideOf(panel, member, options, crossed.has(member.party), possible)),
  }));
}

function sideOf(
  panel: Panel,
  member: Member,
  options: readonly number[],
  crossesRedLine: boolean,
  possible: boolean,
): PartyVerdict {
  const values = valuesOf(panel, member, options);
  const reservations = reservationsOf(panel, member);
  const surplus = values.map((value, model) => value - at(reservations, model));
  const thresholds = thresholdsOf(panel, member);
  const takes = share(values, (value, model) => value >= at(thresholds, model) - TOLERANCE);
  return {
    party: member.party,
    name: member.name,
    accepts: possible && !crossesRedLine ? takes : 0,
    walksAway: 1 - takes,
    holdsOut: share(
      values,
      (value, model) => value < at(thresholds, model) - TOLERANCE && value >= at(reservations, model) - TOLERANCE,
    ),
    crossesRedLine,
    value: pointsBand(values),
    reservation: pointsBand(reservations),
    surplus: pointsBand(surplus),
    shortfall: null,
  };
}
