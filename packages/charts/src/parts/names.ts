import { type Case, type Named, partyNamed } from "@parley/core";

/** As much of a case as names are in. */
export type Naming = Pick<Case, "issues" | "parties">;

/** Names of what a result calls by id. */
export interface Names {
  readonly issue: (id: string) => string;
  readonly option: (issue: string, option: string) => string;
  readonly party: (id: string) => string;
  /** A party by its id or name, for the verbs and pronouns that go with it. */
  readonly spoken: (called: string) => Named;
}

export function namesIn({ issues, parties }: Naming): Names {
  const issueOf = new Map(issues.map((issue) => [issue.id, issue]));
  return {
    issue: (id) => issueOf.get(id)?.name ?? id,
    option: (issue, id) => issueOf.get(issue)?.options.find((option) => option.id === id)?.name ?? id,
    spoken: (called) => partyNamed({ parties }, called),
    party: (id) => parties.find((party) => party.id === id)?.name ?? id,
  };
}

export { capital, listed } from "@parley/core";
