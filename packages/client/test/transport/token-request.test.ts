import { describe, expect, it } from "vitest";
import type { AccessToken } from "../../src/index.ts";
import { createFakeClient, ids, reasonOf, reply } from "../fake-client.ts";
import { turn } from "../fake-environment.ts";

describe("a network error of the provider", () => {
  const failed = new TypeError("fetch failed", { cause: { code: "ECONNRESET" } });

  it("is tried again once", async () => {
    let asked = 0;
    const { get, environment } = createFakeClient(() => reply(), {
      credential: () => (++asked === 1 ? Promise.reject(failed) : "token"),
    });
    expect((await environment.settle(get(ids))).status).toBe("fulfilled");
    expect(asked).toBe(2);
  });

  it("is told when it comes again", async () => {
    let asked = 0;
    const { get, environment } = createFakeClient(() => reply(), {
      credential: () => {
        asked += 1;
        throw failed;
      },
    });
    expect(reasonOf(await environment.settle(get(ids)))).toMatchObject({ kind: "credential" });
    expect(asked).toBe(2);
  });

  it("is not tried again when the request was given up meanwhile", async () => {
    let asked = 0;
    let fail: ((error: Error) => void) | undefined;
    const { get, environment } = createFakeClient(() => reply(), {
      credential: () => {
        asked += 1;
        return asked > 1
          ? "token"
          : new Promise<string>((_, reject) => {
              fail = reject;
            });
      },
    });
    await environment.settle(get(ids));
    fail?.(failed);
    await turn();
    expect(asked).toBe(2);
  });

  it("is not any error", async () => {
    let asked = 0;
    const { get, environment } = createFakeClient(() => reply(), {
      credential: () => {
        asked += 1;
        throw new Error("invalid_client");
      },
    });
    expect(reasonOf(await environment.settle(get(ids)))).toMatchObject({ kind: "credential" });
    expect(asked).toBe(1);
  });
});

it.each([
  ["seconds", 1_700_003_600, "1700003600"],
  ["NaN", Number.NaN, "NaN"],
  ["nothing", undefined, "undefined"],
  ["a string", "1700003600000", "a string"],
])("an end in %s is an error that says milliseconds", async (_, expiresOnTimestamp, given) => {
  const { get, environment, sent } = createFakeClient(() => reply(), {
    // Plain JavaScript may give anything.
    credential: () => ({ token: "a-token", expiresOnTimestamp }) as AccessToken,
  });
  expect(reasonOf(await environment.settle(get(ids)))).toMatchObject({
    kind: "credential",
    message: expect.stringContaining(
      `no token: expiresOnTimestamp must be in milliseconds since 1970, such as Date.now() + 3_600_000, not ${given}`,
    ),
  });
  expect(sent).toEqual([]);
});
