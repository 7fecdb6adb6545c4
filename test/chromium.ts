// The browser that pages are looked at in: found, or installed where that can be done without asking.
import { execFileSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe"];
const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

function found(): string | undefined {
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

/** Installs Debian's chromium where this runs as root on a Debian. */
function install(): void {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return;
  process.stderr.write("Installing Debian's chromium, which the tests of pages need (once, about a minute) …\n");
  const apt = (...args: string[]) =>
    execFileSync("apt-get", ["-qq", "-o", "DPkg::Lock::Timeout=120", ...args], {
      stdio: "ignore",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  try {
    apt("update");
    apt("install", "-y", "--no-install-recommends", "chromium");
  } catch {
    // Said below, with what to do.
  }
}

/** Where the browser is. @throws with what to do where there is none and none can be installed */
export function browserPath(): string {
  if (!found()) install();
  const place = found();
  if (place) return place;
  throw new Error(
    "The tests of pages need Chromium or Chrome, and none was found. Install one (Debian: apt install chromium), or name it in the environment variable CHROMIUM.",
  );
}

/** A browser without a profile, a network of its own, or anything kept. */
export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: browserPath(),
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
