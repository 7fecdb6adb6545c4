export { type Band, band, bandText, points, pointsBand, quantile, share, tenthText } from "./band.js";
export { at } from "./checked.js";
export { type HalfSpace, halfSpace, hitAndRunStep, type StepCounts } from "./hit-and-run.js";
export { impurity, impurityLeft } from "./impurity.js";
export { TOLERANCE } from "./kept.js";
export { deepestPoint, type InteriorPoint, type LinearConstraint } from "./linear-program.js";
export { below, type Rng, shuffle, stream } from "./rng.js";
export { uniformRankedSimplex, uniformSimplex } from "./simplex.js";
export { skyline } from "./skyline.js";
