// One game between agents, of which some are other programs, in one truth of a case.
import { type Case, done, type Outcome, refuse } from "@parley/core/internal";
import {
  ACCEPT,
  drawnFor,
  type Ground,
  game,
  groundOf,
  idsOf,
  measured,
  packageIn,
  placesOf,
  playerOf,
  reachableIn,
  readStyle,
  rowFor,
  type TournamentOptions,
  WALK,
  type World,
  worldIn,
  worldWithRoom,
} from "@parley/core/rehearsal";
import { AgentFailed, type Answer, startAgent, type Told } from "./external-agent.js";

export interface MatchOptions extends Pick<TournamentOptions, "seed" | "models" | "asOf" | "views" | "sharedWith"> {
  /** Of every party that negotiates: the style that plays for it, or `!` and a command. */
  readonly agents: Readonly<Record<string, string>>;
  readonly rounds: number;
  /** Which of the models is the truth, from 0. */
  readonly truth: number;
  readonly answersWithin?: number;
}

/** What somebody did. Rounds count from 0, as other programs have it. */
export interface MatchStep {
  readonly round: number;
  readonly by: string;
  readonly did: Answer;
}

export interface Match {
  readonly parties: readonly string[];
  /** Who played for each party, as it was written. */
  readonly agents: Readonly<Record<string, string>>;
  readonly issues: readonly string[];
  readonly rounds: number;
  readonly steps: readonly MatchStep[];
  /** The round of the last turn, from 0, also where no answer came in it. */
  readonly lastRound: number;
  readonly how: "deal" | "walked" | "deadline" | "failed";
  readonly deal: Readonly<Record<string, string>> | null;
  /** In points of each party's own scale: what it has in the end. */
  readonly values: Readonly<Record<string, number>>;
  /** Share of the most that each could have gained, 0–100, and the distance to the Nash solution. */
  readonly shares: Readonly<Record<string, number>>;
  readonly fromNash: number | null;
  /** From the nearest package that leaves nothing on the table and from the Nash solution, by values 0–1; null where nothing suits all. */
  readonly distances: { readonly pareto: number | null; readonly nash: number | null };
  /** Whose agent broke off the game, and how; null where none did. */
  readonly failure: {
    readonly party: string;
    readonly how: AgentFailed["how"] | "cheated";
    readonly detail: string;
  } | null;
}

/** How a command is told from a style. */
const COMMAND = "!";

/** @returns refused where a party has no agent, or a style is none */
export async function playMatch(negotiation: Case, options: MatchOptions): Promise<Outcome<Match>> {
  const { agents, rounds, truth } = options;
  const ground = groundOf(negotiation, options);
  if (!ground.ok) return ground;
  const parties = ground.value.players.map(({ party }) => party);
  const missing = parties.filter((party) => agents[party] === undefined);
  if (missing.length > 0) return refuse(`nobody plays for ${missing.join(" and ")}: say who does.`);
  const foreign = Object.keys(agents).filter((party) => !parties.includes(party));
  if (foreign.length > 0)
    return refuse(`${foreign.join(" and ")} does not negotiate. Write one of ${parties.join(", ")}.`);
  if (truth >= ground.value.panel.count) return refuse(`there are ${ground.value.panel.count} truths, counted from 0.`);
  for (const agent of Object.values(agents)) {
    const style = agent.startsWith(COMMAND) ? done(null) : readStyle(agent);
    if (!style.ok) return style;
  }
  const world = worldWithRoom(
    worldIn(
      ground.value,
      parties.map(() => truth),
    ),
    rounds * parties.length,
  );
  const seats = parties.map((_, seat) => seatOf(ground.value, world, seat, options));
  try {
    return done({ ...(await played(ground.value, world, seats, rounds)), agents });
  } finally {
    await Promise.all(seats.map((seat) => seat.stop()));
  }
}

/** Whoever plays for a party: both kinds in the same way. */
interface Seated {
  readonly act: (turn: Turn) => Promise<number>;
  readonly hears: (by: number, act: number, turn: Turn) => void;
  readonly ends: (deal: number) => void;
  readonly stop: () => Promise<void>;
}

type Turn = Parameters<ReturnType<typeof playerOf>["act"]>[0];

function seatOf(ground: Ground, world: World, seat: number, options: MatchOptions): Seated {
  const { agents, rounds, truth, seed = 1, answersWithin } = options;
  const party = ground.players[seat]?.party ?? "";
  const agent = agents[party] ?? "";
  if (agent.startsWith(COMMAND))
    return external(ground, world, seat, rounds, startAgent(agent.slice(COMMAND.length), answersWithin));
  const style = readStyle(agent);
  if (!style.ok) throw new TypeError(agent);
  const player = playerOf({
    world,
    models: ground.models,
    seat,
    style: drawnFor(style.value, [seed, "match", party]),
    rounds,
    labels: [seed, "match", truth],
  });
  return {
    act: (turn) => Promise.resolve(player.act(turn)),
    hears: player.hears,
    ends: () => {},
    stop: async () => {},
  };
}

