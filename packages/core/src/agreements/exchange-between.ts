// What one package is worth beside another: the same models on both sides, so much sharper than two bands.
import { type Case, done, type Outcome, type Package } from "../case/index.js";
import { at, type Band, band } from "../math/index.js";
import { ledgersOf, movesOf } from "./assessment/moves.js";
import type { Ledger, Move } from "./assessment/types.js";
import { drawPanel, valuesOf } from "./panel.js";
import { type Provenance, provenanceOf } from "./provenance.js";
import { type AnalysisOptions, settingOf } from "./setting.js";

export interface ExchangeBetween extends Provenance {
  readonly moves: readonly Move[];
  readonly ledgers: readonly Ledger[];
  /** Change of each modelled party's value, in its own points. */
  readonly change: Readonly<Record<string, Band>>;
}

/**
 * @param before `{issue: option}`; issues and options that the case does not have stand as today
 * @returns refused where a view leaves no model
 */
export function exchangeBetween(
  written: Case,
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
  options: AnalysisOptions = {},
): Outcome<ExchangeBetween> {
  const setting = settingOf(written, options);
  if (!setting.ok) return setting;
  const { negotiation, views } = setting.value;
  const panel = drawPanel(negotiation, views, "independent", setting.value);
  if (!panel.ok) return panel;
  const [from, to] = [packageOf(negotiation, before), packageOf(negotiation, after)];
  const moves = movesOf(negotiation, panel.value, to, from);
  return done({
    ...provenanceOf(setting.value, [panel.value], "difference of two packages, model by model"),
    moves,
    ledgers: ledgersOf(negotiation, panel.value, to, from, moves),
    change: Object.fromEntries(
      panel.value.members.map((member) => {
        const start = valuesOf(panel.value, member, from);
        return [
          member.party,
          band(valuesOf(panel.value, member, to).map((value, model) => 100 * (value - at(start, model)))),
        ];
      }),
    ),
  });
}

const packageOf = ({ issues }: Case, named: Readonly<Record<string, string>>): Package =>
  issues.map(({ id, options, today }) => {
    const place = Object.hasOwn(named, id) ? options.findIndex((option) => option.id === named[id]) : -1;
    return place < 0 ? today : place;
  });
