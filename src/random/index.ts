/** The door to random walks: what they see, and whether an exhaustive search has seen it too. */
export { contradictions } from './contradictions.ts';
export { Exploration, type Sighting, type Walked, type WalkOptions } from './exploration.ts';
export type { Sight } from './sights.ts';
