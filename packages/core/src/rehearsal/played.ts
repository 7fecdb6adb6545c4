// A rehearsal played out: the person's moves, and what the counterparts make of them.
import { drawOf } from "../agreements/index.js";
import { type Case, done, misused, type Outcome, refuse } from "../case/index.js";
import { at, below, stream } from "../math/index.js";
import { type Agent, hearsAnswer } from "./agents.js";
import type { Beliefs } from "./beliefs.js";
import { isDaysApart, wrongDaysApart } from "./days.js";
import { isDelay, wrongDelay } from "./delay.js";
import { briefOf, type Drawn, type Ground, rememberedGround, worldIn } from "./ground.js";
import { placesOf } from "./ids.js";
import { wayOf } from "./mediator.js";
import {
  DEFAULT_ROUNDS,
  MOST_MOVES,
  MOST_PRACTICE_ROUNDS,
  MOST_STYLE_TEXT,
  type OwnMove,
  type PracticeOptions,
} from "./moves.js";
import { believing, playerOf } from "./players.js";
import { packageIn } from "./pool.js";
import { PROTOCOLS, type Protocol } from "./protocol.js";
import { movesOnRecord, recordedPace } from "./recorded.js";
import { ACCEPT, KEEP, type Player, play, type Trace, type Turn, WAIT, WALK, type Way } from "./session.js";
import { drawnFor, readStyle, type Style } from "./styles.js";
import { rowFor, type World } from "./world.js";

/** A rehearsal under way, with all that is behind it. */
export interface Played {
  readonly ground: Ground;
  readonly world: World;
  readonly seat: number;
  readonly rounds: number;
  readonly delay: number;
  readonly protocol: Protocol;
  readonly trace: Trace;
  readonly styles: readonly (Style | null)[];
  /** What every act of another aimed at, 0–1, by the place of the act; NaN for the person's own. */
  readonly aims: readonly number[];
  /** What the person may believe of the others, after all that they heard. */
  readonly beliefs: readonly (Beliefs | null)[];
  readonly warnings: readonly { readonly act: number; readonly until: number }[];
}

/** @returns refused where a party has no models, or a move cannot be made, saying which */
export function playOut(written: Case, options: PracticeOptions, moves: readonly OwnMove[]): Outcome<Played> {
  const {
    rounds = DEFAULT_ROUNDS,
    delay = 0,
    protocol = "alternating",
    against = "linear",
    party,
    daysApart,
  } = options;
  if (!Number.isInteger(rounds) || rounds < 1 || rounds > MOST_PRACTICE_ROUNDS)
    return misused(`${rounds} rounds cannot be played. Write a whole number from 1 to ${MOST_PRACTICE_ROUNDS}.`);
  if (!isDelay(delay)) return misused(wrongDelay(delay));
  if (!PROTOCOLS.includes(protocol))
    return misused(`"${protocol}" is no protocol. Write one of ${PROTOCOLS.join(", ")}.`);
  if (against.length > MOST_STYLE_TEXT)
    return misused(`the style of the others is longer than ${MOST_STYLE_TEXT} characters.`);
  if (moves.length > MOST_MOVES)
    return misused(`a rehearsal holds at most ${MOST_MOVES} moves, warnings among them. Take some back.`);
  const noRound = moves.findIndex(
    (move) => move.kind === "warn" && !(Number.isInteger(move.round) && move.round >= 1 && move.round <= rounds),
  );
  if (noRound >= 0) return misused(`${which(moves, noRound)}there are ${rounds} rounds. Warn of one of them.`);
  if (daysApart !== undefined && !isDaysApart(daysApart)) return misused(wrongDaysApart(daysApart));
  if (protocol !== "alternating" && options.second)
    return misused(
      `${protocol === "sealed" ? "with sealed bids" : "with a single text"} nobody begins. Leave out that the other side begins.`,
    );
  const mixture = readStyle(against);
  if (!mixture.ok) return mixture;
  const found = rememberedGround(written, options);
  if (!found.ok) return found;
  const ground = found.value;
  const seat = ground.players.findIndex((one) => one.party === party);
  if (seat < 0)
    return misused(`"${party}" does not negotiate. Write one of ${ground.players.map((one) => one.party).join(", ")}.`);
  const { seed } = ground.setting;
  const styles = ground.players.map((one, k) =>
    k === seat ? null : drawnFor(mixture.value, [seed, "practice", one.party]),
  );
  for (const [k, style] of styles.entries()) {
    const { name, party: id } = at(ground.players, k);
    if (style?.bidding.kind === "on-record" && !movesOnRecord(ground.negotiation, id, ground.setting.asOf))
      return refuse(
        `fewer than two whole offers of ${name} are on record, so nothing says how it moves. Choose another style.`,
      );
  }
  const truths = ground.players.map((member, k): Drawn => {
    if (k === seat) return "middle";
    const model = below(stream(seed, "practice", "truth", member.party), ground.panel.count);
    return drawOf(member, model);
  });
  const offered: number[][] = [];
  for (const [k, move] of moves.entries()) {
    if (move.kind !== "offer") continue;
    const places = placesOf(ground.negotiation, move.package);
    if (!places.ok) return misused(...places.reasons.map((reason) => `${which(moves, k)}${reason}`));
    offered.push(places.value);
  }
  const { world, way } = wayOf(protocol, worldIn(ground, truths, offered), () => briefOf(ground), rounds);
  return acted({ ground, world, way, seat, rounds, delay, protocol, styles, moves, offered, options });
}

