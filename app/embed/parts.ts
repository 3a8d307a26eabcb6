// The parts of a figure that an author may leave out of an embed, by the ids of the key `hide`.

/** How many controls an embed shows: those of the page, the clock's buttons alone, or none. */
export const controlLevels = ['full', 'mini', 'none'] as const;
export type ControlLevel = (typeof controlLevels)[number];

/** Every part has its rule in embed.css. */
export const partIds = [
  'lane-headers',
  'lane-choices',
  'note',
  'readouts',
  'legend',
  'key',
  'caption',
  'transport',
  'step',
  'scrubber',
  'speed',
  'seed',
  'add-lane',
  'settings',
  'notices',
  'link',
] as const;
export type PartId = (typeof partIds)[number];

const hiddenByLevel: Readonly<Record<ControlLevel, readonly PartId[]>> = {
  full: [],
  mini: ['lane-choices', 'speed', 'seed', 'add-lane', 'settings'],
  none: ['lane-choices', 'transport', 'step', 'scrubber', 'speed', 'seed', 'add-lane', 'settings'],
};

/** What an embed leaves out: what its level of controls has not, and what its author named. */
export function hiddenParts(controls: ControlLevel, hide: readonly PartId[]): readonly PartId[] {
  return partIds.filter((id) => hiddenByLevel[controls].includes(id) || hide.includes(id));
}
