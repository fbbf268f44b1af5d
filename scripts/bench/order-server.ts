/** A server in a process of its own that answers every call with one order. Prints its port. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { type Example, parseContract, readBundle, resolve } from "@partner-center/spec";

const contract = parseContract(readBundle());
const example = contract.components?.examples?.["order-new-commerce-completed"] ?? {};
const body = JSON.stringify(resolve<Example>(contract, example).value);
const headers = {
  "content-type": "application/json",
  "content-length": Buffer.byteLength(body),
  "ms-requestid": "8d6f2a34-3c6f-4f0e-9a55-1d7f0c1b2a3e",
  "ms-correlationid": "8d6f2a34-3c6f-4f0e-9a55-1d7f0c1b2a3e",
};

const server = createServer((_request, response) => response.writeHead(200, headers).end(body));
server.listen(0, "127.0.0.1", () => {
  // A TCP server has an AddressInfo; only a pipe has a string.
  const { port } = server.address() as AddressInfo;
  process.send?.({ port, body });
});
process.once("disconnect", () => process.exit());
