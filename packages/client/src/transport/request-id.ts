/**
 * The id of the next request. By the vendor's rule it stays the same on a retry after a timeout or
 * a lost connection, so that the service recognises the request, and is new after any answer.
 * Source: https://learn.microsoft.com/partner-center/developer/headers
 */
export function nextRequestId(
  current: string,
  answered: boolean | undefined,
  newId: () => string,
): string {
  return answered ? newId() : current;
}
