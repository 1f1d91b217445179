import { certificateFormat } from './certificate-file.ts';
import { certifiedText, standing } from './certification.ts';
import type { Command } from './command.ts';
import { type ExitCode, mostSevere } from './exit-codes.ts';
import { Failure } from './failure.ts';
import { counted } from './progress.ts';
import type { Session } from './session.ts';
import { certificateEnding } from './trace-names.ts';

/** The verb `certify`: looks whether certificates stand, from the files and the specification alone. */
export const certify: Command = {
  name: 'certify',
  operands: '<certificate.json | folder>...',
  summary: 'certify again what check --certificates wrote: by XState itself and the file alone',
  options: {},
  examples: ['certify certificates', 'certify certificates/orders-V478-R-conc-late.certificate.json'],
  run: async (given, operands, session) => {
    if (operands.length === 0) {
      throw new Failure('certify needs a certificate or a folder of them: matching-rfc certify certificates');
    }
    const { files, skipped } = await found(operands, session);
    for (const file of skipped) session.note(`skipped, no certificate: ${file}`);
    const results: Result[] = [];
    for (const file of files) {
      session.status(`certifying ${results.length + 1}/${files.length}  ${file}`);
      const result = await judged(file, session);
      results.push(result);
      if (!given['json'] && (!given['quiet'] || result.code !== 0)) session.say(line(result, session));
    }
    session.status('');
    const code = mostSevere(results.map((result) => result.code));
    if (given['json']) session.say(JSON.stringify({ exitCode: code, certificates: results, skipped }, undefined, 2));
    else {
      const { paint, glyphs, commandLine } = session;
      const standing = results.filter((result) => !('fault' in result)).length;
      const open = results.filter((result) => result.code === 30).length;
      const words =
        `${standing} of ${counted(files.length, 'certificate')} ${files.length === 1 ? 'stands' : 'stand'}` +
        (open > 0 ? `, ${open} with verdicts left open: exit 30` : '');
      session.say(paint(code === 0 ? 'good' : 'bad', `${code === 0 ? glyphs.good : glyphs.bad} ${words}`));
      session.say(`reproduce: ${commandLine}`);
    }
    return code;
  },
};

/**
 * The files that are meant, each once: those named, whatever they are, and the certificates below a folder; the other
 * files there are skipped.
 *
 * @throws Failure (150) at a folder without a certificate: nothing would stand for everything.
 */
async function found(
  operands: readonly string[],
  session: Session,
): Promise<{ readonly files: readonly string[]; readonly skipped: readonly string[] }> {
  const files: string[] = [];
  const skipped: string[] = [];
  for (const operand of operands) {
    if (!(await session.isFolder(operand))) {
      files.push(operand);
      continue;
    }
    const folder = operand.replace(/(?<=.)\/+$/, '');
    const before = files.length;
    for (const file of await session.filesIn(folder)) {
      ((await isCertificate(file, session)) ? files : skipped).push(file);
    }
    if (files.length === before) {
      throw new Failure(`there is no certificate in ${folder}; check --certificates ${folder} writes them`);
    }
  }
  return { files: [...new Set(files)], skipped };
}

/** Whether a file is named as certificates are, or says that it is one: what it says may still be wrong. */
async function isCertificate(file: string, { readFile }: Session): Promise<boolean> {
  if (file.endsWith(certificateEnding)) return true;
  if (!file.endsWith('.json')) return false;
  try {
    const value = JSON.parse(await readFile(file)) as { readonly format?: unknown } | null;
    return value?.format === certificateFormat;
  } catch {
    return false;
  }
}

/** What came of a file: a certificate that stands, or one line on why not. */
type Result = { readonly file: string; readonly code: ExitCode } & (
  ReturnType<typeof standing> | { readonly fault: string }
);

async function judged(file: string, session: Session): Promise<Result> {
  try {
    const found = standing(await session.readFile(file), await session.runs());
    return { file, code: found.certified.open.length > 0 ? 30 : 0, ...found };
  } catch (error) {
    if (error instanceof Failure) return { file, code: error.code, fault: error.message };
    return {
      file,
      code: 75,
      fault: `it cannot be evaluated: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
}

function line(result: Result, { paint, glyphs }: Session): string {
  if ('fault' in result) return paint('bad', glyphs.text(`${glyphs.bad} ${result.file}: ${result.fault}`));
  const { run, certified } = result;
  const verdicts = counted(certified.verdicts, 'verdict');
  return glyphs.text(`${paint('good', glyphs.good)} ${run}: ${verdicts} certified: ${certifiedText(certified)}`);
}
