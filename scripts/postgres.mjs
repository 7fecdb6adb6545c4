// The PostgreSQL that rooms are tested on, besides the embedded one: found, or installed where that can be done without asking.
import { execFileSync } from "node:child_process";
import { accessSync, constants, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

const DEBIAN = "/usr/lib/postgresql";

/**
 * The folder with its programs, of the newest that is here.
 * @returns {string | null}
 */
export function postgresPrograms() {
  const versions = (() => {
    try {
      return readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a));
    } catch {
      return [];
    }
  })();
  const folders = [
    ...(process.env.POSTGRES_BIN ? [process.env.POSTGRES_BIN] : []),
    ...versions.map((version) => join(DEBIAN, version, "bin")),
    ...(process.env.PATH ?? "").split(delimiter),
  ];
  const found = folders.find((folder) =>
    ["initdb", "postgres"].every((name) => {
      try {
        accessSync(join(folder, name), constants.X_OK);
        return true;
      } catch {
        return false;
      }
    }),
  );
  return found ?? null;
}

/** Installs Debian's postgresql where there is none and this runs as root on a Debian. Tests say so where it stays away. */
export function installPostgres() {
  if (process.platform !== "linux" || process.getuid?.() !== 0 || postgresPrograms()) return;
  process.stderr.write("Installing Debian's postgresql, which rooms are tested on (once) …\n");
  const apt = (...args) =>
    execFileSync("apt-get", ["-qq", "-o", "DPkg::Lock::Timeout=120", "-o", "Acquire::http::Timeout=20", ...args], {
      stdio: "ignore",
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  try {
    apt("update");
    apt("install", "-y", "--no-install-recommends", "postgresql");
  } catch {
    process.stderr.write("It could not be installed: rooms are tested on the embedded database alone.\n");
  }
}
