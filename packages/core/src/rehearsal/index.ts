export { dayOfRound, isDaysApart, MOST_DAYS_APART, roundsUntil } from "./days.js";
export { othersOf } from "./debrief.js";
export type { ByPlayer, Debrief, Lesson, Reached, Unveiled } from "./debrief-types.js";
export { perfectOffer } from "./equilibrium.js";
export { type Ground, groundOf, worldIn } from "./ground.js";
export type { Hints } from "./hints.js";
export { idsOf, placesOf } from "./ids.js";
export type { Interval } from "./interval.js";
export { type KeptRehearsal, readRehearsal, writeRehearsal } from "./kept.js";
export { measured, reachableIn } from "./measures.js";
export {
  DEFAULT_ROUNDS,
  MOST_PRACTICE_ROUNDS,
  type OfferedPackage,
  type OwnMove,
  type PracticeOptions,
} from "./moves.js";
export { overCases, type TournamentsOverCases } from "./over-cases.js";
export { playerOf } from "./players.js";
export { PLAYS } from "./plays.js";
export { packageIn } from "./pool.js";
export { type Asked, type Practice, practice, type SeenMove } from "./practice.js";
export { PROTOCOLS, type Protocol } from "./protocol.js";
export type { Said } from "./reasons.js";
export { movesOnRecord } from "./recorded.js";
export { ACCEPT, game, play, WALK } from "./session.js";
export { lessonSaid, rehearsedSaid } from "./spoken.js";
export { drawnFor, readStyle, STYLE_NAMES, styleOf } from "./styles.js";
export { checkedOptions, tournament, tournamentOf, tournamentPart, tournamentSize } from "./tournament.js";
export type { TournamentOptions } from "./tournament-options.js";
export type { Tournament, TournamentPart } from "./tournament-types.js";
export { rowFor, type World, worldWithRoom } from "./world.js";
