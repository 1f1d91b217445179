/** A tree of XML elements: as much of XML as exports write. */
export type Xml = {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: Xml[];
};

/** Reads a document of elements and attributes. @throws Error where a tag is not closed. */
export function readXml(text: string): Xml {
  const top: Xml = { tag: '', attributes: {}, content: [] };
  const open = [top];
  for (const [, close, tag, given, empty] of text.matchAll(/<(\/?)([a-z]\w*)((?:\s+[\w:]+="[^"]*")*)\s*(\/?)>/g)) {
    if (close) {
      const closed = open.pop();
      if (closed?.tag !== tag) throw new Error(`</${tag}> closes <${closed?.tag}>`);
      continue;
    }
    const attributes = Object.fromEntries(
      [...given!.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, name, value]) => [name!, plain(value!)]),
    );
    const element: Xml = { tag: tag!, attributes, content: [] };
    open.at(-1)!.content.push(element);
    if (!empty) open.push(element);
  }
  if (open.length !== 1) throw new Error(`<${open.at(-1)!.tag}> is not closed`);
  return top.content[0]!;
}

const plain = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
