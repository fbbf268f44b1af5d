/** A server in a process of its own that responds to every request with one order. Sends its address. */
import { listen } from "@partner-center/lib/loopback";
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

/** The service sends back the ids that it got, as recorded responses show. */
const names = ["ms-requestid", "ms-correlationid"];

const { url } = await listen((request, response) => {
  const sent = names.flatMap((name) =>
    request.headers[name] ? [[name, request.headers[name]]] : [],
  );
  response.writeHead(200, { ...headers, ...Object.fromEntries(sent) }).end(body);
});
process.send?.({ url, body });
process.once("disconnect", () => process.exit());