interface Acting {
  readonly ground: Ground;
  readonly world: World;
  readonly way: Way;
  readonly seat: number;
  readonly rounds: number;
  readonly delay: number;
  readonly protocol: Protocol;
  readonly styles: readonly (Style | null)[];
  readonly moves: readonly OwnMove[];
  readonly offered: readonly (readonly number[])[];
  readonly options: PracticeOptions;
}

function acted({
  ground,
  world,
  way,
  seat,
  rounds,
  delay,
  protocol,
  styles,
  moves,
  offered,
  options,
}: Acting): Outcome<Played> {
  const beliefs = world.seats.map((_, other) => (other === seat ? null : believing(world, ground.models, other)));
  const aims: number[] = [];
  const warnings: { act: number; until: number }[] = [];
  const agents = styles.map((style, k): Agent | null =>
    style === null
      ? null
      : playerOf({
          world,
          models: ground.models,
          seat: k,
          style,
          rounds,
          delay,
          labels: [ground.setting.seed, "practice"],
          sensible: true,
          recorded: recordedPace(ground, at(world.seats, k)),
        }),
  );
  let [made, offers] = [0, 0];
  const rows = offered.map((package_) => rowFor(world, package_));
  /** A warning of a round that has passed. */
  let late: number | null = null;
  const person: Player = {
    act: (turn) => {
      for (;;) {
        const move = moves[made];
        if (move === undefined) return WAIT;
        made++;
        if (move.kind !== "warn") {
          aims.push(Number.NaN);
          return move.kind === "offer" ? at(rows, offers++) : SIGNS[move.kind];
        }
        if (move.round <= turn.round) late ??= made - 1;
        warnings.push({ act: aims.length, until: move.round });
        for (const agent of agents) agent?.warned?.(seat, move.round - 1);
      }
    },
    hears: (by, act, turn) => {
      if (turn.text >= 0) hearsAnswer(world, beliefs[by], act, turn);
      if (act >= 0) beliefs[by]?.offered(packageIn(world.pool, act), turn.time);
    },
  };
  const players = agents.map((agent): Player => {
    if (agent === null) return person;
    return {
      hears: agent.hears,
      act: (turn: Turn) => {
        const act = agent.act(turn);
        aims.push(agent.aim());
        return act;
      },
    };
  });
  const first = options.second ? (seat + 1) % players.length : seat;
  const trace = play(world, players, rounds, first, way);
  if (late !== null) return misused(`${which(moves, late)}that round has passed. Name this one or a later one.`);
  if (trace.end === "cheated") return misused(`${which(moves, made - 1)}${cannot(protocol, at(moves, made - 1))}`);
  if (made < moves.length)
    return misused(`${which(moves, made)}the rehearsal was over before it. Take back a move to go on from there.`);
  return done({ ground, world, seat, rounds, delay, protocol, trace, styles, aims, beliefs, warnings });
}

const SIGNS = { accept: ACCEPT, keep: KEEP, walk: WALK } as const;

/** Why a move breaks the protocol. */
function cannot(protocol: Protocol, { kind }: OwnMove): string {
  if (protocol === "single-text")
    return "with a single text nobody makes an offer: the mediator drafts, and you say whether you would rather have the draft.";
  if (kind === "keep") return "there is no text that could be kept: that is said with a single text alone.";
  return protocol === "sealed"
    ? "a sealed bid names an option for every issue, and nothing is accepted before the bids are opened."
    : "there is no whole offer of another on the table that could be accepted.";
}

/** Which move cannot be made, where it is not the one that was just added. */
const which = (moves: readonly OwnMove[], place: number): string =>
  place === moves.length - 1 ? "" : `move ${place + 1}: `;
