/** The file that the trace of a claim is written to: run and claim in signs that every file system has. */
export const traceName = (folder: string, run: string, claim: string): string =>
  `${folder.replace(/\/+$/, '')}/${slug(run)}--${slug(claim).slice(0, 60)}.json`;

/** How names of certificates end. */
export const certificateEnding = '.certificate.json';

/** The file that the certificate of a run is written to. */
export const certificateName = (folder: string, run: string): string =>
  `${folder.replace(/\/+$/, '')}/${slug(run)}${certificateEnding}`;

/** The file that the search of a run is kept in. */
export const checkpointName = (folder: string, run: string): string =>
  `${folder.replace(/\/+$/, '')}/${slug(run)}.checkpoint`;

/** The name, or with a number where it is taken: formulas differ in signs that no file name has. */
export function freeName(name: string, taken: readonly string[]): string {
  let free = name;
  for (let number = 2; taken.includes(free); number++) free = name.replace(/\.json$/, `-${number}.json`);
  return free;
}

const slug = (text: string): string => text.replace(/[^A-Za-z0-9.]+/g, '-').replace(/^-|-$/g, '');
