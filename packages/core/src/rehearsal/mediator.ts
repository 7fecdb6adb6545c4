// A mediator who keeps one text and drafts the next, by changing one issue or two. It knows what the case says of everybody, as all at
// the table do, and learns from every yes and no; nobody's needs are told to it.
import { TOLERANCE } from "../math/index.js";
import type { ModelSet } from "./beliefs.js";
import { packageIn } from "./pool.js";
import type { Protocol } from "./protocol.js";
import { rowFor, type World, worldWithRoom } from "./world.js";

export interface Mediator {
  /** The row of the text with which it begins. */
  readonly begins: () => number;
  /** The row that it drafts in place of a text; −1 where it knows of nothing better that enough may take. */
  readonly drafts: (text: number, there: (seat: number) => boolean) => number;
  /** Told whether a seat would rather have a draft than the text. */
  readonly told: (seat: number, draft: number, text: number, yes: boolean) => void;
}

/** What a mediator knows before it begins. */
export interface Brief {
  /** Of every seat: the models that the case leaves open. */
  readonly models: readonly ModelSet[];
  /** A package that the rules allow: how things are today, where they do. */
  readonly start: readonly number[];
  readonly allowed: (options: readonly number[]) => boolean;
  /** How many lines of anybody a package crosses. */
  readonly crossed: (options: readonly number[]) => number;
  /** What was drafted after which answers: the same after the same, so that a person who goes on waits for one draft alone. */
  readonly remembered: Map<string, readonly number[] | null>;
}

/** Models of each party that it weighs. */
const MODELS_WEIGHED = 40;
/** How far a model may be from what it stands for: a yes is certain from this gain on, 0–1, and a no from this loss. */
const DOUBT = 0.05;
/** No answer makes a model much less likely than this: people err, and so do models. */
const FLOOR = 0.02;
/** Changes of one issue that are looked at, and two by two. */
const MOST_CHANGES = 200;
/** Drafts that are remembered for one case and setting. */
const MOST_REMEMBERED = 10_000;
/** What a draft must promise: the chance that enough take it × what they gain together, 0–1. */
const WORTH_DRAFTING = 0.002;

/** A world, and how a game goes in it by a protocol: with a single text it has room for the drafts, and a mediator of its own. */
export const wayOf = (
  protocol: Protocol,
  world: World,
  brief: () => Brief,
  rounds: number,
): { readonly world: World; readonly way: Mediator | Exclude<Protocol, "single-text"> } => {
  if (protocol !== "single-text") return { world, way: protocol };
  const roomy = worldWithRoom(world, rounds);
  return { world: roomy, way: mediatorOf(roomy, world.pool.size, brief()) };
};

/**
 * A mediator for one game. It drafts what promises most: the chance that enough take it × what all together gain by it. A draft costs
 * at most the square of `MOST_CHANGES` × models × parties; pairs that gain too little are not looked at.
 * @param world with room for as many packages as there are rounds. @param from the first row of this room
 */
