// Something of a page that outlives a look at another page and a reload: kept for this tab, until it is dropped.
import { useCallback, useState } from "react";

/** @param key what it is, with whose it is */
export function useKept<T>(key: string): [T | null, (value: T | null) => void] {
  const [value, setValue] = useState<T | null>(() => read(key));
  const keep = useCallback(
    (next: T | null) => {
      setValue(next);
      if (next === null) sessionStorage.removeItem(key);
      else sessionStorage.setItem(key, JSON.stringify(next));
    },
    [key],
  );
  return [value, keep];
}

function read<T>(key: string): T | null {
  const kept = sessionStorage.getItem(key);
  return kept === null ? null : (JSON.parse(kept) as T);
}
