/**
 * Loaded before a snippet: sends what is meant for the real services to servers on loopback, and
 * refuses the rest. `fetch` serves the client, `https.request` serves @azure/identity.
 */
import http from "node:http";
import https from "node:https";
import { syncBuiltinESMExports } from "node:module";

const { MOCK_URL, MOCK_STATUS, LOGIN_URL } = process.env;
const services = {
  "https://api.partnercenter.microsoft.com": MOCK_URL,
  "https://login.microsoftonline.com": LOGIN_URL,
};

const realFetch = globalThis.fetch;
globalThis.fetch = (input, init) => {
  const { origin, pathname, search } = new URL(input);
  const service = services[origin];
  if (!service) throw new Error(`No snippet may ask ${origin}`);
  const headers = new Headers(init?.headers);
  if (MOCK_STATUS) headers.set("prefer", `code=${MOCK_STATUS}`);
  return realFetch(service + pathname + search, { ...init, headers });
};

https.request = ({ hostname, path, method, headers }, callback) => {
  const service = services[`https://${hostname}`];
  if (!service) throw new Error(`No snippet may ask ${hostname}`);
  return http.request(service + path, { method, headers }, callback);
};
syncBuiltinESMExports();
