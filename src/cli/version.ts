import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** The version of this package. */
export const version = (require('matching-rfc/package.json') as { readonly version: string }).version;

/** The file that pins all that the manifest of this package gives. */
export const lockFile = require.resolve('matching-rfc/package.json').replace(/package\.json$/, 'runs.lock.json');
