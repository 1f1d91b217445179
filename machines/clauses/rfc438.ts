import type { SeedRule } from './rule.ts';

/** RFC 438, Server-Server Interaction, 15 January 1973: LSTN. Words and their places are those of `docs/sources/rfc438-stripped.txt`. */
export const rfc438 = {
  'R438-01': {
    document: 'RFC 438',
    place: 'w20-62',
    strength: 'fact',
    text: 'The protocol of the day lets a third host hold the other end of the data connection, but not if that end is an FTP server.',
    words: [
      'the current arpanet file transfer protocol as specified by rfc and updated by rfc s and allows for third host participation but does not specify a mechanism by which the process at the third site may be the ftp server at that site',
    ],
  },
  'R438-02': {
    document: 'RFC 438',
    place: 'w63-95',
    strength: 'should',
    text: 'A user at one site should be able to have servers at two others move a file between them.',
    words: [
      'this rfc suggests a simple extension to ftp which would allow an ftp user process at one site to arrange for ftp server processes at other sites to act cooperatively on its behalf',
    ],
  },
  'R438-03': {
    document: 'RFC 438',
    place: 'w174-221',
    strength: 'fact',
    text: 'The task to be solved: a file of one site is appended to a file of another, and the user sits at neither.',
    words: [
      'consider for example the response of the rsexec to the user command append file prog pl to file prog pl for the case in which the two files are at different sites prog pl at site prog pl at site neither of which is the user s site',
    ],
  },
  'R438-04': {
    document: 'RFC 438',
    place: 'w234-276',
    strength: 'must',
    text: 'The server that retrieves and the server that appends share one data connection.',
    words: [
      'to establish ftp control connections to the ftp servers at site and at site instruct the server at site to retr prog pl using data connection c and instruct the server at site to appe prog pl using the same data connection c',
    ],
  },
  'R438-05': {
    document: 'RFC 438',
    place: 'w277-343',
    strength: 'fact',
    text: 'This fails because the ends of a data connection are unequal: one is the server that calls, the other the user that waits.',
    words: [
      'unfortunately at present there is no way within ftp to arrange for such server server cooperation this is due primarily to the lack of symmetry in the way that ftp treats the ends of data connections during connection establishment it specifies one end to be the server end the other to be the user end and specifies different means for establishing the connections from the two ends',
    ],
  },
  'R438-06': {
    document: 'RFC 438',
    place: 'w354-392',
    strength: 'fact',
    text: 'Two cures are seen: make the opening symmetric, or teach a server to play the user end.',
    words: [
      'ftp could be modified to support server server interaction by making the establishment of data connections symmetric or providing a mechanism for instructing a server to establish its end of a data connection as if it were a user',
    ],
  },
  'R438-07': {
    document: 'RFC 438',
    place: 'w393-415',
    strength: 'fact',
    text: 'The second is chosen because it changes less.',
    words: [
      'the second alternative probably requires fewer changes to the existing protocol the following proposed extension to ftp uses the second method it involves',
    ],
  },
  'R438-08': {
    document: 'RFC 438',
    place: 'w415-434',
    strength: 'must',
    text: 'One command is new, LSTN; SOCK and the transfer commands change a little.',
    words: [
      'involves the addition of a single new command lstn and minor modifications to several existing commands sock appe retr stor',
    ],
  },
  'R438-09': {
    document: 'RFC 438',
    place: 'w435-453',
    strength: 'must',
    text: 'LSTN has a server set a data socket aside.',
    words: ['a the lstn listen command requests the ftp server to allocate a socket for use as a data connection'],
  },
  'R438-10': {
    document: 'RFC 438',
    place: 'w454-475',
    strength: 'must',
    text: 'The server begins to listen on it when a fitting transfer command comes, not before.',
    words: [
      'to establish the corresponding data connection the server is to listen on the socket allocated when an appropriate transfer command is given',
    ],
  },
  'R438-11': {
    document: 'RFC 438',
    place: 'w476-488',
    strength: 'must',
    text: 'The argument of LSTN is S or R, the direction as that server sees it.',
    words: ['syntax lstn crlf where is either s for send or r for receive'],
  },
  'R438-12': {
    document: 'RFC 438',
    place: 'w489-510',
    strength: 'must',
    text: 'LSTN is answered by a refusal or by the number of the socket set aside.',
    words: [
      'the server responds to lstn by refusing to allocate such a socket or sending the user the number of the socket allocated',
    ],
  },
  'R438-13': {
    document: 'RFC 438',
    place: 'w511-522',
    strength: 'may',
    text: 'The reply that names a server data socket, 255, could carry that number.',
    words: ['the ftp server data socket reply could be used for this purpose'],
  },
  'R438-14': {
    document: 'RFC 438',
    place: 'w524-549',
    strength: 'must',
    text: 'After LSTN a transfer command of the same direction makes the server listen on that socket.',
    words: [
      'receipt of an appropriate stor retr or appe command following a successful lstn command causes the server to listen for an rfc for the socket allocated',
    ],
  },
  'R438-15': {
    document: 'RFC 438',
    place: 'w550-568',
    strength: 'must',
    text: 'No data moves until a request for the socket has come and its match has gone.',
    words: [
      'data transfer may proceed after the server receives an rfc for the socket and responds with a matching rfc',
    ],
  },
  'R438-16': {
    document: 'RFC 438',
    place: 'w569-590',
    strength: 'must',
    text: 'A connection made in this way lasts as long as any other data connection.',
    words: [
      'once established a data connection corresponding to a successful lstn command has the same duration as one established in the usual way',
    ],
  },
  'R438-17': {
    document: 'RFC 438',
    place: 'w592-628',
    strength: 'may',
    text: 'With SOCK a user may have the listening server take a request from one socket of one host only.',
    words: [
      'the user may insure the security of his data transfer by using the sock command to instruct the server to accept an rfc for the listening socket only if it is from a specified host and socket',
    ],
  },
  'R438-18': {
    document: 'RFC 438',
    place: 'w629-637; w648-674',
    strength: 'must',
    text: 'A SOCK that succeeds is answered by the own data socket of the server, at once and not only at the transfer command.',
    words: [
      'd the sock command is modified in two ways',
      'on success the reply must be the ftp server data socket reply that is the reply can not be deferred until receipt of a data transfer command',
    ],
  },
  'R438-19': {
    document: 'RFC 438',
    place: 'w675-697',
    strength: 'fact',
    text: 'The number is there for the user to hand on to the other server.',
    words: [
      'this is to allow the user to transmit the server s response to the program at the third site see the example below',
    ],
  },
  'R438-20': {
    document: 'RFC 438',
    place: 'w698-727',
    strength: 'must',
    text: 'After LSTN a SOCK says which request is acceptable at the socket set aside.',
    words: [
      'after a lstn command the sock command is to be interpreted by the server as specification of the acceptable rfc for subsequent data transfer command that use the allocated socket',
    ],
  },
  'R438-21': {
    document: 'RFC 438',
    place: 'w728-778',
    strength: 'must',
    text: 'The order of the example: LSTN at one server, SOCK at the other, SOCK back at the first, then both transfer commands, drawn beside each other.',
    words: [
      'with this extension to ftp the rsexec program could accomplish the append in the example above as follows to site to site lstn r crlf let x socket allocated sock site x crlf let y socket in reply from site sock site y crlf retr prog pl appe prog pl crlf',
    ],
  },
  'R438-22': {
    document: 'RFC 438',
    place: 'w787-834',
    strength: 'fact',
    text: 'A private protocol with a symmetric opening had done this on TENEX for months.',
    words: [
      'an experimental rsexec program of the sort suggested above has been operational on tenexs for about months it currently uses a private resource sharing protocol rsp that includes file transfer operations rsp supports server server cooperation in rsp data connections are established in a symmetric way alternative above',
    ],
  },
  'R438-23': {
    document: 'RFC 438',
    place: 'silent',
    strength: 'unspecified',
    text: 'No reply tells the user that the server listens now.',
  },
  'R438-24': {
    document: 'RFC 438',
    place: 'silent',
    strength: 'unspecified',
    text: 'Nothing gives the socket that LSTN set aside back.',
  },
  'R438-25': {
    document: 'RFC 438',
    place: 'silent',
    strength: 'inferred',
    text: 'The server that gets SOCK before its transfer command learns from the parity of the argument which of its own sockets to name.',
  },
} as const satisfies Record<string, SeedRule>;
