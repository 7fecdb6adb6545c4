// Writes the sources of a case for programs that keep citations: as CSL-JSON or as BibTeX.
import type { Source } from "@parley/core/internal";

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
      // What the library writes in ASCII loses every other script, and it escapes no names: letters stay, and marks are escaped here.
      const format = { useIdAsLabel: true, checkLabel: false, asciiOnly: false };
      Object.assign(plugins.config.get("@bibtex").format, format);
      return new Cite(sources.map(escaped).map(cslOf), { generateGraph: false }).format("biblatex");
    },
  },
};

/** The marks of LaTeX, which would be commands in a file of BibTeX. */
const MARKS: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
};

/** Two dashes or apostrophes would be one sign of LaTeX: a pair of braces keeps them apart. */
const inLatex = (text: string): string =>
  text.replace(/[\\{}&%$#_~^<>]/g, (mark) => MARKS[mark] ?? `\\${mark}`).replace(/([-'`])(?=\1)/g, "$1{}");

/** A source of which nothing but letters reaches LaTeX. In an address braces and backslashes are written by their number. */
function escaped(source: Source): Source {
  const { title, publisher, author, url } = source;
  return {
    ...source,
    title: inLatex(title),
    publisher: publisher && inLatex(publisher),
    ...(author !== undefined && { author: inLatex(author) }),
    url: url?.replace(/[\\{}]/g, encodeURIComponent) ?? null,
  };
}
