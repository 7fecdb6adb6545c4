// What a picture cannot say, in sentences.
import { bandText, type Dance, type FreeGain, type Positions, percent, pronoun, verb } from "@parley/core";
import { capital, listed, type Names } from "./names.js";

/** How far a party moved, and toward whom. */
export function driftText(drift: Positions["parties"][number], names: Names): string {
  const toward = Object.entries(drift.closer)
    .filter(([, by]) => Math.round(by) !== 0)
    .map(([id, by]) => `${Math.abs(Math.round(by))} ${by > 0 ? "toward" : "away from"} ${names.party(id)}`);
  const more = [
    ...(toward.length > 0 ? [listed(toward)] : []),
    ...(drift.reversals > 0 ? [`turned back ${drift.reversals === 1 ? "once" : `${drift.reversals} times`}`] : []),
    ...(drift.contradictions > 0
      ? [`said on ${drift.contradictions} ${drift.contradictions === 1 ? "day" : "days"} what cannot all be so`]
      : []),
  ];
  const { least, most } = drift.flux;
  const flux =
    Math.round(least) === Math.round(most) ? `${Math.round(least)}` : `${Math.round(least)} to ${Math.round(most)}`;
  const rest = more.length > 0 ? `; ${more.join("; ")}` : "";
  const who = names.spoken(drift.party);
  const are = `${pronoun(who)} ${verb(who, "is")}`;
  if (drift.issues === 0)
    return `${capital(drift.name)} ${verb(who, "is")} on record no more than once on any issue${rest}.`;
  const issues = `${drift.moved} of the ${drift.issues} issues on which ${are} on record twice or more`;
  return `${capital(drift.name)} moved ${flux} points in all, surely on ${drift.issues === 1 ? `${drift.moved === 1 ? "the one issue" : "none, of one issue,"} on which ${are} on record twice or more` : issues}${rest}.`;
}

/** A change that helps one and harms none, and how sure that is. */
export function gained({ changes, worth, share, sure }: FreeGain, names: Names): string {
  const what = changes.map(
    ({ issue, from, to }) =>
      `${names.issue(issue)}: ${names.option(issue, to)} instead of ${names.option(issue, from)}`,
  );
  const who = Object.entries(worth).map(([id, band]) => `${names.party(id)} ${bandText(band, true)}`);
  return `${what.join("; ")} – ${sure ? "surely" : `in ${percent([share])} of the models`} better for one and worse for none (${who.join(", ")}).`;
}

/** What a party did from one of its offers to the next. */
export function stepText(step: Dance["steps"][number], { offers }: Dance, names: Names): string {
  const offer = (id: string) => `“${offers.find((one) => one.id === id)?.name ?? id}”`;
  const sides = [
    ...(step.better.length > 0
      ? [`${verb(names.spoken(step.party), "asks")} for more on ${listed(step.better.map(names.issue))}`]
      : []),
    ...(step.worse.length > 0 ? [`for less on ${listed(step.worse.map(names.issue))}`] : []),
  ];
  const bring = step.receivers.map(({ name, change }) => `${bandText(change, true)} for ${name}`);
  return `${capital(step.name)}, from ${offer(step.from)} to ${offer(step.to)}: ${step.class ?? "of which kind is not known"}${sides.length > 0 ? `; ${pronoun(names.spoken(step.party))} ${sides.join(", ")}` : ""}${bring.length > 0 ? ` (${bring.join(", ")})` : ""}${step.inOrder ? "" : "; which came first is not known"}.`;
}

/** Issues whose options have no order, so that nobody has a place on them: one sentence, or none. */
export const unplacedTexts = (issues: readonly string[]): string[] =>
  issues.length === 0 ? [] : [`No order, so no place on a scale: ${issues.join(", ")}.`];
