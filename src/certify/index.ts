/** The door to certifying: whether verdicts stand, by XState itself and the evidence alone. */
export type { Certificate, Certified, CertifiedVerdict } from './certificate.ts';
export { ALL_BELOW, SAMPLE, certificateOf } from './certificate-of.ts';
export { certify } from './certify.ts';
export { Refusal } from './refusal.ts';
export type { Sample } from './scan.ts';
