// What one party may read of a case that holds the files of several: its own, and those of holders who are no party, such as
// the analyst who keeps the case.
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { caseJson } from "./case-json.js";
import type { Case } from "./types.js";

/** The case without what other parties hold; its digest is of what is left, so that nothing else can be told from it. */
export function readableBy(negotiation: Case, party: string): Case {
  const others = new Set(negotiation.parties.map(({ id }) => id).filter((id) => id !== party));
  const open = ({ holder }: { readonly holder: string }): boolean => !others.has(holder);
  const { digest: _, ...rest } = negotiation;
  const left = {
    ...rest,
    interests: negotiation.interests.filter(open),
    verification: negotiation.verification.filter(open),
  };
  const nothingHidden =
    left.interests.length === negotiation.interests.length &&
    left.verification.length === negotiation.verification.length;
  return nothingHidden ? negotiation : { ...left, readBy: party, digest: digestOf(left) };
}

const digestOf = (value: unknown): string => bytesToHex(sha256(utf8ToBytes(caseJson(value))));
