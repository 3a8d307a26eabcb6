// A post in React with one figure, a slider of its own, and a sentence that follows the run.
import { useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Normscape } from 'normscape/react';

function Post() {
  const figure = useRef(null);
  const [rate, setRate] = useState(0.1);
  const [said, setSaid] = useState('not started');
  const follow = ({ step, lanes }) => {
    const losses = lanes.map(({ id, loss }) => `${id} ${loss.toPrecision(3)}`);
    setSaid(`step ${step}: ${losses.join(', ')}`);
  };
  return (
    <main>
      <article>
        <h1>A post written in React</h1>
        <p>
          The figure below is a component of this page. Its properties are the keys of a link, and
          it calls back as it trains: <output id="said">{said}</output>.
        </p>
        <p>
          <label>
            Learning rate{' '}
            <input
              type="range"
              min="0.05"
              max="1.5"
              step="0.05"
              value={rate}
              onChange={(event) => setRate(event.target.valueAsNumber)}
            />{' '}
            {rate}
          </label>{' '}
          <button type="button" onClick={() => figure.current?.seek(50)}>
            Go to step 50
          </button>
        </p>
        <figure>
          <Normscape
            ref={figure}
            lanes="raw,standard"
            lr={rate}
            panels="surface,contour"
            until={200}
            title="Raw and standardized inputs at the rate of the slider"
            lab="../"
            onStep={follow}
          >
            <p>The figure is on its way.</p>
          </Normscape>
          <figcaption>One neuron on raw and on standardized inputs.</figcaption>
        </figure>
      </article>
    </main>
  );
}

createRoot(document.getElementById('post')).render(<Post />);
