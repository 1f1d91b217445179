/** Certificates as somebody might forge them who wants a wrong verdict to stand. */
import type { Certificate, CertifiedVerdict } from '../../src/certify/index.ts';
import type { ClaimEvidence, Order, Reason, System } from '../../src/model/index.ts';

/** A number, from numbers that fast-check drew; they are used round and round. */
export class Dice {
  readonly #drawn: readonly number[];
  #at = 0;

  constructor(drawn: readonly number[]) {
    this.#drawn = drawn;
  }

  below(limit: number): number {
    return this.#drawn[this.#at++ % this.#drawn.length]! % limit;
  }
}

/** An order as it might be forged: reasons dropped or changed, ranks exchanged. */
function forgedOrder(order: Order, names: readonly string[], dice: Dice): Order {
  const ranks = order.ranks.map((rank) => (dice.below(8) === 0 ? dice.below(5) : rank));
  const reasons = [...order.reasons].flatMap(([rank, reason]): [number, Reason][] => {
    const name = names[dice.below(names.length)]!;
    switch (dice.below(4)) {
      case 0:
        return [];
      case 1:
        return [[rank, { kind: 'weak', class: name }]];
      case 2:
        return [[rank, { kind: 'strong', classes: [name], rest: { ranks: new Uint32Array(0), reasons: new Map() } }]];
      default:
        return [[rank, reason]];
    }
  });
  return { ranks, reasons: new Map(reasons) };
}

function forgedEvidence(
  { marks, order, distances }: ClaimEvidence,
  names: readonly string[],
  dice: Dice,
): ClaimEvidence {
  const some = <T extends Uint8Array | Uint32Array>(numbers: T, most: number): T =>
    numbers.map((number: number) => (dice.below(3) === 0 ? dice.below(most) : number)) as T;
  return {
    ...(marks && { marks: dice.below(2) === 0 ? marks : some(marks, 2) }),
    ...(order && { order: dice.below(3) === 0 ? order : forgedOrder(order, names, dice) }),
    ...(distances && { distances: some(distances, 4) }),
  };
}

/** A certificate with a verdict changed: with a path of another verdict if it needs one, and with forged evidence. */
export function forgery(system: System, certificate: Certificate, wrong: CertifiedVerdict, dice: Dice): Certificate {
  const { claim, kind, verdict } = wrong;
  const paths = certificate.verdicts.filter(({ steps }) => steps);
  const needsPath = verdict === 'violated' || verdict === 'reached';
  const { steps, loop } = (needsPath && paths.length > 0 && paths[dice.below(paths.length)]) || {};
  const said = { claim, kind, verdict, ...(steps && { steps }), ...(loop !== undefined && { loop }) };
  const verdicts = certificate.verdicts.map((each) => (each.claim === claim ? said : each));
  const { complete } = certificate;
  if (!complete) return { verdicts };
  const own = Object.values(system.parties).flatMap(({ own = [] }) => own.map((step) => step.class ?? 'one.o'));
  const classes = [...own, ...Object.keys(system.channels).map((name) => `${name} delivers`)];
  const claims = [...complete.evidence.claims].map(
    ([name, evidence]) => [name, name === claim ? forgedEvidence(evidence, classes, dice) : evidence] as const,
  );
  const { ends } = complete.evidence;
  const loops = dice.below(2) === 0 ? ends : forgedOrder(ends, classes, dice);
  return {
    verdicts,
    complete: { ...complete, evidence: { ...complete.evidence, claims: new Map(claims), ends: loops } },
  };
}
