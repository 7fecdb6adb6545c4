// Writes the sources of a case for programs that keep citations: as CSL-JSON or as BibTeX.
import type { Source } from "@parley/core";
import { cslOf } from "./csl.js";

interface CitationForm {
  readonly type: string;
  readonly write: (sources: readonly Source[]) => Promise<string>;
}

/** By the ending of the file. BibTeX is written with the fields of BibLaTeX, which has whole days and web addresses. */
export const citationForms: Readonly<Record<"json" | "bib", CitationForm>> = {
  json: {
    type: "application/vnd.citationstyles.csl+json; charset=utf-8",
    write: async (sources) => `${JSON.stringify(sources.map(cslOf), null, 2)}\n`,
  },
  bib: {
    type: "application/x-bibtex; charset=utf-8",
    write: async (sources) => {
      const { Cite, plugins } = await import("@citation-js/core");
      await import("@citation-js/plugin-bibtex");
      Object.assign(plugins.config.get("@bibtex").format, { useIdAsLabel: true, checkLabel: false });
      return new Cite(sources.map(cslOf), { generateGraph: false }).format("biblatex");
    },
  },
};
