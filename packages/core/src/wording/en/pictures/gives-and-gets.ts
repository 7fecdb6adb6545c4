// English text of the picture of what an offer costs and brings each party, issue by issue, and of its table.
import { type Band, bandText } from "../../../math/index.js";
import { type Named, nameIn } from "../../named.js";
import { assessment, type KindId } from "../assessment.js";
import { objective, possessive } from "../grammar.js";
import { type LedgerSaid, meanings } from "../meanings.js";

function said(party: Named, ledger: LedgerSaid): string {
  const { gives, gets } = meanings.worth(ledger);
  return `It costs ${nameIn(party)} ${gives} and brings ${objective(party)} ${gets} of ${possessive(party)} own points.`;
}

export interface MoveRow {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly kind: KindId | null;
  readonly verify: string | null;
  /** One a party; none where it neither costs nor brings it anything. */
  readonly worth: readonly (Band | null)[];
}

const worth = (band: Band | null): string => (band ? bandText(band, true) : "–");

const totals = (label: string, of: "gives" | "gets", ledgers: readonly (LedgerSaid | undefined)[]): string[] => [
  label,
  "",
  "",
  "",
  ...ledgers.map((ledger) => (ledger ? meanings.worth(ledger)[of] : "nothing")),
];

export const givesAndGets = {
  title: (offer: string, against: string) =>
    `“${offer}”: what it costs and brings each, against ${assessment.against(against)}`,
  description: (ledgers: readonly { readonly party: Named; readonly ledger: LedgerSaid }[]) =>
    ledgers.map(({ party, ledger }) => said(party, ledger)).join(" "),
  move: (mark: string | null, issue: string, change: string) => `${mark === null ? "" : `${mark} `}${issue}: ${change}`,
  worth,
  figures: {
    head: (parties: readonly string[]) => ["Issue", "Change", "Kind", "How the other side would know", ...parties],
    row: ({ name, from, to, kind, verify, worth: each }: MoveRow) => [
      name,
      assessment.change(from, to),
      kind === null ? "not said" : assessment.kinds[kind],
      verify ?? "not said",
      ...each.map(worth),
    ],
    gives: (ledgers: readonly (LedgerSaid | undefined)[]) => totals("Costs in all", "gives", ledgers),
    gets: (ledgers: readonly (LedgerSaid | undefined)[]) => totals("Brings in all", "gets", ledgers),
  },
};
