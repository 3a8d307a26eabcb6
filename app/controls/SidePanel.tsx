// What all lanes share, in the order in which a problem is posed: data, network, training, view.
import './controls.css';
import type { SessionProps } from './session-props.ts';
import { DataSection } from './DataSection.tsx';
import { NetworkSection } from './NetworkSection.tsx';
import { PanelsSection } from './PanelsSection.tsx';
import { TrainingSection } from './TrainingSection.tsx';
import { ViewSection } from './ViewSection.tsx';

export function SidePanel({ session }: SessionProps) {
  return (
    <div className="side-panel">
      <DataSection session={session} />
      <NetworkSection session={session} />
      <TrainingSection session={session} />
      <ViewSection session={session} />
      <PanelsSection session={session} />
    </div>
  );
}
