// The game that is played: the stacked alternating offers protocol (Aydoğan, Festen, Hindriks & Jonker, "Alternating offers
// protocols for multilateral negotiation", 2017), which is that of alternating offers where there are two.
import { TOLERANCE } from "../math/index.js";
import type { Mediator } from "./mediator.js";
import { packageIn } from "./pool.js";
import { isWhole, signs, type World } from "./world.js";

/** What a player does in its turn, where that is no row that it offers. */
export const ACCEPT = -1;
export const WALK = -2;
/** A person who has not decided yet: the game stands still. */
export const WAIT = -3;
/** Keeps the text that stands, where a mediator asks whether a draft shall take its place. */
export const KEEP = -4;

export interface Turn {
  readonly round: number;
  /**
   * Time that has passed, from 0 to 1 in the last round; where there is but one round, 0 for who offers and 1 for who answers. With
   * sealed bids it is that of the bid: 1 in the last round, and above 0 in the first.
   */
  readonly time: number;
  /** The row that lies on the table, −1 before the first, and whose it is; −1 where it is a mediator's draft. */
  readonly standing: number;
  readonly by: number;
  /** With a single text: the row of the text as it stands, which is also the draft where it is to be signed. Else −1. */
  readonly text: number;
}

/** Whether it is asked to sign a single text. */
export const isSigning = ({ text, standing }: Turn): boolean => text >= 0 && text === standing;

export interface Player {
  /** The row that it offers, or one of the signs above. */
  readonly act: (turn: Turn) => number;
  /** Told what another did: a row that it offered, `ACCEPT`, or `KEEP`. */
  readonly hears: (by: number, act: number, turn: Turn) => void;
  /** Told that another walks out after a round unless there is a deal by then. */
  readonly warned?: (by: number, round: number) => void;
}

export type End = "deal" | "walked" | "deadline" | "waiting" | "cheated";

/** A game from its first move to where it stands. */
export interface Trace {
  readonly end: End;
  /** The row that was agreed; −1 without a deal. */
  readonly deal: number;
  /** The round in which it ended, and who ended it; −1: the deadline. */
  readonly round: number;
  readonly endedBy: number;
  /** What everybody did in its turn, one after another. */
  readonly acts: Int32Array;
  readonly actors: Int32Array;
  /** The round of each, from 0. */
  readonly rounds: Int32Array;
  /** With a single text: the draft of every round that was begun, and the text that stood there. Else empty. */
  readonly drafts: readonly Drafted[];
}

export interface Drafted {
  readonly draft: number;
  /** The same as the draft where it is to be signed. */
  readonly text: number;
}

/** What a game asks: whose turn it is, and who is still there to hear of it. */
export interface Asked {
  readonly seat: number;
  readonly turn: Turn;
  /** Rounds of which everybody has heard before this turn: acts of later ones are still under seal. */
  readonly opened: number;
  /** Whether a seat has walked out. */
  readonly gone: (seat: number) => boolean;
}

/** What was done so far. */
function recording(world: World, rounds: number) {
  const most = rounds * world.seats.length;
  const [acts, actors, times] = [new Int32Array(most), new Int32Array(most), new Int32Array(most)];
  const drafts: Drafted[] = [];
  let count = 0;
  return {
    drafted: (draft: number, text: number) => drafts.push({ draft, text }),
    add: (seat: number, act: number, round: number) => {
      acts[count] = act;
      times[count] = round;
      actors[count++] = seat;
    },
    ended: (end: End, round: number, endedBy: number, deal = -1): Trace => ({
      end,
      deal,
      round,
      endedBy,
      acts: acts.slice(0, count),
      actors: actors.slice(0, count),
      rounds: times.slice(0, count),
      drafts,
    }),
  };
}

/** The seats that acted so in a round, in the order of their turns. */
export const answersIn = ({ acts, actors, rounds }: Trace, round: number, act: number): number[] =>
  Array.from(acts).flatMap((done, k) => (done === act && rounds[k] === round ? [actors[k]!] : []));

