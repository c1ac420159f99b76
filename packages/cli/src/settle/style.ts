/** The report's style sheet: one column of text, quiet rules, figures that line up, ink that survives a printer. */

export const reportStyle = `
:root {
  color-scheme: light dark;
  --paper: #fdfcf9; --sheet: #ffffff; --ink: #1c1f24; --soft: #565c66; --faint: #8b919b; --rule: #d9d6cd; --wash: #f4f2ec;
  --accent: #1d4a73; --good: #2d6a45; --stop: #8c2f2f;
  --nash: #1d4a73; --kalaiSmorodinsky: #9a5b00; --egalitarian: #2d6a45; --utilitarian: #86304f; --maxNashWelfare: #5b4a91;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #15171a; --sheet: #1b1e22; --ink: #e9e7e1; --soft: #b0b3b8; --faint: #858a92; --rule: #363a40; --wash: #22262b;
    --accent: #8fb9e0; --good: #8cc9a1; --stop: #e59a94;
    --nash: #8fb9e0; --kalaiSmorodinsky: #e3b066; --egalitarian: #8cc9a1; --utilitarian: #e39bb6; --maxNashWelfare: #b9a9ee;
  }
}
* { box-sizing: border-box; }
html { background: var(--paper); -webkit-text-size-adjust: 100%; }
body { margin: 0; color: var(--ink); font: 1.0625rem/1.58 Charter, 'Bitstream Charter', 'Sitka Text', Cambria, 'Noto Serif', Georgia, serif; }
main { max-width: 50rem; margin: 0 auto; padding: clamp(1.5rem, 5vw, 4rem) clamp(1.1rem, 4vw, 2.5rem) 4rem; }
h1, h2, h3, p, ul, ol, figure, table, dl { margin: 0; }
header { border-block-end: 2px solid var(--ink); padding-block-end: 1.4rem; }
.kind { font-size: .8125rem; letter-spacing: .09em; text-transform: uppercase; color: var(--soft); }
h1 { font-size: clamp(1.75rem, 5vw, 2.5rem); line-height: 1.15; font-weight: 600; letter-spacing: -.012em; margin-block: .35rem .5rem; text-wrap: balance; overflow-wrap: anywhere; }
.size { color: var(--soft); }
section { margin-block-start: 2.9rem; }
h2 { font-size: 1.3125rem; line-height: 1.3; font-weight: 600; margin-block-end: .5rem; break-after: avoid; }
h3 { font-size: 1.0625rem; font-weight: 600; margin-block: 1.5rem .4rem; break-after: avoid; }
p + p, p + ul, ul + p { margin-block-start: .8rem; }
p, li { max-width: 42rem; overflow-wrap: anywhere; }
ul, ol { padding-inline-start: 1.2rem; }
li + li { margin-block-start: .35rem; }
.finding { margin-block-start: 1.8rem; padding: 1.1rem 1.3rem; background: var(--wash); border-inline-start: 4px solid var(--good); }
.finding strong { display: block; font-size: 1.25rem; line-height: 1.35; font-weight: 600; margin-block-end: .25rem; }
.finding.none { border-color: var(--stop); }
.note { color: var(--soft); font-size: .9375rem; }
.scroll { overflow-x: auto; margin-block-start: 1rem; }
.scroll:focus-visible { outline: 2px solid var(--accent); outline-offset: 3px; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; line-height: 1.4; font-variant-numeric: lining-nums tabular-nums; }
caption { text-align: start; color: var(--soft); font-size: .9375rem; padding-block-end: .4rem; }
th, td { text-align: start; vertical-align: top; padding: .5rem 1.1rem .5rem 0; border-block-end: 1px solid var(--rule); }
th:last-child, td:last-child { padding-inline-end: 0; }
thead th { vertical-align: bottom; border-block-end: 1.5px solid var(--ink); font-weight: 600; }
tbody th { font-weight: 400; min-width: 7.5rem; }
tbody tr:last-child > * { border-block-end-color: var(--faint); }
table.even { table-layout: fixed; } table.even th:first-child { width: 38%; }
.number { text-align: end; white-space: nowrap; }
td bdi, th bdi { overflow-wrap: anywhere; }
.letter { display: inline-block; min-width: 1.45em; padding-inline: .3em; border: 1.5px solid currentColor; border-radius: 3px; text-align: center; font-weight: 600; font-size: .875em; line-height: 1.4; }
.rules { display: block; font-weight: 400; font-size: .8125rem; line-height: 1.35; color: var(--soft); margin-block-start: .25rem; }
.mark { inline-size: .95em; block-size: .95em; vertical-align: -.11em; margin-inline-end: .25em; }
.bar { display: block; block-size: .4rem; margin-block-start: .3rem; background: var(--wash); border-radius: 1px; overflow: hidden; }
.bar > span { display: block; block-size: 100%; background: var(--accent); }
.quiet { color: var(--soft); font-size: .8125rem; white-space: nowrap; }
figure { margin-block-start: 1.2rem; break-inside: avoid; }
figcaption { color: var(--soft); font-size: .9375rem; margin-block-start: .5rem; max-width: 42rem; }
svg.plot { display: block; inline-size: 100%; block-size: auto; }
svg text { font: 13px Charter, 'Bitstream Charter', 'Sitka Text', Cambria, 'Noto Serif', Georgia, serif; fill: var(--soft); font-variant-numeric: lining-nums tabular-nums; }
svg .name { fill: var(--ink); font-size: 14px; }
svg .tag { fill: var(--ink); font-size: 15px; font-weight: 600; paint-order: stroke; stroke: var(--paper); stroke-width: 4px; stroke-linejoin: round; }
svg .grid { stroke: var(--rule); stroke-width: 1; }
svg .axis { stroke: var(--faint); stroke-width: 1; }
svg .nodeal { stroke: var(--stop); stroke-width: 1.5; stroke-dasharray: 6 4; }
svg .nodeal-text { fill: var(--stop); }
svg .dot { fill: var(--faint); }
svg .part { stroke: var(--faint); stroke-width: 2; stroke-linecap: round; }
svg .thread { fill: none; stroke: var(--faint); stroke-width: 1; opacity: .35; }
svg .line { fill: none; stroke-width: 2.5; }
.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; margin-block-start: .8rem; font-size: .9375rem; }
.legend li { margin: 0; }
.pairs { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 19rem), 1fr)); gap: 1.4rem; }
.sum { font-variant-numeric: lining-nums tabular-nums; overflow-wrap: anywhere; }
details { margin-block-start: 1rem; }
summary { cursor: pointer; color: var(--accent); }
footer { margin-block-start: 3.5rem; padding-block-start: 1rem; border-block-start: 1px solid var(--rule); color: var(--soft); font-size: .875rem; }
@media (max-width: 36rem) {
  body { font-size: 1rem; }
  table { font-size: .875rem; } th, td { padding-inline-end: .7rem; } tbody th { min-width: 6.2rem; }
  .scroll table { min-width: 27rem; }
  .scroll.narrow table { min-width: 0; }
  svg text { font-size: 19px; } svg .name { font-size: 20px; } svg .tag { font-size: 22px; }
  .pairs svg text { font-size: 14px; } .pairs svg .name { font-size: 15px; } .pairs svg .tag { font-size: 16px; }
}
@media print {
  :root { color-scheme: light; --paper: #fff; --sheet: #fff; --ink: #000; --soft: #444; --faint: #777; --rule: #ccc; --wash: #f3f3f3; --accent: #1d4a73; --good: #2d6a45; --stop: #8c2f2f; --nash: #1d4a73; --kalaiSmorodinsky: #9a5b00; --egalitarian: #2d6a45; --utilitarian: #86304f; --maxNashWelfare: #5b4a91; }
  @page { margin: 20mm 18mm; }
  body { font-size: 10.5pt; }
  main { max-width: none; padding: 0; }
  .scroll { overflow: visible; }
  tr, li, .finding { break-inside: avoid; }
  thead { display: table-header-group; }
  .finding, .bar, .bar > span { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`
