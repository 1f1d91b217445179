import type { SeedRule } from './rule.ts';

/** RFC 478, FTP Server-Server Interaction II, 26 March 1973: PASV. Words and their places are those of `docs/sources/rfc478-stripped.txt`. */
export const rfc478 = {
  'R478-01': {
    document: 'RFC 478',
    place: 'w43-68',
    strength: 'fact',
    text: 'A user talks with two servers and wants a file of one of them moved to the other.',
    words: [
      'a user a conversing with two servers b c is interested in retrieving a file from one site b and sending it to the other c',
    ],
  },
  'R478-02': {
    document: 'RFC 478',
    place: 'w84-105',
    strength: 'must',
    text: 'The two servers have to be told of each other and to be joined by a data connection.',
    words: [
      'that mechanisms were necessary to make b and c aware of each other and to allow a data connection to be established',
    ],
  },
  'R478-03': {
    document: 'RFC 478',
    place: 'w106-118',
    strength: 'must',
    text: 'Neither server may be obliged to keep requests for sockets that it has not yet brought into being.',
    words: ['without forcing each other to queue rfcs for local sockets before they exist'],
  },
  'R478-04': {
    document: 'RFC 478',
    place: 'w119-130',
    strength: 'fact',
    text: 'The cure is one command, PASSIVE, with the name PASV still in doubt.',
    words: ['the proposed solution to this problem was a command called passive pasv'],
  },
  'R478-05': {
    document: 'RFC 478',
    place: 'w149-175',
    strength: 'must',
    text: 'SOCK tells a server the socket and the host to be ready for, whatever part it will play.',
    words: [
      'third party connections would be established using the sock command which says be prepared to use socket s at host h to establish your data connection and',
    ],
  },
  'R478-06': {
    document: 'RFC 478',
    place: 'w176-186',
    strength: 'must',
    text: 'PASV tells a server to open its data socket for listening, now.',
    words: ['the pasv command which says open your data socket for listening'],
  },
  'R478-07': {
    document: 'RFC 478',
    place: 'w187-201',
    strength: 'must',
    text: 'When the transfer command comes, a passive server waits for the request of the other and sends none first.',
    words: ['and upon receipt of a transfer command wait for an rfc rather than initiating one'],
  },
  'R478-08': {
    document: 'RFC 478',
    place: 'w202-218',
    strength: 'must',
    text: 'A positive answer to PASV says that the socket is already listening.',
    words: [
      'a positive acknowledgement to the pasv command indicates that the data socket has been opened for listening',
    ],
  },
  'R478-09': {
    document: 'RFC 478',
    place: 'w219-247',
    strength: 'should',
    text: 'A request that comes after that answer is met by its match; no transfer command has to come before.',
    words: [
      'when an rfc for its data socket arrives after it has positively acknowledged a pasv command the server should respond with a matching rfc to open the data connection',
    ],
  },
  'R478-10': {
    document: 'RFC 478',
    place: 'w248-263',
    strength: 'must',
    text: 'The match depends on the request agreeing with the SOCK commands given so far, if there were any.',
    words: ['assuming of course that the incoming rfc is consistent with the previous sock commands if any'],
  },
  'R478-11': {
    document: 'RFC 478',
    place: 'w248-263',
    strength: 'unspecified',
    text: 'What happens to a request that does not agree is left open.',
    words: ['assuming of course that the incoming rfc is consistent with the previous sock commands if any'],
  },
  'R478-12': {
    document: 'RFC 478',
    place: 'w298-311',
    strength: 'must',
    text: 'The user gives each server the host and the data socket of the other by SOCK.',
    words: ['a b sock host c skt sc a c sock host b skt sb'],
  },
  'R478-13': {
    document: 'RFC 478',
    place: 'w312-317',
    strength: 'must',
    text: 'Both servers acknowledge their SOCK.',
    words: ['b a ack c a ack'],
  },
  'R478-14': {
    document: 'RFC 478',
    place: 'w318-323',
    strength: 'must',
    text: 'One of the two is sent PASV, and acknowledges it.',
    words: ['a b pasv b a ack'],
  },
  'R478-15': {
    document: 'RFC 478',
    place: 'w324-329',
    strength: 'must',
    text: 'The passive server is told to store, the other to retrieve, which the figure spells RTRV.',
    words: ['a b stor a c rtrv'],
  },
  'R478-16': {
    document: 'RFC 478',
    place: 'w330-357',
    strength: 'must',
    text: 'Once PASV is acknowledged the two transfer commands may be sent in either order, as listening came with PASV.',
    words: [
      'after the pasv command has been acknowledged the two data transfer commands can be sent in either order since the listening action takes place with the pasv command',
    ],
  },
  'R478-17': {
    document: 'RFC 478',
    place: 'w358-376',
    strength: 'fact',
    text: 'The user knows the data sockets of both servers, as the protocol fixes them.',
    words: ['the user knows the socket numbers sc and sb to be the data sockets as specified by the protocol'],
  },
  'R478-18': {
    document: 'RFC 478',
    place: 'w55-77; w318-329',
    strength: 'unspecified',
    text: 'Prose and first figure move the file from B to C, but in the exchange B stores what C retrieves.',
    words: [
      'retrieving a file from one site b and sending it to the other c user a control control server data server b c',
      'a b pasv b a ack a b stor a c rtrv',
    ],
  },
  'R478-19': {
    document: 'RFC 478',
    place: 'w377-400',
    strength: 'may',
    text: 'The server that gets PASV need not be sent SOCK.',
    words: ['note that it is not essential for a sock command to be sent to the same host to whom a pasv will be sent'],
  },
  'R478-20': {
    document: 'RFC 478',
    place: 'w401-414',
    strength: 'must',
    text: 'If it is sent SOCK all the same, the request that comes in can be checked.',
    words: ['sending one to him provides security in that the incoming rfc can be checked'],
  },
  'R478-21': {
    document: 'RFC 478',
    place: 'silent',
    strength: 'inferred',
    text: 'The server that is not passive does need its SOCK; without it, it would call the user.',
  },
  'R478-22': {
    document: 'RFC 478',
    place: 'silent',
    strength: 'unspecified',
    text: 'When the passive state ends is not said: after a transfer, at a second PASV, without any transfer, or when the control connection is lost.',
  },
} as const satisfies Record<string, SeedRule>;
