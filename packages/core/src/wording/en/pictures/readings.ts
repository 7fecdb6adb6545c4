// English text of the picture of what each reading of a disputed word would cost and bring the parties, and of its
// table.
import { type Named, nameIn } from "../../named.js";
import { labelName, objective } from "../grammar.js";
import { type LedgerSaid, meanings } from "../meanings.js";

export interface ReadingSaid {
  readonly reader: Named;
  readonly ledgers: readonly { readonly party: Named; readonly ledger: LedgerSaid }[];
}

function said({ reader, ledgers }: ReadingSaid): string {
  const each = ledgers.map(({ party, ledger }) => {
    const { gives, gets } = meanings.worth(ledger);
    return `it would cost ${nameIn(party)} ${gives} and bring ${objective(party)} ${gets}`;
  });
  return `${meanings.readBy(reader)}, ${each.join("; ")}.`;
}

export interface ReadingRow {
  readonly reader: string;
  readonly party: string;
  readonly ledger: LedgerSaid;
  readonly redLines: readonly { readonly party: string; readonly text: string }[];
  readonly brokenRules: readonly string[];
}

export const readings = {
  title: (word: string) => `“${word}”: what each reading would cost and bring`,
  description: (all: readonly ReadingSaid[]) => all.map(said).join(" "),
  worth: (ledger: LedgerSaid) => {
    const { gives, gets } = meanings.worth(ledger);
    return `costs ${gives}, brings ${gets}`;
  },
  figures: {
    head: ["Reading", "Party", "Costs", "Brings", "What stands against it"],
    row: ({ reader, party, ledger, redLines, brokenRules }: ReadingRow) => [
      labelName(reader),
      party,
      meanings.worth(ledger).gives,
      meanings.worth(ledger).gets,
      [
        ...redLines.map((line) => meanings.redLine(line.party, line.text)),
        ...brokenRules.map(meanings.brokenRule),
      ].join("; "),
    ],
  },
};
