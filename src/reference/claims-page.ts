import type { Findings } from '../model/index.ts';

import type { CheckedClaim } from './citations.ts';
import { findingLinks } from './claim-links.ts';
import { generatedNote } from './generated-note.ts';
import { anchor, counted, folded, linkedTable, wrapped } from './markdown.ts';
import { clauseLink, places } from './page-links.ts';
import { runPatterns } from './run-names.ts';

/** The anchor of a family on the page of the claims. */
export const familyAnchor = (family: string): string => anchor(family);

/** The claims by name: one that several families have is counted once. */
export const claimNames = (claims: readonly CheckedClaim[]): ReadonlySet<string> =>
  new Set(claims.map(({ claim }) => claim));

/** The page of the claims: family by family, each with its clauses, and the runs that check it. */
export function claimsPage(claims: readonly CheckedClaim[], findings: Findings): string {
  const families = [...new Set(claims.map(({ family }) => family))];
  return `${[
    generatedNote('properties/ and the runs of the manifest'),
    '# Claims',
    wrapped(
      `${counted(claimNames(claims).size, 'claim')} in ${families.length} families, some of them in several. ` +
        'A witness (*reaches*) is a case that has to be possible, so that the claims beside it are not empty.',
    ),
    ...families.flatMap((family) =>
      familySection(
        family,
        claims.filter((claim) => claim.family === family),
        findings,
      ),
    ),
  ].join('\n\n')}\n`;
}

function familySection(family: string, claims: readonly CheckedClaim[], findings: Findings): readonly string[] {
  const heads = [
    ...['claim', 'kind', 'clauses'].map((head) => ({ head })),
    { head: 'runs', right: true as const },
    { head: 'fails in', right: true as const },
  ];
  const rows = claims.map(({ claim, kind, cites, runs, failing }) => [
    claim,
    kindWords[kind] ?? kind,
    cites.map((id) => clauseLink(places.claims, id)).join(', '),
    String(runs.length),
    failing.length === 0 ? '' : `${failing.length} (${findingLinks(places.claims, [claim], findings)})`,
  ]);
  const lists = new Map<string, string[]>();
  for (const { claim, runs } of claims) {
    const list = runPatterns(runs.map(({ name }) => name))
      .map(({ pattern, runs: many }) => `- \`${pattern}\`${many === 1 ? '' : ` (${many})`}`)
      .join('\n');
    lists.set(list, [...(lists.get(list) ?? []), claim]);
  }
  const folds = [...lists].map(([list, names]) =>
    folded(lists.size === 1 ? 'The runs that check them' : `The runs that check: ${names.join('; ')}`, list),
  );
  return [`## ${family}`, linkedTable(heads, rows), ...folds];
}

const kindWords: Readonly<Record<string, string>> = {
  always: 'always',
  everyStep: 'every step',
  reaches: 'reaches',
  leadsTo: 'leads to',
  ltl: 'temporal formula',
  alwaysPossible: 'always possible',
  neverAfter: 'never after',
  restsOnly: 'rests only',
  outcomes: 'ends only',
};
