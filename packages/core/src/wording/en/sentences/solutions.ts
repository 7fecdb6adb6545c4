// The names of the solution concepts, as they stand before the word "solution".

export const solutionNames = {
  nash: "Nash",
  kalaiSmorodinsky: "Kalai–Smorodinsky",
  egalitarian: "egalitarian",
  utilitarian: "utilitarian",
};
