// The cost and benefit to each party of each disputed reading of a term, valued as a package against the way things are
// today.
import { type Case, done, type Outcome, type Package } from "../case/index.js";
import { terms } from "../evidence/index.js";
import { at } from "../math/index.js";
import { ledgersOf, movesOf } from "./assessment/moves.js";
import type { Ledger } from "./assessment/types.js";
import { drawPanel } from "./panel.js";
import { type Provenance, provenanceOf } from "./provenance.js";
import { type AnalysisOptions, settingOf } from "./setting.js";
import { brokenRules, crossedBy, redLinesOn } from "./space.js";

/** What it would cost and bring each party to have a word read as one of them reads it. */
export interface ReadingWorth {
  readonly term: string;
  /** Whose reading. */
  readonly reading: string;
  /** What each modelled party gives and gets against today, in its own points. */
  readonly ledgers: readonly Ledger[];
  /** What the reading asks for that cannot be done as things stand, or that somebody will not accept. */
  readonly brokenRules: readonly string[];
  readonly redLines: readonly { readonly party: string; readonly text: string }[];
}

export interface ReadingWorths extends Provenance {
  readonly readings: readonly ReadingWorth[];
}

/** Every reading of every term as a package: today, with what the reading obliges brought to it. */
export function readingWorths(written: Case, options: AnalysisOptions = {}): Outcome<ReadingWorths> {
  const setting = settingOf(written, options);
  if (!setting.ok) return setting;
  const { negotiation, views, asOf } = setting.value;
  const read = terms(negotiation, options);
  if (!read.ok) return read;
  const panel = drawPanel(negotiation, views, "independent", setting.value);
  if (!panel.ok) return panel;
  const lines = redLinesOn(negotiation, views, asOf);
  const readings = read.value.terms.flatMap((term) =>
    term.obligations.map((obligation): ReadingWorth => {
      const asked = brought(negotiation, obligation.options);
      const moves = movesOf(negotiation, panel.value, asked, negotiation.today);
      const broken = brokenRules(negotiation, asked);
      return {
        term: term.id,
        reading: obligation.party,
        ledgers: ledgersOf(negotiation, panel.value, asked, negotiation.today, moves),
        brokenRules: negotiation.rules.filter(({ id }) => broken.includes(id)).map(({ text }) => text),
        redLines: crossedBy(asked, lines).map(({ party, text }) => ({ party, text })),
      };
    }),
  );
  return done({
    ...provenanceOf(setting.value, [panel.value], "readings as packages, against today"),
    readings,
  });
}

/** Today, with the named issues brought to these options. */
function brought({ issues, today }: Case, options: Readonly<Record<string, string>>): Package {
  return issues.map((issue, index) => {
    const asked = issue.options.findIndex(({ id }) => id === options[issue.id]);
    return asked < 0 ? at(today, index) : asked;
  });
}
