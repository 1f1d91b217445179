import type { Report } from '../model/index.ts';
import type { Certificate } from './certificate.ts';
import type { Sample } from './scan.ts';

/** More states than this are looked at by a sample. */
export const ALL_BELOW = 100_000;

/** How many states a sample has, and the seed that it is drawn from. */
export const SAMPLE: Sample = { seed: 438_478, size: 2_000 };

/**
 * The certificate of a report that has its evidence.
 *
 * @param allBelow up to so many states all are looked at.
 */
export function certificateOf(report: Report, allBelow = ALL_BELOW): Certificate {
  const { evidence, steps, depth, outcomes, states } = report;
  return {
    verdicts: report.verdicts.map(({ claim, kind, verdict, path }) => ({
      claim,
      kind,
      verdict,
      ...(path && {
        steps: path.steps.map(({ kind, party, channel, message }) => ({
          kind,
          party,
          ...(channel !== undefined && { channel }),
          message,
        })),
        ...(path.loop !== undefined && { loop: path.loop }),
      }),
    })),
    ...(evidence && {
      complete: {
        steps,
        depth,
        ends: outcomes.map(({ name, fine }) => ({ name, fine })),
        evidence,
        ...(states > allBelow && { sample: SAMPLE }),
      },
    }),
  };
}
