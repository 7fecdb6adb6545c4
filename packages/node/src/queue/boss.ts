// The queue itself, which pg-boss keeps: who takes what, what is tried again, and what has failed for good.

import { PLAYS, PROTOCOLS } from "@parley/core/rehearsal";
import PgBoss from "pg-boss";
import { z } from "zod";

export const SCHEMA = "parley_queue";
/** Programs that would answer otherwise take from queues of their own. */
export const QUEUE = `units-${PLAYS}`;
/** Units that failed as often as they are tried, for whoever runs the database to look at. */
const DEAD = "dead-units";

/** A unit whose worker has been gone for so long is given to another, at least. */
export const GONE_SECONDS = 15;
/** How often it is looked for such. */
const LOOKED_SECONDS = 5;
const TRIES = 5;

const text = z.string().min(1).max(1000);
const count = z
  .int()
  .min(0)
  .max(2 ** 31);

/** What stands in the queue: read like any other file, for whoever may write to the database may write anything there. */
export const unitSchema = z.strictObject({
  unit: text,
  case: text,
  task: z.literal("tournamentPart"),
  options: z.strictObject({
    from: count,
    to: count,
    party: text.exactOptional(),
    styles: z.array(text).max(100).exactOptional(),
    rounds: count.exactOptional(),
    truths: count.exactOptional(),
    games: count.exactOptional(),
    openings: z.boolean().exactOptional(),
    delay: z.number().min(0).max(0.5).exactOptional(),
    protocol: z.enum(PROTOCOLS).exactOptional(),
    seed: count.exactOptional(),
    models: count.exactOptional(),
    asOf: text.exactOptional(),
    sharedWith: text.nullable().exactOptional(),
    views: z.record(text, text).exactOptional(),
  }),
});

export type QueuedUnit = z.infer<typeof unitSchema>;

/**
 * Opens it, and makes its tables where they are missing.
 * @param onTrouble told when the database does not answer; the queue goes on by itself once it does
 */
export async function openBoss(url: string, onTrouble: (error: Error) => void): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: url,
    schema: SCHEMA,
    application_name: "parley queue",
    max: 4,
    schedule: false,
    maintenanceIntervalSeconds: LOOKED_SECONDS,
    monitorStateIntervalSeconds: LOOKED_SECONDS,
  });
  boss.on("error", onTrouble);
  await boss.start();
  const retry = {
    retryLimit: TRIES - 1,
    retryDelay: 0,
    retryBackoff: false,
    expireInSeconds: GONE_SECONDS,
    deadLetter: DEAD,
  };
  await boss.createQueue(DEAD);
  await boss.createQueue(QUEUE, { name: QUEUE, ...retry });
  await boss.updateQueue(QUEUE, { name: QUEUE, ...retry });
  return boss;
}
