import MarkdownIt, { type Token } from 'markdown-it';

import { anchor } from '../markdown.ts';

/** A page of Markdown as HTML: its title, its headings, its body. */
export type PageBody = {
  readonly title: string;
  readonly headings: readonly { readonly level: number; readonly id: string; readonly text: string }[];
  readonly html: string;
};

/** What a page needs to know of the site around it. */
export type Surroundings = {
  /** A link or the address of a picture, as this page has it in the site. */
  readonly link: (address: string) => string;
  /** Where the picture of a drawing stands; undefined without one. */
  readonly drawing: (name: string) => string | undefined;
};

const pictureMark = /^<!-- picture: (\S+) -->\s*$/;
const attribute = /\b(href|src|srcset)="([^"]*)"/g;

/**
 * Renders a page: headings get the anchors that GitHub gives them, wide things a box that scrolls by itself, drawings
 * their picture with the text folded below.
 */
export function pageBody(markdown: string, { link, drawing }: Surroundings): PageBody {
  const parser = new MarkdownIt({ html: true });
  const tokens = parser.parse(markdown, {});
  const headings: { level: number; id: string; text: string }[] = [];
  const used = new Map<string, number>();
  tokens.forEach((token, at) => {
    if (token.type === 'heading_open') {
      const text = plainText(tokens[at + 1]!);
      const base = anchor(text);
      const before = used.get(base) ?? 0;
      used.set(base, before + 1);
      const id = before === 0 ? base : `${base}-${before}`;
      token.attrSet('id', id);
      headings.push({ level: Number(token.tag.slice(1)), id, text });
    }
    if (token.type === 'paragraph_open' && isPicture(tokens[at + 1]!)) {
      token.attrSet('class', 'picture');
      token.attrSet('tabindex', '0');
    }
    if (token.type === 'table_open') token.meta = { under: headings.at(-1)?.text ?? '' };
    relink(token, link);
  });
  const { rules } = parser.renderer;
  rules['table_open'] = (all, at) =>
    `<div class="wide" role="region" tabindex="0" aria-label="${escaped(label('Table', all[at]!, at))}"><table>\n`;
  rules['table_close'] = () => '</table></div>\n';
  rules['fence'] = (all, at) => {
    const text = `<pre tabindex="0"><code>${escaped(all[at]!.content)}</code></pre>\n`;
    const [, name] = pictureMark.exec(all[at - 1]?.content ?? '') ?? [];
    const picture = name === undefined ? undefined : drawing(name);
    return picture === undefined ? text : figure(picture, text);
  };
  rules['image'] = (all, at, options, env, self) =>
    `<img src="${escaped(String(all[at]!.attrGet('src')))}" alt="${escaped(self.renderInlineAsText(all[at]!.children ?? [], options, env))}">`;
  return { title: headings[0]?.text ?? '', headings, html: parser.renderer.render(tokens, parser.options, {}) };
}

/** Whether a paragraph is nothing but a picture that leads to itself: one that is too large for the page. */
const isPicture = ({ children }: Token): boolean =>
  children?.map(({ type }) => type).join() === 'link_open,image,link_close' &&
  children[0]!.attrGet('href') === children[1]!.attrGet('src');

const label = (what: string, token: Token, at: number): string =>
  `${what} ${at}: ${(token.meta as { under: string }).under}`;

const figure = (picture: string, text: string): string =>
  `<figure><div class="wide" role="region" tabindex="0" aria-label="Ladder ${escaped(picture)}">` +
  `<a href="${escaped(picture)}"><img src="${escaped(picture)}" alt="Ladder, as text below"></a></div>` +
  `<details><summary>as text</summary>\n${text}</details></figure>\n`;

/** Rewrites the addresses in a token and in those within it; raw HTML is looked through for its attributes. */
function relink(token: Token, link: Surroundings['link']): void {
  for (const name of ['href', 'src']) {
    const address = token.attrGet(name);
    if (address !== null) token.attrSet(name, link(String(address)));
  }
  if (token.type === 'html_block' || token.type === 'html_inline') {
    token.content = token.content.replace(
      attribute,
      (_, name: string, address: string) => `${name}="${link(address)}"`,
    );
  }
  for (const child of token.children ?? []) relink(child, link);
}

const plainText = (inline: Token): string =>
  (inline.children ?? [])
    .map(({ type, content }) => (type === 'text' || type === 'code_inline' ? content : type === 'softbreak' ? ' ' : ''))
    .join('');

/** A text as HTML shows it. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
