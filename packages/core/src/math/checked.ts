/**
 * The item at `index`, where the caller knows that there is one.
 * @throws RangeError naming the index: an index outside the list is our own mistake, never the user's.
 */
export function at<T>(items: { readonly [index: number]: T; readonly length: number }, index: number): T {
  if (index < 0 || index >= items.length) throw new RangeError(`index ${index} is outside 0…${items.length - 1}`);
  return items[index] as T;
}

/** The value under `key`, where the caller knows that there is one. @throws RangeError naming the key. */
export function known<K, V>(map: ReadonlyMap<K, V>, key: K): V {
  const value = map.get(key);
  if (value === undefined) throw new RangeError(`nothing is stored under ${String(key)}`);
  return value;
}
