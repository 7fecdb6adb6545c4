// A rehearsal of one person against counterparts of a style, whose needs are drawn from their models and hidden. It is a function
// of its setting and the person's moves: taking back is fewer moves, a branch is other moves, and a file is the list of them.
import { crossedBy, type Provenance, provenanceOf, reservationsOf, valuesOf } from "../agreements/index.js";
import { type Case, type Day, done, type Outcome } from "../case/index.js";
import { at, type Band, points, pointsBand } from "../math/index.js";
import { daysOfRounds } from "./days.js";
import { debriefOf } from "./debrief.js";
import type { Debrief } from "./debrief-types.js";
import { worldIn } from "./ground.js";
import { type HintSetting, type Hints, hintsIn } from "./hints.js";
import { idsOf } from "./ids.js";
import type { OfferedPackage, OwnMove, PracticeOptions } from "./moves.js";
import { type Played, playOut } from "./played.js";
import { candidatesIn } from "./players.js";
import { packageIn } from "./pool.js";
import type { Protocol } from "./protocol.js";
import { answerWith, type Said, saidWith } from "./reasons.js";
import { ACCEPT, WALK } from "./session.js";
import { isWhole } from "./world.js";

/**
 * What was done. With a single text the mediator shows a draft or asks to sign the text, everybody answers, and it is seen whether the
 * draft becomes the text.
 */
export type SeenKind =
  | "offer"
  | "accept"
  | "walk"
  | "warn"
  | "begins"
  | "draft"
  | "signature"
  | "yes"
  | "no"
  | "signs"
  | "refuses"
  | "taken"
  | "stays";

/** A move of anybody, as the person sees it. Rounds count from 1. */
export interface SeenMove {
  /** Null: the mediator. */
  readonly by: string | null;
  readonly name: string;
  readonly round: number;
  readonly kind: SeenKind;
  /** Of an offer, a draft or a text: its options by issue. */
  readonly package: OfferedPackage | null;
  /** Of a draft: the text that it would replace, and what that is worth to the person, in points. */
  readonly text: OfferedPackage | null;
  readonly textWorth: number | null;
  /** What it is worth to the person's party, in points, with nine in ten of its models; null without a whole package. */
  readonly own: Band | null;
  /** Of another's move: why, in its own terms. */
  readonly said: readonly Said[];
  /** Of a warning: the round. */
  readonly until: number | null;
  /** Texts of the person's own red lines that the package crosses. */
  readonly crosses: readonly string[];
}

export interface Practice extends Provenance {
  readonly party: string;
  readonly name: string;
  readonly others: readonly { readonly id: string; readonly name: string }[];
  readonly against: string;
  readonly rounds: number;
  /** The day of every round; null where rounds have none. */
  readonly days: readonly Day[] | null;
  /** What everybody loses of its gain with every round, 0–0.5. */
  readonly delay: number;
  readonly protocol: Protocol;
  /** The round in which it stands, from 1; `rounds` once it is over. */
  readonly round: number;
  readonly moves: readonly SeenMove[];
  readonly over: Over | null;
  /** What the person has without a deal, in points. */
  readonly noDeal: Band;
  /** What each option is worth to the person's party, in points, by issue: a package is worth the sum of its options. */
  readonly worth: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Whether nobody acts after the person in a round: else what others offer in the last one cannot be answered. */
  readonly lastWord: boolean;
  /** Whether there is a whole offer of another on the table, which can be accepted. */
  readonly canAccept: boolean;
  /** With a single text: what the mediator asks now. */
  readonly asked: Asked | null;
  readonly hints: Hints | null;
  readonly debrief: Debrief | null;
}

/** Whether a draft shall be the text; or, where there is none, whether the text is signed. */
export interface Asked {
  readonly text: OfferedPackage;
  readonly draft: OfferedPackage | null;
}

export interface Over {
  /** Unsigned: a single text was there to be signed, and not enough did. */
  readonly how: "deal" | "walked" | "deadline" | "unsigned";
  /** Who ended it; null: the deadline. */
  readonly by: string | null;
  readonly package: OfferedPackage | null;
}

/**
 * How a rehearsal stands after the person's moves.
 * @returns refused where a party has no models, or a move cannot be made, saying which
 */
