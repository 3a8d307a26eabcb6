// The same work in C, with eight float32 or four float64 numbers in a register and a hand-written tanh: what one thread of
// this machine can do. native.mjs compiles it for one network at a time:
//
//   -DROWS=256 -DSIZE=37 -DDEPTH=3 -DIS_TANH=1 (0 for relu), and the layers as calls in FORWARD and BACKWARD
//
//   native surface CASE GRID REPEATS [OUT]     native step CASE REPEATS [OUT]
//
// CASE holds float64 numbers: ROWS of x1, of x2, of targets; origin, u and v, SIZE each; the window. It prints processor
// nanoseconds of one surface or step, and writes the last losses, or loss and gradient, to OUT.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef float single8 __attribute__((vector_size(32)));
typedef int32_t int8x32 __attribute__((vector_size(32)));
typedef double double4 __attribute__((vector_size(32)));
typedef int64_t int4x64 __attribute__((vector_size(32)));
#define INLINE static inline __attribute__((always_inline))

#ifdef __AVX2__
#include <immintrin.h>
INLINE single8 least8(single8 a, single8 b) { return (single8)_mm256_min_ps((__m256)a, (__m256)b); }
INLINE single8 most8(single8 a, single8 b) { return (single8)_mm256_max_ps((__m256)a, (__m256)b); }
INLINE double4 least4(double4 a, double4 b) { return (double4)_mm256_min_pd((__m256d)a, (__m256d)b); }
INLINE double4 most4(double4 a, double4 b) { return (double4)_mm256_max_pd((__m256d)a, (__m256d)b); }
#else
#define CHOOSE(type, mask, condition, a, b) ((type)(((mask)(condition) & (mask)(a)) | (~(mask)(condition) & (mask)(b))))
INLINE single8 least8(single8 a, single8 b) { return CHOOSE(single8, int8x32, a < b, a, b); }
INLINE single8 most8(single8 a, single8 b) { return CHOOSE(single8, int8x32, a > b, a, b); }
INLINE double4 least4(double4 a, double4 b) { return CHOOSE(double4, int4x64, a < b, a, b); }
INLINE double4 most4(double4 a, double4 b) { return CHOOSE(double4, int4x64, a > b, a, b); }
#endif

INLINE single8 all8(float x) { return (single8){x, x, x, x, x, x, x, x}; }
INLINE double4 all4(double x) { return (double4){x, x, x, x}; }

INLINE single8 activate8(single8 x) {
#if IS_TANH
  x = least8(most8(x, all8(-8)), all8(8));
  single8 z = x * x;
  single8 p = ((1.1428468496887945e-5f * z + 0.0029510287567973137f) * z + 0.12925668060779572f) * z + 0.9999998807907104f;
  single8 q = (((2.4592236513854004e-7f * z + 0.00023866981791798025f) * z + 0.0238155759871006f) * z + 0.4625888466835022f) * z + 1.0f;
  return x * p / q;
#else
  return most8(x, all8(0));
#endif
}

INLINE double4 activate4(double4 x) {
#if IS_TANH
  const double power = 6755399441055744.0 + 1023.0;
  double4 y = least4(most4(x, all4(-20)), all4(20));
  double4 sum = y * 2.8853900817779268 + power;
  double4 r = y - (sum - power) * 0.34657359027997264;
  double4 t = r * r, u = t * t;
  double4 c = t * (0.33333333333333204 + t * -0.02222222222161268 + u * (0.002116402022902902 + t * -0.00021163395045621959 + u * 0.000021187295923004324));
  double4 s = (double4)((int4x64)sum << 52);
  double4 a = s + 1.0, b = 1.0 - s;
  return (a * r - b * c - b) / (a + (a * c - b * r));
#else
  return most4(x, all4(0));
#endif
}

INLINE void forward8(const float *w, int inputs, int units, const single8 *h, single8 *out, int isLast) {
  const float *bias = w + inputs * units;
  for (int unit = 0; unit < units; unit++) {
    single8 z = all8(bias[unit]);
    for (int input = 0; input < inputs; input++) z += w[unit * inputs + input] * h[input];
    out[unit] = isLast ? z : activate8(z);
  }
}

INLINE void forward4(const double *w, int inputs, int units, const double4 *h, double4 *out, int isLast) {
  const double *bias = w + inputs * units;
  for (int unit = 0; unit < units; unit++) {
    double4 z = all4(bias[unit]);
    for (int input = 0; input < inputs; input++) z += w[unit * inputs + input] * h[input];
    out[unit] = isLast ? z : activate4(z);
  }
}

