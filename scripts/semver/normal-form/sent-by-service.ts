/**
 * Writes what the service sends to its users, in webhooks and callbacks, as what an operation returns,
 * and what they return as what it takes: so each judge knows who reads and who writes.
 */
import {
  type Contract,
  isObject,
  type JsonObject,
  type Method,
  methods,
  type Operation,
  type PathItem,
  type Reference,
  resolve,
} from "@partner-center/spec";
import { copy, originOf, setOrigin } from "./origins.ts";

export function turnAround(contract: Contract): void {
  const items = [...itemsIn(contract)];
  delete contract.webhooks;
  if (items.length === 0) return;
  const turned = items.map(([name, item]) => [name, turnItem(contract, resolve(contract, item))]);
  contract.paths = { ...contract.paths, ...Object.fromEntries(turned) };
}

function* itemsIn(contract: Contract): Generator<[string, PathItem | Reference]> {
  for (const [name, item] of Object.entries(contract.webhooks ?? {})) {
    yield [nameOf(["webhooks", name]), item];
  }
  for (const [path, reference] of Object.entries(contract.paths ?? {})) {
    const item = resolve(contract, reference);
    for (const method of methods) {
      const operation = item[method];
      for (const [name, callback] of Object.entries(operation?.callbacks ?? {})) {
        for (const [url, called] of Object.entries(resolve(contract, callback))) {
          yield [nameOf([path, method, name, url]), called];
        }
      }
      delete operation?.callbacks;
    }
  }
}

/** A path that no contract has, without parameters. */
function nameOf(place: string[]): string {
  return `/sent-by-the-service/${place.map(encodeURIComponent).join("/")}`;
}

function turnItem(contract: Contract, item: PathItem): PathItem {
  const turned = methods.flatMap((method): [Method, Operation][] => {
    const operation = item[method];
    return operation ? [[method, turnOperation(contract, operation)]] : [];
  });
  return setOrigin(Object.fromEntries(turned), originOf(item));
}

function turnOperation(contract: Contract, operation: Operation): Operation {
  const { requestBody, responses = {}, operationId, parameters = [] } = operation;
  const sent = requestBody && resolve(contract, requestBody);
  const headers = parameters.map((one) => {
    const { name, in: _in, ...header } = resolve(contract, one);
    return [name, header];
  });
  const returned = Object.entries(responses)
    .filter(([status]) => /^(2|default)/.test(status))
    .map(([, response]) => resolve(contract, response))
    .find(({ content }) => content);
  const response = {
    description: "Sent.",
    headers: Object.fromEntries(headers),
    ...contentOf(sent),
  };
  return setOrigin(
    {
      ...(operationId !== undefined && { operationId }),
      responses: { "200": setOrigin(response, sent && originOf(sent)) },
      ...(returned && {
        requestBody: setOrigin({ required: true, ...contentOf(returned) }, originOf(returned)),
      }),
    },
    originOf(operation),
  );
}

function contentOf(body: { content?: unknown } | undefined): JsonObject {
  return isObject(body?.content) ? { content: copy(body.content) } : {};
}
