import { between } from '../page-links.ts';
import type { Section } from './navigation.ts';
import { escaped } from './page-body.ts';
import { pagePlace } from './site-paths.ts';

/** What stands around the body of a page. */
export type Frame = {
  /** The place of the page in the site. */
  readonly place: string;
  readonly title: string;
  /** The name of the site. */
  readonly site: string;
  readonly sections: readonly Section[];
  readonly html: string;
};

/** A whole page: navigation, body, the way to the pages before and after. Needs no script and no server. */
export function framed({ place, title, site, sections, html }: Frame): string {
  const here = sections.find(({ entries }) => entries.some(({ path }) => pagePlace(path) === place));
  const navigation = navigationHtml(place, sections, here);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escaped(title === site ? site : `${title} · ${site}`)}</title>
<link rel="stylesheet" href="${between(place, 'style.css')}">
</head>
<body>
<a class="skip" href="#content">To the text</a>
<header><a href="${between(place, 'index.html')}">${escaped(site)}</a></header>
<details class="menu"><summary>Contents</summary><nav aria-label="Contents">${navigation}</nav></details>
<div class="page">
<nav class="side" aria-label="All pages">${navigation}</nav>
<main id="content">
${html}
${neighbours(place, sections)}
</main>
</div>
</body>
</html>
`;
}

/** The doors of all sections; the pages of the section that one is in. */
function navigationHtml(place: string, sections: readonly Section[], here: Section | undefined): string {
  const item = (path: string, title: string): string => {
    const to = pagePlace(path);
    const current = to === place ? ' aria-current="page"' : '';
    return `<a href="${between(place, to)}"${current}>${escaped(title)}</a>`;
  };
  const items = sections.map((section) => {
    const [door] = section.entries;
    const below =
      section === here && section.entries.length > 1
        ? `<ul>${section.entries.map(({ path, title }) => `<li>${item(path, title)}</li>`).join('')}</ul>`
        : '';
    const name = below === '' ? item(door!.path, section.title) : `<strong>${escaped(section.title)}</strong>`;
    return `<li>${name}${below}</li>`;
  });
  return `<ul>${items.join('')}</ul>`;
}

function neighbours(place: string, sections: readonly Section[]): string {
  const pages = sections.flatMap(({ entries }) => entries);
  const at = pages.findIndex(({ path }) => pagePlace(path) === place);
  if (at < 0) return '';
  const link = (index: number, before: string, after: string): string => {
    const page = pages[index];
    return page
      ? `<a href="${between(place, pagePlace(page.path))}">${before}${escaped(page.title)}${after}</a>`
      : '<span></span>';
  };
  return `<nav class="neighbours" aria-label="Before and after">${link(at - 1, '← ', '')}${link(at + 1, '', ' →')}</nav>`;
}
