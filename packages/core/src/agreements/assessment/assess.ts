// The assessment of offers, from start to finish: it reads the request, prepares what all offers are measured against,
// and judges each offer.
import { type Case, done, isBy, type NamedPackage, type Offer, type Outcome, type Package } from "../../case/index.js";
import { at, share } from "../../math/index.js";
import { type OfferRemark, type OfferSaid, partyNamed, sentencesIn } from "../../wording/index.js";
import { progressOf } from "../progress.js";
import { provenanceOf } from "../provenance.js";
import { missingInterests, optionIds, type Setting, settingOf } from "../setting.js";
import { brokenRules, crossedBy } from "../space.js";
import { assumptionsOf } from "./assumptions.js";
import type { Ground } from "./ground.js";
import { isRough, readOffer, summarise, unsolvedIn } from "./judge.js";
import { LAYING, type Laid, type LaidParts, layGrounds } from "./lay.js";
import { leftOnTable } from "./left-on-table.js";
import { ledgersOf, movesOf } from "./moves.js";
import { judgeOpen } from "./open.js";
import { type ComparePaired, pairing } from "./paired.js";
import { bestQuestion } from "./question.js";
import { ranksThatTurn } from "./rank-exchange.js";
import { openedIssues, reachOf, type Within } from "./reach.js";
import { type AssessOptions, readRequest, type Subject } from "./request.js";
import { acceptedOn, lowWalkAways, ratifications, responseRemarks, responsesTo, standingRemarks } from "./responded.js";
import { offerRemarks, offerSaid, saysOpen } from "./said.js";
import { sidesOf } from "./sides.js";
import { type FindTurningPoints, leavesOutReservations, turningPoints, worthTurning } from "./turning.js";
import type { Assessment, OfferAssessment, OfferResponse } from "./types.js";

/**
 * Assesses offers: would it be signed, who gives and gets what, whose part is too little, what is left on the table.
 * @param parts of its work that were laid elsewhere (`layingPlan`, `layPart`), with the same options
 * @returns refused where an offer, party, view or baseline is unknown, or what was said leaves no model.
 */
export function assess(
  written: Case,
  options: AssessOptions = {},
  parts: LaidParts | null = null,
): Outcome<Assessment> {
  const setting = settingOf(written, options);
  if (!setting.ok) return setting;
  const { negotiation } = setting.value;
  const request = readRequest(setting.value, options);
  if (!request.ok) return request;
  const laid = layGrounds(setting.value, parts, (part) => setting.value.onProgress(LAYING * part));
  if (!laid.ok) return laid;
  const { grounds, panels } = laid.value;
  const { subjects, baseline } = request.value;
  const wanted = options.turning !== false && grounds[0] && !grounds[0].panel.numbers ? grounds[0] : null;
  const turning = wanted && worthTurning(wanted, subjects.length);
  const findTurning = wanted && turning ? turningPoints(wanted, setting.value.seed) : () => [];
  const compare = pairing(panels);
  const assessed = subjects.map((subject, index) => {
    const result = assessSubject(setting.value, laid.value, subject, baseline, {
      findTurning,
      compare,
      within: options.within ?? "proposed",
    });
    setting.value.onProgress(LAYING + ((1 - LAYING) * (index + 1)) / subjects.length);
    return result;
  });
  return done({
    ...provenanceOf(
      setting.value,
      panels,
      "classes, split and free gains over models uniform on everything that agrees with what was said",
      [
        ...(laid.value.leftOut === null ? [] : [laid.value.leftOut]),
        ...(turning === false ? [withoutTurning(subjects)] : []),
        ...(turning && wanted && leavesOutReservations(wanted) ? [WITHOUT_RESERVATIONS] : []),
      ],
    ),
    offers: assessed,
    later: negotiation.offers
      .filter(({ date }) => !isBy(date, setting.value.asOf))
      .map(({ id, name, date }) => ({ id, name, date })),
    noZone: noZoneIn(negotiation, grounds),
    missing: setting.value.unmodelled.length > 0 ? [missingInterests(setting.value)] : [],
    assumptions: assumptionsOf(setting.value, laid.value),
    parties: partiesInOrder(negotiation, options.party),
  });
}

