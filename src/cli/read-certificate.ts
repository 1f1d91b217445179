import { inflateSync } from 'node:zlib';

import type { Certificate, CertifiedVerdict } from '../certify/index.ts';
import type { ClaimEvidence, Order, Reason } from '../model/index.ts';
import { jsonFaultText } from '../trace/json-fault.ts';

import { certificateFormat, certificateVersion, type Heading } from './certificate-file.ts';
import { Failure } from './failure.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The most bytes that a column may have: a small file must not fill the memory. */
const MOST_BYTES = 2 ** 30;

/**
 * Reads the text of a certificate: whether it has the right form, not whether what it says stands.
 *
 * @throws Failure (150) naming the place.
 */
export function readCertificate(text: string): { readonly heading: Heading; readonly certificate: Certificate } {
  const fault = jsonFaultText(text);
  if (fault !== undefined) throw new Failure(fault);
  const all = fields(JSON.parse(text), 'the file');
  if (all['format'] !== certificateFormat) wrong('format', JSON.stringify(certificateFormat));
  if (all['version'] !== certificateVersion) {
    const found = JSON.stringify(all['version'] ?? null);
    throw new Failure(`"version" is ${found}, and this program reads version ${certificateVersion}; certify it anew`);
  }
  const heading: Heading = {
    format: certificateFormat,
    version: certificateVersion,
    program: word(all['program'], 'program'),
    run: word(all['run'], 'run'),
    asked: items(all['asked'], 'asked').map((name, at) => word(name, `asked[${at}]`)),
    model: word(all['model'], 'model'),
    bounds: word(all['bounds'], 'bounds'),
    fairness: word(all['fairness'], 'fairness'),
  };
  const verdicts = items(all['verdicts'], 'verdicts').map((verdict, at) => verdictOf(verdict, `verdicts[${at}]`));
  const known = [...Object.keys(heading), 'verdicts', ...completeFields];
  const stray = Object.keys(all).find((name) => !known.includes(name));
  if (stray !== undefined) throw new Failure(`"${stray}" has no meaning in a certificate`);
  if (!completeFields.some((name) => name in all)) return { heading, certificate: { verdicts } };
  return { heading, certificate: { verdicts, complete: completeOf(all) } };
}

/** What stands in the certificate of a complete search, beside the verdicts. */
const completeFields = 'counts ends sample parties channels columns parents claims loops'.split(' ');

function completeOf(all: Fields): NonNullable<Certificate['complete']> {
  const counts = fields(all['counts'], 'counts');
  const [states, steps, depth] = ['states', 'steps', 'depth'].map((name) => whole(counts[name], `counts.${name}`));
  const sample = all['sample'] === undefined ? undefined : fields(all['sample'], 'sample');
  return {
    steps: steps!,
    depth: depth!,
    ends: items(all['ends'], 'ends').map((end, at) => {
      const { name, fine } = fields(end, `ends[${at}]`);
      if (typeof fine !== 'boolean') wrong(`ends[${at}].fine`, 'true or false');
      return { name: word(name, `ends[${at}].name`), fine: fine as boolean };
    }),
    ...(sample && {
      sample: { seed: whole(sample['seed'], 'sample.seed'), size: whole(sample['size'], 'sample.size') },
    }),
    evidence: {
      states: {
        count: states!,
        parties: texts(all['parties'], 'parties'),
        channels: texts(all['channels'], 'channels'),
        columns: items(all['columns'], 'columns').map((numbers, at) => column(numbers, `columns[${at}]`)),
        parents: column(all['parents'], 'parents'),
      },
      claims: new Map(
        Object.entries(fields(all['claims'], 'claims')).map(([name, evidence]) => [name, claimOf(evidence, name)]),
      ),
      ends: orderOf(all['loops'], 'loops'),
    },
  };
}

