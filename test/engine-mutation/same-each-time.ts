import fc from 'fast-check';

fc.configureGlobal({ seed: 438, endOnFailure: true });
