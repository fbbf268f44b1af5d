import { test } from "vitest";
import { isCheckout } from "./checkout.ts";

/**
 * A test that needs git: it copies the checkout or asks about its history. A tarball of the sources
 * has no `.git`; there it is skipped, and npm test says why.
 */
export const testInCheckout = test.skipIf(!isCheckout());
