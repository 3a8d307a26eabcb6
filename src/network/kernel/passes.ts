// Passes: which nodes are computed together in one loop over the rows, and where each value waits for a later loop.
import { inputsOf } from './graph-nodes.ts';
import type { Graph } from './graph.ts';
import type { Dependence, Node } from './graph-nodes.ts';
import { aligned } from './memory-map.ts';
import type { MemoryMap } from './memory-map.ts';

export interface Passes {
  /** By what the nodes depend on. */
  readonly of: readonly (readonly (readonly Node[])[])[];
  /** The columns of nodes that are needed after their loop. Those that depend on u alone lie in a table's row. */
  readonly homes: ReadonlyMap<Node, number>;
  /** The first address after all columns. */
  readonly end: number;
  /** Bytes of a row of the tables, one for each column of the grid. */
  readonly tableBytes: number;
}

/** @param group how many units of a layer share a loop */
export function createPasses(graph: Graph, map: MemoryMap, group: number): Passes {
  const all = ([0, 1, 2, 3] as const).map((dependence) =>
    divide(
      graph.nodes.filter((node) => node.dependence === dependence && node.kind !== 'input'),
      group,
    ),
  );
  // The loss follows the output at every point, in the output's own loop or in one for itself.
  if (graph.output.dependence !== 3) all[3].push([]);
  const passOf = new Map<Node, string>();
  forEachPass(all, (nodes, name) => nodes.forEach((node) => passOf.set(node, name)));
  const lastUse = lastUses(graph, all);
  const homes = new Map<Node, number>();
  let end = map.columns;
  let tableBytes = 0;
  const free: number[] = [];
  forEachPass(all, (nodes, name, dependence, index) => {
    for (const node of nodes) {
      const use = lastUse.get(node);
      if (use === undefined || use.name === name) continue;
      if (dependence === 1) {
        homes.set(node, tableBytes);
        tableBytes += map.columnBytes;
        continue;
      }
      const home = (dependence === 3 ? free.pop() : undefined) ?? end;
      if (home === end) end += map.columnBytes;
      homes.set(node, home);
    }
    if (dependence !== 3) return;
    // What no later loop reads makes room; a point leaves nothing for the next one.
    for (const [node, use] of lastUse) {
      const home = homes.get(node);
      if (home !== undefined && node.dependence === 3 && use.index === index && use.name === name)
        free.push(home);
    }
  });
  homes.set(graph.nodes[0], map.inputs[0]);
  homes.set(graph.nodes[1], map.inputs[1]);
  return { of: all, homes, end: aligned(end), tableBytes };
}

/** Loops of their own for each stage: so weights stay in registers, and columns are complete where batch norm measures them. */
function divide(nodes: readonly Node[], group: number): Node[][] {
  const byKey = new Map<string, Node[]>();
  for (const node of nodes) {
    const key = `${node.stage}/${Math.floor(node.unit / group)}`;
    const pass = byKey.get(key);
    if (pass) pass.push(node);
    else byKey.set(key, [node]);
  }
  return [...byKey.values()];
}

type Visit = (nodes: readonly Node[], name: string, dependence: Dependence, index: number) => void;

function forEachPass(all: readonly (readonly (readonly Node[])[])[], visit: Visit): void {
  all.forEach((passes, dependence) =>
    passes.forEach((nodes, index) =>
      visit(nodes, `${dependence}/${index}`, dependence as Dependence, index),
    ),
  );
}

/** The pass in which each node is read last; its own, if no other reads it. */
function lastUses(graph: Graph, all: readonly (readonly (readonly Node[])[])[]) {
  const uses = new Map<Node, { name: string; index: number }>();
  forEachPass(all, (nodes, name, _dependence, index) => {
    for (const node of nodes) {
      for (const input of inputsOf(node)) uses.set(input, { name, index });
    }
  });
  const last = all[3].length - 1;
  uses.set(graph.output, { name: `3/${last}`, index: last });
  return uses;
}
