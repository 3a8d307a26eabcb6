// What a control is called: a label, or a word that explains itself where it needs to.
import { Term } from './Term.tsx';

export interface ControlNameProps {
  readonly text: string;
  /** One plain sentence, for a word that a newcomer may not know. */
  readonly meaning?: string | undefined;
  /** The id of the control that is named. */
  readonly controlId: string;
}

/** The id of the naming element, for `aria-labelledby`: a word that can be pressed itself cannot be a `<label>`. */
export const nameIdOf = (controlId: string) => `${controlId}-name`;

export function ControlName({ text, meaning, controlId }: ControlNameProps) {
  if (meaning === undefined) {
    return (
      <label htmlFor={controlId} id={nameIdOf(controlId)}>
        {text}
      </label>
    );
  }
  return (
    <span className="control-name">
      <Term meaning={meaning} id={nameIdOf(controlId)}>
        {text}
      </Term>
    </span>
  );
}
