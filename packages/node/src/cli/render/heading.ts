import type { Provenance, Viewing } from "@parley/core";
import { paint, type Terminal } from "../terminal.js";
import { wrap } from "./table.js";

/** Title, as-of date and marking. */
export const marked = (terminal: Terminal, { title, asOf, marking }: Viewing): string =>
  `${paint(terminal, "bold", wrap(`${title} · as of ${asOf} · ${marking}`))}\n`;

/** Title, as-of date and marking; then where the figures come from. */
export function heading(terminal: Terminal, result: Provenance): string {
  const views = result.views.map(({ party, holder, basis }) => `${party} by ${holder} (${basis})`);
  const models = result.views.every(({ drawing }) => drawing === "numbers")
    ? "numbers only: one model, no bands"
    : `${result.models.toLocaleString("en-US")} models × ${result.priors.length === 1 ? "one prior" : `${result.priors.length} priors`}`;
  const from = views.length === 0 ? "no interests seen" : `${models} · seed ${result.seed} · ${views.join(" · ")}`;
  const limits = (result.limits ?? []).map((sentence) => `${wrap(`! ${sentence}`)}\n`).join("");
  return `${marked(terminal, result)}${paint(terminal, "dim", wrap(from))}\n${limits}`;
}
