/** Where a page of the repository stands in the site: `docs/` falls away, `README.md` is the index of its folder. */
export function pagePlace(path: string): string {
  const inSite = path.replace(/^docs\//, '');
  return inSite.replace(/(^|\/)README\.md$/, '$1index.html').replace(/\.md$/, '.html');
}

/** Where a file that is shown as it is stands in the site; `''` is the root of the repository. */
export const sourcePlace = (path: string, isFolder: boolean): string =>
  isFolder ? `source/${path === '' ? '' : `${path}/`}index.html` : `source/${path}.html`;

/** A path with `.` and `..` worked out, from the page that names it. A leading `..` too many is kept. */
export function resolved(page: string, link: string): string {
  const parts: string[] = link.startsWith('/') ? [] : page.split('/').slice(0, -1);
  for (const part of link.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** Whether a link leads out of the site. */
export const isOutside = (link: string): boolean => /^[a-z][a-z+.-]*:/i.test(link) || link.startsWith('//');
