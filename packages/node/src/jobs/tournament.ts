// A tournament divided into parts that can be played anywhere and in any order, and put together again.
import type { Outcome } from "@parley/core/internal";
import { type Tournament, type TournamentOptions, type TournamentPart, tournamentSize } from "@parley/core/rehearsal";
import type { Jobs, WorkedOn } from "./jobs.js";
import { type RunOptions, runTask } from "./run.js";

/** Rounds of one part, about: seconds of work, so that little is lost where a worker ends. */
const ROUNDS_OF_A_PART = 20_000;
/** Seconds for one round on one thread, where players learn: measured on the case of Hanoi, and about right is enough. */
const SECONDS_OF_A_ROUND = 75e-6;

/** Plays a tournament. The same bytes whatever plays its parts. @throws when the signal aborts it */
export async function runTournament(
  on: WorkedOn,
  options: TournamentOptions,
  jobs: Jobs,
  { signal, onProgress = () => {}, ...more }: RunOptions = {},
): Promise<Outcome<Tournament>> {
  const { negotiation } = on;
  const size = tournamentSize(negotiation, options);
  if (!size.ok) return size;
  const { truths, rounds } = size.value;
  const each = Math.max(1, Math.floor(ROUNDS_OF_A_PART / rounds));
  const units = Array.from({ length: Math.ceil(truths / each) }, (_, k) => ({
    task: "tournamentPart" as const,
    options: { ...options, from: k * each, to: Math.min(truths, (k + 1) * each) },
    seconds: each * rounds * SECONDS_OF_A_ROUND,
  }));
  let finished = 0;
  const parts = await jobs.run(on, units, {
    ...(signal && { signal }),
    onDone: () => onProgress(++finished / units.length),
  });
  const played: TournamentPart[] = [];
  for (const part of parts) {
    if (!part.ok) return part;
    played.push(part.value);
  }
  return await runTask(
    "tournament",
    negotiation,
    { ...options, parts: played },
    { ...more, ...(signal && { signal }) },
  );
}
