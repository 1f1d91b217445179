import { between } from '../page-links.ts';
import { escaped } from './page-body.ts';
import { sourcePlace } from './site-paths.ts';

/** A file as it is, its lines numbered and with anchors `L1`, `L2` ... */
export function sourceHtml(path: string, text: string): string {
  const lines = text.replace(/\n$/, '').split('\n');
  const items = lines.map((line, index) => `<li id="L${index + 1}">${escaped(line) || ' '}</li>`);
  return `<h1>${escaped(path)}</h1>\n<p>${trail(path)}</p>\n<ol class="source" tabindex="0">${items.join('\n')}</ol>`;
}

/** What a folder holds: folders and files, each a link. */
export function folderHtml(folder: string, files: readonly string[]): string {
  const place = sourcePlace(folder, true);
  const below = files.filter((file) => file.startsWith(`${folder}/`)).map((file) => file.slice(folder.length + 1));
  const folders = [...new Set(below.filter((name) => name.includes('/')).map((name) => name.split('/')[0]!))].sort();
  const item = (name: string, isFolder: boolean): string =>
    `<li><a href="${between(place, sourcePlace(`${folder}/${name}`, isFolder))}">${escaped(name)}${isFolder ? '/' : ''}</a></li>`;
  const items = [
    ...folders.map((name) => item(name, true)),
    ...below.filter((name) => !name.includes('/')).map((name) => item(name, false)),
  ];
  return `<h1>${escaped(folder)}/</h1>\n<ul>${items.join('')}</ul>`;
}

/** Where a file stands, in words. */
const trail = (path: string): string => {
  const folder = path.split('/').slice(0, -1).join('/');
  return folder === '' ? 'A file of the repository.' : `A file of <code>${escaped(folder)}/</code>.`;
};
