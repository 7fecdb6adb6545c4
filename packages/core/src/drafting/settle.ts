// What is written into a bracket, as changes of the case: the draft is made of the case, so the case is what changes.
import { type Case, type Change, done, isDay, isPrintable, misused, type Outcome, refuse } from "../case/index.js";
import type { Fill } from "./document.js";

/** Agreed and left out are of a part of a word; a wording is one party's of it. */
export type BracketAnswer =
  | { readonly kind: "value"; readonly text: string }
  | { readonly kind: "agreed"; readonly text: string }
  | { readonly kind: "left out" }
  | { readonly kind: "wording"; readonly party: string; readonly text: string };

export interface Settlement {
  /** In the words of who made it, for the history. */
  readonly what: string;
  readonly file: string;
  readonly changes: readonly Change[];
}

/** @returns misused where the answer is no date where one is asked for, or does not go with the bracket */
export function settleBracket(negotiation: Case, fill: Fill, answer: BracketAnswer): Outcome<Settlement> {
  if ("text" in answer && !isPrintable(answer.text)) return misused("it holds a control character; take it out.");
  if (fill.form !== "component") {
    if (answer.kind !== "value") return misused("this bracket takes one text.");
    const text = answer.text.trim();
    if (text === "") return misused("it is empty: write what should stand here.");
    if (fill.form === "date" && !isDay(text)) return misused(`"${text}" is no day. Write 2019-05-01.`);
    return done({
      what: `${fill.at.label}: ${text.slice(0, 100)}`,
      file: fill.at.file,
      changes: [{ path: fill.at.path, value: text }],
    });
  }
  const place = negotiation.terms.findIndex(({ id }) => id === fill.term);
  const term = negotiation.terms[place];
  const part = term?.components.findIndex(({ id }) => id === fill.component) ?? -1;
  if (!term || part < 0) return refuse(`there is no part "${fill.component}" of "${fill.term}" any more.`);
  const changes = readingChanges(negotiation, place, fill.component, answer);
  if (!changes.ok) return changes;
  const text = answer.kind === "agreed" ? answer.text.trim() : "";
  return done({
    what: `${term.name}: ${fill.component} ${answer.kind === "wording" ? `as ${answer.party} words it` : answer.kind}`,
    file: "case.yaml",
    changes: [
      ...(text !== "" && text !== term.components[part]?.text
        ? [{ path: ["terms", place, "components", part, "text"], value: text }]
        : []),
      ...changes.value,
    ],
  });
}

/** The readings as whole values: in or out for all who negotiate, or in with a wording of its own for one. */
function readingChanges(
  { terms, parties }: Case,
  place: number,
  component: string,
  answer: BracketAnswer,
): Outcome<readonly Change[]> {
  const readings = terms[place]?.readings ?? [];
  if (answer.kind === "value")
    return misused("this bracket is of a part of a word: it is agreed, left out, or worded.");
  if (answer.kind === "wording" && answer.text.trim() === "") return misused("the wording is empty.");
  if (answer.kind === "wording" && !parties.some(({ id }) => id === answer.party))
    return misused(`"${answer.party}" is no party of this case.`);
  const sides =
    answer.kind === "wording"
      ? [answer.party]
      : parties.filter(({ role }) => role === "negotiating").map(({ id }) => id);
  let added = 0;
  return done(
    sides.flatMap((party): Change[] => {
      const at = readings.findIndex((one) => one.party === party);
      const isIn = answer.kind !== "left out";
      const reading = readings[at];
      if (!reading) {
        const value = {
          party,
          ...(isIn ? { in: [component] } : { out: [component] }),
          ...(answer.kind === "wording" && { wording: { [component]: answer.text.trim() } }),
        };
        added += 1;
        return [{ path: ["terms", place, "readings", readings.length + added - 1], value }];
      }
      const here = ["terms", place, "readings", at];
      const [takes, leaves] = isIn ? (["in", "out"] as const) : (["out", "in"] as const);
      return [
        ...(reading[takes].includes(component)
          ? []
          : [{ path: [...here, takes], value: [...reading[takes], component] }]),
        ...(reading[leaves].includes(component) ? [without([...here, leaves], reading[leaves], component)] : []),
        ...(answer.kind === "wording" ? [{ path: [...here, "wording", component], value: answer.text.trim() }] : []),
        // One text for all: no wording of one's own is left.
        ...(answer.kind !== "wording" && reading.wording.has(component)
          ? [reading.wording.size === 1 ? { path: [...here, "wording"] } : { path: [...here, "wording", component] }]
          : []),
      ];
    }),
  );
}

function without(path: readonly (string | number)[], list: readonly string[], component: string): Change {
  const rest = list.filter((one) => one !== component);
  return rest.length > 0 ? { path, value: rest } : { path };
}
