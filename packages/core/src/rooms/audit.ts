// Whether a record of a room is whole: the entries of each stream are a chain, in which each bears the hash of the one before it.
// Who has a record can check it with nothing but SHA-256.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { z } from "zod";

const hex = z.string().regex(/^([0-9a-f]{64})?$/);
const head = z.object({
  parleyRoom: z.literal(1),
  room: z.string().max(64),
  title: z.string().max(300),
  streams: z.array(z.object({ audience: z.string().max(80), seq: z.number().int().min(0), hash: hex })).max(200),
});
const entry = z.object({
  audience: z.string().max(80),
  seq: z.number().int().min(1),
  /** Microseconds since 1970: more than a number can hold exactly in some years' time. */
  at: z.string().regex(/^\d{1,20}$/),
  seat: z.string().max(64).nullable(),
  kind: z.string().max(64),
  body: z.string(),
  prev: hex,
  hash: hex,
});

export type RecordHead = z.output<typeof head>;
export type RecordEntry = z.output<typeof entry>;

/** What is wrong with a record, the first of each stream. `line` is from 1, where there is one. */
export type RecordFault =
  | { readonly kind: "no-record" }
  | { readonly kind: "unreadable"; readonly line: number }
  | { readonly kind: "altered"; readonly line: number; readonly audience: string; readonly seq: number }
  | { readonly kind: "missing"; readonly line: number; readonly audience: string; readonly seq: number }
  | { readonly kind: "cut"; readonly audience: string; readonly seq: number; readonly of: number }
  | { readonly kind: "other-end"; readonly audience: string; readonly seq: number };

export interface CheckedRecord {
  readonly head: RecordHead | null;
  /** Entries that were found whole. */
  readonly entries: number;
  readonly faults: readonly RecordFault[];
}

/** The hash of an entry, hexadecimal. The form is the database's, in `rooms.write`. */
export const entryHash = (
  room: string,
  { prev, audience, seq, at, seat, kind, body }: Omit<RecordEntry, "hash">,
): string => bytesToHex(sha256(utf8ToBytes([prev, room, audience, seq, at, seat ?? "-", kind, body].join("\n"))));

/** Checks a record: a head and an entry a line, as JSON. */
export function checkRecord(text: string): CheckedRecord {
  const lines = text.split("\n");
  const first = head.safeParse(parsed(lines[0] ?? ""));
  if (!first.success) return { head: null, entries: 0, faults: [{ kind: "no-record" }] };
  const { room, streams } = first.data;
  const faults: RecordFault[] = [];
  const reached = new Map<string, { seq: number; hash: string }>();
  const faulty = new Set<string>();
  let entries = 0;
  for (const [index, text] of lines.entries()) {
    if (index === 0 || text === "") continue;
    const line = index + 1;
    const read = entry.safeParse(parsed(text));
    if (!read.success) {
      faults.push({ kind: "unreadable", line });
      continue;
    }
    const { audience, seq, prev, hash } = read.data;
    if (faulty.has(audience)) continue;
    const last = reached.get(audience) ?? { seq: 0, hash: "" };
    const kind =
      seq !== last.seq + 1 ? "missing" : prev !== last.hash || hash !== entryHash(room, read.data) ? "altered" : null;
    if (kind) {
      faulty.add(audience);
      faults.push({ kind, line, audience, seq: kind === "missing" ? last.seq + 1 : seq });
      continue;
    }
    reached.set(audience, { seq, hash });
    entries += 1;
  }
  // A stream that the head does not know was added, or cut out of the head.
  for (const [audience, { seq }] of reached)
    if (!faulty.has(audience) && !streams.some((one) => one.audience === audience))
      faults.push({ kind: "other-end", audience, seq });
  for (const { audience, seq, hash } of streams) {
    if (faulty.has(audience)) continue;
    const last = reached.get(audience) ?? { seq: 0, hash: "" };
    if (last.seq < seq) faults.push({ kind: "cut", audience, seq: last.seq, of: seq });
    else if (last.seq > seq || last.hash !== hash) faults.push({ kind: "other-end", audience, seq: last.seq });
  }
  return { head: first.data, entries, faults };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}
