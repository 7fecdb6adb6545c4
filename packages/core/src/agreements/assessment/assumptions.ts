// What an assessment takes for granted: deadlines, walk-aways, ranks, priors, and where its figures are rough.
import { importedNotes, isBy, lastDay, stands } from "../../case/index.js";
import { PRIORS, type Prior, RANK_NOISE } from "../../interests/index.js";
import { capital, listed, nameIn, partyNamed, possessive, verb } from "../../wording/index.js";
import type { Setting } from "../setting.js";
import { unsolvedIn } from "./judge.js";
import { type Laid, stepsAreOpen } from "./lay.js";

/** Nobody is taken to propose what is worse for it than no deal: said of each whose own offers stand. */
function ownOffers({ negotiation, views, asOf }: Setting): string[] {
  return views.flatMap(({ party, bluffs }) => {
    const own = negotiation.offers.filter(
      (offer) => offer.by.includes(party) && stands(offer, asOf) && !bluffs.includes(offer.id),
    );
    if (own.length === 0) return [];
    const named = partyNamed(negotiation, party);
    const called = own.map(({ name }) => `“${name}”`).join(", ");
    return [
      `${capital(nameIn(named))} ${verb(named, "is")} taken to prefer ${possessive(named)} own ${own.length === 1 ? "offer" : "offers"} (${called}) to no deal; where one is a bluff, say so.`,
    ];
  });
}

/** Whose ranks are not sure, and how often two neighbours are then taken the other way round. */
function unsureRanks({ negotiation, views }: Setting): string[] {
  return views.flatMap(({ party, certainty, swingRank, weights }) => {
    const noise = RANK_NOISE[certainty];
    if (noise === 0 || weights || swingRank.length < 2) return [];
    const named = partyNamed(negotiation, party);
    const sure = certainty === "a-guess" ? "a guess" : "fairly sure";
    return [
      `How ${nameIn(named)} ${verb(named, "ranks")} the issues is ${sure}: two neighbours stand the other way round in ${Math.round((100 * noise) / (1 + noise))} of 100 models.`,
    ];
  });
}

/** Priors that what was said rules out. */
function contradicted(used: readonly Prior[]): string[] {
  const assumed = { independent: "", diminishing: "shrink toward the best option", equal: "are alike" };
  const ruledOut = PRIORS.filter((prior) => !used.includes(prior));
  return ruledOut.map((prior) => `Steps that ${assumed[prior]} contradict what was said, so they are left out.`);
}

/** Parties that the acceptance rule names and that are not at the table on the day. */
const notSeatedYet = ({ unseated, asOf }: Setting): string[] =>
  unseated.map(
    (party) =>
      `${capital(nameIn(party))} ${verb(party, "is")} not at the table on ${asOf}, so nobody waits for ${possessive(party)} signature.`,
  );

/** Deadlines that are ahead, and what no deal means after each; and those that have passed and changed it. */
function deadlinesSaid({ negotiation: { deadlines = [], issues }, asOf }: Setting): string[] {
  return deadlines.flatMap(({ text, on, otherwise }) => {
    const changes = [...otherwise].map(([issue, option]) => {
      const { name = "", options = [] } = issues[issue] ?? {};
      return `“${name}: ${options[option]?.name ?? ""}”`;
    });
    const means = changes.length > 0 ? ` From the day after, no deal means ${listed(changes)}.` : "";
    if (lastDay(on) >= asOf) return [`Deadline on ${on}: ${text.replace(/[.!?…]$/, "")}.${means}`];
    return changes.length > 0
      ? [`The deadline of ${on} has passed (${text.replace(/[.!?…]$/, "")}), so no deal means ${listed(changes)}.`]
      : [];
  });
}

/** What an assessment takes for granted, and what of it may not be so: sentences, the weightiest first. */
export function assumptionsOf(setting: Setting, { grounds, panels }: Laid): string[] {
  const { negotiation } = setting;
  const tight = (panels[0]?.members ?? []).flatMap(({ models, name }) =>
    models.tight
      ? [
          `What was said of ${name} leaves nearly no room: ${models.tight.statements.map(({ label }) => label).join("; ")}.`,
        ]
      : [],
  );
  const error = Math.max(0, ...grounds.map((ground) => (ground.whole ? ground.error : 0)));
  const unsolved = grounds.reduce((sum, ground) => sum + unsolvedIn(ground), 0);
  const solvable = grounds.reduce((sum, ground) => sum + ground.panel.count, 0);
  return [
    ...importedNotes(negotiation, setting.views),
    ...deadlinesSaid(setting),
    ...notSeatedYet(setting),
    ...(negotiation.noDeal ? [] : ["The case records no no-deal package: no deal is taken to be as today."]),
    ...setting.views
      .filter(({ basis }) => basis !== "stated")
      .map(({ party, holder, basis }) => {
        const name = (id: string) => negotiation.parties.find((one) => one.id === id)?.name ?? id;
        return `What ${name(party)} ${verb(partyNamed(negotiation, party), "needs")} is ${basis}, in the view of ${name(holder)}.`;
      }),
    ...(panels[0]?.numbers === false ? [...unsureRanks(setting), ...ownOffers(setting)] : []),
    ...(panels[0]?.members ?? []).flatMap(({ name, preferences: { unused } }) =>
      unused.map(
        (offer) => `The walk-away of ${name} names “${offer}”, which is made only later, so it is not used yet.`,
      ),
    ),
    ...setting.views
      .filter(({ date }) => !isBy(date, setting.asOf))
      .map(({ file, date }) => `${file} is dated ${date}, after the day from which the case is seen.`),
    ...(setting.priors === null && panels[0]?.numbers === false && stepsAreOpen(setting)
      ? contradicted(panels.map(({ prior }) => prior))
      : []),
    ...(error > 0
      ? [
          `Frontiers were thinned: no package left out beats one that was kept by more than ${(100 * error).toFixed(2)} points for anyone.`,
        ]
      : []),
    ...(unsolved > 0
      ? [
          `In ${unsolved.toLocaleString("en-US")} of ${solvable.toLocaleString("en-US")} models the search for an even split was cut short; they are left out of what is said of it.`,
        ]
      : []),
    ...tight,
  ];
}
