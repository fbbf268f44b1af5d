import type { Contract } from "@partner-center/spec";
import { addOperation, grow } from "./grown.ts";

// Names of Partner Center's resources and of their properties, as a contract of that size has them.
const resources =
  "agreements analytics audits availabilities carts devices entitlements invoices offers policies prices products profiles promotions qualifications reconciliations relationships requests reservations roles skus subscriptions transitions upgrades validations";
const properties =
  "amount autoRenew billingType commerceId companyName contactName country createdOn culture currency dateAgreed domain effectiveDate email endDate expires firstName hasPurchasableAddOns isTrial itemType language lastName locale minimumQuantity parent phoneNumber productType publisher quantity reason region requestedBy segment startDate state statusReason supportedCycles taxId termUnit title unitType upgradedFrom usageDate workload";

const nouns = resources.split(" ");
const words = properties.split(" ");
const json = (name: string) => ({
  content: { "application/json": { schema: { $ref: `#/components/schemas/${name}` } } },
});
const string = { type: "string" };

/** Our contract with 100 further operations: 25 resources that are listed, read, made and removed. */
export const hundredOperations = grow((contract: Contract) => {
  const shared = ["version", "customer_id"].map((name) => ({
    $ref: `#/components/parameters/${name}`,
  }));
  nouns.forEach((noun, index) => {
    const single = noun.replace(/(ies|s)$/, (end) => (end === "ies" ? "y" : ""));
    const type = `Invented${single[0]?.toUpperCase()}${single.slice(1)}`;
    const own = [0, 1, 2, 3, 4, 5, 6].map((n) => words[(index * 5 + n * 11) % words.length]);
    Object.assign(contract.components?.schemas ?? {}, {
      [type]: {
        type: "object",
        properties: Object.fromEntries([`${single}Id`, ...own].map((name) => [name, string])),
      },
      [`${type}Page`]: {
        type: "object",
        properties: {
          totalCount: { type: "integer" },
          items: { type: "array", items: { $ref: `#/components/schemas/${type}` } },
        },
      },
    });
    const path = `/v{version}/customers/{customer_id}/${noun}`;
    const one = `${path}/{${single}_id}`;
    const id = { name: `${single}_id`, in: "path", required: true, schema: string };
    const [filter] = own;
    const call = (operationId: string, parameters: object[], status: number, name?: string) => ({
      operationId,
      parameters: [...shared, ...parameters],
      responses: { [status]: { description: "Done.", ...(name && json(name)) } },
    });
    const filters = [filter, "size", "offset"].map((name) => ({
      name,
      in: "query",
      schema: string,
    }));
    const made = call(`create${type}`, [], 201, type);
    addOperation(contract, path, "get", call(`list${type}`, filters, 200, `${type}Page`));
    addOperation(contract, path, "post", {
      ...made,
      requestBody: { required: true, ...json(type) },
    });
    addOperation(contract, one, "get", call(`get${type}`, [id], 200, type));
    addOperation(contract, one, "delete", call(`delete${type}`, [id], 204));
  });
});
