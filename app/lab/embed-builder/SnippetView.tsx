// The text to paste, in the form that the author's page takes, and what that page must have.
import { useState } from 'react';
import { Select } from '../../controls/Select.tsx';
import { CopyText } from './CopyText.tsx';
import type { EmbedFigure } from './embed-choices.ts';
import { snippetForms } from './snippets/index.ts';

export interface SnippetViewProps {
  readonly figure: EmbedFigure;
}

export function SnippetView({ figure }: SnippetViewProps) {
  const [id, setId] = useState('iframe');
  const form = snippetForms.get(id);
  return (
    <>
      <h3>To paste</h3>
      <Select label="Form" value={id} options={snippetForms.all} onChange={setId} />
      <p>{form.blurb}</p>
      <CopyText name={`Text for ${form.label}`} text={form.write(figure)} />
      {form.setUp ? (
        <>
          <p>
            Once, in the file <code>{form.setUp.file}</code>:
          </p>
          <CopyText name={`Contents of ${form.setUp.file}`} text={form.setUp.text} />
        </>
      ) : null}
      <h3>What the page needs</h3>
      <ul>
        {form.needs(figure).map((need) => (
          <li key={need}>{need}</li>
        ))}
      </ul>
    </>
  );
}
