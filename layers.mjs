/**
 * Who may import whom, and why. `oxlint.config.mjs` turns the table into rules; `test/layers.test.ts` shows that each
 * of them fires, and that no folder of the repository is missing here.
 */

/** What can be imported, and how an import of it is written. */
export const targets = {
  machines: '(^|/)machines/',
  'machines/systems': '(^|/)systems/',
  'machines/variants': '(^|/)variants/',
  'machines/faults': '(^|/)faults/',
  properties: '(^|/)properties/',
  'src/model': '(^|/)model/',
  'src/ltl': '(^|/)ltl/',
  'src/tabulate': '(^|/)tabulate/',
  'src/compose': '(^|/)compose/',
  'src/check': '(^|/)check/',
  'src/certify': '(^|/)certify/',
  'src/frontier': '(^|/)frontier/',
  'src/mutate': '(^|/)mutate/',
  'src/relate': '(^|/)relate/',
  'src/random': '(^|/)random/',
  'src/svg': '(^|/)svg/',
  'src/trace': '(^|/)trace/',
  'src/export': '(^|/)export/',
  'src/reference': '(^|/)reference/',
  'src/cli': '(^|/)cli/',
  test: '(^|/)(test|bench)/',
  xstate: '^xstate(/|$)',
  node: '^(node:)?(child_process|cluster|fs|http|http2|https|net|os|process|readline|tty|v8|vm|worker_threads)(/|$)',
  'test tools': '^(vitest|fast-check)(/|$)',
};

const engine = [
  'src/model',
  'src/ltl',
  'src/tabulate',
  'src/compose',
  'src/check',
  'src/certify',
  'src/frontier',
  'src/relate',
  'src/mutate',
  'src/random',
  'src/svg',
  'src/trace',
  'src/export',
  'src/reference',
];
const protocol = ['machines', 'machines/systems', 'machines/variants', 'machines/faults'];
const writers = ['src/model', 'src/tabulate', 'src/compose'];

