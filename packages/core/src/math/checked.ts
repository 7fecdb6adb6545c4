/**
 * The item at `index`, where the caller knows that there is one.
 * @throws RangeError naming the index: an index outside the list is our own mistake, never the user's.
 */
export function at<T>(items: { readonly [index: number]: T; readonly length: number }, index: number): T {
  if (index < 0 || index >= items.length) throw new RangeError(`index ${index} is outside 0…${items.length - 1}`);
  return items[index] as T;
}
