// The address as a page reads and sets it.
import { useCallback } from "react";
import { useSearchParams } from "wouter";
import { changed, pageAddress } from "./addresses.js";

export interface Address {
  readonly get: (name: string) => string | null;
  /** Null takes it out. `replace`: no step of its own for the back button, as while the hand still moves. */
  readonly set: (changes: Readonly<Record<string, string | null>>, how?: "push" | "replace") => void;
  /** The same place of another page: day and reader stay, the rest is the page's own. */
  readonly on: (page: string, more?: Readonly<Record<string, string>>) => string;
}

export function useAddress(id: string): Address {
  const [params, setParams] = useSearchParams();
  const get = useCallback((name: string) => params.get(name), [params]);
  const set = useCallback<Address["set"]>(
    (changes, how = "push") => setParams((before) => changed(before, changes), { replace: how === "replace" }),
    [setParams],
  );
  const on = useCallback<Address["on"]>((page, more) => pageAddress(id, params, page, more), [id, params]);
  return { get, set, on };
}