function verdictOf(value: unknown, place: string): CertifiedVerdict {
  const { claim, kind, verdict, steps, loop } = fields(value, place);
  const path = steps === undefined ? undefined : items(steps, `${place}.steps`);
  for (const [at, step] of path?.entries() ?? []) {
    const { kind: how, party, channel, message } = fields(step, `${place}.steps[${at}]`);
    word(how, `${place}.steps[${at}].kind`);
    word(party, `${place}.steps[${at}].party`);
    if (channel !== undefined) word(channel, `${place}.steps[${at}].channel`);
    word(fields(message, `${place}.steps[${at}].message`)['type'], `${place}.steps[${at}].message.type`);
  }
  if (loop !== undefined && whole(loop, `${place}.loop`) >= (path?.length ?? 0)) {
    wrong(`${place}.loop`, 'the index of a step');
  }
  return {
    claim: word(claim, `${place}.claim`),
    kind: word(kind, `${place}.kind`) as CertifiedVerdict['kind'],
    verdict: word(verdict, `${place}.verdict`) as CertifiedVerdict['verdict'],
    ...(path && { steps: path as NonNullable<CertifiedVerdict['steps']> }),
    ...(loop !== undefined && { loop: loop as number }),
  };
}

function claimOf(value: unknown, name: string): ClaimEvidence {
  const place = `claims[${JSON.stringify(name)}]`;
  const { marks, order, distances } = fields(value, place);
  return {
    ...(marks !== undefined && { marks: Uint8Array.from(column(marks, `${place}.marks`), (mark) => (mark ? 1 : 0)) }),
    ...(order !== undefined && { order: orderOf(order, `${place}.order`) }),
    ...(distances !== undefined && { distances: column(distances, `${place}.distances`) }),
  };
}

function orderOf(value: unknown, place: string): Order {
  const { ranks, reasons } = fields(value, place);
  const pairs = items(reasons, `${place}.reasons`).map((pair, at): [number, Reason] => {
    const [rank, reason] = items(pair, `${place}.reasons[${at}]`);
    return [whole(rank, `${place}.reasons[${at}][0]`), reasonOf(reason, `${place}.reasons[${at}][1]`)];
  });
  if (new Set(pairs.map(([rank]) => rank)).size !== pairs.length) wrong(`${place}.reasons`, 'one for each component');
  return { ranks: column(ranks, `${place}.ranks`), reasons: new Map(pairs) };
}

function reasonOf(value: unknown, place: string): Reason {
  const reason = fields(value, place);
  switch (reason['kind']) {
    case 'weak':
      return { kind: 'weak', class: word(reason['class'], `${place}.class`) };
    case 'strong': {
      const classes = items(reason['classes'], `${place}.classes`);
      return {
        kind: 'strong',
        classes: classes.map((name, at) => word(name, `${place}.classes[${at}]`)),
        rest: orderOf(reason['rest'], `${place}.rest`),
      };
    }
    case 'fair': {
      const { named } = reason;
      return { kind: 'fair', ...(named !== undefined && { named: orderOf(named, `${place}.named`) }) };
    }
    default:
      return wrong(`${place}.kind`, 'weak, strong or fair');
  }
}

function column(value: unknown, place: string): Uint32Array {
  const text = word(value, place);
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) wrong(place, 'a text in base64');
  let numbers: Buffer;
  try {
    numbers = inflateSync(bytes, { maxOutputLength: MOST_BYTES });
  } catch {
    return wrong(place, 'a deflated column of numbers');
  }
  if (numbers.length % 4 !== 0) wrong(place, 'a column of numbers of 32 bits');
  return new Uint32Array(numbers.buffer.slice(numbers.byteOffset, numbers.byteOffset + numbers.length));
}

const texts = (value: unknown, place: string): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(
    Object.entries(fields(value, place)).map(([name, list]) => {
      const here = `${place}[${JSON.stringify(name)}]`;
      return [name, items(list, here).map((text, at) => word(text, `${here}[${at}]`))];
    }),
  );

function wrong(place: string, should: string): never {
  throw new Failure(`"${place}" should be ${should}`);
}

function fields(value: unknown, place: string): Fields {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Fields;
  return wrong(place, 'an object');
}

function items(value: unknown, place: string): readonly unknown[] {
  return Array.isArray(value) ? value : wrong(place, 'a list');
}

function word(value: unknown, place: string): string {
  return typeof value === 'string' ? value : wrong(place, 'a text');
}

function whole(value: unknown, place: string): number {
  return Number.isInteger(value) && (value as number) >= 0 ? (value as number) : wrong(place, 'a whole number');
}
