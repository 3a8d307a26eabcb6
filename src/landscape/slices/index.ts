// The slices: ways to lay a plane through parameter space.
import { createRegistry } from '../../registry.ts';
import { hessian } from './hessian.ts';
import { pca, pcaAll } from './pca.ts';
import { random } from './random.ts';
import { three } from './three.ts';
import { weights } from './weights.ts';

export const slices = createRegistry('slice', [weights, pca, pcaAll, hessian, random, three]);
