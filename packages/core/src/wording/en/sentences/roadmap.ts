// The roadmap in a sentence or two, in English.
import { tenthText } from "../../../math/index.js";
import { nameIn } from "../../named.js";
import type { Exposed, ExposureSaid, RoadSaid } from "../../said/roadmap.js";
import { capital, listed, objective, pronoun, verb } from "../grammar.js";
import { lengthText, pointsText } from "../numbers.js";

/** What a road takes and exposes. */
export function wholeRoad(said: RoadSaid): string {
  const length = `${lengthText(said.days)}, to ${said.end}`;
  if (said.exposure === null) return `The commitments take ${length}. What each side risks on the way cannot be told.`;
  return [first(said, said.exposure, length), ...more(said)].join(" ");
}

function first({ beyond, accepted }: RoadSaid, exposure: ExposureSaid, length: string): string {
  const exposes = exposureText(exposure);
  if (beyond > 0)
    return `This road takes ${length}, and goes ${pointsText(beyond)} beyond what is accepted: it ${exposes}.`;
  if (accepted) return `Nobody is exposed beyond what it accepts: the road takes ${length}, and ${exposes}.`;
  return `The road takes ${length}, and ${exposes}${exposure.code === "parties" ? ", each in its own points" : ""}.`;
}

function exposureText(exposure: ExposureSaid): string {
  if (exposure.code === "nobody") return "exposes nobody";
  if (exposure.code === "nobodyInTheMedian") {
    const each = exposure.worst.map(({ party, points }) => `${nameIn(party)} by over ${pointsText(points)}`);
    const worst = each.length > 0 ? `; in the worst twentieth of the models it exposes ${listed(each)}` : "";
    return `exposes nobody in the median of the models${worst}`;
  }
  const each = exposure.parties.map((one) => `${exposedText(one)}${acceptedText(one)}`);
  return `exposes ${listed(each)}`;
}

const exposedText = ({ party, points }: Exposed): string => `${nameIn(party)} by ${pointsText(points)}`;

type ExposedParty = Extract<ExposureSaid, { code: "parties" }>["parties"][number];

/** What goes beyond is no part of what is accepted. */
function acceptedText({ party, accepts, beyond }: ExposedParty): string {
  if (accepts === null) return "";
  const it = `${pronoun(party)} ${verb(party, "accepts")}`;
  return beyond ? ` (${it} ${tenthText(accepts)})` : ` of the ${pointsText(accepts)} that ${it}`;
}

function more({ tempted, early, late, safer }: RoadSaid): string[] {
  const stopping = tempted.map(
    ({ party, brings, forgoes }) =>
      `${capital(nameIn(party))} would be tempted to stop: that would bring ${objective(party)} ${pointsText(brings)} at one time, and ${pronoun(party)} would forgo ${pointsText(forgoes)}.`,
  );
  const before = listed(early.map((step) => `“${step}”`));
  const overdue = late.map(({ step, due }) => `“${step}” is late: it is due on ${due}`).join("; ");
  return [
    ...stopping,
    ...(early.length > 0 ? [`${before} would begin before what must come first.`] : []),
    ...(late.length > 0 ? [`${overdue}.`] : []),
    ...(safer ? [saferText(safer)] : []),
  ];
}

/** The other road, where the days and the exposure cannot both be kept: what it costs in days, and what it spares. */
function saferText({ end, exposure, late, allKept }: NonNullable<RoadSaid["safer"]>): string {
  const kept = allKept ? "All due days are kept" : "More due days are kept than on the safer road";
  const complete = late.map((one) => `“${one.step}”, due on ${one.due}, would be complete on ${one.end}`);
  return `${kept}, and that costs exposure: a road to ${end} exposes ${listed(exposure.map(exposedText))} at most, and then ${listed(complete)}.`;
}