function mediatorOf(world: World, from: number, { models, start, allowed, crossed, remembered }: Brief): Mediator {
  const { pool, offsets } = world;
  const parties = models.map(({ count, worth, ...of }) => {
    const weighed = Math.min(count, MODELS_WEIGHED);
    return {
      ...of,
      count: weighed,
      size: worth.length / count,
      worth,
      chances: new Float64Array(weighed).fill(1 / weighed),
    };
  });
  const drafted = new Set<string>();
  /** Everything that a draft depends on: who said what so far, and who is there. */
  let history = "";
  /** What a change of one issue brings in each model of those who are there, and what all together expect of it. */
  const weighed = (change: Change, there: (seat: number) => boolean): Weighed => {
    let gain = 0;
    const brings = parties.map(({ count, size, worth, chances }, seat) => {
      const each = new Float64Array(there(seat) ? count : 0);
      for (let model = 0; model < each.length; model++) {
        each[model] = worth[model * size + change.to]! - worth[model * size + change.from]!;
        gain += chances[model]! * each[model]!;
      }
      return each;
    });
    return { change, brings, gain };
  };
  const enough = setsThatAreEnough(world);
  const yes = new Float64Array(parties.length);
  /** The chance that enough take one change, or two together. */
  const chanceOf = (one: Weighed, other: Weighed | null, there: (seat: number) => boolean) => {
    for (let seat = 0; seat < parties.length; seat++) {
      const { chances } = parties[seat]!;
      const [first, second] = [one.brings[seat]!, other?.brings[seat]];
      yes[seat] = 0;
      for (let model = 0; model < first.length; model++)
        yes[seat]! += chances[model]! * likely(first[model]! + (second ? second[model]! : 0));
    }
    if (enough === null) return yes.reduce((chance, one, seat) => (there(seat) ? chance * one : chance), 1);
    let sum = 0;
    for (const set of enough) {
      let chance = 1;
      for (let seat = 0; seat < parties.length && chance > 0; seat++)
        chance *= (set >> seat) & 1 ? yes[seat]! : 1 - yes[seat]!;
      sum += chance;
    }
    return sum;
  };
  /** The change that promises most; null where none is worth drafting. */
  const search = (text: number, there: (seat: number) => boolean): readonly number[] | null => {
    const stands = Array.from(packageIn(pool, text));
    const lines = crossed(stands);
    let best: { readonly draft: readonly number[] | null; readonly promise: number } = {
      draft: null,
      promise: WORTH_DRAFTING,
    };
    const consider = (one: Weighed, other: Weighed | null) => {
      const promise = chanceOf(one, other, there) * (one.gain + (other?.gain ?? 0));
      if (promise <= best.promise) return;
      const draft = [...stands];
      for (const { issue, to } of other ? [one.change, other.change] : [one.change])
        draft[issue] = to - offsets[issue]!;
      if (drafted.has(draft.join()) || !allowed(draft)) return;
      const crosses = crossed(draft);
      if (crosses === 0 || crosses < lines) best = { draft, promise };
    };
    // The largest gains first: what gains no more than the best promises cannot promise more.
    const singles = thinned(
      singlesFrom(stands, offsets).map((change) => weighed(change, there)),
      pool.issues,
    );
    singles.forEach((one, k) => {
      if (one.gain > best.promise) consider(one, null);
      for (let next = k + 1; next < singles.length; next++) {
        const other = singles[next]!;
        if (one.gain + other.gain <= best.promise) break;
        if (other.change.issue !== one.change.issue) consider(one, other);
      }
    });
    return best.draft;
  };
  return {
    begins: () => {
      drafted.add(start.join());
      return rowFor(world, start, from);
    },
    drafts: (text, there) => {
      const key = `${history}|${parties.map((_, seat) => (there(seat) ? 1 : 0)).join("")}`;
      const draft = remembered.has(key) ? remembered.get(key)! : search(text, there);
      // What is remembered is a convenience: it does not grow without end.
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      remembered.set(key, draft);
      if (draft === null) return -1;
      drafted.add(draft.join());
      return rowFor(world, draft, from);
    },
    told: (seat, draft, text, yes) => {
      history += `${seat}${yes ? "+" : "-"}`;
      const { count, size, worth, chances } = parties[seat]!;
      const [now, before] = [packageIn(pool, draft), packageIn(pool, text)];
      let sum = 0;
      for (let model = 0; model < count; model++) {
        let change = 0;
        for (let issue = 0; issue < now.length; issue++) {
          const flat = model * size + offsets[issue]!;
          change += worth[flat + now[issue]!]! - worth[flat + before[issue]!]!;
        }
        const chance = likely(change);
        chances[model]! *= FLOOR + (1 - FLOOR) * (yes ? chance : 1 - chance);
        sum += chances[model]!;
      }
      for (let model = 0; model < count; model++) chances[model]! /= sum;
    },
  };
}

/** Of more parties than this it is the chance that all who are there take a draft that counts. */
const MOST_PARTIES = 6;

/** Every set of parties whose yes is enough, of two at least, as bits; null where there are too many. */
function setsThatAreEnough({ seats, enough }: World): number[] | null {
  if (seats.length > MOST_PARTIES) return null;
  const all = (1 << seats.length) - 1;
  return Array.from({ length: all + 1 }, (_, set) => set).filter(
    (set) => (set & (set - 1)) !== 0 && enough((seat) => ((set >> seat) & 1) === 1),
  );
}

/** One issue changed: the options before and after, flat. */
interface Change {
  readonly issue: number;
  readonly from: number;
  readonly to: number;
}

interface Weighed {
  readonly change: Change;
  /** By seat: by model; empty of a seat that has left. */
  readonly brings: readonly Float64Array[];
  readonly gain: number;
}

/** Every change of one issue. */
const singlesFrom = (package_: readonly number[], offsets: Int32Array): Change[] =>
  package_.flatMap((option, issue) => {
    const start = offsets[issue]!;
    return Array.from({ length: offsets[issue + 1]! - start }, (_, k) => k).flatMap((k) =>
      k === option ? [] : [{ issue, from: start + option, to: start + k }],
    );
  });

/**
 * Changes, from the largest gain on. Where there are more than `MOST_CHANGES` they are as many of each issue, evenly from its largest
 * gain to its largest loss: small steps as well as large ones.
 */
function thinned(changes: readonly Weighed[], issues: number): Weighed[] {
  const sorted = changes.toSorted((a, b) => b.gain - a.gain || a.change.to - b.change.to);
  if (sorted.length <= MOST_CHANGES) return sorted;
  const most = Math.max(1, Math.floor(MOST_CHANGES / issues));
  const kept = new Set<Weighed>();
  for (let issue = 0; issue < issues; issue++) {
    const own = sorted.filter(({ change }) => change.issue === issue);
    const count = Math.min(most, own.length);
    for (let k = 0; k < count; k++) kept.add(own[Math.floor((k * own.length) / count)]!);
  }
  return sorted.filter((one) => kept.has(one)).slice(0, MOST_CHANGES);
}

/** How likely a change is taken. Whom it does not touch takes it, as all styles do. */
const likely = (change: number): number =>
  Math.abs(change) <= TOLERANCE ? 1 : Math.max(0, Math.min(1, 0.5 + change / (2 * DOUBT)));
