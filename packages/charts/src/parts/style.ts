/** Style sheet of what stands beside the pictures. */
export const partStyle: string = `
ul { margin: 6px 0; }
.least-package { border-left: 3px solid var(--rule); padding: 2px 0 2px 16px; margin: 16px 0; }
.least-package p { margin: 6px 0; max-width: 72ch; }
.lead { font-size: 1.3rem; line-height: 1.4; margin: 16px 0; }
.note, figcaption, .marking { color: var(--grey); }
ul { padding-left: 22px; }
li { margin: 5px 0; }
dl { margin: 12px 0; }
dt { font-weight: 600; margin-top: 16px; }
dd { margin: 4px 0 0; }
figure { margin: 20px 0 28px; }
figcaption { font-weight: 600; color: var(--ink); margin-bottom: 10px; }
svg.chart { display: block; max-width: 100%; height: auto; }
svg.narrow { display: none; }
@media (max-width: 759px) { svg.wide { display: none; } svg.narrow { display: block; } }
details { margin-top: 8px; }
summary { cursor: pointer; color: var(--grey); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; margin: 10px 0; font-variant-numeric: tabular-nums; font-size: 1rem; }
th, td { text-align: left; vertical-align: top; padding: 6px 14px 6px 0; border-bottom: 1px solid var(--rule); }
thead th { color: var(--grey); font-weight: 600; }
tbody th { font-weight: 500; }
td.in { font-weight: 600; }
td.unsaid { color: var(--grey); }
th.class-contested, td.class-contested { border-left: 4px solid var(--accent); padding-left: 10px; font-weight: 600; }
th.class-claimed, td.class-claimed { border-left: 4px dotted var(--accent); padding-left: 10px; }
.square td { text-align: center; white-space: nowrap; padding-left: 10px; padding-right: 10px; }
td.date { white-space: nowrap; }
.square td.prefers { background: color-mix(in srgb, var(--accent) 26%, transparent); font-weight: 600; }
.square td.itself { background: var(--shade); }
.draft .clause { display: grid; grid-template-columns: minmax(0, 68ch) minmax(12rem, 1fr); gap: 0 24px; margin: 10px 0; }
.draft .clause p { margin: 0 0 4px; }
.draft .clause.level-1 .clause-text { padding-left: 2.5em; }
.draft .number { font-weight: 600; font-variant-numeric: tabular-nums; }
.draft .label { color: var(--grey); font-weight: 500; }
.draft .flag { color: var(--grey); border-left: 3px solid var(--accent); padding-left: 10px; }
.draft .bracket { background: var(--shade); color: var(--ink); border-radius: 3px; padding: 0 2px; font-weight: 500; }
.draft .bracket.side { border-bottom: 2px solid var(--party); }
.draft .made-from { color: var(--grey); overflow-wrap: anywhere; }
.draft .made-from > span:not(:last-child)::after { content: " · "; }
@media (max-width: 900px) { .draft .clause { grid-template-columns: minmax(0, 1fr); } }
`;
