// The browser that pages are looked at in by the tests: found, or installed where that can be done without asking.
import { execFileSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe"];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

function found() {
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [process.env.CHROMIUM, ...onPath, ...PLACES].find((place) => {
    try {
      accessSync(place ?? "", constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Installs Debian's chromium where there is no browser and this runs as root on a Debian. */
export function installBrowser() {
  if (found() || process.platform !== "linux" || process.getuid?.() !== 0) return;
  process.stderr.write("Installing Debian's chromium, which the tests of pages need (once, about a minute) …\n");
  const apt = (...args) =>
    execFileSync("apt-get", ["-qq", "-o", "DPkg::Lock::Timeout=120", ...args], {
      stdio: "ignore",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  try {
    apt("update");
    apt("install", "-y", "--no-install-recommends", "chromium");
  } catch {
    // `browserPath` says what to do.
  }
}

/**
 * Where the browser is.
 * @returns {string}
 * @throws with what to do where there is none
 */
export function browserPath() {
  const place = found();
  if (place) return place;
  throw new Error(
    "The tests of pages need Chromium or Chrome, and none was found. Install one (Debian: apt install chromium), or name it in the environment variable CHROMIUM.",
  );
}
