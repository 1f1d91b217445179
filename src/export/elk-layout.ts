/**
 * Places a figure with the Eclipse Layout Kernel (elkjs).
 *
 * The options are those with which 200 of 200 random charts could be laid out. They hold at every level because they
 * are given for the whole layout; with a model order among them elkjs fails.
 */
import type { ElkExtendedEdge, ElkNode, LayoutOptions } from 'elkjs/lib/elk-api.js';

import {
  type Arrow,
  type Box,
  boxesOf,
  type Figure,
  type PlacedArrow,
  type PlacedBox,
  type PlacedFigure,
  type Row,
} from './figure.ts';
import { lineHeight, widestLine } from './inked-lines.ts';

/** A figure that elkjs cannot place. */
export class LayoutError extends Error {
  override readonly name = 'LayoutError';
}

const layoutOptions: LayoutOptions = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.randomSeed': '1',
  'elk.json.shapeCoords': 'ROOT',
  'elk.json.edgeCoords': 'ROOT',
  'elk.layered.cycleBreaking.strategy': 'DEPTH_FIRST',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.considerModelOrder.strategy': 'NONE',
  'elk.edgeLabels.inline': 'true',
  'elk.edgeLabels.placement': 'CENTER',
  'elk.spacing.nodeNode': '28',
  'elk.spacing.edgeNode': '16',
  'elk.spacing.edgeEdge': '12',
  'elk.spacing.labelNode': '6',
  'elk.layered.spacing.nodeNodeBetweenLayers': '30',
  'elk.layered.spacing.edgeNodeBetweenLayers': '14',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '10',
};

/**
 * Where every box and arrow stands. Gives the same answer on every machine.
 *
 * @param direction where arrows lead as a rule.
 * @throws LayoutError when elkjs cannot place the figure.
 */
export async function laidOut(figure: Figure, direction: 'DOWN' | 'RIGHT' = 'DOWN'): Promise<PlacedFigure> {
  const { default: loaded } = await import('elkjs/lib/elk.bundled.js');
  const Elk = loaded as unknown as new () => {
    layout: (graph: ElkNode, options: { layoutOptions: LayoutOptions }) => Promise<ElkNode>;
  };
  const place = async (missing: ReadonlyMap<string, number>): Promise<PlacedFigure> => {
    const graph: ElkNode = {
      id: 'drawing',
      children: [nodeOf(figure.root, missing)],
      edges: figure.arrows.map(edgeOf),
    };
    const placed = await new Elk().layout(graph, { layoutOptions: { ...layoutOptions, 'elk.direction': direction } });
    return {
      root: placedBox(figure.root, placed.children![0]!),
      arrows: figure.arrows.map((arrow, index) => placedArrow(arrow, placed.edges![index]!)),
    };
  };
  try {
    const placed = await place(new Map());
    const missing = missingWidths(figure, placed);
    return missing.size === 0 ? placed : await place(missing);
  } catch (error) {
    throw new LayoutError(`elkjs cannot place it: ${(error as Error).message}`);
  }
}

/** A box that holds others is made as wide as these ask for; by so much its own text may be wider. */
function missingWidths(figure: Figure, { root }: PlacedFigure): ReadonlyMap<string, number> {
  const placed = new Map(boxesOf(root).map(({ id, width }) => [id, width]));
  return new Map(
    boxesOf(figure.root).flatMap(({ id, width }) => {
      const missing = Math.ceil(width - placed.get(id)!);
      return missing > 0 ? [[id, missing] as const] : [];
    }),
  );
}

/** @param missing how much wider than elkjs makes it a box must be for its own text. */
function nodeOf({ id, shape, width, height, boxes }: Box, missing: ReadonlyMap<string, number>): ElkNode {
  const layoutOptions: LayoutOptions = shape === 'region' ? { 'elk.alignment': 'TOP' } : {};
  if (boxes.length === 0) return { id, width, height, layoutOptions };
  const right = 16 + (missing.get(id) ?? 0);
  return {
    id,
    children: boxes.map((inner) => nodeOf(inner, missing)),
    layoutOptions: { ...layoutOptions, 'elk.padding': `[top=${height + 10},left=16,bottom=16,right=${right}]` },
  };
}

const linesOf = (rows: readonly Row[]) => rows.flatMap(({ lines }) => lines);

function edgeOf({ id, from, to, rows }: Arrow): ElkExtendedEdge {
  const lines = linesOf(rows);
  const label = { text: id, width: Math.ceil(widestLine(lines)) + 8, height: lines.length * lineHeight + 4 };
  return { id, sources: [from], targets: [to], ...(lines.length > 0 && { labels: [label] }) };
}

function placedBox(box: Box, { x = 0, y = 0, width = 0, height = 0, children = [] }: ElkNode): PlacedBox {
  return { ...box, x, y, width, height, boxes: box.boxes.map((inner, index) => placedBox(inner, children[index]!)) };
}

function placedArrow(arrow: Arrow, { sections = [], labels = [] }: ElkExtendedEdge): PlacedArrow {
  const points = sections.flatMap(({ startPoint, bendPoints = [], endPoint }) => [startPoint, ...bendPoints, endPoint]);
  const [label] = labels;
  if (!label) return { ...arrow, points };
  const { x = 0, y = 0, width = 0, height = 0 } = label;
  return { ...arrow, points, label: { x, y, width, height } };
}
