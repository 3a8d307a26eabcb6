// The author's own script: buttons that move a figure, and a sentence that follows it.
const figure = document.querySelector('#scalings');
const said = document.querySelector('#said');

document.querySelector('#fifty').onclick = () => figure.seek(50);
document.querySelector('#faster').onclick = () => {
  figure.lr = 0.4;
};
figure.addEventListener('step', ({ detail }) => {
  const losses = detail.lanes.map(({ id, loss }) => `${id} ${loss.toPrecision(3)}`);
  said.textContent = `after ${detail.step} steps the losses are ${losses.join(', ')}`;
});
