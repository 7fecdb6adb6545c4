// What a sentence speaks of: parties, issues and options by the names that their case gives them.

/**
 * A party as grammar needs it, or its name alone. A language asks for what it needs: English whether it is one or several,
 * others its gender too. What is left out, a language tells from the name as well as it can.
 */
export type Named =
  | string
  | {
      readonly name: string;
      readonly plural?: boolean | undefined;
      readonly gender?: "feminine" | "masculine" | "neuter" | undefined;
      /** Whether it is the reader's own side, which is spoken to. */
      readonly addressed?: boolean | undefined;
    };

/** What a party is called, without what grammar needs. */
export const nameIn = (named: Named): string => (typeof named === "string" ? named : named.name);

/** As much of a case as names are in. */
export interface Naming {
  readonly parties: readonly {
    readonly id: string;
    readonly name: string;
    readonly plural?: boolean | undefined;
    readonly addressed?: boolean | undefined;
  }[];
  readonly issues: readonly {
    readonly id: string;
    readonly name: string;
    readonly options: readonly { readonly id: string; readonly name: string }[];
  }[];
}

/** Names of what a result calls by id; the id itself where the case does not know it. */
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
    party: (id) => partyName({ parties }, id),
  };
}

/** The party of a case by its id or name, as grammar needs it; else the name. */
export function partyNamed({ parties }: Pick<Naming, "parties">, called: string): Named {
  const party = parties.find(({ id }) => id === called) ?? parties.find(({ name }) => name === called);
  if (!party) return called;
  return {
    name: party.name,
    ...(party.plural !== undefined && { plural: party.plural }),
    ...(party.addressed && { addressed: true }),
  };
}

/** What a party is called; its id where the case does not know it. */
export const partyName = ({ parties }: Pick<Naming, "parties">, id: string): string =>
  parties.find((party) => party.id === id)?.name ?? id;

/** The name alone, where nothing has to follow it. */
export const nameOf = (named: Named): string => (typeof named === "string" ? named : named.name);
