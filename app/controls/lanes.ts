// Lanes as a reader edits them: changed, added, removed, and which lane is worth adding next.
import { maximumLanes, nameLanes, type LanePatch } from '../../src/index.ts';

export type LaneChoice = Pick<LanePatch, 'scaling' | 'normalization'>;

export interface Placement {
  readonly id: LanePatch['normalization'];
  readonly label: string;
  readonly blurb: string;
  /** What it does, in a few plain sentences; nothing where there is nothing more to say. */
  readonly meaning?: string;
  /** Only offered where a link has chosen it already. */
  readonly rare?: boolean;
}

/** How the hidden layers of a network can be normalized, and where. */
export const placements: readonly Placement[] = [
  { id: 'none', label: 'none', blurb: 'Nothing inside the network is normalized.' },
  {
    id: 'before',
    label: 'batch norm before activation',
    blurb: 'Batch norm standardizes the sum of each hidden unit, before its activation.',
    meaning:
      'Batch norm subtracts from the sum of each hidden unit its mean over the batch and divides by its standard deviation there; a learned factor γ and shift β follow. So the length of a unit’s weights no longer matters, only their direction. Where a sum hardly varies, the division magnifies it, and the loss can jump.',
  },
  {
    id: 'after',
    label: 'batch norm after activation',
    blurb: 'Batch norm standardizes the value of each hidden unit, after its activation.',
    meaning:
      'Batch norm subtracts from the value of each hidden unit its mean over the batch and divides by its standard deviation there; a learned factor γ and shift β follow. Where a value hardly varies, the division magnifies it, and the loss can jump.',
  },
  {
    id: 'layer',
    label: 'layer norm before activation',
    blurb:
      'Layer norm standardizes the sums of each layer within one row, before their activation.',
    meaning:
      'Layer norm subtracts from the sums of a layer their mean and divides by their standard deviation, in each row by itself; a learned factor γ and shift β follow.',
  },
  {
    id: 'input',
    label: 'batch norm on the inputs',
    blurb: 'Batch norm standardizes the inputs of the first layer.',
    rare: true,
  },
];

export function editLane(
  lanes: readonly LanePatch[],
  index: number,
  change: Partial<LanePatch>,
): readonly LanePatch[] {
  return nameLanes(lanes.map((lane, k) => (k === index ? { ...lane, ...change } : lane)));
}

/** Removes a lane, unless it is the only one. */
export function removeLane(lanes: readonly LanePatch[], index: number): readonly LanePatch[] {
  return lanes.length > 1 ? nameLanes(lanes.filter((_, k) => k !== index)) : lanes;
}

export function addLane(lanes: readonly LanePatch[], choice: LaneChoice): readonly LanePatch[] {
  return nameLanes([...lanes, { ...choice, overrides: {} }]);
}

/**
 * The lane that completes the picture: raw and scaled inputs, each without and with batch norm, then other scalings.
 * Without a hidden layer there is nothing to normalize, and the proposals are scalings only.
 *
 * @param scalingIds every known scaling, in the order of the menu
 * @returns null when there is no room, or nothing left that is not there already
 */
export function proposeLane(
  lanes: readonly LanePatch[],
  hasHiddenLayers: boolean,
  scalingIds: readonly string[],
): LaneChoice | null {
  if (lanes.length >= maximumLanes) return null;
  const scaled = lanes.find((lane) => lane.scaling !== 'none')?.scaling ?? 'standard';
  const placed = lanes.find((lane) => lane.normalization !== 'none')?.normalization ?? 'before';
  const inputs = ['none', scaled];
  const arena: LaneChoice[] = [
    ...inputs.map((scaling) => ({ scaling, normalization: 'none' as const })),
    ...(hasHiddenLayers ? inputs.map((scaling) => ({ scaling, normalization: placed })) : []),
    ...scalingIds.map((scaling) => ({ scaling, normalization: 'none' as const })),
  ];
  const present = new Set(lanes.map(kindOf));
  return arena.find((choice) => !present.has(kindOf(choice))) ?? null;
}

function kindOf({ scaling, normalization }: LaneChoice): string {
  return `${scaling} ${normalization}`;
}
