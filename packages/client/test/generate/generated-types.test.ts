import { expect, it } from "vitest";
import { everyKind } from "./contract.ts";
import { compile } from "./grown.ts";

it("compiles, and its types are those of the contract", async () => {
  const { problems } = await compile(
    everyKind,
    `import type { Client, GetPartArguments, ListThingsArguments } from "./index.ts";
    import type { InventedColour, InventedPage, InventedPart, InventedThing, Result } from "@partner-center/types";
    declare const client: Client;
    type Is<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : never;
    type Data<Name extends keyof Client> = Awaited<ReturnType<Client[Name]>>["data"];
    const all: true[] = [
      true satisfies Is<Data<"listThings">, InventedPage>,
      true satisfies Is<Data<"addThing">, InventedThing | Result>,
      true satisfies Is<Data<"changeThing">, InventedThing | undefined>,
      true satisfies Is<Data<"removeThing">, undefined>,
      true satisfies Is<Data<"listParts">, InventedPart[]>,
      true satisfies Is<Data<"countThings">, number>,
      true satisfies Is<ListThingsArguments["colours"], readonly InventedColour[] | undefined>,
      true satisfies Is<ListThingsArguments["near"], { readonly x?: number | undefined; readonly y?: number | undefined } | undefined>,
      true satisfies Is<ListThingsArguments["xInvented"], string>,
    ];
    export const none: GetPartArguments = {};
    void client.getPart();
    void client.getPart({}, { signal: undefined });
    // @ts-expect-error: the options of a call are not its arguments
    void client.getPart({ correlationId: "a" });
    // @ts-expect-error: a body is required
    void client.addThing({ customerId: "a" });
    void client.changeThing({ customerId: "a", thingId: 5 });
    export { all };`,
  );
  expect(problems).toEqual([]);
});
