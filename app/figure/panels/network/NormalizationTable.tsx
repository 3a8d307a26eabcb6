// The numbers of every normalized unit, as they are now: what batch norm measures, and what it has learned.
import type { Lane } from '../../../../src/index.ts';
import type { NetworkGraph, Parameter } from './graph.ts';
import { unitName } from '../../../session/parameter-label.ts';
import { parameterWords } from './words.ts';

export interface NormalizationTableProps {
  readonly graph: NetworkGraph;
  readonly lane: Lane;
  readonly onPick: (item: string) => void;
}

const columns = [
  ['μ', 'Mean of the unit over all rows'],
  ['σ', 'Standard deviation of the unit over all rows, before eps is added to its square'],
  ['γ', 'What the normalized unit is multiplied with; learned, unless frozen at 1'],
  ['β', 'What is added then; learned, unless frozen at 0'],
] as const;

export function NormalizationTable({ graph, lane, onPick }: NormalizationTableProps) {
  const units = graph.units.filter(({ normalization }) => normalization !== null);
  if (units.length === 0) return null;
  const isBatch = lane.objective.spec.normalization.kind === 'batch';
  const title = isBatch ? 'Batch norm now' : 'Layer norm now';
  const learned = (parameter: Parameter | null | undefined, frozen: string) =>
    parameter ? (
      <button
        type="button"
        tabIndex={-1}
        data-item={parameter.name}
        data-learned={parameter.name}
        aria-label={parameterWords(parameter, lane)}
        onClick={() => onPick(parameter.name)}
      >
        —
      </button>
    ) : (
      frozen
    );
  return (
    <div className="network-norm" tabIndex={0} role="region" aria-label={`${title}: ${lane.label}`}>
      <table>
        <thead>
          <tr>
            <th scope="col">{title}</th>
            {columns.map(([sign, meaning]) => (
              <th scope="col" key={sign} title={meaning}>
                {sign}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <tr key={unit.id}>
              <th scope="row">{unitName(unit, graph, lane)}</th>
              {isBatch ? (
                <>
                  <td data-mean={unit.id}>—</td>
                  <td data-deviation={unit.id}>—</td>
                </>
              ) : (
                <>
                  <td title="Layer norm measures each row over the units">by row</td>
                  <td title="Layer norm measures each row over the units">by row</td>
                </>
              )}
              <td>{learned(unit.normalization?.gamma, '1')}</td>
              <td>{learned(unit.normalization?.beta, '0')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
