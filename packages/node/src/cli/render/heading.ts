// The heading above every answer on the terminal: title, day, confidentiality, and what the figures rest on.
import type { Names, Provenance, Viewing } from "@parley/core/internal";
import { paint, type Terminal } from "../terminal.js";
import { wrap } from "./table.js";

/** Title, as-of date and marking. */
export const marked = (terminal: Terminal, viewing: Viewing): string =>
  `${paint(terminal, "bold", wrap(terminal.words.commands.heading.marked(viewing)))}\n`;

/** Title, as-of date and marking; then where the figures come from. */
export function heading(terminal: Terminal, result: Provenance, names: Names): string {
  const words = terminal.words.commands.heading;
  const { models, priors, seed, views } = result;
  const from = words.from({
    models,
    priors: priors.length,
    seed,
    numbersOnly: views.every(({ drawing }) => drawing === "numbers"),
    views: views.map(({ party, holder, basis }) => ({ party: names.party(party), holder: names.party(holder), basis })),
  });
  const limits = (result.limits ?? []).map((sentence) => `${wrap(words.limit(sentence))}\n`).join("");
  return `${marked(terminal, result)}${paint(terminal, "dim", wrap(from))}\n${limits}`;
}
