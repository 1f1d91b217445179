/** The strongly connected components of a small graph, single nodes included: what each node reaches, and is reached by. */
export function componentsOf(nodes: readonly { readonly successors: readonly number[] }[]): number[][] {
  const sources: number[][] = nodes.map(() => []);
  nodes.forEach(({ successors }, node) => successors.forEach((successor) => sources[successor]!.push(node)));
  const targets = nodes.map(({ successors }) => successors);
  const found: number[][] = [];
  const open: ReadonlySet<number>[] = [new Set(nodes.keys())];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const [pivot] = part;
    if (pivot === undefined) continue;
    const forth = reach(targets, part, pivot);
    const back = reach(sources, part, pivot);
    found.push([...forth].filter((node) => back.has(node)));
    open.push(without(forth, back), without(back, forth), without(without(part, forth), back));
  }
  return found;
}

function reach(edges: readonly (readonly number[])[], inside: ReadonlySet<number>, from: number): Set<number> {
  const found = new Set([from]);
  for (const node of found) for (const target of edges[node]!) if (inside.has(target)) found.add(target);
  return found;
}

const without = (a: ReadonlySet<number>, b: ReadonlySet<number>): Set<number> =>
  new Set([...a].filter((node) => !b.has(node)));
