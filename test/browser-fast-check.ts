// fast-check with few cases of each property: that a property holds is tried in Node; that it is computed as well in a browser
// shows in a few. The same cases on every run.
import * as all from "fast-check";

all.configureGlobal({ seed: 1950 });

/** How many cases of each property are tried at most. */
export const tried = { atMost: 8 };

function assert<Values>(property: all.IRawProperty<Values>, parameters: all.Parameters<Values> = {}): unknown {
  return all.assert(property, { ...parameters, numRuns: Math.min(tried.atMost, parameters.numRuns ?? 100) });
}

const fewer = { ...all.default, assert };

export { fewer as default };
