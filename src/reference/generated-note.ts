/** The first line of a page that nobody shall write in. */
export const generatedNote = (sources: string): string =>
  `<!-- Written by \`npm run docs\` from ${sources}: change those, not this. -->`;
