/** The style sheet of the site: light and dark as the reader's system asks, legible on paper and from 360 px on. */
export const style = `:root {
  color-scheme: light dark;
  --ground: #ffffff; --ink: #1d2430; --faint: #566070; --line: #d3d8e0; --shade: #f3f5f8; --link: #0a58ad; --mark: #e4eefb;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14181f; --ink: #dfe4ec; --faint: #a0a9b8; --line: #343c49; --shade: #1d232d; --link: #7fb6ff; --mark: #20304a;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.55 system-ui, sans-serif; overflow-wrap: break-word; }
a { color: var(--link); text-underline-offset: 0.15em; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: 0.5rem; background: var(--ground); padding: 0.3rem; z-index: 3; }
header { padding: 0.7rem 1.25rem; border-bottom: 1px solid var(--line); font-weight: 600; }
header a { color: inherit; text-decoration: none; }
.page { display: grid; grid-template-columns: 15rem minmax(0, 1fr); }
.side { padding: 1rem 0.75rem 1rem 1.25rem; border-right: 1px solid var(--line); font-size: 0.875rem; }
.side > ul { position: sticky; top: 1rem; max-height: calc(100vh - 2rem); overflow-y: auto; }
nav ul { list-style: none; margin: 0; padding: 0; }
nav ul ul { padding-left: 0.8rem; margin-bottom: 0.4rem; }
nav li { margin: 0.2rem 0; line-height: 1.35; }
nav li a { display: inline-block; padding: 0.15rem 0; }
nav a { text-decoration: none; }
nav a:hover { text-decoration: underline; }
nav a[aria-current] { color: inherit; font-weight: 600; background: var(--mark); padding: 0.15rem 0.35rem; margin-left: -0.35rem; border-radius: 3px; }
.menu { display: none; border-bottom: 1px solid var(--line); padding: 0.5rem 1.25rem; font-size: 0.9375rem; }
main { padding: 0.5rem 2rem 3rem; min-width: 0; }
main > p, main > ul, main > ol, main > blockquote, main > h1, main > h2, main > h3, main > details { max-width: 52rem; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 1rem 0; }
h2 { font-size: 1.3rem; margin: 2.2rem 0 0.7rem; padding-bottom: 0.2rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1.08rem; margin: 1.8rem 0 0.5rem; }
h4 { font-size: 1rem; margin: 1.4rem 0 0.4rem; }
code, pre { font-family: ui-monospace, 'DejaVu Sans Mono', 'Liberation Mono', Menlo, monospace; font-size: 0.8125rem; }
:not(pre) > code { background: var(--shade); padding: 0.08em 0.3em; border-radius: 3px; }
pre { background: var(--shade); border: 1px solid var(--line); border-radius: 4px; padding: 0.75rem 1rem; overflow-x: auto; line-height: 1.3; }
blockquote { margin: 1rem 0; padding: 0.1rem 1rem; border-left: 3px solid var(--line); color: var(--faint); }
img { max-width: 100%; vertical-align: middle; }
.wide { overflow-x: auto; margin: 1rem 0; border: 1px solid var(--line); border-radius: 4px; max-width: max-content; }
.wide img, p.picture img { max-width: none; }
p.picture { overflow: auto; max-width: none !important; max-height: 90vh; border: 1px solid var(--line); border-radius: 4px; }
figure { margin: 1rem 0; }
figure .wide { margin-bottom: 0.3rem; }
table { border-collapse: separate; border-spacing: 0; font-size: 0.875rem; line-height: 1.4; }
th, td { padding: 0.35rem 0.65rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; max-width: 26rem; overflow-wrap: normal; }
tr:last-child > td { border-bottom: 0; }
th { background: var(--shade); font-weight: 600; }
th:first-child, td:first-child { position: sticky; left: 0; background: var(--ground); z-index: 1; border-right: 1px solid var(--line); max-width: 16rem; min-width: min(6rem, 30vw); }
td:first-child code { overflow-wrap: anywhere; }
th:first-child { background: var(--shade); }
details { margin: 0.7rem 0; }
summary { cursor: pointer; color: var(--faint); }
.neighbours { display: flex; justify-content: space-between; gap: 1rem; margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: 0.9375rem; }
ol.source { list-style: none; padding: 0.75rem 0; margin: 0; background: var(--shade); border: 1px solid var(--line); border-radius: 4px; overflow-x: auto; max-width: none !important; }
ol.source { counter-reset: line; font-family: ui-monospace, 'DejaVu Sans Mono', 'Liberation Mono', Menlo, monospace; font-size: 0.8125rem; line-height: 1.4; }
ol.source li { white-space: pre; counter-increment: line; width: max-content; padding-right: 1rem; }
ol.source li::before { content: counter(line); display: inline-block; width: 3.2rem; padding-right: 1rem; text-align: right; color: var(--faint); }
@media (max-width: 60rem) {
  .page { display: block; }
  .side { display: none; }
  .menu { display: block; }
  main { padding: 0.25rem 1rem 2rem; }
  .wide table { width: max-content; }
  th, td { max-width: 15rem; }
  th:first-child, td:first-child { max-width: 38vw; min-width: 30vw; }
}
@media print {
  :root { --ground: #fff; --ink: #000; --faint: #333; --line: #999; --shade: #fff; --link: #000; }
  .side, .menu, .neighbours, header, .skip { display: none; }
  .page { display: block; }
  main { padding: 0; }
  body { font-size: 10pt; }
  .wide, pre, p.picture { overflow: visible; max-height: none; }
  pre { white-space: pre-wrap; font-size: 7.5pt; }
  .wide img, p.picture img { max-width: 100%; }
  .wide table { width: auto; }
  table { font-size: 8pt; }
  td, th, th:first-child, td:first-child { position: static; max-width: none; overflow-wrap: anywhere; }
  h2, h3, h4 { break-after: avoid; }
  figure, tr { break-inside: avoid; }
}
`;
