/** Where tokens come from, and which a call needs. */
import { all, append, remove, set } from "./edits.ts";
import { major, minor, type Pair, pairs, patch } from "./pair.ts";

const scheme = "/components/securitySchemes/InventedOAuth";
const addOAuth = set(scheme, {
  type: "oauth2",
  description: "Tokens.",
  flows: {
    clientCredentials: {
      tokenUrl: "https://login.example.com/token",
      refreshUrl: "https://login.example.com/refresh",
      scopes: { read: "Reads.", write: "Writes." },
    },
    implicit: { authorizationUrl: "https://login.example.com/authorize", scopes: {} },
  },
});

export const oauth: Pair[] = [
  ...pairs(major, [
    [
      "tokens come from another address",
      set(`${scheme}/flows/clientCredentials/tokenUrl`, "https://login.example.com/other"),
      addOAuth,
    ],
    [
      "people log in at another address",
      set(`${scheme}/flows/implicit/authorizationUrl`, "https://login.example.com/other"),
      addOAuth,
    ],
    [
      "tokens are renewed at another address",
      set(`${scheme}/flows/clientCredentials/refreshUrl`, "https://login.example.com/other"),
      addOAuth,
    ],
    ["a flow of OAuth goes", remove(`${scheme}/flows/implicit`), addOAuth],
    ["a scope of OAuth goes", remove(`${scheme}/flows/clientCredentials/scopes/write`), addOAuth],
  ]),
  ...pairs(minor, [
    [
      "a scope of OAuth is new",
      set(`${scheme}/flows/clientCredentials/scopes/all`, "All."),
      addOAuth,
    ],
    [
      "a flow of OAuth is new",
      set(`${scheme}/flows/password`, { tokenUrl: "https://login.example.com/token", scopes: {} }),
      addOAuth,
    ],
  ]),
  ...pairs(patch, [
    [
      "a scope is described in other words",
      set(`${scheme}/flows/clientCredentials/scopes/write`, "Changes things."),
      addOAuth,
    ],
    [
      "tokens may be renewed at an address of its own",
      set(`${scheme}/flows/implicit/refreshUrl`, "https://login.example.com/refresh"),
      addOAuth,
    ],
  ]),
];

export const securityOfCalls: Pair[] = [
  ...pairs(major, [
    ["the call needs a token again", remove("get/security"), set("get/security", [])],
    [
      "the call needs a scope",
      set("get/security", [{ InventedOAuth: ["write"] }]),
      all(addOAuth, set("get/security", [{ InventedOAuth: [] }])),
    ],
    [
      "one of two ways to be let in goes",
      set("get/security", [{ Bearer: [] }]),
      all(addOAuth, set("get/security", [{ Bearer: [] }, { InventedOAuth: [] }])),
    ],
  ]),
  ...pairs(minor, [
    ["the call needs no token", set("get/security", [])],
    ["there is another way to be let in", append("/security", { InventedOAuth: [] }), addOAuth],
  ]),
  ...pairs(patch, [
    ["the call repeats what all calls need", set("get/security", [{ Bearer: [] }])],
    [
      "the call no longer repeats it",
      remove("get/security"),
      set("get/security", [{ Bearer: [] }]),
    ],
  ]),
];
