import type { Claim, LeadsTo, NeverAfter, Outcomes, View } from '../../model/index.ts';
import { Asker } from './asked.ts';
import { TooWide } from './diagram.ts';
import { TooLong, exactly, expression } from './expression.ts';
import { atRest, possible, refused } from './guards.ts';
import type { Model } from './model.ts';
import { comment, joined } from './text.ts';

/** Something that the watching process looks for in every state: when it is there, the assertion of its name fails. */
type Watched = { readonly name: string; readonly flag: string; readonly when: string };

/** A claim as a never claim: what a run does that breaks it. */
export type Never = {
  readonly name: string;
  readonly flag: string;
  readonly lines: readonly string[];
  readonly cyclic: boolean;
};

/** What of the claims of a run Promela says, and what it cannot. */
export type ClaimTexts = {
  readonly definitions: readonly string[];
  readonly watched: readonly Watched[];
  readonly nevers: readonly Never[];
  readonly leftOut: readonly string[];
};

/** The claims of one state or of runs as Promela; the ends of a system by their names, and the protocol errors. */
export function claimTexts(model: Model, claims: readonly Claim[]): ClaimTexts {
  const asker = new Asker(model);
  const { composition, vocabulary } = model;
  const definitions: string[] = [`#define AT_REST (${atRest(model)})`];
  const watched: Watched[] = [];
  const nevers: Never[] = [];
  const leftOut: string[] = [];
  const only: Outcomes[] = [];
  /** Names a condition; `doubt` is what it is to say of combinations that nobody met. */
  const defined = (name: string, holds: (view: View) => boolean, doubt: boolean): string => {
    const answers = asker.diagram(holds);
    const text = doubt ? expression(model, answers, (gives) => gives) : exactly(model, answers, (gives) => gives);
    const macro = vocabulary.unique(name);
    definitions.push(`#define ${macro} (${text})`);
    return macro;
  };
  const attempt = (name: string, write: () => void): void => {
    try {
      write();
    } catch (error) {
      if (!(error instanceof TooWide) && !(error instanceof TooLong)) throw error;
      leftOut.push(`"${name}": it looks at more than a condition of Promela can say in a reasonable length`);
    }
  };
  for (const claim of claims) {
    const { name } = claim;
    attempt(name, () => {
      switch (claim.kind) {
        case 'always':
          watched.push(watching('violated', claim.name, `!${defined(claim.name, claim.holds, false)}`));
          break;
        case 'reaches':
          watched.push(watching('reached', claim.name, defined(claim.name, claim.when, true)));
          break;
        case 'restsOnly':
          watched.push(watching('violated', claim.name, `AT_REST && !${defined(claim.name, claim.in, false)}`));
          break;
        case 'leadsTo':
          nevers.push(leadsToNever(claim));
          break;
        case 'neverAfter':
          nevers.push(neverAfterNever(claim));
          break;
        case 'outcomes':
          only.push(claim);
          break;
        case 'everyStep':
          break;
        default:
          leftOut.push(`"${name}": claims of its kind are not written`);
      }
    });
  }
  attempt('the ends of the system', () => endings());
  if (composition.initial.unspecified.length > 0) watched.push(watching('met', 'unspecified reception', 'true'));
  if (model.refuses) watched.push(watching('met', 'bound hit', boundHit(model)));
  return { definitions, watched, nevers, leftOut };

  function watching(finds: 'violated' | 'reached' | 'met', name: string, when: string): Watched {
    return { name, flag: vocabulary.unique(`${finds} ${name}`), when };
  }
  function leadsToNever({ name, from, to, fairness }: LeadsTo): Never {
    if (fairness !== undefined)
      leftOut.push(
        `"${name}": its own fairness (${Object.keys(fairness).join(', ')}); it is held to that of the system`,
      );
    const [begins, ends] = [defined(`${name} from`, from, true), defined(`${name} to`, to, false)];
    const lines = [`  do :: ${begins} && !${ends} -> break :: true od;`, `accept_owed:`, `  do :: !${ends} od`];
    return { name, flag: vocabulary.unique(`never ${name}`), lines, cyclic: true };
  }
  function neverAfterNever({ name, after, never }: NeverAfter): Never {
    const [armed, bad] = [defined(`${name} after`, after, true), defined(`${name} never`, never, true)];
    const lines = [
      `  do :: ${armed} && ${bad} -> goto broken :: ${armed} -> break :: true od;`,
      `  do :: ${bad} -> break :: true od;`,
      'broken:',
      '  skip',
    ];
    return { name, flag: vocabulary.unique(`never ${name}`), lines, cyclic: false };
  }
  function endings(): void {
    const { ending } = composition.description;
    const ends = asker.diagram((view) => ending(view)?.name ?? '');
    const names = new Set<string>();
    const others = new Map<Outcomes, string[]>();
    const collect = (node: typeof ends.diagram): void => {
      if ('gives' in node) names.add(node.gives);
      else for (const { below } of node.branches) collect(below);
    };
    collect(ends.diagram);
    for (const name of names) {
      const end = name === '' ? 'deadlock' : `end ${name}`;
      const macro = vocabulary.unique(name === '' ? 'no end declared' : `ends in ${name}`);
      definitions.push(
        `#define ${macro} (${(name === '' ? expression : exactly)(model, ends, (gives) => gives === name)})`,
      );
      watched.push(watching('met', end, `AT_REST && ${macro}`));
      for (const claim of only) {
        if (claim.only.includes(name === '' ? 'deadlock' : name)) continue;
        others.set(claim, [...(others.get(claim) ?? []), macro]);
      }
    }
    for (const claim of only) {
      leftOut.push(`"${claim.name}": the ends of endless runs; it is held to rests`);
      watched.push(watching('violated', claim.name, `AT_REST && ${joined(others.get(claim) ?? ['false'], '||')}`));
    }
  }
}

const boundHit = (model: Model): string =>
  joined(
    model.deeds.flatMap((deed) => {
      const full = refused(model, deed);
      return full === undefined ? [] : [`(${possible(model, deed)} && ${full})`];
    }),
    '||',
  );

/** The process that looks at every state. Each of its assertions fails once, when its case is met first. */
export const watchProcess = ({ mark }: Model, watched: readonly Watched[]): string[] =>
  watched.length === 0
    ? []
    : [
        '#ifndef BARE',
        '#ifndef LIVENESS',
        ...watched.map(({ flag, name }) => `hidden byte ${flag}; ${comment(name)}`),
        'active proctype watch() {',
        '  do',
        ...watched.map(
          ({ flag, when }) =>
            `  :: d_step { ${flag} == 0 && ${when} -> printf("${foundLine(mark, flag)}\\n"); ${flag} = 1; assert(${flag} == 0) }`,
        ),
        '  od',
        '}',
        '#endif',
        '#endif',
        '',
      ];

/** The never claims, of which a verifier takes one (`pan -N <name>`). */
export const neverClaims = (nevers: readonly Never[]): string[] => [
  '#ifdef LIVENESS',
  ...nevers.flatMap(({ flag, name, lines }) => [comment(name), `never ${flag} {`, ...lines, '}']),
  '#endif',
  '',
];

/** What a trail says where an assertion fails. */
export const foundLine = (mark: string, flag: string): string => `found ${flag}, of ${mark}`;
