// The roadmap in a sentence or two.

import { TOLERANCE, tenthText } from "../../math/index.js";
import { capital, lengthText, listed } from "../../wording/index.js";
import type { Roadmap } from "./types.js";

type Said = Omit<Roadmap, "sentence">;

const points = (value: number): string => `${tenthText(value)} point${tenthText(value) === "1" ? "" : "s"}`;

export function roadmapSentence(said: Said): string {
  const { parties, course, end, scale } = said;
  const length = `${lengthText(course.end)}, to ${end}`;
  if (parties.length === 0) return `The commitments take ${length}. What each side risks on the way cannot be told.`;
  const each = parties.map(
    ({ name, exposure, accepts }) =>
      `${name} by ${points(exposure)}${accepts === null ? "" : acceptedText(exposure, accepts)}`,
  );
  const broken = said.steps.filter(({ early }) => early);
  const late = said.steps.filter((step) => step.late);
  const over = Math.max(0, ...parties.map(({ exposure, accepts }) => exposure - (accepts ?? exposure)));
  const more = [
    ...parties.flatMap(({ name, temptation, forgoes }) =>
      forgoes !== null && temptation > forgoes + TOLERANCE
        ? [
            `${capital(name)} would be tempted to stop: that would bring it ${points(temptation)} at one time, and it would forgo ${points(forgoes)}.`,
          ]
        : [],
    ),
    ...(broken.length > 0
      ? [`${listed(broken.map(({ text }) => `“${text}”`))} would begin before what must come first.`]
      : []),
    ...(late.length > 0
      ? [`${late.map(({ text, due }) => `“${text}” is late: it is due on ${due}`).join("; ")}.`]
      : []),
    ...saferText(said),
  ];
  const nobody = parties.every(({ exposure }) => exposure < 0.05);
  const exposes = nobody ? nobodyText(said) : `exposes ${listed(each)}`;
  const first =
    over > TOLERANCE
      ? `This road takes ${length}, and goes ${points(over)} beyond what is accepted: it ${exposes}.`
      : scale === "accepted"
        ? `Nobody is exposed beyond what it accepts: the road takes ${length}, and ${exposes}.`
        : `The road takes ${length}, and ${exposes}${nobody ? "" : ", each in its own points"}.`;
  return [first, ...more].join(" ");
}

/** What goes beyond is no part of what is accepted. */
const acceptedText = (exposure: number, accepts: number): string =>
  exposure > accepts + TOLERANCE ? ` (it accepts ${tenthText(accepts)})` : ` of the ${points(accepts)} that it accepts`;

/** The other road, where the days and the exposure cannot both be kept: what it costs in days, and what it spares. */
function saferText({ safer, parties, steps }: Said): string[] {
  if (!safer) return [];
  const exposure = parties.map(({ id, name }) => `${name} by ${points(safer.exposure[id] ?? 0)}`);
  const late = safer.late.map(({ id, due, end }) => {
    const text = steps.find((step) => step.id === id)?.text ?? id;
    return `“${text}”, due on ${due}, would be complete on ${end}`;
  });
  const kept = steps.some((step) => step.late)
    ? "More due days are kept than on the safer road"
    : "All due days are kept";
  return [
    `${kept}, and that costs exposure: a road to ${safer.end} exposes ${listed(exposure)} at most, and then ${listed(late)}.`,
  ];
}

/** That nobody is exposed is said only where it is so in nearly all models, or where there is one only. */
function nobodyText({ certainty, models, parties }: Said): string {
  const most = parties.map(({ id, name }) => ({ name, points: certainty?.exposure[id]?.high ?? null }));
  if (models <= 1) return "exposes nobody";
  if (most.every((one) => one.points !== null && one.points < 0.05)) return "exposes nobody";
  const each = most.flatMap(({ name, points: high }) =>
    high !== null && high >= 0.05 ? [`${name} by over ${points(high)}`] : [],
  );
  const worst = each.length > 0 ? `; in the worst twentieth of the models it exposes ${listed(each)}` : "";
  return `exposes nobody in the median of the models${worst}`;
}
