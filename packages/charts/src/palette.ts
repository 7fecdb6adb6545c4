// Okabe & Ito's colours (Color Universal Design, 2008), darkened or lightened until each stands 3:1 or more from the
// ground of its theme; a test measures it.

export interface Theme {
  readonly paper: string;
  readonly ink: string;
  /** What is not data: axes, notes. */
  readonly grey: string;
  readonly rule: string;
  /** Ground that is out of reach. */
  readonly shade: string;
  readonly accent: string;
  /** By a party's place among the parties of the case; after the last comes the first again, with another shape. */
  readonly parties: readonly string[];
}

export const light: Theme = {
  paper: "#ffffff",
  ink: "#1a1e22",
  grey: "#59626b",
  rule: "#cfd5da",
  shade: "#eceff1",
  accent: "#0b57a4",
  parties: ["#0072b2", "#d55e00", "#008a64", "#a8578b", "#a87400", "#4d6b94"],
};

export const dark: Theme = {
  paper: "#14181b",
  ink: "#e9ecee",
  grey: "#a3acb4",
  rule: "#3d464d",
  shade: "#22282d",
  accent: "#7db8f0",
  parties: ["#58aadf", "#f08a45", "#2fc39b", "#d995bd", "#e0ae3f", "#a3b9d8"],
};

/** A theme as the variables of the style sheet, each with its colour. */
export const variablesOf = ({ parties, ...theme }: Theme): readonly (readonly [name: string, colour: string])[] =>
  [...Object.entries(theme), ...parties.map((colour, place) => [`party-${place}`, colour] as const)].map(
    ([name, colour]) => [`--${name}`, colour] as const,
  );

const variables = (theme: Theme): string =>
  variablesOf(theme)
    .map(([name, colour]) => `${name}: ${colour};`)
    .join(" ");

/** Style sheet of every chart: the two themes, and light for paper. */
export const chartStyle: string = `
:root { color-scheme: light dark; ${variables(light)} }
@media (prefers-color-scheme: dark) { :root { ${variables(dark)} } }
@media print { :root { color-scheme: light; ${variables(light)} } }
${light.parties.map((_, place) => `.party-${place} { --party: var(--party-${place}); }`).join("\n")}
svg.chart text { font: 16px/1.3 system-ui, sans-serif; font-variant-numeric: tabular-nums; fill: var(--ink); }
svg.chart .note { fill: var(--grey); }
svg.chart .strong { font-weight: 600; }
svg.chart .line { fill: none; stroke: var(--party, var(--ink)); stroke-width: 2; }
svg.chart .mark { fill: var(--party, var(--ink)); stroke: var(--paper); stroke-width: 1; }
svg.chart .hollow { fill: var(--paper); stroke: var(--party, var(--ink)); stroke-width: 2; }
svg.chart .band { fill: var(--party, var(--ink)); fill-opacity: 0.2; stroke: none; }
svg.chart .whisker { fill: none; stroke: var(--party, var(--ink)); stroke-width: 1.5; }
svg.chart .bar { fill: var(--party, var(--ink)); }
svg.chart .axis { stroke: var(--rule); stroke-width: 1; fill: none; }
svg.chart .zero { stroke: var(--grey); stroke-width: 1.5; fill: none; }
svg.chart .limit { stroke: var(--party, var(--ink)); stroke-width: 1.5; stroke-dasharray: 6 4; fill: none; }
svg.chart .shade { fill: var(--shade); }
svg.chart .open { fill: var(--paper); }
svg.chart .leader { stroke: var(--grey); stroke-width: 1; fill: none; }
svg.chart .own { --party: var(--accent); }
svg.chart [data-mark] { cursor: pointer; }
svg.chart .halo { paint-order: stroke; stroke: var(--paper); stroke-width: 4; stroke-linejoin: round; }
`;
