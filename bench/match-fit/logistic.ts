/**
 * Logistic regression with a ridge, by Newton's method (iteratively reweighted least squares).
 * Columns are brought to one scale first, so that the ridge is fair to all of them; the weights
 * that come out are those of the columns as they were given.
 */

export type Row = {
  readonly features: readonly number[];
  readonly isReal: boolean;
  /** How much the row counts; rows of nothing are left out. */
  readonly weight: number;
};
export type Model = { readonly bias: number; readonly features: readonly number[] };

const MOST_STEPS = 60;
const SETTLED = 1e-9;

export function fit(rows: readonly Row[], ridge: number): Model {
  const used = rows.filter(({ weight }) => weight > 0);
  const columns = used[0]?.features.length ?? 0;
  const scale = scaleOf(used, columns);
  const scaled = used.map((row) => ({ ...row, features: scaledRow(row.features, scale) }));
  let model: Float64Array = new Float64Array(columns + 1);
  let loss = lossOf(scaled, model, ridge);
  for (let step = 0; step < MOST_STEPS; step++) {
    const direction = newtonStep(scaled, model, ridge);
    const gain = climb(model, direction, (next) => loss - lossOf(scaled, next, ridge));
    model = gain.model;
    loss -= gain.by;
    if (gain.by < SETTLED * (1 + loss)) return unscaled(model, scale);
  }
  throw new Error(`the weights did not settle in ${MOST_STEPS} steps`);
}

type Gain = { readonly model: Float64Array; readonly by: number };

/** A whole step, or as much of it as makes things better. */
function climb(
  model: Float64Array,
  direction: Float64Array,
  gainOf: (next: Float64Array) => number,
): Gain {
  for (let share = 1; share > 1e-6; share /= 2) {
    const next = model.map((one, at) => one + share * (direction[at] as number));
    const by = gainOf(next);
    if (by >= 0) return { model: next, by };
  }
  return { model, by: 0 };
}

export function probability({ bias, features }: Model, row: readonly number[]): number {
  return logistic(row.reduce((sum, value, at) => sum + value * (features[at] ?? 0), bias));
}

/** Bits of surprise a row, weighed: what the model did not know. */
export function surprise(rows: readonly Row[], model: Model): number {
  let [bits, weights] = [0, 0];
  for (const { features, isReal, weight } of rows) {
    const real = probability(model, features);
    bits -= weight * Math.log2(Math.max(1e-12, isReal ? real : 1 - real));
    weights += weight;
  }
  return weights === 0 ? 0 : bits / weights;
}

type Scale = { readonly mean: number; readonly spread: number };

function scaleOf(rows: readonly Row[], columns: number): Scale[] {
  const whole = rows.reduce((sum, { weight }) => sum + weight, 0);
  return Array.from({ length: columns }, (_, column) => {
    let [sum, squares] = [0, 0];
    for (const { features, weight } of rows) {
      const value = features[column] ?? 0;
      sum += weight * value;
      squares += weight * value * value;
    }
    const mean = sum / whole;
    // A column that never changes explains nothing and is left alone.
    return { mean, spread: Math.sqrt(Math.max(0, squares / whole - mean * mean)) || 1 };
  });
}

/** The row on one scale, with a one before it for the bias. */
function scaledRow(features: readonly number[], scale: readonly Scale[]): number[] {
  return [1, ...scale.map(({ mean, spread }, at) => ((features[at] ?? 0) - mean) / spread)];
}

function unscaled(model: Float64Array, scale: readonly Scale[]): Model {
  const features = scale.map(({ spread }, at) => (model[at + 1] as number) / spread);
  const shift = scale.reduce((sum, { mean }, at) => sum + mean * (features[at] ?? 0), 0);
  return { bias: (model[0] as number) - shift, features };
}

const logistic = (logit: number): number => 1 / (1 + Math.exp(-logit));

function logitOf(features: readonly number[], model: Float64Array): number {
  let logit = 0;
  for (let at = 0; at < model.length; at++) logit += (model[at] as number) * (features[at] ?? 0);
  return logit;
}

/** The bias carries no ridge: it is no trait. */
function lossOf(rows: readonly Row[], model: Float64Array, ridge: number): number {
  let loss = 0;
  for (const { features, isReal, weight } of rows) {
    const logit = logitOf(features, model) * (isReal ? 1 : -1);
    loss +=
      weight * (logit > 0 ? Math.log1p(Math.exp(-logit)) : Math.log1p(Math.exp(logit)) - logit);
  }
  return loss + (ridge / 2) * model.slice(1).reduce((sum, one) => sum + one * one, 0);
}

function newtonStep(rows: readonly Row[], model: Float64Array, ridge: number): Float64Array {
  const size = model.length;
  const slope = Float64Array.from(model, (one, at) => (at === 0 ? 0 : -ridge * one));
  const curve = Array.from({ length: size }, () => new Float64Array(size));
  for (let at = 0; at < size; at++)
    (curve[at] as Float64Array)[at] = at === 0 ? 1e-9 : ridge + 1e-9;
  for (const { features, isReal, weight } of rows) {
    const real = logistic(logitOf(features, model));
    const error = weight * ((isReal ? 1 : 0) - real);
    const bend = weight * real * (1 - real);
    for (let at = 0; at < size; at++) {
      const value = features[at] as number;
      slope[at] = (slope[at] as number) + error * value;
      const line = curve[at] as Float64Array;
      for (let to = 0; to < size; to++) {
        line[to] = (line[to] as number) + bend * value * (features[to] as number);
      }
    }
  }
  return solve(curve, slope);
}

/** Gauss and Jordan; the matrix is positive definite by its ridge. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const lines = matrix.map((line, at) => Float64Array.from([...line, right[at] as number]));
  for (const [at, pivot] of lines.entries()) {
    const lead = pivot[at] as number;
    for (let to = 0; to < pivot.length; to++) pivot[to] = (pivot[to] as number) / lead;
    for (const [other, line] of lines.entries()) {
      const factor = line[at] as number;
      if (other === at || factor === 0) continue;
      for (let to = 0; to < line.length; to++) {
        line[to] = (line[to] as number) - factor * (pivot[to] as number);
      }
    }
  }
  return Float64Array.from(lines, (line) => line[lines.length] as number);
}
