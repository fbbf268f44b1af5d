import { test } from "vitest";
import { isCheckout } from "./checkout.ts";

/**
 * A test that copies the checkout or asks git about it. In a tarball of the sources, which has no
 * `.git`, it counts as not run; npm test says why.
 */
export const testInCheckout = test.skipIf(!isCheckout());
