// Who tries tokens is slowed down: each wrong one from an address makes the next answer to it later, up to a few seconds.
// Nobody is locked out, since an owner may be behind the same address.
import { setTimeout as passed } from "node:timers/promises";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

export type Wait = (milliseconds: number) => Promise<unknown>;

const FIRST_MS = 200;
const LONGEST_MS = 5000;
/** As many may wait at one address; a browser asks once. */
const MOST_WAITING = 10;
/** As many addresses are remembered, those that were wrong last. */
const MOST_KNOWN = 1000;

interface Known {
  wrong: number;
  waiting: number;
}

/** Does a check after the delay that its address has earned. @returns null where too many wait there already */
export function createBrake(wait: Wait = (milliseconds) => passed(milliseconds, undefined, { ref: false })) {
  const known = new Map<string, Known>();
  return async (address: string, check: () => boolean): Promise<boolean | null> => {
    const of = known.get(address) ?? { wrong: 0, waiting: 0 };
    if (of.waiting >= MOST_WAITING) return null;
    known.delete(address);
    known.set(address, of);
    for (const [other, { waiting }] of known) {
      if (known.size <= MOST_KNOWN) break;
      if (waiting === 0) known.delete(other);
    }
    of.waiting += 1;
    try {
      if (of.wrong > 0) await wait(Math.min(LONGEST_MS, FIRST_MS * 2 ** (of.wrong - 1)));
    } finally {
      of.waiting -= 1;
    }
    const right = check();
    of.wrong = right ? 0 : Math.min(of.wrong + 1, 20);
    return right;
  };
}

/** Where a request comes from; one name for all where that is not known. */
export function addressOf(context: Context): string {
  try {
    return getConnInfo(context).remote.address ?? "";
  } catch {
    return "";
  }
}
