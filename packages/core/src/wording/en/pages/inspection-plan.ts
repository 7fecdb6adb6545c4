// The plan of inspection as fields.

/** What a plan holds where a page begins it. */
const beginning = (holder: string, day: string): string =>
  `# How inspectors would look, and what is suspected. Confidential to its holder.
holder: ${holder}
date: ${day}
# What must not go unseen; its quantity, detection and timeliness are the IAEA's unless written here.
goal: { material: high-enriched-uranium }
# What there is to spend in one round of inspections.
effort: { total: 20, unit: inspector-days, every: 1 month }
sites:
  - { id: store, name: A declared store, items: 100, each: 1, effort: 0.5 }
  - { id: suspected, name: A suspected site, effort: 5, identification: 0.8, belief: [0.1, 0.5], overlook: [0.2, 0.5] }
`;

/** The fields of a site: its column, and what a field says of itself. */
const columns = {
  name: { head: "Where", label: "Name" },
  items: { head: "items", label: "Items" },
  each: { head: "each holds", label: "What each holds" },
  effort: { head: "effort to check one", label: "Effort" },
  identification: { head: "a check sees", label: "What a check sees" },
  belief: { head: "something is here", label: "Belief" },
  overlook: { head: "a look misses it", label: "What a look misses" },
};

/** What keeps a plan from being written. */
const wrong = {
  noLength: (text: string) => `“${text}” is no length of time. Write 30 days, 1 month or 1 year.`,
  noName: "A site has no name.",
  noNumber: (site: string, text: string) => `${site}: “${text}” is no number. Write a point before the decimals.`,
  noShare: (site: string, text: string) => `${site}: “${text}” is no share. Write 0.3, or 0.1–0.5.`,
  noSite: "A plan needs a site.",
};

export const inspectionPlan = {
  beginning,
  begun: (holder: string) => `Plan of inspection begun for ${holder}`,
  begin: "Begin a plan of inspection, confidential to",
  analyst: "an analyst",
  changed: "Plan of inspection changed",
  heading: "Change sites, effort and goal",
  effort: "Effort a round",
  unit: "in",
  unitDefault: "inspector-days",
  unitUnsaid: "units of effort",
  every: "every",
  everyForm: "1 month",
  mustNotGoUnseen: "What must not go unseen",
  somethingElse: "something else",
  quantity: "how much",
  detection: "seen with",
  timeliness: "within",
  byDefault: "default",
  sites: "Sites as fields",
  columns,
  cell: (label: string, site: string) => `${label} of ${site === "" ? "a new site" : site}`,
  takeOut: "Take out",
  note: "A declared site has items that can be checked one by one; a place without items is visited whole. Beliefs and misses are shares: 0.3, or a range, 0.1–0.5.",
  add: "Add a site",
  keep: "Keep the plan",
  where: (file: string, holder: string) => `In ${file}, for ${holder} alone.`,
  wrong,
};
