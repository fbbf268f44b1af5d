/** Runs `waitForOrder` of the guide about the life of an order, on a clock of our own. */
import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import * as library from "@partner-center/client";
import { createTestFetch, type TestResponse } from "@partner-center/client/testing";
import ts from "typescript";
import { expect, test } from "vitest";
import { languages } from "../page/languages.ts";

const minute = 60_000;
const customerId = "4be0c7d1-93a6-4f5e-8b27-6f1d0a9c35e8";

/** The snippet as JavaScript, without comments, so that both languages give the same. */
function snippet(language: string): string {
  const guide = new URL(`../content/${language}/order-life.md`, import.meta.url);
  const [, code = ""] = /^```ts\n(.*?)^```$/ms.exec(readFileSync(guide, "utf8")) ?? [];
  const compilerOptions = { module: ts.ModuleKind.CommonJS, removeComments: true };
  return ts.transpileModule(code, { compilerOptions }).outputText;
}

/** What the snippet returns or throws, and after how many minutes. */
async function wait(...responses: readonly TestResponse[]) {
  let now = 0;
  const client = library.createClient({
    credential: "token",
    fetch: createTestFetch(...responses),
  });
  const outcome = runInNewContext(`${snippet("en")}waitForOrder("${customerId}", "9e41c07b52da")`, {
    exports: {},
    require: () => ({ ...library, createClient: () => client }),
    Date: { now: () => now },
    setTimeout: (resolve: () => void, pause: number) => {
      now += pause;
      resolve();
    },
  });
  try {
    const { next, order } = await outcome;
    return { next, status: order?.status, minutes: now / minute };
  } catch (error) {
    const status = library.isApiError(error) ? error.status : undefined;
    return { thrown: status, minutes: now / minute };
  }
}

test("the snippet is the same in each language", () => {
  const [first, ...others] = languages.map(snippet);
  expect(first).toContain("waitForOrder");
  expect(others).toEqual(others.map(() => first));
});

test.each([
  ["order-new-commerce-completed", "done", "completed"],
  ["order-suspended", "done", "suspended"],
  ["order-error", "failed", "error"],
  ["order-partial-success", "failed", "partial_success"],
  ["order-po-review-rejected", "failed", "po_review_rejected"],
  ["order-pending-po-upload", "upload", "pending_po_upload"],
  ["order-pending-review", "review", "pending_review"],
  ["order-po-upload-complete", "review", "po_upload_complete"],
] as const)("%s ends at once: %s", async (example, next, status) => {
  expect(await wait(example)).toEqual({ next, status, minutes: 0 });
});

test("it polls once a minute while the order is invisible or pending", async () => {
  const responses = [
    "fault-404-order-not-found",
    "order-new-commerce-pending",
    "order-new-commerce-completed",
  ] as const;
  expect(await wait(...responses)).toEqual({ next: "done", status: "completed", minutes: 2 });
});

test("it waits no longer than an hour", async () => {
  const outcome = { next: "later", status: "pending", minutes: 60 };
  expect(await wait("order-new-commerce-pending")).toEqual(outcome);
});

test("an order that stays invisible is missing after 15 minutes", async () => {
  expect(await wait("fault-404-order-not-found")).toEqual({ thrown: 404, minutes: 15 });
});

test("no other failure is waited for", async () => {
  expect(await wait("fault-403-no-relationship")).toEqual({ thrown: 403, minutes: 0 });
  const another = { status: 404, body: { code: "20003", description: "Another resource" } };
  expect(await wait(another)).toEqual({ thrown: 404, minutes: 0 });
});
