/** Colours of a picture: `auto` follows the reader's `prefers-color-scheme`; viewers without media queries need another. */
export type Theme = 'light' | 'dark' | 'auto';

/** The themes there are. */
export const themes: readonly Theme[] = ['light', 'dark', 'auto'];
