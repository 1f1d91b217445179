/** The door to traces: told in words, drawn, written to files, replayed. */
export * from './canvas.ts';
export type { Captions } from './captions.ts';
export * from './demonstration.ts';
export { ladderSvg, type LadderSvgOptions } from './draw/ladder-svg.ts';
export * from './enact.ts';
export { itf } from './export-itf.ts';
export { traceJson } from './export-json.ts';
export { mermaid } from './export-mermaid.ts';
export { plantuml } from './export-plantuml.ts';
export * from './glyphs.ts';
export * from './ladder.ts';
export * from './listing.ts';
export * from './model-hash.ts';
export * from './story.ts';
export * from './trace-file.ts';
export { whyLines } from './why-text.ts';
