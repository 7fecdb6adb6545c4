// Where a server of this program listens.
import type { Server } from "node:http";

const LOOPBACK = new Set(["127.0.0.1", "localhost", "::1", "[::1]"]);

/** Whether only this machine can reach a server that listens there. */
export const isLoopback = (host: string): boolean => LOOPBACK.has(host);

/** Listens on a port, or on one of the next where it is in use. @returns the port that it listens on */
export async function bind(server: Server, host: string, port: number, tries: number): Promise<number> {
  for (let k = 0; ; k++) {
    try {
      return await new Promise<number>((resolve, reject) => {
        server.once("error", reject);
        server.listen(port === 0 ? 0 : port + k, host.replace(/^\[|\]$/g, ""), () => {
          server.off("error", reject);
          const address = server.address();
          resolve(typeof address === "object" && address ? address.port : port + k);
        });
      });
    } catch (error) {
      const inUse = error instanceof Error && "code" in error && error.code === "EADDRINUSE";
      if (!inUse || k + 1 >= tries) throw error;
    }
  }
}
