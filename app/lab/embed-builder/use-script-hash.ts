// The hash of the web component's script that lies beside this page, for authors who hold it to the version they tried.
import { useEffect, useState } from 'react';

/** As an `integrity` attribute has it: whatever else a server may send in its place is none. */
const hashPattern = /^sha384-[A-Za-z0-9+/]{64}$/;

/** @param folder where the script is, with a slash at its end; null where there is none
 * @returns null until it is known, and where there is no such file, as while the sources are served
 */
export function useScriptHash(folder: string | null): string | null {
  const [hash, setHash] = useState<string | null>(null);
  useEffect(() => {
    if (folder === null) return;
    const stop = new AbortController();
    fetch(`${folder}norm-scape.js.sri`, { signal: stop.signal })
      .then((response) => response.text())
      .then(
        (text) => setHash(hashPattern.test(text.trim()) ? text.trim() : null),
        () => undefined,
      );
    return () => stop.abort();
  }, [folder]);
  return hash;
}
