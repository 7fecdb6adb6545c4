// The public face of core, in the order of its folders.

export * from "./agreements/index.js";
export * from "./case/index.js";
export * from "./interests/index.js";
export * from "./math/index.js";