export function practice(written: Case, options: PracticeOptions, moves: readonly OwnMove[]): Outcome<Practice> {
  const played = playOut(written, options, moves);
  return played.ok ? done(practiceOf(played.value, options, moves)) : played;
}

function practiceOf(played: Played, options: PracticeOptions, moves: readonly OwnMove[]): Practice {
  const { ground, world, seat, rounds, trace, beliefs } = played;
  const { panel, players, setting } = ground;
  const member = at(players, seat);
  const seen = seenMoves(played);
  const waiting = trace.end === "waiting";
  const standing = lastOf(played, (by) => by !== seat);
  const mine = lastOf(played, (by) => by === seat);
  const onTable = lastOf(played, () => true);
  const canAccept =
    waiting &&
    played.protocol === "alternating" &&
    onTable >= 0 &&
    onTable === standing &&
    isWhole(world.pool, standing);
  return {
    ...provenanceOf(setting, [panel], METHODS[played.protocol]),
    party: member.party,
    name: member.name,
    others: players.flatMap(({ party, name }, k) => (k === seat ? [] : [{ id: party, name }])),
    against: options.against ?? "linear",
    rounds,
    days: options.daysApart === undefined ? null : daysOfRounds(setting.asOf, options.daysApart, rounds),
    delay: played.delay,
    protocol: played.protocol,
    round: Math.min(rounds, trace.round + 1),
    moves: seen,
    over: waiting
      ? null
      : {
          how: endOf(played),
          by: trace.endedBy < 0 ? null : at(players, trace.endedBy).party,
          package: trace.deal < 0 ? null : idsOf(ground.negotiation, packageIn(world.pool, trace.deal)),
        },
    noDeal: { ...pointsBand(reservationsOf(panel, member)), median: points(at(world.seats, seat).reservation) },
    worth: Object.fromEntries(
      ground.negotiation.issues.map(({ id, options: all }, issue) => [
        id,
        Object.fromEntries(
          all.map((option, k) => [option.id, points(at(at(world.seats, seat).worth, at(world.offsets, issue) + k))]),
        ),
      ]),
    ),
    lastWord: played.protocol !== "alternating" || options.second === true,
    canAccept,
    asked: waiting ? askedIn(played) : null,
    hints:
      waiting && options.hints && moves.length + seen.length > 0
        ? hintsIn({
            ground,
            world,
            seat,
            beliefs,
            known: knownIn(played),
            last: mine,
            // What was bid under seal is over with its round: nothing of it lies on the table.
            standing: played.protocol === "sealed" ? -1 : (trace.drafts.at(-1)?.draft ?? standing),
          })
        : null,
    debrief: waiting ? null : debriefOf(played),
  };
}

/** Packages that may be named before the end. Those of the truth are looked for by it, unless all are listed, and would tell of it. */
function knownIn({ ground, world, seat }: Played): HintSetting["known"] {
  const known = world.pool.complete
    ? world
    : worldIn(
        ground,
        world.seats.map(() => "middle"),
      );
  return { world: known, candidates: candidatesIn(known, ground.models, seat) };
}

const METHODS: Readonly<Record<Protocol, string>> = {
  alternating: "a rehearsal of alternating offers against a counterpart drawn from the case",
  sealed: "a rehearsal of sealed bids against a counterpart drawn from the case",
  "single-text": "a rehearsal of a mediator's single text with a counterpart drawn from the case",
};

const endOf = ({ trace, protocol }: Played): Over["how"] => {
  if (trace.end === "deal" || trace.end === "walked") return trace.end;
  return protocol === "single-text" ? "unsigned" : "deadline";
};

/** The last row that was offered by somebody; −1 where nobody did. */
function lastOf({ trace }: Played, by: (seat: number) => boolean): number {
  for (let k = trace.acts.length - 1; k >= 0; k--)
    if (trace.acts[k]! >= 0 && by(trace.actors[k]!)) return trace.acts[k]!;
  return -1;
}

