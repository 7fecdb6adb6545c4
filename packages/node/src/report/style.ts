// The style sheet of pages that are handed over, such as the report, on the screen and on paper.
import { chartStyle, partStyle } from "@parley/charts";

/** The one style sheet of the page; the policy in its head allows no other. */
export const pageStyle: string = `${chartStyle}${partStyle}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 17px/1.5 system-ui, sans-serif; }
main, header, footer { max-width: 768px; margin: 0 auto; padding: 0 24px; }
/* A draft has a margin beside its text. */
body:has(.draft) :is(main, header, footer) { max-width: 1120px; }
header { padding-top: 40px; }
h1 { font-size: 2rem; line-height: 1.15; margin: 0 0 8px; }
h2 { font-size: 1.45rem; line-height: 1.2; margin: 56px 0 12px; padding-top: 12px; border-top: 2px solid var(--ink); }
h3 { font-size: 1.12rem; margin: 36px 0 6px; }
h4 { font-size: 1rem; margin: 22px 0 4px; }
p, li { max-width: 72ch; }
p { margin: 8px 0; }
a { color: var(--accent); }
.marking { font-weight: 600; letter-spacing: 0.04em; }
nav ul { list-style: none; margin: 20px 0 0; padding: 0; display: flex; flex-wrap: wrap; gap: 6px 20px; }
footer { margin-top: 56px; padding-bottom: 56px; color: var(--grey); }
[data-marking]::before {
  content: attr(data-marking); position: fixed; inset: 0; display: grid; place-items: center; z-index: 1;
  font: 700 min(10vw, 120px)/1 system-ui, sans-serif; letter-spacing: 0.05em; color: var(--ink); opacity: 0.055;
  transform: rotate(-32deg); pointer-events: none;
}
@media (max-width: 759px) {
  body { font-size: 16px; }
  main, header, footer { padding-left: 12px; padding-right: 12px; }
  h1 { font-size: 1.6rem; }
}
@media print {
  @page { margin: 16mm 14mm; }
  body { font-size: 11pt; }
  [data-marking]::before { font-size: 72px; }
  main, header, footer { max-width: none; padding: 0; }
  .draft .clause { grid-template-columns: minmax(0, 1fr); break-inside: avoid; }
  .draft .made-from { font-size: 8pt; }
  svg.wide { display: block; max-width: 150mm; }
  svg.narrow, nav, figure details { display: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
  h2 { break-after: avoid; margin-top: 28px; }
  h3, h4, dt, figcaption { break-after: avoid; }
  figure, tr, li, .square { break-inside: avoid; }
  .square td { print-color-adjust: exact; }
  a { color: inherit; text-decoration: none; }
}
`;