/* Adds to the sums of the layer's gradient, and hands the adjoints of what came in down, times the slope there. */
INLINE void backward4(const double *w, double4 *g, int inputs, int units, const double4 *h, const double4 *adjoint, double4 *down, int isFirst) {
  for (int unit = 0; unit < units; unit++) {
    for (int input = 0; input < inputs; input++) g[unit * inputs + input] += adjoint[unit] * h[input];
    g[inputs * units + unit] += adjoint[unit];
  }
  if (isFirst) return;
  for (int input = 0; input < inputs; input++) {
    double4 sum = all4(0);
    for (int unit = 0; unit < units; unit++) sum += w[unit * inputs + input] * adjoint[unit];
#if IS_TANH
    down[input] = sum * (1.0 - h[input] * h[input]);
#else
    down[input] = (double4)((int4x64)sum & (h[input] > 0.0));
#endif
  }
}

static double in[3 * ROWS + 3 * SIZE + 4];
static single8 columns8[3 * ROWS / 8];
static double4 columns4[3 * ROWS / 4];

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return 1e9 * (double)t.tv_sec + (double)t.tv_nsec;
}

static void surface(int grid, double *losses) {
  const double *origin = in + 3 * ROWS, *u = origin + SIZE, *v = u + SIZE, *window = v + SIZE;
  float w[SIZE];
  single8 h[DEPTH + 1][16];
  for (int j = 0; j < grid; j++) {
    double b = window[2] + (window[3] - window[2]) * j / (grid - 1);
    for (int i = 0; i < grid; i++) {
      double a = window[0] + (window[1] - window[0]) * i / (grid - 1);
      for (int k = 0; k < SIZE; k++) w[k] = (float)(origin[k] + a * u[k] + b * v[k]);
      single8 sum = all8(0);
      for (int r = 0; r < ROWS / 8; r++) {
        h[0][0] = columns8[r];
        h[0][1] = columns8[ROWS / 8 + r];
        FORWARD(forward8)
        single8 error = h[DEPTH][0] - columns8[2 * (ROWS / 8) + r];
        sum += error * error;
      }
      double total = 0;
      for (int lane = 0; lane < 8; lane++) total += (double)sum[lane];
      losses[j * grid + i] = total / ROWS;
    }
  }
}

static void step(const double *w, double *result) {
  static double4 g[SIZE];
  double4 h[DEPTH + 1][16], d[DEPTH + 1][16], sum = all4(0);
  memset(g, 0, sizeof g);
  for (int r = 0; r < ROWS / 4; r++) {
    h[0][0] = columns4[r];
    h[0][1] = columns4[ROWS / 4 + r];
    FORWARD(forward4)
    double4 error = h[DEPTH][0] - columns4[2 * (ROWS / 4) + r];
    sum += error * error;
    d[DEPTH][0] = error * (2.0 / ROWS);
    BACKWARD(backward4)
  }
  result[0] = (sum[0] + sum[1] + sum[2] + sum[3]) / ROWS;
  for (int k = 0; k < SIZE; k++) result[1 + k] = g[k][0] + g[k][1] + g[k][2] + g[k][3];
}

int main(int count, char **words) {
  int isSurface = count > 4 && strcmp(words[1], "surface") == 0;
  if (count < 4) return 2;
  FILE *file = fopen(words[2], "rb");
  if (!file || fread(in, sizeof in, 1, file) != 1) return 3;
  fclose(file);
  for (int k = 0; k < 3 * ROWS; k++) {
    ((float *)columns8)[k] = (float)in[k];
    ((double *)columns4)[k] = in[k];
  }
  int grid = isSurface ? atoi(words[3]) : 0;
  int repeats = atoi(words[isSurface ? 4 : 3]);
  const char *path = count > (isSurface ? 5 : 4) ? words[isSurface ? 5 : 4] : NULL;
  int length = isSurface ? grid * grid : 1 + SIZE;
  double *out = malloc(sizeof(double) * (size_t)length);
  double w[SIZE];
  memcpy(w, in + 3 * ROWS, sizeof w);
  if (isSurface) surface(grid, out); else step(w, out);
  double start = now();
  for (int k = 0; k < repeats; k++) {
    if (isSurface) surface(grid, out);
    else {
      step(w, out);
      // As a step of descent does, but at a rate that leaves the parameters where they are.
      for (int i = 0; i < SIZE; i++) w[i] -= 1e-300 * out[1 + i];
    }
  }
  printf("%.1f\n", (now() - start) / repeats);
  if (path) {
    FILE *target = fopen(path, "wb");
    if (!target || fwrite(out, sizeof(double), (size_t)length, target) != (size_t)length) return 4;
    fclose(target);
  }
  return 0;
}
