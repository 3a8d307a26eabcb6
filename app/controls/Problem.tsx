// The sentence beside a control that could not take what was typed.

export interface ProblemProps {
  readonly id: string;
  readonly text: string | null;
}

export function Problem({ id, text }: ProblemProps) {
  if (text === null) return null;
  return (
    <p className="problem" id={id} role="alert">
      {text}
    </p>
  );
}
