// Every state of the screen has an address: which page, seen from which day, for whom, at what.
import { useCallback } from "react";
import { useSearchParams } from "wouter";

export interface Address {
  readonly get: (name: string) => string | null;
  /** Null takes it out. `replace`: no step of its own for the back button, as while the hand still moves. */
  readonly set: (changes: Readonly<Record<string, string | null>>, how?: "push" | "replace") => void;
  /** The same place of another page: day and reader stay, the rest is the page's own. */
  readonly on: (page: string, more?: Readonly<Record<string, string>>) => string;
}

const KEPT = ["as-of", "reader", "view"];

export function useAddress(id: string): Address {
  const [params, setParams] = useSearchParams();
  const get = useCallback((name: string) => params.get(name), [params]);
  const set = useCallback<Address["set"]>(
    (changes, how = "push") =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changes)) {
            if (value === null) after.delete(name);
            else after.set(name, value);
          }
          return after;
        },
        { replace: how === "replace" },
      ),
    [setParams],
  );
  const on = useCallback<Address["on"]>(
    (page, more = {}) => {
      const kept = KEPT.flatMap((name) => {
        const value = params.get(name);
        return value === null ? [] : [[name, value]];
      });
      const search = new URLSearchParams([...kept, ...Object.entries(more)]).toString();
      return `/c/${encodeURIComponent(id)}/${page}${search ? `?${search}` : ""}`;
    },
    [id, params],
  );
  return { get, set, on };
}
