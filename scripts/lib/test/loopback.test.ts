import { createServer } from "node:http";
import { expect, test } from "vitest";
import { listen } from "../loopback.ts";

test("a server listens on 127.0.0.1 until the end of its block", async () => {
  let url: string;
  {
    await using server = await listen((request, response) => response.end(`at ${request.url}`));
    url = server.url;
    expect(url).toBe(`http://127.0.0.1:${server.port}`);
    expect(await (await fetch(`${url}/here`)).text()).toBe("at /here");
  }
  await expect(fetch(url)).rejects.toThrow("fetch failed");
});

test("a server that was made elsewhere listens too", async () => {
  const made = createServer((_request, response) => response.end("made elsewhere"));
  await using server = await listen(made);
  expect(server.server).toBe(made);
  expect(await (await fetch(server.url)).text()).toBe("made elsewhere");
});

test("the end waits for no open response", async () => {
  const server = await listen((_request, response) => response.write("and then"));
  const response = await fetch(server.url);
  await server.close();
  await expect(response.text()).rejects.toThrow("terminated");
  await server.close(); // Once more does nothing.
});

test("a port that is taken is refused", async () => {
  await using server = await listen(() => {});
  await expect(listen(() => {}, { port: server.port })).rejects.toThrow("EADDRINUSE");
});
