import type { Rule } from './rule.ts';

/** What may go wrong: hosts, network, intruders and users. */
export const faults = {
  E1: {
    document: 'NIC 8246',
    place: 'p. 18; RFC 478 silent',
    strength: 'fact',
    text: 'The host of the active server crashes before it calls; the passive server listens on.',
  },
  E2: {
    document: 'NIC 8246',
    place: 'p. 18',
    strength: 'fact',
    text: 'That host crashes with the connection open and returns with RST: the other end is told, and must not take it for the end of the file.',
  },
  E3: {
    document: 'RFC 467',
    place: 'section VI; RFC 492',
    strength: 'fact',
    text: 'That host returns without RST: the connection is half open, and the next request meets a socket that thinks itself connected.',
  },
  E4: {
    document: 'RFC 381',
    place: 'whole; RFC 33 p. 4',
    strength: 'fact',
    text: 'The host of the passive server crashes while it listens: the caller hears that the destination is dead, or nothing.',
  },
  E5: {
    document: 'RFC 467',
    place: 'section VI',
    strength: 'fact',
    text: 'The network parts two hosts and only one of them notices.',
  },
  E6: {
    document: 'NIC 8246',
    place: 'p. 18',
    strength: 'fact',
    text: 'A host that has nothing to do with the transfer sends RST again and again.',
  },
  E7: {
    document: 'RFC 478',
    place: 'w401-414',
    strength: 'fact',
    text: 'A third host calls the data socket before or after the PASV reply, after the transfer command, or after the rightful caller.',
  },
  E8: {
    document: 'NIC 8246',
    place: 'p. 11',
    strength: 'fact',
    text: 'A third host sends more requests than its victim can keep.',
  },
  E9: {
    document: 'RFC 33',
    place: 'p. 3; RFC 430 p. 4',
    strength: 'inferred',
    text: 'A third host cannot call in the name of another, as the network itself puts the host number there.',
  },
  E10: {
    document: 'RFC 354',
    place: 'pp. 5-6; RFC 2577 sections 2-3',
    strength: 'inferred',
    text: 'A user has a server call any socket of any host by SOCK.',
  },
  E11: {
    document: 'RFC 478',
    place: 'silent',
    strength: 'fact',
    text: 'A user goes away after SOCK, after PASV, or after one of two transfer commands.',
  },
  E12: {
    document: 'RFC 354',
    place: 'p. 16',
    strength: 'fact',
    text: 'A server turns its transfer command down because of its files or its storage.',
  },
  E13: {
    document: 'RFC 354',
    place: 'p. 17',
    strength: 'fact',
    text: 'A user sends ABOR to one of the servers, in any state.',
  },
  E14: {
    document: 'RFC 354',
    place: 'p. 17',
    strength: 'fact',
    text: 'A user says BYE, or its control connection is lost, in any state.',
  },
  E15: {
    document: 'RFC 528',
    place: 'section 4; RFC 467',
    strength: 'fact',
    text: 'One ALL, RTS, STR or CLS is lost on its way.',
  },
  E16: {
    document: 'RFC 55',
    place: 'p. 20; RFC 57 section I',
    strength: 'fact',
    text: 'An NCP without room refuses a request although somebody listens.',
  },
  E17: {
    document: 'RFC 107',
    place: 'p. 12; RFC 689',
    strength: 'fact',
    text: 'The two sessions have different byte sizes, and the receiving end refuses.',
  },
  E18: {
    document: 'RFC 614',
    place: 'sections 1, 3',
    strength: 'fact',
    text: 'A server that waits for its data connection does not hear its user.',
  },
  E19: {
    document: 'NIC 8246',
    place: 'p. 14',
    strength: 'fact',
    text: 'An NCP gives up waiting for a CLS that it is owed.',
  },
} as const satisfies Record<string, Rule>;
