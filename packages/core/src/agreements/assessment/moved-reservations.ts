// Grounds with one member's reservation moved by some points: what changes in the zone of agreement, and what need not be
// looked at again.
import type { Package } from "../../case/index.js";
import type { Models } from "../../interests/index.js";
import { at, share, TOLERANCE } from "../../math/index.js";
import { LIKELY } from "../../wording/index.js";
import { type Paths, pathsOf } from "../direct/paths.js";
import { type Member, type Panel, thresholdsOf, valuesOf } from "../panel.js";
import { crossedBy } from "../space.js";
import { factsOf, noZone, type ZoneFacts } from "../zone.js";
import { type Ground, solveModel, vetoes } from "./ground.js";

/** The ground with a member's reservation moved, as far as the verdict on a package depends on it. */
export type MovedReservations = (member: Member, points: number, options: Package) => Ground;

/** Each is made once: the offers that follow move the same ones by the same points. */
export function movedReservations(ground: Ground): MovedReservations {
  return ground.whole ? withFronts(ground) : withoutFronts(ground);
}

/** Options weighed in all moves of one offer together: some seconds. */
const MOST_WEIGHED = 150_000_000;
/** Of a move up or down, of every member, about so many are tried before the smallest is found. */
const TRIES = 8;

/** Whether moving every reservation in so many models takes no longer than people wait. */
export function worthMoving({ whole, cost, zones, panel }: Ground): boolean {
  const each = cost / Math.max(1, zones.length);
  return whole || 2 * TRIES * panel.negotiating.length * panel.count * each <= MOST_WEIGHED;
}

function movedPanel({ panel }: Ground, member: Member, points: number): Panel {
  const models: Models = {
    ...member.models,
    reservation: member.models.reservation.map((value) => value + points / 100),
    threshold: member.models.threshold.map((value) => value + points / 100),
  };
  return { ...panel, members: panel.members.map((other) => (other === member ? { ...member, models } : other)) };
}

/** What is made of a member and points, made once. */
function once<T>(make: (member: Member, points: number) => T): (member: Member, points: number) => T {
  const made = new Map<Member, Map<number, T>>();
  return (member, points) => {
    const ofMember = made.get(member) ?? new Map<number, T>();
    made.set(member, ofMember);
    const found = ofMember.get(points) ?? make(member, points);
    ofMember.set(points, found);
    return found;
  };
}

/** The frontiers stay as they are. */
function withFronts(ground: Ground): MovedReservations {
  return once((member, points) => {
    const panel = movedPanel(ground, member, points);
    return { ...ground, panel, zones: ground.fronts.map((front, model) => factsOf(front, panel, model)) };
  });
}

/**
 * A model in which the package is not signed needs no more than whether there is a zone. Where a reservation rises, there is
 * one as long as it rises no further than the member's ideal; where it falls, there is one wherever there was.
 */
function withoutFronts(ground: Ground): MovedReservations {
  const members = vetoes(ground.panel);
  const paths = ground.space.empty ? null : pathsOf(ground.space, ground.panel.offsets);
  const known = once((member, points) => ({
    panel: movedPanel(ground, member, points),
    solved: ground.zones.map((): ZoneFacts | null => null),
  }));
  const there: ZoneFacts = { ...noZone(members.length), exists: true };
  return (member, points, options) => {
    const { panel, solved } = known(member, points);
    const p = members.indexOf(member);
    const solve = (all: Paths, model: number): ZoneFacts => {
      const facts = solved[model] ?? solveModel(panel, all, model).facts;
      solved[model] = facts;
      return facts;
    };
    const signed = signedIn(ground, panel, options);
    // How it is split is only said of what is likely to be signed.
    const likely = share(signed, (one) => one === 1) >= LIKELY;
    const zones = ground.zones.map((before, model): ZoneFacts => {
      if (!paths) return before;
      if (signed[model] === 1) return likely ? solve(paths, model) : there;
      if (before.error > 0) return solve(paths, model);
      if (points > 0)
        return before.exists && before.ideal[p]! < points / 100 - TOLERANCE
          ? noZone(members.length)
          : before.exists
            ? there
            : before;
      return before.exists ? there : solve(paths, model);
    });
    return { ...ground, panel, zones };
  };
}

/** 1 in every model in which all sign a package. */
function signedIn({ lines }: Ground, panel: Panel, options: Package): Uint8Array {
  const signed = new Uint8Array(panel.count);
  if (crossedBy(options, lines).length > 0) return signed;
  const members = vetoes(panel);
  const values = members.map((member) => valuesOf(panel, member, options));
  const thresholds = members.map((member) => thresholdsOf(panel, member));
  return signed.map((_, model) =>
    values.every((list, p) => list[model]! >= at(thresholds, p)[model]! - TOLERANCE) ? 1 : 0,
  );
}
