// A page that shows the React component and takes it away again, as often as it is told: built by mounting.spec.ts.
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { Normscape } from '../../../app/react.tsx';

const root = createRoot(document.getElementById('place'));

Object.assign(window, {
  mount: () =>
    root.render(<Normscape lanes="standard" panels="surface,contour,loss" title="Again" />),
  unmount() {
    // React holds on to what it has shown until it has shown other things in its place.
    for (const other of [null, 'gone', null]) flushSync(() => root.render(other));
  },
});
