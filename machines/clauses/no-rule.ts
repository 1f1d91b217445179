/** The words of the two RFCs that no clause rests on, and why they lay down nothing. */
export const noRule: Readonly<Record<'RFC 438' | 'RFC 478', Readonly<Record<string, string>>>> = {
  'RFC 438': {
    'w1-19': 'The heading.',
    'w96-173': 'Why the authors want it: a program that spreads the commands of a user over the network.',
    'w222-233': 'The lead to the sentence of R438-04.',
    'w344-353': 'The foot and the head of a page.',
    'w523-523': 'The letter of a paragraph.',
    'w591-591': 'The letter of a paragraph.',
    'w638-647': 'The foot and the head of a page.',
    'w779-786': 'The lead to the sentence of R438-22.',
    'w835-856': 'How the text came into the archive.',
  },
  'RFC 478': {
    'w1-42': 'The heading, and the meeting at which it was discussed.',
    'w69-77': 'The first figure, which says again what R478-01 says; its direction is the question of R478-18.',
    'w78-83': 'Who agreed: the consensus of that meeting.',
    'w131-148': 'The announcement of what follows.',
    'w264-297':
      'The foot and the head of a page, and the second figure: who is joined to whom, with the sockets Sb and Sc.',
    'w415-438': 'The initials of author and typist, and how the text came into the archive.',
  },
};
