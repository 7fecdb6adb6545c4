// Whoever leaves while something is typed or moved that stands nowhere else is asked whether they mean it.
import { useEffect } from "react";

/** @param unkept whether there is such a thing on the page */
export function useUnkept(unkept: boolean): void {
  useEffect(() => {
    if (!unkept) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [unkept]);
}
