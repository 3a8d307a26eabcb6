// The plane through three points: the start, and the ends of two lanes.
import { commonNames, gather, placesOf, scatter } from './common.ts';
import type { Slice } from './slice.ts';
import { difference, spanning } from './spanning.ts';

export const three: Slice = {
  id: 'three',
  label: 'Start and two ends',
  blurb:
    'Along the directions from the start to the latest steps of the first two lanes, found anew only now and then while these move on.',
  follows: 'end',
  frame({ objective, lanes, index }) {
    const pair = lanes.slice(0, 2);
    const names = commonNames([...pair, lanes[index]]);
    const points = pair.map((lane) => {
      const places = placesOf(names, lane);
      const { length } = lane.names;
      return { start: gather(lane.start, length, places), end: gather(lane.end, length, places) };
    });
    const own = placesOf(names, lanes[index]);
    const { size } = objective;
    const [{ start }] = points;
    const { u, v, found } = spanning(
      points.map(({ end }) => scatter(difference(start, end), own, size)),
      size,
    );
    const [first, second = first] = pair;
    return {
      ...{ anchor: scatter(start, own, size), u, v, explained: null },
      labels: [
        found > 0 ? `to the end of ${first.label}` : 'direction 1',
        found > 1 ? `across, to the end of ${second.label}` : 'direction 2',
      ],
      problem:
        found === 2
          ? null
          : 'The start and the two ends lie on one line so far, which leaves the plane open.',
    };
  },
};
