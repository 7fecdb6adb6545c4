// A tournament divided into parts that can be played anywhere and in any order, and put together again.
import type { Outcome } from "@parley/core";
import { type Tournament, type TournamentOptions, type TournamentPart, truthsIn } from "@parley/core/rehearsal";
import type { Jobs, WorkedOn } from "./jobs.js";
import { type RunOptions, runTask } from "./run.js";

/** Truths of one part: seconds of work, so that few are lost where a worker ends. */
const TRUTHS_OF_A_PART = 5;

/** Plays a tournament. The same bytes whatever plays its parts. @throws when the signal aborts it */
export async function runTournament(
  on: WorkedOn,
  options: TournamentOptions,
  jobs: Jobs,
  { signal, onProgress = () => {}, ...more }: RunOptions = {},
): Promise<Outcome<Tournament>> {
  const { negotiation } = on;
  const truths = truthsIn(negotiation, options);
  if (!truths.ok) return truths;
  const units = Array.from({ length: Math.ceil(truths.value / TRUTHS_OF_A_PART) }, (_, k) => ({
    task: "tournamentPart" as const,
    options: {
      ...options,
      from: k * TRUTHS_OF_A_PART,
      to: Math.min(truths.value, (k + 1) * TRUTHS_OF_A_PART),
    },
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
