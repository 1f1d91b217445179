import { between } from '../page-links.ts';
import { sections as sectionsOf } from './navigation.ts';
import { framed } from './page-frame.ts';
import { pageBody } from './page-body.ts';
import { type Repository, SiteLinks } from './site-links.ts';
import { pagePlace, sourcePlace } from './site-paths.ts';
import { folderHtml, sourceHtml } from './source-page.ts';
import { style } from './style.ts';

/** What a site is made from. */
export type SiteSource = Repository & {
  /** The name of the site. */
  readonly name: string;
  /** Pictures of drawings, by the names that pages mark them with. */
  readonly drawings: ReadonlyMap<string, string>;
};

const drawingPlace = (name: string): string => `pictures/ladders/${name}`;

/**
 * A static site of all pages, with the files and folders that they link to, by the places of its files.
 *
 * Every link is relative: the site works from a disk.
 */
export function site({ name, pages, files, drawings }: SiteSource): ReadonlyMap<string, string> {
  const links = new SiteLinks({ pages, files });
  const made = new Map<string, string>([['style.css', style]]);
  const bodies = [...pages].map(([path, markdown]) => {
    const place = pagePlace(path);
    const body = pageBody(markdown, {
      link: (address) => links.rewritten(path, address),
      drawing: (drawing) => {
        const svg = drawings.get(drawing);
        if (svg === undefined) return undefined;
        made.set(drawingPlace(drawing), svg);
        return between(place, drawingPlace(drawing));
      },
    });
    return { path, place, body };
  });
  const titles = new Map(bodies.map(({ path, body }) => [path, body.title || path]));
  const sections = sectionsOf(pages, (path) => titles.get(path)!);
  const frame = (place: string, title: string, html: string): void =>
    void made.set(place, framed({ place, title, site: name, sections, html }));
  for (const { place, body } of bodies) frame(place, body.title, body.html);
  const paths = [...files.keys()].sort();
  const within = paths.filter((path) => [...links.folders].some((folder) => path.startsWith(`${folder}/`)));
  for (const folder of foldersOf(links.folders, within))
    frame(sourcePlace(folder, true), `${folder}/`, folderHtml(folder, paths));
  for (const path of new Set([...links.sources, ...within])) {
    frame(sourcePlace(path, false), path, sourceHtml(path, files.get(path)!));
  }
  for (const path of links.pictures) made.set(path.replace(/^docs\//, ''), files.get(path)!);
  return made;
}

/** The folders that are linked to, and all folders in them. */
function foldersOf(linked: ReadonlySet<string>, files: readonly string[]): ReadonlySet<string> {
  const inside = files.flatMap((file) => {
    const parts = file.split('/').slice(0, -1);
    return parts.map((_, depth) => parts.slice(0, depth + 1).join('/'));
  });
  return new Set([...linked, ...inside.filter((folder) => [...linked].some((one) => folder.startsWith(`${one}/`)))]);
}
