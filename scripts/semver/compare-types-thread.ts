/** The thread of the judge of types: it keeps the compiler loaded, and a time limit can end it. */
import { parentPort } from "node:worker_threads";
import { compareTypes, type TypesQuestion } from "./compare-types.ts";

const port = parentPort;
if (!port) throw new Error("compare-types-thread.ts is a thread of compare.ts, not a command");

port.on("message", (question: TypesQuestion) => port.postMessage(compareTypes(question)));
