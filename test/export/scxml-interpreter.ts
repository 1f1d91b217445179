/**
 * Runs SCXML by the algorithm of the recommendation, as far as exports use it.
 *
 * Source    State Chart XML (SCXML), W3C Recommendation of 1 September 2015, appendix D. Clocks are left out.
 */
import { readXml, type Xml } from './scxml-document.ts';

type Node = { xml: Xml; id: string; tag: string; parent: Node | undefined; order: number; children: Node[] };
type Transition = { source: Node; xml: Xml; targets: readonly string[]; internal: boolean };

const stateTags = ['state', 'parallel', 'final', 'history'];

/** A running document: what it is in, and what it has logged. */
export class ScxmlInterpreter {
  readonly #nodes = new Map<string, Node>();
  readonly #top: Node;
  readonly #data = new Map<string, unknown>();
  readonly #history = new Map<string, Node[]>();
  #configuration: Node[] = [];
  #internal: string[] = [];
  #logged: string[] = [];

  /** Enters the initial states. */
  constructor(text: string, data: Readonly<Record<string, unknown>> = {}) {
    const xml = readXml(text);
    this.#top = this.#node(xml, undefined);
    for (const variable of xml.content.find(({ tag }) => tag === 'datamodel')?.content ?? []) {
      this.#data.set(variable.attributes['id']!, this.#value(variable.attributes['expr']!));
    }
    this.set(data);
    const targets = xml.attributes['initial']!.split(' ');
    this.#enter([
      { source: this.#top, xml: { tag: 'initial', attributes: {}, content: [] }, targets, internal: false },
    ]);
    this.#settle();
  }

  /** The ids of the active states, in document order. */
  get configuration(): readonly string[] {
    return this.#configuration.map(({ id }) => id);
  }

  /** What was logged since this was asked last. */
  takeLog(): readonly string[] {
    const logged = this.#logged;
    this.#logged = [];
    return logged;
  }

  /** Sets variables; others stay. @throws Error for one that the document has not got. */
  set(data: Readonly<Record<string, unknown>>): void {
    for (const [name, value] of Object.entries(data)) if (this.#data.has(name)) this.#data.set(name, value);
  }

  /** One event from outside, and all that follows from it. */
  send(event: string): void {
    this.#step(this.#selected(event), event);
    this.#settle();
  }

  #settle(): void {
    for (let steps = 0; steps < 1000; steps++) {
      const eventless = this.#selected(undefined);
      if (eventless.length > 0) this.#step(eventless, undefined);
      else if (this.#internal.length > 0) {
        const event = this.#internal.shift()!;
        this.#step(this.#selected(event), event);
      } else return;
    }
    throw new Error('the step does not end');
  }

  #node(xml: Xml, parent: Node | undefined): Node {
    const node: Node = {
      xml,
      id: xml.attributes['id'] ?? '',
      tag: xml.tag,
      parent,
      order: this.#nodes.size,
      children: [],
    };
    this.#nodes.set(node.id, node);
    node.children = xml.content.filter(({ tag }) => stateTags.includes(tag)).map((child) => this.#node(child, node));
    return node;
  }

  #value(expression: string, event?: string): unknown {
    const names = [...this.#data.keys()];
    const isIn = (id: string): boolean => this.#configuration.some((node) => node.id === id);
    const evaluate = new Function('In', '_event', ...names, `return (${expression});`) as (
      ...given: unknown[]
    ) => unknown;
    return evaluate(isIn, { name: event }, ...this.#data.values());
  }

  #transitions(source: Node): Transition[] {
    return source.xml.content
      .filter(({ tag }) => tag === 'transition')
      .map((xml) => ({
        source,
        xml,
        targets: xml.attributes['target']?.split(' ') ?? [],
        internal: xml.attributes['type'] === 'internal',
      }));
  }

  #selected(event: string | undefined): Transition[] {
    const chosen: Transition[] = [];
    for (const atomic of this.#configuration.filter(({ children }) => children.length === 0)) {
      for (const node of [atomic, ...ancestors(atomic)]) {
        const taken = this.#transitions(node).find((transition) => this.#takes(transition, event));
        if (!taken) continue;
        if (!chosen.some(({ xml }) => xml === taken.xml)) chosen.push(taken);
        break;
      }
    }
    return this.#withoutConflicts(chosen);
  }

  #takes({ xml }: Transition, event: string | undefined): boolean {
    const { event: descriptor, cond } = xml.attributes;
    if ((event === undefined) !== (descriptor === undefined)) return false;
    if (event !== undefined && !descriptor!.split(' ').some((each) => matches(each, event))) return false;
    return cond === undefined || this.#value(cond, event) === true;
  }

  #withoutConflicts(chosen: readonly Transition[]): Transition[] {
    let kept: Transition[] = [];
    for (const one of chosen) {
      const exits = this.#exits([one]);
      const against = kept.filter((other) => this.#exits([other]).some((node) => exits.includes(node)));
      if (!against.every((other) => isDescendant(one.source, other.source))) continue;
      kept = [...kept.filter((other) => !against.includes(other)), one];
    }
    return kept;
  }

  #step(transitions: readonly Transition[], event: string | undefined): void {
    if (transitions.length === 0) return;
    const exits = this.#exits(transitions).sort((a, b) => b.order - a.order);
    for (const node of exits) {
      for (const child of node.children.filter(({ tag }) => tag === 'history')) {
        const deep = child.xml.attributes['type'] === 'deep';
        const remembers = (active: Node): boolean =>
          deep ? active.children.length === 0 && isDescendant(active, node) : active.parent === node;
        this.#history.set(child.id, this.#configuration.filter(remembers));
      }
    }
    for (const node of exits) {
      this.#perform(
        node.xml.content.filter(({ tag }) => tag === 'onexit').flatMap(({ content }) => content),
        event,
      );
      this.#configuration = this.#configuration.filter((active) => active !== node);
    }
    for (const { xml } of transitions) this.#perform(xml.content, event);
    this.#enter(transitions, event);
  }

  #exits(transitions: readonly Transition[]): Node[] {
    const domains = transitions.filter(({ targets }) => targets.length > 0).map((each) => this.#domain(each));
    return this.#configuration.filter((node) => domains.some((domain) => isDescendant(node, domain)));
  }

  #effective(id: string): Node[] {
    const node = this.#nodes.get(id)!;
    if (node.tag !== 'history') return [node];
    const kept = this.#history.get(id);
    return kept ?? this.#transitions(node)[0]!.targets.flatMap((target) => this.#effective(target));
  }

  #domain({ source, targets, internal }: Transition): Node {
    const reached = targets.flatMap((id) => this.#effective(id));
    if (internal && isCompound(source) && reached.every((node) => isDescendant(node, source))) return source;
    const around = [source, ...reached];
    return (
      ancestors(source).find((node) => isCompound(node) && around.every((each) => isDescendant(each, node))) ??
      this.#top
    );
  }

  #enter(transitions: readonly Transition[], event?: string): void {
    const entering = new Set<Node>();
    const byDefault = new Set<Node>();
    const down = (node: Node): void => {
      if (node.tag === 'history') {
        const reached = this.#effective(node.id);
        reached.forEach(down);
        for (const each of reached) up(each, node.parent!);
        return;
      }
      entering.add(node);
      if (isCompound(node)) {
        byDefault.add(node);
        const first = initialOf(node)
          .attributes['target']!.split(' ')
          .map((id) => this.#nodes.get(id)!);
        first.forEach(down);
        for (const each of first) up(each, node);
      } else if (node.tag === 'parallel') regions(node);
    };
    const up = (from: Node, until: Node): void => {
      for (const node of ancestors(from)) {
        if (node === until || node === this.#top) return;
        entering.add(node);
        if (node.tag === 'parallel') regions(node);
      }
    };
    const regions = (node: Node): void => {
      for (const child of node.children) {
        if (child.tag === 'history') continue;
        if (![...entering].some((each) => each === child || isDescendant(each, child))) down(child);
      }
    };
    for (const transition of transitions) {
      if (transition.targets.length === 0) continue;
      const domain = transition.source === this.#top ? this.#top : this.#domain(transition);
      transition.targets.forEach((id) => down(this.#nodes.get(id)!));
      for (const node of transition.targets.flatMap((id) => this.#effective(id))) up(node, domain);
    }
    for (const node of [...entering].sort((a, b) => a.order - b.order)) {
      if (this.#configuration.includes(node)) continue;
      this.#configuration = [...this.#configuration, node].sort((a, b) => a.order - b.order);
      this.#perform(
        node.xml.content.filter(({ tag }) => tag === 'onentry').flatMap(({ content }) => content),
        event,
      );
      if (byDefault.has(node)) this.#perform(initialOf(node).content, event);
      if (node.tag === 'final') this.#announce(node.parent!);
    }
  }

  #announce(ended: Node): void {
    if (ended === this.#top) return;
    this.#internal.push(`done.state.${ended.id}`);
    const around = ended.parent!;
    if (around.tag !== 'parallel') return;
    const isEnded = (node: Node): boolean =>
      isCompound(node)
        ? node.children.some((child) => child.tag === 'final' && this.#configuration.includes(child))
        : node.tag === 'parallel' && node.children.every(isEnded);
    if (around.children.every(isEnded)) this.#internal.push(`done.state.${around.id}`);
  }

  #perform(content: readonly Xml[], event: string | undefined): void {
    for (const { tag, attributes, content: inner } of content) {
      if (tag === 'log') this.#logged.push(attributes['label']!);
      if (tag === 'raise') this.#internal.push(attributes['event']!);
      if (tag === 'send') this.#internal.push(String(this.#value(attributes['eventexpr']!, event)));
      if (tag === 'transition') this.#perform(inner, event);
    }
  }
}

const isCompound = (node: Node): boolean => node.tag === 'state' && node.children.length > 0;
const initialOf = (node: Node): Xml => node.xml.content.find(({ tag }) => tag === 'initial')?.content[0] ?? named(node);
const named = (node: Node): Xml => ({
  tag: 'transition',
  attributes: { target: node.xml.attributes['initial'] ?? node.children[0]!.id },
  content: [],
});
const ancestors = (node: Node): Node[] => (node.parent ? [node.parent, ...ancestors(node.parent)] : []);
const isDescendant = (node: Node, above: Node): boolean => ancestors(node).includes(above);
const matches = (descriptor: string, event: string): boolean =>
  descriptor === '*' || `${event}.`.startsWith(`${descriptor.replace(/\.\*$/, '')}.`);
