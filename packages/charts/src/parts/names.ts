import type { Case } from "@parley/core";

/** Names of what a result calls by id. */
export interface Names {
  readonly issue: (id: string) => string;
  readonly option: (issue: string, option: string) => string;
  readonly party: (id: string) => string;
}

export function namesIn({ issues, parties }: Case): Names {
  const issueOf = new Map(issues.map((issue) => [issue.id, issue]));
  return {
    issue: (id) => issueOf.get(id)?.name ?? id,
    option: (issue, id) => issueOf.get(issue)?.options.find((option) => option.id === id)?.name ?? id,
    party: (id) => parties.find((party) => party.id === id)?.name ?? id,
  };
}

export { capital, listed } from "@parley/core";
