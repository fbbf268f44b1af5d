/**
 * Loaded before a snippet: sends requests for the real services to servers on loopback, and refuses all
 * others. The client uses `fetch`, @azure/identity `https.request`.
 */
import http, { type IncomingMessage, type RequestOptions } from "node:http";
import https from "node:https";
import { syncBuiltinESMExports } from "node:module";

const { MOCK_URL = "", MOCK_STATUS = "", LOGIN_URL = "" } = process.env;

function replaceService(url: string): string {
  const { origin, pathname, search } = new URL(url);
  const path = pathname + search;
  if (origin === "https://api.partnercenter.microsoft.com") return MOCK_URL + path;
  if (origin === "https://login.microsoftonline.com") return LOGIN_URL + path;
  throw new Error(`No snippet may send a request to ${origin}`);
}

const realFetch = globalThis.fetch;
globalThis.fetch = async (input, init) => {
  const headers = new Headers(init?.headers);
  headers.set("prefer", `code=${MOCK_STATUS}`);
  return realFetch(replaceService(String(input)), { ...init, headers });
};

function request(options: RequestOptions, callback: (response: IncomingMessage) => void) {
  const { hostname, path, method, headers } = options;
  return http.request(replaceService(`https://${hostname}${path}`), { method, headers }, callback);
}
Object.assign(https, { request });
syncBuiltinESMExports();
