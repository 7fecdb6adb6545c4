// Run before every test file: fixes the seed of randomly generated test data.
import fc from "fast-check";

/** The same random cases on every run: a test that fails, fails again. */
fc.configureGlobal({ seed: 1950 });
