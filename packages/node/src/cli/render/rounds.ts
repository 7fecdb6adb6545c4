// Formats the comparison of two versions of a case or a draft as text for the terminal, clause by clause.
import { type ClauseChange, type Naming, namesIn, type Rounds, type WordChange } from "@parley/core/internal";
import { paint, type Terminal } from "../terminal.js";
import { kindMark } from "./figures.js";
import { marked } from "./heading.js";
import { item, wrap } from "./table.js";

/** The sentence, what it did to value and exposure, then clause by clause. @param naming the case that was valued */
export function renderRounds(terminal: Terminal, found: Rounds, naming: Naming): string {
  const words = terminal.words.commands.diff;
  const names = namesIn(naming);
  const name = (id: string) =>
    found.gave.find(({ party }) => party === id)?.name ??
    found.value?.ledgers.find(({ party }) => party === id)?.name ??
    id;
  const clause = ({ where, kind, gifts }: ClauseChange): string =>
    words.clause(
      where,
      kind,
      gifts.map((gift) => ({ name: name(gift.party), kind: gift.kind })),
    );
  const { value, exposure, changes, remarks } = found;
  const redated = changes.filter(({ kind }) => kind === "redated");
  return [
    marked(terminal, found),
    wrap(found.sentence),
    "",
    ...(value && value.moves.length > 0
      ? [
          paint(terminal, "bold", words.did),
          ...value.moves.map(({ issue, name: called, from, to, kind, worth }) => {
            const each = Object.entries(worth).map(([id, band]) => ({ name: name(id), band }));
            const [before, after] = [names.option(issue, from), names.option(issue, to)];
            return item(words.move({ mark: kindMark(kind), issue: called, from: before, to: after, worth: each }));
          }),
        ]
      : []),
    ...exposure.filter(({ before, after }) => Math.abs(after - before) >= 0.05).map((one) => item(words.exposure(one))),
    ...(value && value.moves.length > 0 ? [""] : []),
    ...changes
      .filter(({ kind }) => kind !== "redated")
      .flatMap((change) => [paint(terminal, "bold", wrap(clause(change))), wrap(wordsText(change.words), 2), ""]),
    ...(redated.length > 0 ? [wrap(words.redated(redated.map(({ where }) => where)))] : []),
    ...remarks.map((remark) => wrap(remark)),
  ]
    .join("\n")
    .trimEnd();
}

/** Words that stand on either side of a change. */
const AROUND = 8;

/** `[-what went-] {+what came+}`, with a few words around; what is the same is cut short. */
function wordsText(words: readonly WordChange[]): string {
  return words
    .map(({ kind, text }, place) => {
      if (kind === "out") return `[-${text}-]`;
      if (kind === "in") return `{+${text}+}`;
      const parts = text.split(/(?<=\s)/);
      if (parts.length <= 2 * AROUND) return text;
      const [head, tail] = [parts.slice(0, AROUND).join(""), parts.slice(-AROUND).join("")];
      if (place === 0) return `… ${tail}`;
      return place === words.length - 1 ? `${head} …` : `${head} … ${tail}`;
    })
    .join("");
}
