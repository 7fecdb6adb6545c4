// What a room is about: the open part of a case, as far as offers and bids need it.
import type { Case } from "../case/index.js";

export interface MatterOption {
  readonly id: string;
  readonly name: string;
}

export interface MatterIssue {
  readonly id: string;
  readonly name: string;
  readonly unit: string | null;
  /** Parties that give in it, the more the further down its options. */
  readonly gives: readonly string[];
  /** The option in force today, by id. */
  readonly today: string | null;
  readonly options: readonly MatterOption[];
}

export interface RoomMatter {
  readonly title: string;
  readonly about: string | null;
  /** Who negotiates. */
  readonly parties: readonly { readonly id: string; readonly name: string }[];
  readonly issues: readonly MatterIssue[];
}

/** The matter of a case. Nothing that anybody holds in confidence is in it. */
export const matterOf = ({ title, about, parties, issues }: Case): RoomMatter => ({
  title,
  about,
  parties: parties.filter(({ role }) => role === "negotiating").map(({ id, name }) => ({ id, name })),
  issues: issues.map(({ id, name, unit, gives, today, options }) => ({
    id,
    name,
    unit,
    gives,
    today: options[today]?.id ?? null,
    options: options.map((option) => ({ id: option.id, name: option.name })),
  })),
});

/** Whether each issue and option that is named is one of the matter's. */
export const isOf = ({ issues }: Pick<RoomMatter, "issues">, named: Readonly<Record<string, string>>): boolean =>
  Object.entries(named).every(([issue, option]) =>
    issues.some(({ id, options }) => id === issue && options.some((one) => one.id === option)),
  );