function external(
  ground: Ground,
  world: World,
  seat: number,
  rounds: number,
  agent: ReturnType<typeof startAgent>,
): Seated {
  const { issues } = ground.negotiation;
  const parties = ground.players.map(({ party }) => party);
  const own = world.seats[seat];
  const packageAt = (row: number) => idsOf(ground.negotiation, packageIn(world.pool, row));
  const didOf = (act: number): Answer =>
    act === ACCEPT ? { accept: true } : act === WALK ? { walk: true } : { offer: packageAt(act) };
  const start: Told = {
    type: "start",
    party: parties[seat] ?? "",
    others: parties.filter((_, other) => other !== seat),
    rounds,
    issues: issues.map(({ id, options }) => ({ id, options: options.map((option) => option.id) })),
    worth: Object.fromEntries(
      issues.map(({ id, options }, issue) => [
        id,
        Object.fromEntries(
          options.map((option, k) => [option.id, 100 * (own?.worth[(world.offsets[issue] ?? 0) + k] ?? 0)]),
        ),
      ]),
    ),
    noDeal: 100 * (own?.reservation ?? 0),
  };
  agent.tell(start);
  return {
    act: async ({ round, standing, by }) => {
      const told: Told = {
        type: "turn",
        round,
        standing: standing < 0 ? null : { by: parties[by] ?? "", offer: packageAt(standing) },
      };
      const did = await agent.ask(told);
      if ("accept" in did) return ACCEPT;
      if ("walk" in did) return WALK;
      const places = placesOf(ground.negotiation, did.offer);
      if (!places.ok) throw new AgentFailed("nonsense", places.reasons.join(" "));
      return rowFor(world, places.value);
    },
    hears: (by, act, { round }) => agent.tell({ type: "heard", by: parties[by] ?? "", round, did: didOf(act) }),
    ends: (deal) => agent.tell({ type: "end", deal: deal < 0 ? null : packageAt(deal) }),
    stop: agent.stop,
  };
}

async function played(
  ground: Ground,
  world: World,
  seats: readonly Seated[],
  rounds: number,
): Promise<Omit<Match, "agents">> {
  const parties = ground.players.map(({ party }) => party);
  const packageAt = (row: number) => idsOf(ground.negotiation, packageIn(world.pool, row));
  const steps: MatchStep[] = [];
  const going = game(world, rounds, 0);
  let failure: Match["failure"] = null;
  let lastRound = 0;
  let next = going.next();
  while (!next.done) {
    const { seat, turn, gone } = next.value;
    const party = parties[seat] ?? "";
    lastRound = turn.round;
    const act = await seats[seat]?.act(turn).catch((error: unknown) => {
      if (!(error instanceof AgentFailed)) throw error;
      failure = { party, how: error.how, detail: error.detail };
      return null;
    });
    if (act === null || act === undefined) break;
    next = going.next(act);
    if (next.done && next.value.end === "cheated") {
      failure = { party, how: "cheated", detail: "" };
      break;
    }
    steps.push({
      round: turn.round,
      by: party,
      did: act === ACCEPT ? { accept: true } : act === WALK ? { walk: true } : { offer: packageAt(act) },
    });
    for (const [other, one] of seats.entries()) if (other !== seat && !gone(other)) one.hears(seat, act, turn);
  }
  const trace = next.done && failure === null ? next.value : null;
  const deal = trace?.deal ?? -1;
  for (const seat of seats) seat.ends(deal);
  const reachable = reachableIn(world);
  const { shares, fromNash } = measured(world, reachable, deal);
  const inTheEnd = world.seats.map(({ values, reservation }) => (deal < 0 ? reservation : (values[deal] ?? 0)));
  const distance = (row: number) =>
    Math.hypot(...world.seats.map(({ values }, place) => (values[row] ?? 0) - (inTheEnd[place] ?? 0)));
  return {
    parties,
    issues: ground.negotiation.issues.map(({ id }) => id),
    rounds,
    steps,
    lastRound,
    how: trace === null ? "failed" : trace.end === "deal" ? "deal" : trace.end === "walked" ? "walked" : "deadline",
    deal: deal < 0 ? null : packageAt(deal),
    values: Object.fromEntries(parties.map((party, place) => [party, 100 * (inTheEnd[place] ?? 0)])),
    shares: Object.fromEntries(world.seats.map(({ party }, place) => [party, 100 * (shares[place] ?? 0)])),
    fromNash: fromNash === null ? null : 100 * fromNash,
    distances: {
      pareto: reachable.rows.length === 0 ? null : Math.min(...reachable.rows.map(distance)),
      nash: reachable.nash < 0 ? null : distance(reachable.nash),
    },
    failure,
  };
}
