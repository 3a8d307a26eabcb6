// The address bar follows the experiment, so that the page can be copied, bookmarked and reloaded at any time.
import { useEffect } from 'react';
import { formatExperiment } from '../../src/index.ts';
import { fetchExperiment } from '../session/late-data.ts';
import type { FigureSession } from '../session/types.ts';

/** Some browsers refuse more than a hundred changes of the address in ten seconds. */
const delay = 500;

export function useLink(session: FigureSession) {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let written = session.store.getState().experiment;
    const write = () => {
      const { experiment } = session.store.getState();
      if (experiment === written) return;
      written = experiment;
      const query = formatExperiment(experiment);
      try {
        history.replaceState(null, '', query === '' ? location.pathname : `?${query}`);
      } catch {
        // A browser that refuses keeps the old address; the "copy link" button still gives the new one.
      }
    };
    const unsubscribe = session.store.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(write, delay);
    });
    // A link that differs in its table alone does not load the page anew.
    const follow = async () => {
      if (!location.hash.startsWith('#table=')) return;
      const { experiment, notices } = await fetchExperiment(location.search + location.hash);
      session.store.setState({ notices: [...notices] });
      session.update(experiment);
    };
    addEventListener('hashchange', follow);
    return () => {
      unsubscribe();
      removeEventListener('hashchange', follow);
      clearTimeout(timer);
    };
  }, [session]);
}
