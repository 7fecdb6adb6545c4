// The package in the making as an offer in record.yaml.
import { type Case, nameFor } from "@parley/core/internal";
import { type Chosen, todayOf } from "../chosen-package.js";
import { written } from "../interests-file.js";

export interface NewOffer {
  readonly name: string;
  /** A party; empty where nobody has made it yet. */
  readonly by: string;
  readonly date: string;
  readonly options: Chosen;
}

/** @param draft who an offer is said to be by that nobody has made yet */
export function offerEdit({ issues, offers }: Pick<Case, "issues" | "offers">, offer: NewOffer, draft: string) {
  const { name, by, date, options } = offer;
  const id = nameFor(name, new Set(["today", "no-deal", ...offers.map((one) => one.id)]), "offer");
  const today = todayOf({ issues });
  const moved = issues.filter((issue) => options[issue.id] !== today[issue.id]);
  // An offer names an issue at least: one to leave all as it is today names them all.
  const named = moved.length > 0 ? moved : issues;
  const value = {
    id,
    name,
    date,
    ...(by === "" ? { outsider: draft } : { by }),
    package: Object.fromEntries(named.map((issue) => [issue.id, written(options[issue.id] ?? "")])),
  };
  return { id, changes: [{ path: ["offers", offers.length], value }] };
}