function askedIn({ ground, world, trace }: Played): Asked | null {
  const last = trace.drafts.at(-1);
  if (!last) return null;
  const idsAt = (row: number) => idsOf(ground.negotiation, packageIn(world.pool, row));
  return { text: idsAt(last.text), draft: last.draft === last.text ? null : idsAt(last.draft) };
}

function seenMoves(played: Played): SeenMove[] {
  const { ground, world, seat, trace, warnings } = played;
  const { panel, players, negotiation, lines } = ground;
  const member = at(players, seat);
  const own = lines.filter(({ party }) => party === member.party);
  const last = world.seats.map(() => -1);
  let onTable = { row: -1, by: -1 };
  const seen: SeenMove[] = [];
  const roundOf = (k: number) => (trace.rounds[k] ?? trace.round) + 1;
  const add = (by: number | null, round: number, more: Partial<SeenMove> & Pick<SeenMove, "kind">) =>
    seen.push({
      by: by === null ? null : at(players, by).party,
      name: by === null ? "" : at(players, by).name,
      round,
      package: null,
      text: null,
      textWorth: null,
      own: null,
      said: [],
      until: null,
      crosses: [],
      ...more,
    });
  const warned = (act: number) => {
    for (const warning of warnings)
      if (warning.act === act) add(seat, roundOf(act), { kind: "warn", until: warning.until });
  };
  /** A package as the person sees it: its worth and the lines that it crosses, where nothing is open. */
  const shown = (row: number): Pick<SeenMove, "package" | "own" | "crosses"> => {
    const options = packageIn(world.pool, row);
    const whole = isWhole(world.pool, row);
    return {
      package: idsOf(negotiation, options),
      // Its middle is what the sum of the options says, by the middle of the person's models.
      own: whole
        ? {
            ...pointsBand(valuesOf(panel, member, Array.from(options))),
            median: points(at(at(world.seats, seat).values, row)),
          }
        : null,
      crosses: whole ? crossedBy(Array.from(options), own).map(({ text }) => text) : [],
    };
  };
  /** What the mediator shows up to a round. */
  let drafted = 0;
  const drafts = (until: number) => {
    for (; drafted <= until && drafted < trace.drafts.length; drafted++) {
      const { draft, text } = at(trace.drafts, drafted);
      // The same draft is never made twice, so the text changed where it is what was drafted.
      if (drafted > 0) add(null, drafted, { kind: text === at(trace.drafts, drafted - 1).draft ? "taken" : "stays" });
      else if (draft !== text) add(null, 1, { kind: "begins", ...shown(text) });
      if (draft === text) add(null, drafted + 1, { kind: "signature", ...shown(text) });
      else
        add(null, drafted + 1, {
          kind: "draft",
          ...shown(draft),
          text: idsOf(negotiation, packageIn(world.pool, text)),
          textWorth: points(at(at(world.seats, seat).values, text)),
        });
    }
  };
  trace.acts.forEach((act, k) => {
    const by = trace.actors[k]!;
    drafts(trace.rounds[k]!);
    warned(k);
    const round = roundOf(k);
    const asked = trace.drafts[trace.rounds[k]!];
    if (act === WALK) {
      const nothing = by !== seat && world.seats[by]!.rows.length === 0;
      add(by, round, { kind: "walk", said: by === seat ? [] : [{ code: nothing ? "nothing" : "walks" }] });
    } else if (asked) {
      const signing = asked.draft === asked.text;
      const yes = act === ACCEPT;
      add(by, round, {
        kind: signing ? (yes ? "signs" : "refuses") : yes ? "yes" : "no",
        said: by === seat ? [] : answerWith(ground, world, { seat: by, ...asked, yes }),
      });
    } else if (act === ACCEPT) add(by, round, { kind: "accept", said: by === seat ? [] : [{ code: "accepts" }] });
    else {
      // A bid under seal answers nothing that lies on the table.
      const standing = onTable.by === by || played.protocol === "sealed" ? -1 : onTable.row;
      const said: Said[] =
        by === seat ? [] : saidWith(ground, world, { seat: by, row: act, before: at(last, by), standing });
      add(by, round, { kind: "offer", ...shown(act), said });
      last[by] = act;
      onTable = { row: act, by };
    }
  });
  drafts(trace.round);
  warned(trace.acts.length);
  return seen;
}
