// The engine's kernel without what it knows of slices: every unit is evaluated at every point, and there are no tables. This is
// bundled with the engine's own parts, as the engine offers no such thing.
import { noCentres } from '../src/network/kernel/centres.ts';
import { compiledShape } from '../src/network/kernel/modules.ts';
import { createWorkspace } from '../src/network/kernel/workspace.ts';

/** Both coordinates, for all that is known. */
const both = 3;

/** @returns a function that overwrites `losses` with those of `points`, in float32 */
export function createUnstructured({ spec, samples, objective: { layout } }) {
  const shape = compiledShape({
    ...{ spec, layout, mayJoin: false, precision: 'float32', isCentred: false, isMeasured: true },
    count: samples.count,
    dependences: Array.from({ length: layout.size }, () => both),
  });
  const workspace = createWorkspace('float32', layout, samples, noCentres);
  const plan = workspace.createPlan(shape, shape.module);
  return (points, losses) => workspace.run(plan, points, null, losses);
}
