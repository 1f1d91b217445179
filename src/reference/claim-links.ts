import type { Findings } from '../model/index.ts';

import { anchor } from './markdown.ts';
import { between, places } from './page-links.ts';
import { findingOf, headingOf, labelOf } from './violations.ts';

/** Claims that fail somewhere, each a link to the finding that explains it; sorted, each finding once. */
export function findingLinks(from: string, claims: readonly string[], { violations }: Findings): string {
  const found = new Set(claims.map((claim) => findingOf(violations, claim)!));
  return [...found]
    .map((finding) => [labelOf(finding), headingOf(finding)] as const)
    .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([label, heading]) => `[${label}](${between(from, places.findings)}#${anchor(heading)})`)
    .join(', ');
}
