// The slices: ways to lay a plane through parameter space.
import { createRegistry } from '../../registry.ts';
import { weights } from './weights.ts';

export const slices = createRegistry('slice', [weights]);
