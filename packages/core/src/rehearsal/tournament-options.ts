// What can be asked of a tournament, and within which bounds.
import type { AnalysisOptions } from "../agreements/index.js";
import { isDelay, wrongDelay } from "./delay.js";
import type { Protocol } from "./protocol.js";
import { STYLE_NAMES } from "./styles.js";

export interface TournamentOptions extends AnalysisOptions {
  /** The party in question; the first that negotiates unless given. */
  readonly party?: string;
  /** Styles as they are written; all unless given. */
  readonly styles?: readonly string[];
  /** Rounds of a game, 20 unless given. */
  readonly rounds?: number;
  /** Truths that are drawn, 30 unless given. */
  readonly truths?: number;
  /** Games of every pair in every truth, 2 unless given: who begins takes turns. */
  readonly games?: number;
  /** What everybody loses of its gain with every round that passes, 0–0.5; 0 unless given. */
  readonly delay?: number;
  /** How it is negotiated; by alternating offers unless given. */
  readonly protocol?: Protocol;
  /** Whether openings and paces are compared too; they are unless this is false. */
  readonly openings?: boolean;
}

const MOST_ROUNDS = 1000;
const MOST_TRUTHS = 10_000;
const MOST_GAMES = 1000;
const MOST_STYLES = 24;
/** Together: games × rounds. */
const MOST_WORK = 2e9;
/** Games, whose results are held at once: 48 bytes each. */
const MOST_PLAYED = 4e6;
/** Openings and paces that are compared: shares of what can be won, and exponents. */
export const OPENINGS = [1, 0.85, 0.7, 0.55] as const;
export const PACES = [0.1, 0.2, 0.5, 1, 2] as const;

/** What is wrong with them, in a sentence; null where nothing is. */
export function wrongIn({
  rounds = 20,
  truths = 30,
  games = 2,
  styles = [],
  openings = true,
  delay = 0,
}: TournamentOptions): string | null {
  const within = (value: number, most: number) => Number.isInteger(value) && value >= 1 && value <= most;
  if (!within(rounds, MOST_ROUNDS))
    return `${rounds} rounds cannot be played. Write a whole number from 1 to ${MOST_ROUNDS}.`;
  if (!within(truths, MOST_TRUTHS))
    return `${truths} truths cannot be drawn. Write a whole number from 1 to ${MOST_TRUTHS}.`;
  if (!within(games, MOST_GAMES))
    return `${games} games cannot be played. Write a whole number from 1 to ${MOST_GAMES}.`;
  if (styles.length > MOST_STYLES)
    return `${styles.length} styles are too many: at most ${MOST_STYLES} play each other.`;
  if (new Set(styles).size < styles.length) return "a style is named twice: name each once.";
  if (!isDelay(delay)) return wrongDelay(delay);
  const others = styles.length || STYLE_NAMES.length;
  const played = (others + (openings ? OPENINGS.length * PACES.length : 0)) * others * truths * games;
  if (played > MOST_PLAYED || played * rounds > MOST_WORK)
    return "that is too much to play at once. Ask for fewer truths, games or rounds.";
  return null;
}