const has = (set: number, seat: number) => ((set >> seat) & 1) === 1;

/** How a game goes: one after another, under seal, or by the single text of a mediator. */
export type Way = "alternating" | "sealed" | Mediator;

/**
 * A game, told what everybody does in its turn. In every round each seat acts once, in their order. An act that breaks the protocol
 * ends it.
 * @param rounds ≥ 1; after them there is no deal
 * @param first the seat that begins
 */
export function game(
  world: World,
  rounds: number,
  first: number,
  way: Way = "alternating",
): Generator<Asked, Trace, number> {
  if (way === "alternating") return alternating(world, rounds, first);
  return way === "sealed" ? sealed(world, rounds, first) : singleText(world, rounds, first, way);
}

function* alternating(world: World, rounds: number, first: number): Generator<Asked, Trace, number> {
  const seats = world.seats.length;
  const { add, ended } = recording(world, rounds);
  let [standing, by] = [-1, -1];
  let accepted = 0;
  let left = 0;
  const gone = (seat: number) => has(left, seat);
  const signed = (seat: number) => has(accepted, seat);
  const there = (seat: number) => !gone(seat);
  for (let round = 0; round < rounds; round++) {
    for (let k = 0; k < seats; k++) {
      const seat = (first + k) % seats;
      if (gone(seat)) continue;
      const turn = { round, time: rounds > 1 ? round / (rounds - 1) : standing < 0 ? 0 : 1, standing, by, text: -1 };
      const act = yield { seat, turn, opened: round + 1, gone };
      if (act === WAIT) return ended("waiting", round, seat);
      if (!allowed(world, seat, act, turn)) return ended("cheated", round, seat);
      add(seat, act, round);
      if (act === WALK) {
        left |= 1 << seat;
        if (!world.enough(there) || seats - bits(left) < 2) return ended("walked", round, seat);
        // What lay on the table may have been its own, or hung on it.
        accepted &= ~(1 << seat);
      } else if (act === ACCEPT) {
        accepted |= 1 << seat;
        if (world.enough(signed)) return ended("deal", round, seat, standing);
      } else {
        [standing, by] = [act, seat];
        accepted = 1 << seat;
      }
    }
  }
  return ended("deadline", rounds, -1);
}

/**
 * Sealed bids: in every round each seat names one package, and none knows the others' of that round. Opened together, one of them is
 * the deal if enough find it at least as good for themselves as their own. Where several are, the first in an order that begins with
 * another seat in every round.
 */
function* sealed(world: World, rounds: number, first: number): Generator<Asked, Trace, number> {
  const seats = world.seats.length;
  const { add, ended } = recording(world, rounds);
  let left = 0;
  const gone = (seat: number) => has(left, seat);
  const there = (seat: number) => !gone(seat);
  const bids = new Int32Array(seats);
  for (let round = 0; round < rounds; round++) {
    const turn = { round, time: (round + 1) / rounds, standing: -1, by: -1, text: -1 };
    bids.fill(-1);
    for (let k = 0; k < seats; k++) {
      const seat = (first + k) % seats;
      if (gone(seat)) continue;
      const act = yield { seat, turn, opened: round, gone };
      if (act === WAIT) return ended("waiting", round, seat);
      if (act === ACCEPT || !allowed(world, seat, act, turn) || (act >= 0 && !isWhole(world.pool, act)))
        return ended("cheated", round, seat);
      add(seat, act, round);
      if (act === WALK) {
        left |= 1 << seat;
        if (!world.enough(there) || seats - bits(left) < 2) return ended("walked", round, seat);
      } else bids[seat] = act;
    }
    for (let k = 0; k < seats; k++) {
      const bidder = (first + round + k) % seats;
      const row = bids[bidder]!;
      if (row < 0) continue;
      const taken = (seat: number) => matches(world, seat, bids[seat]!, row);
      // However few must sign: nobody makes a deal alone.
      if (world.enough(taken) && bids.some((_, seat) => seat !== bidder && taken(seat)))
        return ended("deal", round, bidder, row);
    }
  }
  return ended("deadline", rounds, -1);
}

