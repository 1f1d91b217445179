import type { AnyStateNode, AnyTransitionDefinition } from 'xstate';

/**
 * Every state that a transition may enter: its targets, what they begin with, and the states and regions around them that
 * are not active before. Of a history state all that it may stand for.
 */
export function entered({ source, target = [] }: AnyTransitionDefinition): ReadonlySet<AnyStateNode> {
  const found = new Set<AnyStateNode>();
  const around = new Set([source, ...chain(source)]);
  const descend = (node: AnyStateNode): void => {
    if (node.type === 'history') return Object.values(node.parent!.states).forEach((sibling) => whole(sibling, found));
    found.add(node);
    if (node.type === 'compound') node.initial.target.forEach(climb);
    if (node.type === 'parallel') Object.values(node.states).forEach(descend);
  };
  const climb = (node: AnyStateNode): void => {
    descend(node);
    for (
      let outer = node.parent;
      outer !== undefined && !around.has(outer) && !found.has(outer);
      outer = outer.parent
    ) {
      found.add(outer);
      if (outer.type !== 'parallel') continue;
      for (const region of Object.values(outer.states)) if (!found.has(region)) descend(region);
    }
  };
  target.forEach(climb);
  return found;
}

function whole(node: AnyStateNode, found: Set<AnyStateNode>): void {
  if (node.type === 'history') return;
  found.add(node);
  for (const child of Object.values(node.states)) whole(child, found);
}

/** The states around a state, the nearest first. */
function chain(node: AnyStateNode): readonly AnyStateNode[] {
  return node.parent === undefined ? [] : [node.parent, ...chain(node.parent)];
}