const withoutTurning = ({ length }: readonly Subject[]): string =>
  `What would change a verdict was not looked for: trying every option of every issue in ${length === 1 ? "an offer" : `${length} offers`} of this size takes too long. Leave out issues that are settled${length === 1 ? "" : ", or assess one offer at a time"}.`;

const WITHOUT_RESERVATIONS =
  "Which reservation values would change a verdict was not looked for: finding the zone of agreement again for each takes too long. Leave out issues that are settled.";

function noZoneIn(negotiation: Case, grounds: readonly Ground[]): Assessment["noZone"] {
  if (negotiation.acceptance) return null;
  const probability = grounds.map(({ zones }) => share(zones, ({ exists }) => !exists));
  if (probability.every((none) => none === 0)) return null;
  const [most] = grounds.flatMap(({ nearest }) => [...nearest]).sort(([, a], [, b]) => b - a);
  return { probability, nearest: most ? optionIds(negotiation, most[0].split(",").map(Number)) : null };
}

function partiesInOrder({ parties }: Case, first: string | undefined): Assessment["parties"] {
  const ordered = [...parties].sort((a, b) => Number(b.id === first) - Number(a.id === first));
  return ordered.map(({ id, name }) => ({ id, name }));
}

/** What all offers of an assessment are looked at with. */
interface Means {
  readonly findTurning: FindTurningPoints;
  readonly compare: ComparePaired;
  readonly within: Within;
}

function assessSubject(
  setting: Setting,
  { grounds, panels, lines }: Laid,
  subject: Subject,
  baseline: NamedPackage,
  { findTurning, compare, within }: Means,
): OfferAssessment {
  const { negotiation, asOf } = setting;
  const rules = subject.open.length > 0 ? [] : brokenRules(negotiation, subject.options);
  const known = {
    id: subject.id,
    name: subject.name,
    date: subject.date,
    by: subject.outsider === null ? subject.by : [subject.outsider],
    later: subject.date !== null && !isBy(subject.date, asOf),
    options: namedOptions(negotiation, subject),
    rest: subject.rest,
    open: subject.open.map((issue) => at(negotiation.issues, issue).id),
    against: baseline.name,
    brokenRules: negotiation.rules.filter(({ id }) => rules.includes(id)).map(({ id, text }) => ({ id, text })),
    redLines:
      subject.open.length > 0 ? [] : crossedBy(subject.options, lines).map(({ party, text }) => ({ party, text })),
    responses: responsesTo(negotiation, panels[0] ?? null, subject, asOf),
  };
  const panel = panels[0] ?? null;
  const answered = responseRemarks(negotiation, known.responses);
  const moves = movesOf(negotiation, panel, subject.options, baseline.options).filter(
    ({ issue }) => !known.open.includes(issue),
  );
  const ledgers = panel ? ledgersOf(negotiation, panel, subject.options, baseline.options, moves) : [];
  const blank = { verdicts: [], openVerdicts: [], sides: [], left: null, paired: [], turning: [], question: null };
  if (subject.open.length > 0)
    return assessOpen(grounds, subject as Offer, { ...known, ...blank, moves, ledgers, progress: [] }, [
      ...answered,
      ...standingRemarks(negotiation, subject, asOf),
    ]);
  const readings = grounds.map((ground) => readOffer(ground, subject.options));
  const verdicts = grounds.map((ground, prior) => summarise(ground, subject.options, at(readings, prior)));
  const sides = grounds.length === 0 ? sidesOf(panels, subject.options, lines, rules.length === 0) : [];
  const question = rules.length === 0 ? bestQuestion(grounds, readings, verdicts, subject.options) : null;
  const others = negotiation.offers.filter(
    (other) => other.id !== subject.id && other.open.length === 0 && isBy(other.date, asOf),
  );
  return {
    ...known,
    ...inWords(
      ifAccepted(setting, subject, known.responses, offerSaid({ negotiation, verdicts, sides, ...known, question })),
      [
        ...answered,
        ...standingRemarks(negotiation, subject, asOf),
        ...ratifications(negotiation, panels, subject.options),
        ...offerRemarks(negotiation, moves, ledgers, verdicts, baseline.name),
        ...rankRemarks(negotiation, grounds, subject.options),
        ...lowWalkAways(negotiation, grounds, verdicts),
        ...roughness(grounds),
      ],
    ),
    verdicts,
    openVerdicts: [],
    sides,
    moves,
    ledgers,
    left:
      grounds.length > 0 && rules.length === 0
        ? leftOnTable(
            grounds,
            subject.options,
            openedIssues(negotiation, asOf, subject.named),
            reachOf(negotiation, asOf, subject, within),
          )
        : null,
    paired: compare(subject.options, others),
    turning: rules.length === 0 ? findTurning(subject.options, saysOpen({ verdicts, redLines: known.redLines })) : [],
    question,
    progress: progressOf(negotiation, subject.options),
  };
}

