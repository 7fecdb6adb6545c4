// English text of `parley diff`, the command that compares two versions of a case or draft clause by clause.
import { type Band, bandText } from "../../../math/index.js";
import { rounds } from "../rounds.js";

const EXAMPLES = `
Examples:
  parley diff last-round this-round                  # two copies of a case
  parley draft my-talks --json > round-3.json        # keep a draft …
  parley diff round-3.json my-talks                  # … and compare with it later
  parley diff my-talks --since 2026-03-01            # what the workbench changed after that day
`;

export interface MoveSaid {
  readonly mark: string;
  readonly issue: string;
  readonly from: string;
  readonly to: string;
  readonly worth: readonly { readonly name: string; readonly band: Band }[];
}

const move = ({ mark, issue, from, to, worth }: MoveSaid): string =>
  `${mark} ${issue}: ${from} → ${to} (${worth.map(({ name, band }) => `${name} ${bandText(band, true)}`).join("; ")})`;

export const diff = {
  description: "clause by clause, what moved between two versions, who gave, and what it did",
  before: "the earlier version: a case folder, or a framework kept with parley draft --json",
  after: "the later version",
  flags: {
    since: "instead of B: compare A as it stood at the end of this day with A as it is",
    failOn: "end with 3 where any clause changed",
  },
  examples: EXAMPLES,
  oneVersion: "Name two versions, or one with --since: parley diff A B, or parley diff A --since 2026-03-01.",
  bothGiven: "Give either a second version or --since, not both.",
  notForSharing:
    "The history of a case is its owner's alone, so --since is not for sharing. Compare two folders instead.",
  noPast: (folder: string, since: string, why: string) => `${folder} cannot be seen as it stood on ${since}: ${why}.`,
  pastProblems: (folder: string, since: string, problems: readonly string[]) =>
    `${folder}, as it stood on ${since}, had problems:\n${problems.join("\n")}`,
  tooLarge: (file: string) => `${file} is over 16 MiB, so no draft of ours.`,
  notToShare: (file: string, marking: string, reader: string) =>
    `${file} is ${marking}, and --share ${reader} may show nothing of it. Draft it again with --share ${reader}.`,
  did: "What it did",
  move,
  exposure: rounds.exposed,
  clause: (where: string, kind: string, gifts: readonly { readonly name: string; readonly kind: string }[]) =>
    [where, kind, ...gifts.map(({ name, kind: gift }) => `${name} ${gift}`)].join(" · "),
  redated: rounds.redated,
};
