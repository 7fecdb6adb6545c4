// What an offer changes issue by issue against a baseline, and what each party gives and gets by that in its own
// points.
import type { Case, Package } from "../../case/index.js";
import { at, type Band, band, share } from "../../math/index.js";
import { LIKELY } from "../../wording/index.js";
import { drawOf, type Member, type Panel } from "../panel.js";
import type { Ledger, Move, Substance } from "./types.js";

/** Change of a member's points on one issue in every joint model. */
function deltas(panel: Panel, member: Member, issue: number, from: number, to: number): Float64Array {
  const size = at(panel.offsets, panel.offsets.length - 1);
  const offset = at(panel.offsets, issue);
  const { worth } = member.models;
  return Float64Array.from({ length: panel.count }, (_, model) => {
    const start = drawOf(member, model) * size + offset;
    return 100 * (worth[start + to]! - worth[start + from]!);
  });
}

const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const NOTHING = 1e-7;
/** Almost no chance, by ICD 203. */
const RARE = 0.05;

/** The issues on which a package differs from the baseline, and what that is worth to everyone modelled. */
export function movesOf(negotiation: Case, panel: Panel | null, options: Package, baseline: Package): Move[] {
  return negotiation.issues.flatMap((issue, index) => {
    const [from, to] = [at(baseline, index), at(options, index)];
    if (from === to) return [];
    const target = at(issue.options, to);
    const changes = (panel?.members ?? []).map((member) => ({
      party: member.party,
      change: deltas(panel as Panel, member, index, from, to),
    }));
    return [
      {
        issue: issue.id,
        name: issue.name,
        from: at(issue.options, from).id,
        to: target.id,
        kind: target.kind,
        verify: target.verify,
        worth: Object.fromEntries(changes.map(({ party, change }) => [party, band(change)])),
        givenBy: changes
          .filter(({ change }) => share(change, (delta) => delta < -NOTHING) >= LIKELY)
          .map(({ party }) => party),
        gainedBy: changes
          .filter(({ change }) => share(change, (delta) => delta > NOTHING) >= LIKELY)
          .map(({ party }) => party),
      },
    ];
  });
}

/** What each party gives and gets in its own points. The scales of two parties are never added. */
export function ledgersOf(
  negotiation: Case,
  panel: Panel,
  options: Package,
  baseline: Package,
  moves: readonly Move[],
): Ledger[] {
  const indexOf = new Map(negotiation.issues.map((issue, index) => [issue.id, index]));
  return panel.members.map((member): Ledger => {
    const own = moves.map((move) => {
      const index = indexOf.get(move.issue) ?? 0;
      return { move, change: deltas(panel, member, index, at(baseline, index), at(options, index)) };
    });
    const given = own.filter(({ move }) => move.givenBy.includes(member.party));
    const gained = own.filter(({ move }) => move.gainedBy.includes(member.party));
    // What others do may cost it dearly, and is still not given by it.
    const forGood = given
      .filter(({ move }) => move.kind === "irreversible" && isGivenBy(negotiation, move.issue, member.party))
      .map(({ move }) => move.issue);
    const returned = substanceOf(gained);
    return {
      party: member.party,
      name: member.name,
      gives: total(given, panel.count, -1),
      gets: total(gained, panel.count, 1),
      givesNothing: own.every(({ change }) => share(change, (delta) => delta < -NOTHING) < RARE),
      getsNothing: own.every(({ change }) => share(change, (delta) => delta > NOTHING) < RARE),
      given: substanceOf(given),
      gained: returned,
      irreversibleForReversible: returned && returned.irreversible === 0 && returned.unsaid === 0 ? forGood : [],
    };
  });
}

/** Whether a party is said to be one of those who give on an issue. */
const isGivenBy = ({ issues }: Case, id: string, party: string): boolean =>
  issues.find((issue) => issue.id === id)?.gives.includes(party) ?? false;

type Change = { readonly move: Move; readonly change: Float64Array };

function total(changes: readonly Change[], count: number, sign: number): Band {
  const sums = new Float64Array(count);
  for (const { change } of changes)
    for (let model = 0; model < count; model++) sums[model] = sums[model]! + sign * change[model]!;
  return band(sums);
}

function substanceOf(changes: readonly Change[]): Substance | null {
  const points = changes.map(({ change }) => Math.abs(mean(change)));
  const all = points.reduce((sum, value) => sum + value, 0);
  if (all <= NOTHING) return null;
  const part = (test: (move: Move) => boolean) =>
    changes.reduce((sum, { move }, k) => sum + (test(move) ? at(points, k) : 0), 0) / all;
  return {
    symbolic: part(({ kind }) => kind === "symbolic"),
    reversible: part(({ kind }) => kind === "reversible"),
    irreversible: part(({ kind }) => kind === "irreversible"),
    unsaid: part(({ kind }) => kind === null),
    verifiable: part(({ verify }) => verify !== null),
  };
}
