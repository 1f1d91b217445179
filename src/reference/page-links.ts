/** Where the pages of the reference stand. The site has them at the same places, `.html` for `.md`. */
export const places = {
  findings: 'docs/findings.md',
  reference: 'docs/reference/README.md',
  charts: 'docs/reference/charts/README.md',
  decisions: 'docs/reference/decisions/README.md',
  verdicts: 'docs/reference/verdicts/README.md',
  clauses: 'docs/reference/clauses/README.md',
  claims: 'docs/reference/claims.md',
  runs: 'docs/reference/runs.md',
  mutation: 'docs/reference/mutation.md',
  frontier: 'docs/reference/frontier/README.md',
  design: 'docs/reference/design.md',
} as const;

/** The page of a chart. */
export const chartPlace = (chart: string): string => `docs/reference/charts/${chart}.md`;
/** The page of an open question. */
export const decisionPlace = (id: string): string => `docs/reference/decisions/${id}.md`;
/** The page of what a claim needs: its name in signs that every file system has, with a number where it is taken. */
export function frontierPlace(claim: string, taken: readonly string[] = []): string {
  const slug = claim
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '');
  const place = (number: number): string => `docs/reference/frontier/${slug}${number > 1 ? `-${number}` : ''}.md`;
  let number = 1;
  while (taken.includes(place(number))) number++;
  return place(number);
}
/** The page with the clauses whose ids begin alike: `R478` for `R478-08`. */
export const clausesPlace = (group: string): string => `docs/reference/clauses/${group}.md`;

/** What the ids of a document's clauses begin with: `R478` of `R478-08`, `H` of `H12`. */
export const groupOf = (clause: string): string => /^(?:[A-Z]+\d*(?=-)|[A-Z]+)/.exec(clause)![0];

/** The way from one page to another, both given from the root of the repository. */
export function between(from: string, to: string): string {
  const [here, there] = [from.split('/').slice(0, -1), to.split('/')];
  const differs = here.findIndex((folder, depth) => there[depth] !== folder);
  const shared = differs < 0 ? here.length : differs;
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/');
}

/** A clause as a link to where it is told: an open question has a page of its own. */
export function clauseLink(from: string, id: string): string {
  if (groupOf(id) === 'H') return `[${id}](${between(from, decisionPlace(id))})`;
  return `[${id}](${between(from, clausesPlace(groupOf(id)))}#${id.toLowerCase()})`;
}
