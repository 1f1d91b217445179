/** Modules as syntax trees, by the grammar that the TLA+ tools for editors use (tree-sitter-tlaplus). */
import { createRequire } from 'node:module';

import { Language, type Node, Parser } from 'web-tree-sitter';

const require = createRequire(import.meta.url);

await Parser.init();
const language = await Language.load(require.resolve('tree-sitter-wasms/out/tree-sitter-tlaplus.wasm'));

/** The definitions of a module by name, with their parameters. @throws Error naming the line that is no TLA+. */
export function definitionsOf(text: string): Map<string, { parameters: string[]; body: Node }> {
  const parser = new Parser();
  parser.setLanguage(language);
  const root = parser.parse(text)!.rootNode;
  if (root.hasError) {
    const wrong = root.descendantsOfType('ERROR')[0] ?? root;
    throw new Error(`line ${(wrong?.startPosition.row ?? 0) + 1} is no TLA+: ${wrong?.text.slice(0, 60)}`);
  }
  return new Map(
    root.descendantsOfType('operator_definition').map((definition) => [
      definition!.childForFieldName('name')!.text,
      {
        parameters: definition!
          .childrenForFieldName('parameter')
          .flatMap((parameter) => (parameter!.isNamed ? [parameter!.text] : [])),
        body: definition!.childForFieldName('definition')!,
      },
    ]),
  );
}
