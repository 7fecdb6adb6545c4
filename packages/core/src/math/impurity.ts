/** The chance that two draws differ (Gini impurity), 0–1. */
export function impurity(values: ArrayLike<number>): number {
  const counts = new Map<number, number>();
  for (let k = 0; k < values.length; k++) counts.set(values[k]!, (counts.get(values[k]!) ?? 0) + 1);
  return 1 - [...counts.values()].reduce((sum, count) => sum + (count / values.length) ** 2, 0);
}

/** The impurity expected to remain once `answers`, one a draw, are known. */
export function impurityLeft(values: ArrayLike<number>, answers: ArrayLike<number>): number {
  const groups = new Map<number, number[]>();
  for (let k = 0; k < answers.length; k++) {
    const group = groups.get(answers[k]!) ?? [];
    group.push(values[k]!);
    groups.set(answers[k]!, group);
  }
  return [...groups.values()].reduce((sum, group) => sum + (group.length / values.length) * impurity(group), 0);
}
