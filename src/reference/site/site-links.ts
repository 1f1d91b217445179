import { between } from '../page-links.ts';
import { isOutside, pagePlace, resolved, sourcePlace } from './site-paths.ts';

/** What the repository holds, as far as a page may link to it. */
export type Repository = {
  /** Pages in Markdown, by path. */
  readonly pages: ReadonlyMap<string, string>;
  /** Other texts, by path: sources, pictures, licences. */
  readonly files: ReadonlyMap<string, string>;
};

/** Links from pages of the repository as the site has them; notes which files and folders are linked to. */
export class SiteLinks {
  readonly #repository: Repository;
  /** Files that are shown as they are, and pictures, by path. */
  readonly sources = new Set<string>();
  readonly folders = new Set<string>();
  readonly pictures = new Set<string>();

  constructor(repository: Repository) {
    this.#repository = repository;
  }

  /** A link of a page for the site. One that leads nowhere is left as it is: the check of the links names it. */
  rewritten(page: string, link: string): string {
    if (link === '' || isOutside(link) || link.startsWith('#')) return link;
    const [path = '', ...anchors] = link.split('#');
    const to = this.#placeOf(resolved(page, decodeURI(path)));
    if (to === undefined) return link;
    return [between(pagePlace(page), to), ...anchors].join('#');
  }

  #placeOf(path: string): string | undefined {
    const { pages, files } = this.#repository;
    if (pages.has(path)) return pagePlace(path);
    const index = path === '' ? 'README.md' : `${path}/README.md`;
    if (pages.has(index)) return pagePlace(index);
    if (files.has(path)) {
      const isPicture = /\.(svg|png)$/.test(path);
      (isPicture ? this.pictures : this.sources).add(path);
      return isPicture ? path.replace(/^docs\//, '') : sourcePlace(path, false);
    }
    if (![...files.keys()].some((file) => file.startsWith(`${path}/`))) return undefined;
    this.folders.add(path);
    return sourcePlace(path, true);
  }
}
