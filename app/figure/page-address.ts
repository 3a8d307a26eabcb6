// Where the page with every control is, for the links and captions of a figure that stands somewhere else.
import { createContext } from 'react';

/** An address in its folder. Undefined: the folder of this page. Empty: nobody knows, and no link can be given. */
export const PageAddress = createContext<string | undefined>(undefined);
