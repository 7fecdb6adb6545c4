/** What is used of Citation.js, which ships no types: https://citation.js.org/api/0.7/ */
declare module "@citation-js/core" {
  export class Cite {
    constructor(items: readonly object[], options?: { readonly generateGraph?: boolean });
    format(form: "biblatex"): string;
  }
  export const plugins: {
    readonly input: {
      chain(text: string, options: { readonly forceType: string; readonly generateGraph: boolean }): readonly unknown[];
    };
    readonly config: {
      get(plugin: "@bibtex"): { readonly format: { useIdAsLabel: boolean; checkLabel: boolean } };
    };
  };
}
declare module "@citation-js/plugin-bibtex";
