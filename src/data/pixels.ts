// Two neighbouring pixels of a generated picture: the inputs that are divided by 255 everywhere.
import { createDrawn } from './drawn.ts';
import { createPixelImage, imageSize } from './pixel-image.ts';

/**
 * Inputs are whole numbers from 0 to 255, strongly correlated as in any picture; the target is the next pixel to the
 * right as a share of white, 0 to 1, plus noise. Dividing by 255 takes away the scale; the offset (no pixel is below 0)
 * and the correlation stay.
 */
export const pixels = createDrawn({
  id: 'pixels',
  label: 'Pixels',
  blurb:
    'In a generated picture, the brightness of a pixel from the two to its left, which go from 0 to 255.',
  task: 'regression',
  features: ['pixel 1', 'pixel 2'],
  ranges: [
    [0, 255],
    [0, 255],
  ],
  start(random, noise) {
    const image = createPixelImage(random);
    return () => {
      const first = random.integer(imageSize) * imageSize + random.integer(imageSize - 2);
      const share = (index: number) => image[first + index] / 255;
      return [share(0), share(1), share(2) + noise * random.normal()];
    };
  },
});
