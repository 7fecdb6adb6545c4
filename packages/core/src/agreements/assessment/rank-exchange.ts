// Whether who signs hangs on the order of two issues in somebody's ranking: always looked at, since it needs no frontier.
import { meets, type Package } from "../../case/index.js";
import { exchangedModels } from "../../interests/index.js";
import { at, share, TOLERANCE } from "../../math/index.js";
import { LIKELY, partyNamed, sentencesIn, type VerdictSaid } from "../../wording/index.js";
import { chanceOfEnough, enoughOf } from "../acceptance.js";
import { type Member, signedShare } from "../panel.js";
import { crossedBy } from "../space.js";
import { type Ground, vetoes } from "./ground.js";

/** Two neighbours of a ranking whose exchange makes another answer of who signs. */
export interface RankThatTurns {
  readonly party: string;
  /** The issue that is ranked higher now, and the one below it, by their places in the case. */
  readonly upper: number;
  readonly lower: number;
  /** Of the upper, from 0 for the first rank. */
  readonly place: number;
  /** Chance that the party signs, now and the other way round. */
  readonly signs: readonly [now: number, then: number];
  readonly becomes: VerdictSaid;
}

/** Models of one party that are looked at for every exchange. */
const TRIED = 600;

/** The exchanges that turn the answer, the lowest ranks first: the lower two neighbours stand, the smaller is the change. */
export function ranksThatTurn(ground: Ground, options: Package): RankThatTurns[] {
  const { negotiation, panel, lines } = ground;
  if (panel.numbers || crossedBy(options, lines).length > 0) return [];
  if (negotiation.rules.some(({ forbidden }) => forbidden.some((conditions) => meets(options, conditions)))) return [];
  const members = vetoes(panel);
  const enough = enoughOf(negotiation, members);
  const now = members.map((member) => signedShare(panel, member, options));
  // Joint chances are taken as if parties were drawn apart, as they are.
  const codeOf = (signs: readonly number[]): VerdictSaid => {
    const refusing = members.filter((_, p) => at(signs, p) <= 1 - LIKELY);
    if (refusing.length > 0 && !negotiation.acceptance)
      return { code: "refused", parties: refusing.map(({ party }) => partyNamed(negotiation, party)) };
    return chanceOfEnough(enough, signs) >= LIKELY ? { code: "signed", split: "unknown" } : { code: "open" };
  };
  const before = words(codeOf(now));
  return members
    .flatMap((member, p) =>
      neighboursOf(member).flatMap(({ upper, lower, place }): RankThatTurns[] => {
        const then = chanceExchanged(member, [upper, lower], options);
        if (then === null) return [];
        const becomes = codeOf(now.map((one, k) => (k === p ? then : one)));
        if (words(becomes) === before) return [];
        return [{ party: member.party, upper, lower, place, signs: [at(now, p), then], becomes }];
      }),
    )
    .sort((a, b) => b.place - a.place);
}

const { verdict: words } = sentencesIn("en").assessment;

/** Neighbours in a ranking, each alone in its rank. */
function neighboursOf({ preferences: { interests } }: Member): { upper: number; lower: number; place: number }[] {
  const { swingRank, weights } = interests;
  if (weights) return [];
  return swingRank.slice(1).flatMap((group, place) => {
    const [upper, lower] = [at(swingRank, place), group];
    return upper.length === 1 && lower.length === 1 ? [{ upper: at(upper, 0), lower: at(lower, 0), place }] : [];
  });
}

/** Models drawn for one exchange: the offers that follow ask the same. */
const known = new WeakMap<Member["models"], Map<string, ReturnType<typeof exchangedModels>>>();

function chanceExchanged(member: Member, pair: readonly [number, number], options: Package): number | null {
  const { models, preferences } = member;
  const exchanges = known.get(models) ?? new Map<string, ReturnType<typeof exchangedModels>>();
  known.set(models, exchanges);
  const key = pair.join();
  if (!exchanges.has(key)) exchanges.set(key, exchangedModels(preferences, models, pair, TRIED));
  const found = exchanges.get(key) ?? null;
  if (!found) return null;
  const size = at(found.offsets, found.offsets.length - 1);
  return share(found.threshold.subarray(0, found.count), (least, model) => {
    let value = 0;
    for (let issue = 0; issue < options.length; issue++)
      value += found.worth[model * size + found.offsets[issue]! + options[issue]!]!;
    return value >= least - TOLERANCE;
  });
}
