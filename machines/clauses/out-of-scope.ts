import type { Clause } from '../clauses.ts';

/** Clauses that no transition and no claim can show, each with the reason. One that is cited after all may not be here. */
export const outOfScope: Partial<Record<Clause, string>> = {
  'NCP-01':
    'The packing of commands into messages of octets is below the model: a channel carries whole commands in order.',
  'NCP-05': 'Numbers are small and fixed here; the intruder is simply given the number that it might have guessed.',
  'NCP-25':
    'A fact about the hosts of the time: it is why every run exists under each policy, and demands nothing itself.',
  'NCP-26': 'A reason for the rules NCP-21 and NCP-22, which the machines follow; it demands nothing itself.',
  'NCP-27': 'It speaks of whole hosts: the policies R and Q are the two that it allows.',
  'NCP-62': 'Credit is a small number here and can not come near the limits of its counters.',
  'NCP-65': 'Echo commands have no bearing on a data connection and are left out.',
  'NCP-84': 'The number of the contact socket is a constant that no rule of the transfer reads.',
  'FTP-02': 'The text of a command line is below the model: commands arrive parsed.',
  'FTP-20': 'Byte sizes differ only in the fault E17; otherwise every session keeps the same one.',
  'R438-01': 'A description of the older protocol, not a demand: V354 is a variant so that it can be seen.',
  'R438-05': 'The description of an obstacle, not a demand.',
  'R438-06': 'A comparison of two designs, both of which are variants here (V430 and V438).',
  'R438-07': 'The reason for a choice, not a demand.',
  'R438-22': 'History: a private protocol that RFC 438 does not describe.',
  'R478-04': 'The naming of the command; RFC 478 says what it does in R478-06 and R478-07.',
  H28: 'Every SOCK of the model names its host.',
  H30: 'Type, mode and structure are constants of the model.',
  H39: 'Files move in stream mode only, in which the sender has to close (FTP-38).',
  E9: 'An assumption about the network, which the intruder keeps by construction: it calls in its own name only.',
};