/** What is said of an offer, where all who must sign have accepted it: that, before what their needs say. */
function ifAccepted(
  { negotiation, asOf }: Setting,
  subject: Subject,
  responses: readonly OfferResponse[],
  known: OfferSaid,
): OfferSaid {
  const date = acceptedOn(negotiation, subject, responses, asOf);
  return date === null
    ? known
    : { code: "accepted", date, ...(negotiation.acceptance && { enough: true as const }), known };
}

const words = sentencesIn("en").assessment;

/** What is said, and its sentences. */
const inWords = (
  sentence: OfferSaid,
  remarks: readonly OfferRemark[],
): Pick<OfferAssessment, "sentence" | "remarks" | "said"> => ({
  sentence: words.offer(sentence),
  remarks: remarks.map(words.remark),
  said: { sentence, remarks },
});

/** The one exchange of neighbouring ranks, the smallest, on which it hangs who signs. */
function rankRemarks({ issues, ...negotiation }: Case, grounds: readonly Ground[], options: Package): OfferRemark[] {
  const [ground] = grounds;
  const [turns] = ground ? ranksThatTurn(ground, options) : [];
  if (!turns) return [];
  return [
    {
      code: "turnsOnRank",
      party: partyNamed(negotiation, turns.party),
      upper: at(issues, turns.upper).name,
      lower: at(issues, turns.lower).name,
      signs: turns.signs,
      becomes: turns.becomes,
    },
  ];
}

function roughness(grounds: readonly Ground[]): OfferRemark[] {
  const rough = grounds.filter(isRough);
  const [first] = rough;
  if (!first) return [];
  if (first.whole) return [{ code: "frontierTooLarge", points: 100 * Math.max(...rough.map(({ error }) => error)) }];
  return [{ code: "searchTooLong", models: Math.max(...rough.map(unsolvedIn)), of: first.panel.count }];
}

function namedOptions(negotiation: Case, subject: Subject): Record<string, string> {
  const all = optionIds(negotiation, subject.options);
  for (const issue of subject.open) delete all[at(negotiation.issues, issue).id];
  return all;
}

function assessOpen(
  grounds: readonly Ground[],
  offer: Offer,
  known: Omit<OfferAssessment, "sentence" | "remarks" | "said">,
  answered: readonly OfferRemark[],
): OfferAssessment {
  const openVerdicts = grounds.map((ground) => judgeOpen(ground, offer));
  if (openVerdicts[0]?.completions === 0)
    return { ...known, openVerdicts, ...inWords({ code: "impossibleToFill" }, answered) };
  const said: OfferSaid = {
    code: "leavesOpen",
    issues: offer.open.length,
    signable: openVerdicts.map(({ signable }) => signable),
  };
  return { ...known, openVerdicts, ...inWords(said, [...answered, { code: "fillOpenIssues" }, ...roughness(grounds)]) };
}
