import type { Clause } from '../clauses.ts';

/**
 * Clauses that no transition and no claim can show, each with the reason. One that a transition or claim cites after all
 * may not be here; a variant may name one as what it rests on.
 */
export const outOfScope: Partial<Record<Clause, string>> = {
  'NCP-01':
    'The packing of commands into messages of octets is below the model: a channel carries whole commands in order.',
  'NCP-27': 'It speaks of whole hosts: the policies R and Q are the two that it allows.',
  'NCP-62': 'Credit is a small number here and can not come near the limits of its counters.',
  'NCP-65': 'Echo commands have no bearing on a data connection and are left out.',
  'NCP-84': 'The number of the contact socket is a constant that no rule of the transfer reads.',
  'FTP-12': 'The numbers S+2 and S+3 are constants of the model, which the scripts of the user know as RFC 478 has it.',
  'FTP-20': 'Byte sizes differ only in the fault E17; otherwise every session keeps the same one.',
  'R438-01': 'A description of the older protocol, not a demand: V354 is a variant so that it can be seen.',
  'R438-03': 'The task, not a demand: it is what every script of V438 has its servers do.',
  'R438-05': 'The description of an obstacle, not a demand.',
  'R438-06': 'A comparison of two designs, both of which are variants here (V430 and V438).',
  'R438-07': 'The reason for a choice, not a demand.',
  'R438-22': 'History: a private protocol that RFC 438 does not describe.',
  'R478-04': 'The naming of the command; RFC 478 says what it does in R478-06 and R478-07.',
  'R478-17': 'Not a demand on anybody: the scripts of the user name the constant sockets of FTP-12.',
  H30: 'Type, mode and structure are constants of the model.',
  E9: 'An assumption about the network, which the intruder keeps by construction: it calls in its own name only.',
};
