// A stroke in the colour and the dashes of a lane's path: its sign wherever it is named.
import { laneDashes } from '../theme.ts';

export function LaneMark({ index }: { readonly index: number }) {
  return (
    <svg className="lane-mark" viewBox="0 0 28 8" width="28" height="8" aria-hidden="true">
      <path
        d="M1 4h26"
        stroke={`var(--lane-${index + 1})`}
        strokeWidth="3"
        strokeDasharray={(laneDashes[index] ?? []).join(' ')}
        fill="none"
      />
    </svg>
  );
}