/**
 * A single text: in every round a mediator drafts, and each seat says whether it would rather have the draft than the text that
 * stands, before it hears what the others say. The draft becomes the text when enough would, and two at least. In the last round, or
 * as soon as the mediator knows of nothing better, the text is there to be signed.
 */
function* singleText(world: World, rounds: number, first: number, mediator: Mediator): Generator<Asked, Trace, number> {
  const seats = world.seats.length;
  const { add, ended, drafted } = recording(world, rounds);
  let left = 0;
  const gone = (seat: number) => has(left, seat);
  const there = (seat: number) => !gone(seat);
  let text = mediator.begins();
  for (let round = 0; ; round++) {
    const found = round === rounds - 1 ? -1 : mediator.drafts(text, there);
    const draft = found < 0 ? text : found;
    drafted(draft, text);
    const turn = { round, time: rounds > 1 ? round / (rounds - 1) : 1, standing: draft, by: -1, text };
    let yes = 0;
    for (let k = 0; k < seats; k++) {
      const seat = (first + k) % seats;
      if (gone(seat)) continue;
      const act = yield { seat, turn, opened: round, gone };
      if (act === WAIT) return ended("waiting", round, seat);
      if (act !== ACCEPT && act !== KEEP && act !== WALK) return ended("cheated", round, seat);
      add(seat, act, round);
      if (act === WALK) {
        left |= 1 << seat;
        if (!world.enough(there) || seats - bits(left) < 2) return ended("walked", round, seat);
      } else if (act === ACCEPT) yes |= 1 << seat;
      if (act !== WALK && draft !== text) mediator.told(seat, draft, text, act === ACCEPT);
    }
    const taken = world.enough((seat) => has(yes, seat)) && bits(yes) >= 2;
    if (draft === text) return taken ? ended("deal", round, -1, text) : ended("deadline", round, -1);
    if (taken) text = draft;
  }
}

/** Whether who bid one package takes another in its place: it is at least as good, and crosses none of its red lines. */
function matches({ seats, pool }: World, seat: number, bid: number, row: number): boolean {
  if (bid < 0) return false;
  const { values, crossed } = seats[seat]!;
  return bid === row || (values[row]! >= values[bid]! - TOLERANCE && !crossed(packageIn(pool, row)));
}

/** How many seats are in a set. */
function bits(set: number): number {
  let count = 0;
  for (let rest = set; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}

/** Plays a game between players that answer at once. */
export function play(
  world: World,
  players: readonly Player[],
  rounds: number,
  first = 0,
  way: Way = "alternating",
): Trace {
  const going = game(world, rounds, first, way);
  /** What was done since everybody last heard. */
  const unheard: { readonly seat: number; readonly act: number; readonly turn: Turn }[] = [];
  let next = going.next();
  while (!next.done) {
    const { seat, turn, gone, opened } = next.value;
    if (unheard.length > 0 && unheard[0]!.turn.round < opened) {
      for (const one of unheard)
        for (let other = 0; other < players.length; other++)
          if (other !== one.seat && !gone(other)) players[other]!.hears(one.seat, one.act, one.turn);
      unheard.length = 0;
    }
    const act = players[seat]!.act(turn);
    if (act !== WALK) unheard.push({ seat, act, turn });
    next = going.next(act);
  }
  return next.value;
}

/** Whether an act keeps to the protocol: it accepts another's whole package, or offers one that there is. */
function allowed({ pool }: World, seat: number, act: number, { standing, by }: Turn): boolean {
  if (act === ACCEPT) return standing >= 0 && by !== seat && isWhole(pool, standing);
  return act === WALK || (Number.isInteger(act) && act >= 0 && act < pool.size);
}

/** Whether a program that plays for a seat may accept what stands there. */
export const mayAccept = (world: World, seat: number, { standing, by }: Turn): boolean =>
  standing >= 0 && by !== seat && signs(world, world.seats[seat]!, standing);
