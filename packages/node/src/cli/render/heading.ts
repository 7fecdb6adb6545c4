import type { Provenance } from "@parley/core";
import { paint, type Terminal } from "../terminal.js";
import { wrap } from "./table.js";

/** Title, as-of date and marking; then where the figures come from. */
export function heading(terminal: Terminal, result: Provenance & { readonly title: string }): string {
  const title = `${result.title} · as of ${result.asOf} · ${result.marking}`;
  const views = result.views.map(({ party, holder, basis }) => `${party} by ${holder} (${basis})`);
  const models = result.views.every(({ drawing }) => drawing === "numbers")
    ? "numbers only: one model, no bands"
    : `${result.models.toLocaleString("en-US")} models × ${result.priors.length === 1 ? "one prior" : `${result.priors.length} priors`}`;
  const from = views.length === 0 ? "no interests seen" : `${models} · seed ${result.seed} · ${views.join(" · ")}`;
  return `${paint(terminal, "bold", wrap(title))}\n${paint(terminal, "dim", wrap(from))}\n`;
}
