// The files of the built web pages, loaded into memory once and served from there.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";
import { gzipSync } from "node:zlib";
import type { Context } from "hono";

export interface StaticFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly zipped: Uint8Array<ArrayBuffer>;
  readonly type: string;
  /** Its name holds its digest: what was fetched once never changes. */
  readonly lasting: boolean;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};

/** Every file of the web build by its address, read once: no address is ever made into a path. */
export function readStatic(folder: string): ReadonlyMap<string, StaticFile> {
  const files = readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  return new Map(
    files.flatMap((entry): [string, StaticFile][] => {
      const path = join(entry.parentPath, entry.name);
      const type = TYPES[extname(path)];
      if (!type) return [];
      const bytes = new Uint8Array(readFileSync(path));
      const address = `/${relative(folder, path).split(sep).join("/")}`;
      return [
        [address, { bytes, zipped: new Uint8Array(gzipSync(bytes)), type, lasting: address.startsWith("/assets/") }],
      ];
    }),
  );
}

/** A file of the pages, or for every other address the document that reads it; null where neither is there. */
export function servePage(context: Context, pages: ReadonlyMap<string, StaticFile>, document: string): Response | null {
  const { path } = context.req;
  const file =
    pages.get(path) ?? (path.startsWith("/assets/") || path.startsWith("/api") ? undefined : pages.get(document));
  if (!file) return null;
  const zip = /\bgzip\b/.test(context.req.header("accept-encoding") ?? "");
  return context.body(zip ? file.zipped : file.bytes, 200, {
    "content-type": file.type,
    "cache-control": file.lasting ? "public, max-age=31536000, immutable" : "no-cache",
    etag: `"${createHash("sha256").update(file.bytes).digest("hex").slice(0, 32)}"`,
    vary: "accept-encoding",
    ...(zip && { "content-encoding": "gzip" }),
  });
}
