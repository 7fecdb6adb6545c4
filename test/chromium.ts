// Starts the Chromium browser for tests, so that nothing is stored and no network is used in the background.
import { type Browser, chromium } from "playwright-core";
import { browserPath } from "../scripts/browser.mjs";

/** A browser without a profile, a network of its own, or anything kept. @param pictures whether what it draws is compared */
export const launch = ({ pictures = false } = {}): Promise<Browser> =>
  chromium.launch({
    executablePath: browserPath(pictures),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