/** The layers. Where two match a file, the later one counts. `doors`: what may be imported by its index.ts only. */
export const layers = [
  {
    name: 'a chart',
    files: ['machines/*.ts', 'machines/clauses/**'],
    may: ['machines', 'xstate'],
    why: 'A chart is read beside the RFC and run by any XState tool: it knows no engine and no system that it is part of.',
  },
  {
    name: 'a system, a variant or a fault',
    files: ['machines/{systems,variants,faults}/**'],
    may: [...protocol, 'src/model', 'src/compose'],
    doors: ['src/model', 'src/compose'],
    why: 'Composing needs the words of a system, never how one is searched, drawn or exported.',
  },
  {
    name: 'a family of claims',
    files: ['properties/**'],
    may: ['machines', 'machines/systems', 'properties', 'src/model', 'src/ltl'],
    doors: ['src/model', 'src/ltl'],
    why: 'A claim speaks about states in the words of the model: which checker decides it, and under which variant or fault, is the business of the manifest.',
  },
  {
    name: 'the manifest',
    files: ['properties/{runs,runs-*,sweep,sweep-*,refinements,assumptions}.ts', 'properties/{runs,assumptions}/**'],
    may: [...protocol, 'properties', 'src/model'],
    doors: ['src/model'],
    why: 'The manifest joins systems, variants, faults and families; it names what is to be checked and does not check.',
  },
  {
    name: 'src/model',
    files: ['src/model/**'],
    may: ['src/model'],
    why: 'These are the words that everybody shares: they can depend on nobody.',
  },
  {
    name: 'src/ltl',
    files: ['src/ltl/**'],
    may: ['src/model', 'src/ltl'],
    why: 'Temporal logic is about any runs: a formula knows its propositions, and neither systems nor how they are searched.',
  },
  {
    name: 'src/tabulate',
    files: ['src/tabulate/**'],
    may: ['src/model', 'src/tabulate', 'xstate'],
    why: 'Tabulating is the one place where a chart is run: it knows one chart at a time, no channels and no protocol.',
  },
  {
    name: 'src/compose',
    files: ['src/compose/**'],
    may: ['src/model', 'src/tabulate', 'src/compose'],
    why: 'From here on a chart is a table: XState must not run in the hot path, and the engine knows no protocol.',
  },
  {
    name: 'src/check',
    files: ['src/check/**'],
    may: ['src/model', 'src/ltl', 'src/compose', 'src/check'],
    why: 'The checker searches a packed graph: with XState or a protocol in reach its verdicts would depend on more than the graph.',
  },
  {
    name: 'src/frontier',
    files: ['src/frontier/**'],
    may: ['src/model', 'src/frontier'],
    why: 'What a claim needs follows from verdicts at points: who decides them, and how, is not its business.',
  },
  {
    name: 'src/relate',
    files: ['src/relate/**'],
    may: ['src/model', 'src/compose', 'src/check', 'src/relate'],
    doors: ['src/compose', 'src/check'],
    why: 'Relations are about the graphs that a search gives: how one is searched, and what its charts say, is not their business.',
  },
  {
    name: 'src/mutate',
    files: ['src/mutate/**'],
    may: ['src/model', 'src/tabulate', 'src/compose', 'src/check', 'src/relate', 'src/mutate', 'xstate'],
    doors: ['src/tabulate', 'src/compose', 'src/check', 'src/relate'],
    why: 'A mutant is a chart or a system that is searched as any other: what is edited must not know how it is judged, and no protocol.',
  },
  {
    name: 'src/random',
    files: ['src/random/**'],
    may: ['src/model', 'src/compose', 'src/check', 'src/random'],
    doors: ['src/compose', 'src/check'],
    why: 'Random walks share tables and views with the search, and nothing that finds or remembers states: what it misses must show here.',
  },
  {
    name: 'src/certify',
    files: ['src/certify/**'],
    may: ['src/model', 'src/certify', 'xstate'],
    why: 'A verdict is certified by XState itself, without tables, packing, generated code or search: what is wrong there must show here.',
  },
  {
    name: 'src/svg',
    files: ['src/svg/**'],
    may: ['src/svg'],
    why: 'How wide a text is and how XML is written is the same for every picture, whatever it shows.',
  },
  {
    name: 'src/trace',
    files: ['src/trace/**'],
    may: [...writers, 'src/ltl', 'src/svg', 'src/trace'],
    why: 'A trace is shown or replayed without the checker that found it, so that it can prove the checker wrong.',
  },
  {
    name: 'src/export',
    files: ['src/export/**'],
    may: [...writers, 'src/svg', 'src/export'],
    why: 'An export is written from the system itself, so that other checkers can be set against ours.',
  },
  {
    name: 'the reader of charts',
    files: ['src/export/chart-description*.ts'],
    may: [...writers, 'src/svg', 'src/export', 'xstate'],
    why: 'Drawing a chart needs its states and transitions as written: one file reads them from XState, so that another version of XState changes one file.',
  },
  {
    name: 'src/reference',
    files: ['src/reference/**'],
    may: [...writers, 'src/frontier', 'src/reference'],
    why: 'The reference is written from the system itself; what it should say of verdicts is given to it.',
  },
  {
    name: 'the door of the engine',
    files: ['src/*.ts'],
    may: engine,
    why: 'The engine is for the machines of others too: it brings no protocol, no command line and no test tools along.',
  },
  {
    name: 'the command line',
    files: ['src/cli/**'],
    may: [...engine, ...protocol, 'src/cli', 'properties', 'node'],
    why: 'What users can reach by a command must not depend on tests.',
  },
];

/** Why files, network, process and threads stay in src/cli. */
export const outside =
  'Files, network, process and threads belong to src/cli: everything else has to run in a page, and to give the same answer twice.';
