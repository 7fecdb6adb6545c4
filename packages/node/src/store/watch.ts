// Hears of what other programs change, by looking: what the operating system tells of folders that are taken away and
// put back (a checkout does that) is lost on Linux, and on network drives all of it is.
import { join } from "node:path";
import { findCases } from "./find-cases.js";
import { stampsOf } from "./stamps.js";

/** Often enough to be at once for a person; a look at a hundred cases takes a few milliseconds. */
const EVERY_MS = 400;

/** A case folder and one of its files, with `/`. */
export interface CaseFilePlace {
  readonly folder: string;
  readonly file: string;
}

/**
 * Looks again and again until closed. The first look is over when this resolves: what changes after it is heard of.
 * @param hear told of every file of a case that came, went or changed
 */
export async function watchCases(
  root: string,
  hear: (place: CaseFilePlace) => Promise<void>,
): Promise<{ readonly close: () => Promise<void> }> {
  let seen = await lookAt(root);
  let closed = false;
  let looking: Promise<void> = Promise.resolve();
  const look = async () => {
    const now = await lookAt(root);
    const changed = [...new Set([...seen.keys(), ...now.keys()])].filter(
      (key) => seen.get(key)?.stamp !== now.get(key)?.stamp,
    );
    const places = changed.flatMap((key) => now.get(key) ?? seen.get(key) ?? []);
    seen = now;
    for (const place of places) if (!closed) await hear(place);
  };
  const timer = setInterval(() => {
    looking = looking.then(() => (closed ? undefined : look())).catch(() => {});
  }, EVERY_MS);
  timer.unref();
  return {
    close: async () => {
      closed = true;
      clearInterval(timer);
      await looking;
    },
  };
}

interface Seen extends CaseFilePlace {
  /** Another stamp, another file. */
  readonly stamp: string;
}

async function lookAt(root: string): Promise<ReadonlyMap<string, Seen>> {
  const seen = new Map<string, Seen>();
  for (const folder of (await findCases(root)).values())
    for (const [file, stamp] of await stampsOf(folder)) seen.set(join(folder, file), { folder, file, stamp });
  return seen;
}
