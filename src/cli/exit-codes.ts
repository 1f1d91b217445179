/** What each exit code says. Numbers as TLC has them, where TLC has one. */
export const exitCodes = {
  0: 'all as expected',
  10: 'the manifest expects something of a claim that the run does not have; or a claim or an assumption makes no difference, and nothing says that it need not',
  11: 'a deadlock, or one that is expected and does not come',
  12: 'safety: a claim on states or steps, an unspecified reception, a bound that was hit, a trace that a service has not; or one of these expected and not found',
  13: 'liveness: a claim on fair runs or on what stays possible, a livelock, the kinds of end; or one of these expected and not found',
  14: 'a claim threw an error while it was evaluated, or gave neither true nor false',
  20: 'verdicts as expected, but counts, lengths or transitions are not those of the manifest or its lock; or they have none of a run; or a generated page is stale; or a transition is never taken, and nothing says why it need not be',
  21: 'a witness was not reached, or one was that the manifest says cannot be',
  22: 'a trace no longer shows what it claims, or does not replay; or a certificate does not stand, or a checkpoint is not whole or of another search',
  30: 'partial: a limit was reached, and nothing was found against the manifest so far',
  70: 'internal error: a counterexample did not replay on live actors, a verdict could not be certified, or this program failed',
  74: 'an output cannot be written (no permission, a full disk); where to is tried before long work begins',
  75: 'a chart or system cannot be evaluated (impure, throws, grows without end, sends to an unknown port)',
  130: 'interrupted; what was explored so far is printed',
  150: 'the command line or a file given to it is not understood',
  151: 'the specification cannot be loaded',
  153: 'out of memory',
} as const;

export type ExitCode = keyof typeof exitCodes;

const mostSevereFirst: readonly ExitCode[] = [70, 151, 153, 74, 75, 150, 14, 130, 12, 11, 13, 10, 21, 22, 20, 30, 0];

/** Of several codes the one to end with. */
export const mostSevere = (codes: Iterable<ExitCode>): ExitCode => {
  const found = new Set(codes);
  return mostSevereFirst.find((code) => found.has(code)) ?? 0;
};
