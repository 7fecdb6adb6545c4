// What is to be known of a roadmap beside its figures: what was taken for granted, what is missing, what no order can mend.

import type { Setting } from "../../agreements/index.js";
import { terms } from "../../evidence/index.js";
import { at, TOLERANCE } from "../../math/index.js";
import { capital, listed, objective, partyNamed, possessive, pronoun, verb } from "../../wording/index.js";
import { totals } from "./exchange.js";
import { exchangeIn, type Road, type SurveyedRoad } from "./road.js";

export const remarksOn = (setting: Setting, surveyed: SurveyedRoad, road: Road): string[] => [
  ...ofRoad(setting, surveyed, road),
  ...disputedWords(setting),
];

function ofRoad(
  { negotiation, unmodelled }: Setting,
  { unvalued, commitments, reading }: SurveyedRoad,
  road: Road,
): string[] {
  const name = (id: string) => negotiation.parties.find((party) => party.id === id)?.name ?? id;
  const named = (called: string) => partyNamed(negotiation, called);
  const silent = road.parties.filter(({ exposure }) => exposure === null).map((party) => party.name);
  const silence = silent.map(named);
  const one = silence.length === 1 ? (silence[0] ?? "") : null;
  const idle = negotiation.parties.filter(
    ({ id, role }) => role === "negotiating" && !commitments.some(({ by }) => by.includes(id)),
  );
  const whole = totals(exchangeIn(road));
  const losing = road.parties.flatMap((party, place) => (at(whole, place) < -TOLERANCE ? [party.name] : []));
  return [
    ...idle.map(
      (party) => `${capital(party.name)} ${verb(party, "promises")} nothing here: nothing binds ${objective(party)}.`,
    ),
    ...unmodelled.map(
      (id) =>
        `What ${name(id)} ${verb(named(id), "loses")} on the way cannot be told: ${possessive(named(id))} interests are not on file for this reader.`,
    ),
    ...(reading === "median"
      ? [
          "What the steps are worth is known too loosely to be careful: with every cost at its highest likely and every receipt at its lowest, the whole would be a loss. Medians are taken, and the share of models says how far they carry.",
        ]
      : []),
    ...losing.map(
      (party) =>
        `Complete, all this leaves ${party} with less than ${pronoun(named(party))} ${verb(named(party), "has")} today: no order can mend that, only the package.`,
    ),
    ...(unvalued.length > 0
      ? [
          `Worth nothing to anybody as it stands: ${listed(unvalued)}. What moves no issue has its points under roadmap: worth: in the interests files.`,
        ]
      : []),
    ...(silent.length > 0
      ? [
          `${capital(listed(silent))} ${verb(silence, "does")} not say how much exposure ${one === null ? "they" : pronoun(one)} ${verb(silence, "accepts")}, so the most exposed is kept as safe as can be, each in its own points. To say it: roadmap: exposure: in the interests file.`,
        ]
      : []),
  ];
}

/** Words that the sides read differently, where a commitment uses them. */
function disputedWords({ negotiation, asOf, sharedWith }: Setting): string[] {
  const read = terms(negotiation, { asOf, sharedWith });
  return (read.ok ? read.value.terms : []).flatMap(({ id, name, counts }) => {
    const using = negotiation.commitments.filter((one) => one.terms.includes(id)).map(({ text }) => `“${text}”`);
    const [contested, claimed] = [counts.contested, counts.claimed];
    if (using.length === 0 || contested + claimed === 0) return [];
    return [
      `${listed(using)} ${using.length === 1 ? "uses" : "use"} “${name}”, of which ${contested} parts are contested and ${claimed} claimed: each side would deliver what it takes the word to mean.`,
    ];
  });
}
