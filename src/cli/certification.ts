import { ALL_BELOW, SAMPLE, certificateOf, type Certified, certify, Refusal } from '../certify/index.ts';
import type { Report, Run, System } from '../model/index.ts';
import { modelHash } from '../trace/index.ts';

import { certificateFormat, certificateVersion, writeCertificate } from './certificate-file.ts';
import { restricted } from './choose-claims.ts';
import { Failure, unknown } from './failure.ts';
import { fairnessText } from './fairness-text.ts';
import { counted, grouped } from './progress.ts';
import { readCertificate } from './read-certificate.ts';
import { version } from './version.ts';

/** What was certified of a run, and the text of the certificate where somebody wants it. */
export type Certification = Certified & { readonly text?: string };

/**
 * Certifies what a search found of a run.
 *
 * @param asked the claims that were asked for; `run` has only these.
 * @throws Refusal naming the claim and the state.
 */
export function certification(
  run: Run,
  system: System,
  report: Report,
  { asked, writes }: { readonly asked: readonly string[]; readonly writes: boolean },
): Certification {
  const certificate = certificateOf(report);
  const certified = certify(system, claimsOf(run), certificate);
  if (!writes) return certified;
  const heading = {
    format: certificateFormat,
    version: certificateVersion,
    program: version,
    run: run.name,
    asked,
    model: modelHash(system),
    bounds: run.bounds,
    fairness: fairnessText(system),
  } as const;
  return { ...certified, text: writeCertificate(heading, certificate) };
}

const claimsOf = ({ families }: Run) => families.flatMap(({ claims }) => claims);

/** A certificate of a file that stands. */
export type Standing = { readonly run: string; readonly certified: Certified };

/**
 * Certifies the text of a certificate again.
 *
 * @throws Failure (150) when it is no certificate of this version, or of a run that there is not; (22) when the model is
 * another or what it says does not stand.
 */
export function standing(text: string, runs: readonly Run[]): Standing {
  const { heading, certificate } = readCertificate(text);
  if (heading.program !== version) {
    const [then, now] = [heading.program, version];
    throw new Failure(
      `it was written by matching-rfc ${then}, and this is ${now}: check --certificates writes it anew`,
    );
  }
  const whole = runs.find(({ name }) => name === heading.run);
  if (!whole) {
    throw unknown(
      'run',
      heading.run,
      runs.map(({ name }) => name),
    );
  }
  const run = restricted(whole, heading.asked);
  const system = run.system();
  const model = modelHash(system);
  if (model !== heading.model) {
    const [then, now] = [heading.model.slice(0, 12), model.slice(0, 12)];
    throw new Failure(`it was made from another model of ${run.name} (${then}, now ${now}): check the run again`, 22);
  }
  same('bounds', heading.bounds, run.bounds);
  same('fairness', heading.fairness, fairnessText(system));
  const { sample, evidence } = certificate.complete ?? {};
  const count = evidence?.states.count ?? 0;
  if ((sample !== undefined) !== count > ALL_BELOW) {
    throw new Failure(`a sample is for more than ${grouped(ALL_BELOW)} states, and it has ${grouped(count)}`, 22);
  }
  if (sample && sample.size < SAMPLE.size) throw new Failure(`a sample of ${sample.size} states is too small`, 22);
  try {
    return { run: run.name, certified: certify(system, claimsOf(run), certificate) };
  } catch (error) {
    if (error instanceof Refusal) throw new Failure(`it does not stand: ${error.message}`, 22);
    throw error;
  }
}

function same(what: string, stated: string, is: string): void {
  if (stated !== is) throw new Failure(`its ${what} are not those of the run, which are: ${is}`, 22);
}

/** What was certified, in a few words. Whatever was not would be a refusal: so many are always of so many. */
export function certifiedText({ closure, counterexamples, witnesses, sample, open }: Certified): string {
  const states = closure && `closure ${grouped(closure.looked)}/${grouped(closure.states)} states`;
  const drawn = sample && `a sample (seed ${sample.seed})`;
  const parts = [
    states,
    drawn,
    `${counterexamples} of ${counted(counterexamples, 'counterexample')}`,
    `${witnesses} of ${witnesses === 1 ? '1 witness' : `${witnesses} witnesses`}`,
    open.length > 0 && `${open.length} left open`,
  ];
  return parts.filter(Boolean).join(', ');
}
