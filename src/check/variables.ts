/** Where the values of numbered variables are read. */
export type Variables = { readonly get: (variable: number) => number };

/** The same, and it is noted what is read, each variable once, in order. */
export function noting(variables: Variables, reads: number[]): Variables {
  return {
    get: (variable) => {
      if (!reads.includes(variable)) reads.push(variable);
      return variables.get(variable);
    },
  };
}
