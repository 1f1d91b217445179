import { resolved } from '../../src/reference/site/site-paths.ts';

/** Links and pictures of a site that lead to no file, and anchors that are not in their page, one line each. */
export function brokenLinks(files: ReadonlyMap<string, string>): readonly string[] {
  const anchors = new Map<string, ReadonlySet<string>>();
  const anchorsOf = (place: string): ReadonlySet<string> => {
    const known = anchors.get(place) ?? new Set([...files.get(place)!.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!));
    anchors.set(place, known);
    return known;
  };
  const broken = [...files].flatMap(([place, html]) =>
    !place.endsWith('.html')
      ? []
      : [...html.matchAll(/ (?:href|src|srcset)="([^"]*)"/g)].flatMap(([, address]) => {
          if (/^[a-z]+:/i.test(address!)) return [];
          const [path = '', anchor] = address!.split('#');
          const to = path === '' ? place : resolved(place, decodeURI(path));
          if (!files.has(to)) return [`${place}: ${address}`];
          return anchor === undefined || anchorsOf(to).has(decodeURIComponent(anchor)) ? [] : [`${place}: ${address}`];
        }),
  );
  return [...new Set(broken)];
}
