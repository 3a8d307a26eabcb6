// The door of a worker that has a script of its own; where one script is all there is, that script calls the same.
import { serveSurfaces } from './serve-surfaces.ts';

serveSurfaces();
