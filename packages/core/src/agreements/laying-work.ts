// In how many models a frontier is laid: in all, in as many as the work allows, or in none where it would be too rough to
// say anything. Counted on the first model before the others are laid, so that it is the same on every machine.
import { done, type Outcome } from "../case/index.js";
import { at } from "../math/index.js";
import { allowed } from "./drawing-work.js";
import { frontWork } from "./front.js";
import type { FrontLimit } from "./front-table.js";
import { drawPanel, type Panel, worthIn } from "./panel.js";
import { type Setting, sampledLimit, singleLimit } from "./setting.js";
import type { Space } from "./space.js";

/** Sums of two parties looked at for all models of a prior, for those that are laid unless somebody asks for more. */
const MOST_SUMS = 60_000_000;
/** Chances over fewer models than this say little. */
const FEWEST = 100;
/** From this error on, in values 0–1, a thinned frontier says nothing: no value is further from another. */
const SAYS_NOTHING = 1;

export interface LayingWork {
  /** Models to lay, of those of the panel. */
  readonly models: number;
  /** Why there are fewer than the panel has. */
  readonly limits: readonly string[];
  /** Why there are none. */
  readonly leftOut: string | null;
}

/** Rows of a panel's fronts for so many parties. */
export const limitOf = ({ count, offsets }: Panel, parties: number): FrontLimit =>
  count === 1 ? singleLimit(parties) : sampledLimit(parties, at(offsets, offsets.length - 1));

/**
 * How many of the panel's models the frontier can be laid in.
 * @param asked models asked for: whoever asks for more than usual accepts that it takes longer
 * @param times how often each is laid
 */
export function layingWork(panel: Panel, space: Space, asked: number, times = 1): LayingWork {
  const places = panel.negotiating;
  if (space.empty || places.length === 0) return { models: panel.count, limits: [], leftOut: null };
  const worths = places.map((place) => worthIn(panel, at(panel.members, place), 0));
  const most = allowed(MOST_SUMS, asked);
  const work = frontWork(space, worths, panel.offsets, limitOf(panel, places.length), most / times);
  const affordable = work ? Math.floor(most / Math.max(1, times * work.sums)) : 0;
  if (affordable >= panel.count) return { models: panel.count, limits: [], leftOut: null };
  const size = `${places.length} parties over ${panel.offsets.length - 1} issues with ${at(panel.offsets, panel.offsets.length - 1)} options`;
  const wrong = [
    ...(affordable < FEWEST ? ["take too long"] : []),
    ...(work && work.error >= SAYS_NOTHING ? ["be too rough to say anything"] : []),
  ];
  if (wrong.length > 0)
    return {
      models: 0,
      limits: [],
      leftOut: `The frontier was left out, and with it the zone of agreement, the split and what is left on the table: for ${size} it would ${wrong.join(", and ")}. Leave out issues that are settled, or put together parties that act as one.`,
    };
  return {
    models: affordable,
    limits: [
      `Only ${affordable} models of each party were used instead of ${asked.toLocaleString("en-US")}, so bands and chances are less steady: the frontier of ${size} takes long in each. Leave out issues that are settled to have more.`,
    ],
    leftOut: null,
  };
}

/** The panel, or one of fewer models, from the whole of the chains and not from the beginning of the first. */
export function panelToLay(setting: Setting, panel: Panel, { models, limits }: LayingWork): Outcome<Panel> {
  if (models >= panel.count) return done(panel);
  const fewer = drawPanel(setting.negotiation, setting.views, panel.prior, { ...setting, models });
  return fewer.ok ? done({ ...fewer.value, limits: [...panel.limits, ...limits] }) : fewer;
}
