// Under which key each answer is kept: what names the same answer is the same key, and what begins alike is asked anew
// together. Keys hold digests and short words, never a file.
import type { AnalysisOptions, Given } from "@parley/core/internal";
import type { JobRequest } from "parley/contract";

type Options = AnalysisOptions;

export const queryKeys = {
  cases: ["list"],
  templates: ["templates"],
  /** Asked anew when anything of the case is changed. */
  latestOf: (id: string) => ["case", id, "latest"],
  trash: ["list", "trash"],
  /** All that is asked of a case's files as they stand; of one reader's with `reader`. */
  case: (id: string, ...reader: readonly (string | null)[]) => ["case", id, ...reader],
  /** Beginnings: what is asked anew when the server is heard again. */
  changing: [["list"], ["case"], ["history"]],
  history: (id: string) => ["history", id],
  opened: (revision: string | undefined) => ["opened", revision],
  samples: ["samples"],
  entries: (revision: string) => ["entries", revision],
  document: (id: string, name: string | null) => ["document", id, name],
  search: (id: string, digest: string, text: string) => ["search", id, digest, text],
  inbox: (id: string) => ["inbox", id],
  reading: (id: string, text: string, day: string | null, digest: string) => ["reading", id, text, day, digest],
  /** A job of the server's on a case that is the same as long as its digest is. */
  job: (digest: string, request: JobRequest) => ["job", digest, request],
  /** The same, of a job that goes by rows which are no part of the digest: what changes the case asks it anew. */
  jobOnRows: (id: string, digest: string, request: JobRequest) => ["case", id, "job", digest, request],
  /** How far a job is. */
  share: (job: readonly unknown[]) => ["share", ...job],
  quickRoadmap: (digest: string, options: Options) => ["quick roadmap", digest, options],
  since: (revision: string, asOf: string | null, since: string) => ["since", revision, asOf, since],
  rounds: (revision: string, since: string | null, { asOf, views }: Options) => [
    "rounds",
    revision,
    since,
    asOf,
    views,
  ],
  pin: (revision: string, options: Options, pin: string) => ["pin", revision, options, pin],
  interview: (revision: string, party: string, given: readonly Given[]) => ["interview", revision, party, given],
  check: (revision: string, party: string, holder: string, given: readonly Given[]) => [
    "check",
    revision,
    party,
    holder,
    given,
  ],
} as const;
