// The shaders of the loss surface: heights from a texture, colours by the loss scale's rule, lines by derivatives.

const rule = /* glsl */ `
  uniform highp sampler2D heights;
  uniform ivec2 gridSize;
  // Least loss (its logarithm in log mode), one over the range, and 1 in log mode.
  uniform vec3 scale;

  // The height of a loss in units of the greatest: LossScale.height, not clamped.
  float fraction(float loss) {
    float value = loss;
    if (scale.z > 0.5) value = loss > 0.0 ? log(loss) : scale.x;
    return (value - scale.x) * scale.y;
  }
`;

/** How high the surface stands in the box at a point of its grid. */
export const elevationRule = /* glsl */ `
  ${rule}
  uniform vec2 boxHeights; // of the greatest loss, and of the top in units of it
  uniform vec4 extent; // the surface's edges in box coordinates: x from, x to, y from, y to

  float elevation(ivec2 cell) {
    cell = clamp(cell, ivec2(0), gridSize - 1);
    return boxHeights.x * clamp(fraction(texelFetch(heights, cell, 0).r), 0.0, boxHeights.y);
  }
`;

export const surfaceVertexShader = /* glsl */ `
  ${elevationRule}
  out vec2 gridPlace;
  out vec3 boxPlace;
  out vec3 slope;

  void main() {
    ivec2 cell = ivec2(position.xy);
    gridPlace = position.xy;
    vec2 spacing = (extent.yw - extent.xz) / vec2(gridSize - 1);
    boxPlace = vec3(extent.xz + spacing * position.xy, elevation(cell));
    // Central differences inside, one-sided ones at the edges.
    ivec2 low = max(cell - 1, ivec2(0));
    ivec2 high = min(cell + 1, gridSize - 1);
    vec2 across = vec2(high - low) * spacing;
    float east = elevation(ivec2(high.x, cell.y)) - elevation(ivec2(low.x, cell.y));
    float north = elevation(ivec2(cell.x, high.y)) - elevation(ivec2(cell.x, low.y));
    slope = vec3(-east / across.x, -north / across.y, 1.0);
    gl_Position = projectionMatrix * modelViewMatrix * vec4(boxPlace, 1.0);
  }
`;

export const surfaceFragmentShader = /* glsl */ `
  ${rule}
  uniform highp sampler2D palette;
  uniform int bands;
  uniform vec2 light; // the direction the light comes from, in the floor
  uniform vec4 gridLines; // in box coordinates: the first along x and y, the distances along x and y
  uniform vec2 crosshair; // in box coordinates; beyond the box for none
  uniform float pixel; // device pixels in a CSS pixel
  uniform bool cut; // whether what reaches the top is cut off there
  in vec2 gridPlace;
  in vec3 boxPlace;
  in vec3 slope;
  layout(location = 0) out highp vec4 color;

  // Bilinear, so that neither colours nor lines show the mesh's triangles.
  float lossAt(vec2 place) {
    vec2 clamped = clamp(place, vec2(0.0), vec2(gridSize - 1));
    ivec2 cell = min(ivec2(clamped), gridSize - 2);
    vec2 part = clamped - vec2(cell);
    float a = texelFetch(heights, cell, 0).r;
    float b = texelFetch(heights, cell + ivec2(1, 0), 0).r;
    float c = texelFetch(heights, cell + ivec2(0, 1), 0).r;
    float d = texelFetch(heights, cell + ivec2(1, 1), 0).r;
    return mix(mix(a, b, part.x), mix(c, d, part.x), part.y);
  }

  const float hatchDensity = 14.0; // stripes a unit of the box

  // How much of this pixel a line of a width in CSS pixels covers, from the distance in device pixels.
  float cover(float distance, float width) {
    return clamp(0.5 * width * pixel + 0.5 - distance, 0.0, 1.0);
  }

  vec3 bandColor(int band) {
    return texelFetch(palette, ivec2(min(band, bands - 1), 0), 0).rgb;
  }

  // Soft and dark on bright bands, soft and bright on dark ones.
  vec3 lineColor(vec3 ground) {
    float luminance = dot(ground, vec3(0.2126, 0.7152, 0.0722));
    return luminance < 0.36 ? mix(ground, vec3(1.0), 0.42) : ground * 0.58;
  }

  void main() {
    if (any(greaterThan(abs(boxPlace.xy), vec2(1.0001)))) discard;

    // LossScale.color, and the band it falls in.
    float height = fraction(lossAt(gridPlace));
    float position = clamp(height, 0.0, 1.0);
    if (scale.z < 0.5) position = sqrt(position);
    float level = position * float(bands);
    vec3 paint = bandColor(int(level));

    // Where levels crowd closer than a few pixels, lines would only grey the surface.
    float levelWidth = fwidth(level);
    float nearest = clamp(floor(level + 0.5), 1.0, float(bands - 1));
    vec3 isoColor = lineColor(bandColor(int(nearest)));
    float iso = cover(abs(level - nearest) / max(levelWidth, 1e-6), 1.0);
    iso *= 1.0 - smoothstep(0.12, 0.35, levelWidth / pixel);

    vec2 onGrid = abs(fract((boxPlace.xy - gridLines.xy) / gridLines.zw + 0.5) - 0.5) * gridLines.zw;
    vec2 width = max(fwidth(boxPlace.xy), vec2(1e-6));
    vec2 gridCover = vec2(cover(onGrid.x / width.x, 0.8), cover(onGrid.y / width.y, 0.8));
    gridCover *= 1.0 - smoothstep(0.15, 0.4, width / gridLines.zw / pixel);
    float mesh = max(gridCover.x, gridCover.y);

    // Level ground keeps its colour to the byte; walls that turn from the light lose at most 18 %.
    vec3 normal = normalize(slope);
    float steep = 1.0 - normal.z;
    float turned = max(0.0, -dot(normal.xy, light));
    float shade = 1.0 - 0.18 * clamp(0.25 * steep + 1.15 * turned * sqrt(steep), 0.0, 1.0);
    if (!gl_FrontFacing) shade *= 0.86;

    paint = mix(paint, lineColor(paint), 0.24 * mesh);
    paint = mix(paint, isoColor, 0.85 * iso) * shade;

    // Where the surface is cut off it is hatched, with a line around it; not a number counts as above.
    if (cut) {
      float above = height >= 1.0 || !(height < 1.0) ? 1.0 : 0.0;
      float diagonal = (boxPlace.x + boxPlace.y) * hatchDensity;
      float stripe = abs(fract(diagonal) - 0.5) / max(fwidth(diagonal), 1e-6);
      float edge = abs(height - 1.0) / max(fwidth(height), 1e-6);
      paint = mix(paint, vec3(0.1), 0.5 * above * cover(stripe, 1.1));
      paint = mix(paint, vec3(0.1), 0.8 * cover(edge, 1.4) * (1.0 - step(0.9, fwidth(height))));
    }

    vec2 toCross = abs(boxPlace.xy - crosshair) / width;
    float nearCross = min(toCross.x, toCross.y);
    paint = mix(paint, vec3(0.06), 0.55 * cover(nearCross, 3.2));
    paint = mix(paint, vec3(1.0), 0.95 * cover(nearCross, 1.2));
    color = vec4(paint, 1.0);
  }
`;
