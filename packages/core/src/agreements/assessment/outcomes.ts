// What an interview needs to choose its next question: the verdict on recent offers under each model of the party being
// asked.
import { type Case, isBy } from "../../case/index.js";
import { drawModels, type Models, type Outcomes, preferencesOf } from "../../interests/index.js";
import { at, TOLERANCE } from "../../math/index.js";
import type { Panel } from "../panel.js";
import { type AnalysisOptions, settingOf } from "../setting.js";
import { buildSpace, redLinesOn, ruledOut } from "../space.js";
import { groundOf } from "./ground.js";
import { readOffer } from "./judge.js";

/** More offers than these say little more, and every one costs a front in every model. */
const OFFERS = 4;

/**
 * What an interview asks of its party's models: the verdict that each comes to on the latest offers, so that the
 * question which bears most on it can be asked. Where the others' interests are not seen: which offers the party itself
 * would sign.
 */
export function verdictOutcomes(written: Case, party: string, options: AnalysisOptions): Outcomes {
  const setting = settingOf(written, options);
  if (!setting.ok) return () => null;
  const { negotiation, asOf, seed } = setting.value;
  const offers = negotiation.offers.filter(({ date, open }) => open.length === 0 && isBy(date, asOf)).slice(-OFFERS);
  if (offers.length === 0) return () => null;
  return (models) => {
    const panel = panelWith(models);
    if (!panel) return accepted(models, offers);
    const views = setting.value.views;
    const lines = redLinesOn(negotiation, views, asOf);
    const space = buildSpace(negotiation, [...ruledOut(negotiation), ...lines.map(({ crossed }) => crossed)]);
    if (!space.ok || space.value.empty) return accepted(models, offers);
    const ground = groundOf(negotiation, panel, space.value, lines);
    const keys = offers.map((offer) => {
      const { classes, parts, leastFair } = readOffer(ground, offer.options);
      const own = panel.negotiating.findIndex((place) => at(panel.members, place).party === party);
      return classes.map(
        (one, model) => `${one}${own >= 0 && at(parts, own)[model]! < at(leastFair, own)[model]! ? "-" : ""}`,
      );
    });
    return numbered(Array.from({ length: models.count }, (_, model) => keys.map((list) => at(list, model)).join()));
  };

  /** Everybody's models, the party's own as given; null where a negotiating party's are not to be had. */
  function panelWith(models: Models): Panel | null {
    const members = negotiation.parties.flatMap(({ id, name }) => {
      const view = setting.ok ? setting.value.views.find((one) => one.party === id) : undefined;
      if (id !== party && !view) return [];
      const interests =
        id === party ? negotiation.interests.find((one) => one.party === id && one.holder === models.holder) : view;
      if (!interests) return [];
      const preferences = preferencesOf(negotiation, interests, asOf);
      if (id === party) return [{ party: id, name, models, preferences }];
      const drawn = drawModels(preferences, { models: models.count, seed, prior: "independent" });
      return drawn.ok ? [{ party: id, name, models: drawn.value, preferences }] : [];
    });
    const veto = negotiation.parties.filter(({ role }) => role === "negotiating").map(({ id }) => id);
    if (!veto.every((id) => members.some((member) => member.party === id))) return null;
    return {
      prior: "independent",
      count: models.count,
      numbers: false,
      offsets: models.offsets,
      members,
      negotiating: members.flatMap((member, place) => (veto.includes(member.party) ? [place] : [])),
      limits: [],
    };
  }
}

/** Which of the offers the party would sign, as a set. */
function accepted(models: Models, offers: Case["offers"]): Int32Array {
  const size = at(models.offsets, models.offsets.length - 1);
  return Int32Array.from({ length: models.count }, (_, model) =>
    offers.reduce((set, { options }, bit) => {
      const value = options.reduce(
        (sum, option, issue) => sum + models.worth[model * size + models.offsets[issue]! + option]!,
        0,
      );
      return value >= models.threshold[model]! - TOLERANCE ? set | (1 << bit) : set;
    }, 0),
  );
}

function numbered(keys: readonly string[]): Int32Array {
  const seen = new Map<string, number>();
  return Int32Array.from(keys, (key) => {
    if (!seen.has(key)) seen.set(key, seen.size);
    return seen.get(key) ?? 0;
  });
}
