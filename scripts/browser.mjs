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

/** The same browser without windows, of Debian: a page costs it less than half of the work. It draws letters otherwise. */
const SHELL = "chromium-headless-shell";

function found(names = NAMES) {
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [process.env.CHROMIUM, ...onPath, ...(names === NAMES ? PLACES : [])].find((place) => {
    try {
      accessSync(place ?? "", constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Installs Debian's chromium, and the shell of it, where they are missing and this runs as root on a Debian. */
export function installBrowser() {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return;
  const apt = (...args) =>
    execFileSync("apt-get", ["-qq", "-o", "DPkg::Lock::Timeout=120", "-o", "Acquire::http::Timeout=20", ...args], {
      stdio: "ignore",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  const install = (name) => apt("install", "-y", "--no-install-recommends", name);
  if (!found()) {
    process.stderr.write("Installing Debian's chromium, which the tests of pages need (once, about a minute) …\n");
    try {
      apt("update");
      install("chromium");
    } catch {
      // `browserPath` says what to do.
    }
  }
  if (found([SHELL])) return;
  try {
    install(SHELL);
  } catch {
    // The tests of pages take longer without it.
  }
}

/**
 * Where the browser is.
 * @param {boolean} pictures whether it is to draw as it does on a screen, and what it draws is compared
 * @returns {string}
 * @throws with what to do where there is none
 */
export function browserPath(pictures = false) {
  const place = (pictures ? undefined : found([SHELL])) ?? found();
  if (place) return place;
  throw new Error(
    "The tests of pages need Chromium or Chrome, and none was found. Install one (Debian: apt install chromium), or name it in the environment variable CHROMIUM.",
  );
}
