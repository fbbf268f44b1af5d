import { expect, test } from "vitest";
import { Thread } from "../thread.ts";

const echo = new URL(
  "data:text/javascript,import { parentPort } from 'node:worker_threads';" +
    "parentPort.on('message', (message) => parentPort.postMessage(message));",
);

test("a restart waits for what was asked before", async () => {
  const thread = new Thread<string, string>(echo, { name: "echo" });
  await thread.ask("loaded");
  const asked = thread.ask("first");
  await new Promise(process.nextTick); // Now the thread has the message.
  thread.restart();
  expect(await Promise.all([asked, thread.ask("second")])).toEqual(["first", "second"]);
});
