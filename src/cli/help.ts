import { type Command, common, type Option } from './command.ts';
import { exitCodes } from './exit-codes.ts';
import { unknown } from './failure.ts';

/** What is printed for `matching-rfc --help` and `matching-rfc help`. */
export function generalHelp(commands: readonly Command[]): string {
  return [
    'matching-rfc: the server-server file transfer of RFC 438 and RFC 478, checked',
    '',
    'usage: matching-rfc <command> [options]',
    '',
    ...columns(commands.map(({ name, operands, summary }) => [`${name} ${operands}`.trim(), summary])),
    '',
    'matching-rfc <command> --help    its options and examples',
    'matching-rfc help exit-codes     what each exit code says',
    'matching-rfc --version           which version this is',
    '',
    'The verdict and data go to standard output, progress to standard error.',
  ].join('\n');
}

/** What is printed for `matching-rfc <command> --help`. */
export function commandHelp({ name, operands, summary, options, examples }: Command): string {
  return [
    `matching-rfc ${name}: ${summary}`,
    '',
    `usage: matching-rfc ${name} ${operands}`.trimEnd(),
    '',
    ...columns(
      Object.entries({ ...options, ...common }).map(([option, spec]) => [spelling(option, spec), spec.summary]),
    ),
    '',
    ...examples.map((example) => `  $ matching-rfc ${example}`),
  ].join('\n');
}

/** The exit codes, one to a line. */
export const exitCodesHelp = (): string =>
  ['Exit codes (of several, the most severe):', '', ...columns(Object.entries(exitCodes))].join('\n');

const spelling = (name: string, { short, value }: Option): string =>
  `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`;

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}

/** The verb `help`. */
export const help = (commands: () => readonly Command[]): Command => ({
  name: 'help',
  operands: '[command | exit-codes]',
  summary: 'explain a command, or the exit codes',
  options: {},
  examples: ['help check', 'help exit-codes'],
  run: async (given, [topic], { say }) => {
    const known = commands();
    const command = known.find(({ name }) => name === topic);
    if (topic !== undefined && topic !== 'exit-codes' && !command) {
      throw unknown('help on', topic, [...known.map(({ name }) => name), 'exit-codes']);
    }
    const text = command ? commandHelp(command) : topic === undefined ? generalHelp(known) : exitCodesHelp();
    say(given['json'] ? JSON.stringify(topic === 'exit-codes' ? exitCodes : { help: text }) : text);
    return 0;
  },
});
