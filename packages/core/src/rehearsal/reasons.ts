// Why another did what it did, from its own needs, as codes: what it would say at the table, not what it keeps to itself.
import { crossedBy } from "../agreements/index.js";
import { at, TOLERANCE } from "../math/index.js";
import type { Ground } from "./ground.js";
import { packageIn } from "./pool.js";
import { isWhole, type World } from "./world.js";

export type Said =
  /** It crosses one of its red lines, in the words of the case. */
  | { readonly code: "crosses"; readonly text: string }
  /** It is better off without a deal. */
  | { readonly code: "worse-than-none" }
  /** It wants these options, which bring it most against what it was offered; by id, the heaviest first. */
  | { readonly code: "asks"; readonly options: readonly (readonly [issue: string, option: string])[] }
  /** What it gave since its own last offer, and what it took back. */
  | { readonly code: "gives"; readonly issues: readonly string[] }
  | { readonly code: "takes-back"; readonly issues: readonly string[] }
  | { readonly code: "holds" }
  | { readonly code: "opens" }
  /** It fills in what another left open. */
  | { readonly code: "completes" }
  | { readonly code: "accepts" }
  /** A draft is better for it than the text on these issues; it would keep the text on these; it goes along with what is no better for it; or gives way to what is worse. */
  | { readonly code: "gains"; readonly issues: readonly string[] }
  | { readonly code: "keeps"; readonly issues: readonly string[] }
  | { readonly code: "goes-along" | "gives-way" }
  | { readonly code: "walks" }
  /** There is nothing that it would sign. */
  | { readonly code: "nothing" };

/** Issues that are named at most. */
const NAMED = 2;
/** An issue on which less than this is at stake is not asked for, 0–1. */
const WORTH_ASKING = 0.02;

interface Act {
  readonly seat: number;
  readonly row: number;
  /** Its own last row; −1 before. */
  readonly before: number;
  /** What stood there, of another; −1 where nothing did. */
  readonly standing: number;
}

/** What a party says with an offer. */
export function saidWith(ground: Ground, world: World, act: Act): Said[] {
  return [...answer(ground, world, act), ...step(ground, world, act)];
}

interface Answer {
  readonly seat: number;
  readonly draft: number;
  /** The same as the draft where it is to be signed. */
  readonly text: number;
  readonly yes: boolean;
}

/** What a party says with its answer to a mediator's draft, or to a text that is to be signed. */
export function answerWith({ negotiation, lines }: Ground, world: World, { seat, draft, text, yes }: Answer): Said[] {
  const own = world.seats[seat]!;
  const ids = (places: readonly number[]) => places.map((issue) => at(negotiation.issues, issue).id);
  if (yes && draft === text) return [{ code: "accepts" }];
  if (yes) {
    const better = ids(gaps(world, seat, text, draft));
    return own.values[draft]! > own.values[text]! + TOLERANCE && better.length > 0
      ? [{ code: "gains", issues: better }]
      : [{ code: own.values[draft]! < own.values[text]! - TOLERANCE ? "gives-way" : "goes-along" }];
  }
  const crossed = crossedBy(
    Array.from(packageIn(world.pool, draft)),
    lines.filter(({ party }) => party === own.party),
  );
  if (crossed.length > 0) return crossed.slice(0, NAMED).map(({ text: line }) => ({ code: "crosses", text: line }));
  if (draft === text) return [{ code: "worse-than-none" }];
  const worse = ids(gaps(world, seat, draft, text));
  return worse.length > 0 ? [{ code: "keeps", issues: worse }] : [];
}

function answer({ negotiation, lines }: Ground, world: World, { seat, row, standing }: Act): Said[] {
  if (standing < 0) return [];
  const own = world.seats[seat]!;
  const package_ = packageIn(world.pool, standing);
  if (!isWhole(world.pool, standing)) {
    const filled = packageIn(world.pool, row);
    return package_.every((option, issue) => option < 0 || option === filled[issue]) ? [{ code: "completes" }] : [];
  }
  const crossed = crossedBy(
    Array.from(package_),
    lines.filter(({ party }) => party === own.party),
  );
  if (crossed.length > 0) return crossed.slice(0, NAMED).map(({ text }) => ({ code: "crosses", text }));
  const made = packageIn(world.pool, row);
  const short = gaps(world, seat, standing, row);
  const asked: Said[] =
    short.length > 0 ? [{ code: "asks", options: short.map((issue) => optionOf(negotiation, issue, made)) }] : [];
  return own.values[standing]! < own.least - TOLERANCE ? [{ code: "worse-than-none" }, ...asked] : asked;
}

const optionOf = ({ issues }: Ground["negotiation"], issue: number, made: Int32Array): [string, string] => {
  const { id, options } = at(issues, issue);
  return [id, at(options, at(made, issue)).id];
};

/** Issues on which its own offer is better for it than what stood there, the most first. */
function gaps({ pool, offsets, seats }: World, seat: number, standing: number, row: number): number[] {
  const { worth } = seats[seat]!;
  const [theirs, own] = [packageIn(pool, standing), packageIn(pool, row)];
  return Array.from({ length: pool.issues }, (_, issue) => ({
    issue,
    gap: worth[offsets[issue]! + own[issue]!]! - worth[offsets[issue]! + theirs[issue]!]!,
  }))
    .filter(({ gap }) => gap > WORTH_ASKING)
    .sort((a, b) => b.gap - a.gap)
    .slice(0, NAMED)
    .map(({ issue }) => issue);
}

function step({ negotiation }: Ground, { pool, offsets, seats }: World, { seat, row, before }: Act): Said[] {
  if (before < 0) return [{ code: "opens" }];
  const { worth } = seats[seat]!;
  const [was, now] = [packageIn(pool, before), packageIn(pool, row)];
  const change = (issue: number) => worth[offsets[issue]! + now[issue]!]! - worth[offsets[issue]! + was[issue]!]!;
  const ids = (test: (change: number) => boolean) =>
    negotiation.issues.flatMap(({ id }, issue) => (test(change(issue)) ? [id] : []));
  const [given, taken] = [ids((value) => value < -TOLERANCE), ids((value) => value > TOLERANCE)];
  if (given.length === 0 && taken.length === 0) return [{ code: "holds" }];
  return [
    ...(given.length > 0 ? [{ code: "gives", issues: given } as const] : []),
    ...(taken.length > 0 ? [{ code: "takes-back", issues: taken } as const] : []),
  ];
}
