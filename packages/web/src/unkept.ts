// Whoever leaves while something is typed or moved that stands nowhere else is asked whether they mean it.
import { useEffect } from "react";

/** Each tells whether it holds such a thing. */
const holders = new Set<() => boolean>();

addEventListener("beforeunload", (event) => {
  if ([...holders].some((holds) => holds())) event.preventDefault();
});

/** Of what outlives the page on which it was typed: for as long as the tab is open. */
export const asksWhile = (holds: () => boolean): void => void holders.add(holds);

/** Of what is on a page. @param unkept whether there is such a thing now */
export function useUnkept(unkept: boolean): void {
  useEffect(() => {
    if (!unkept) return;
    const holds = () => true;
    holders.add(holds);
    return () => void holders.delete(holds);
  }, [unkept]);
}
