/** Servers of a call or a path, and the variables in their addresses. */
import { all, append, remove, set } from "./edits.ts";
import { major, minor, type Pair, pairs, patch } from "./pair.ts";

const own = [{ url: "https://api.partnercenter.microsoft.com" }];
const region = {
  url: "https://{region}.example.com",
  variables: {
    region: {
      default: "inventedWest",
      enum: ["inventedWest", "inventedEast"],
      description: "Where.",
    },
  },
};

export const servers: Pair[] = [
  ...pairs(major, [
    ["the call gets a server of its own", set("get/servers", [{ url: "https://api.example.com" }])],
    [
      "the path gets a server of its own",
      set("path/servers", [{ url: "https://api.example.com" }]),
    ],
    ["the call is served by one server alone", set("get/servers", own)],
    [
      "the call's own server goes",
      remove("get/servers"),
      set("get/servers", [{ url: "https://api.example.com" }]),
    ],
    [
      "the path's own server moves",
      set("path/servers/0/url", "https://other.example.com"),
      set("path/servers", [{ url: "https://api.example.com" }]),
    ],
    [
      "a region goes",
      set("/servers/2/variables/region/enum", ["inventedWest"]),
      append("/servers", region),
    ],
    [
      "a region of the path's own server goes",
      set("path/servers/0/variables/region/enum", ["inventedWest"]),
      set("path/servers", [region]),
    ],
    [
      "only some regions are left",
      set("/servers/2/variables/region/enum", ["inventedWest"]),
      all(append("/servers", region), remove("/servers/2/variables/region/enum")),
    ],
    [
      "another region is the default",
      set("/servers/2/variables/region/default", "inventedEast"),
      append("/servers", region),
    ],
  ]),
  ...pairs(minor, [
    [
      "a region is new",
      append("/servers/2/variables/region/enum", "inventedSouth"),
      append("/servers", region),
    ],
    [
      "the call gets a second server of its own",
      append("get/servers", { url: "https://api.example.com" }),
      set("get/servers", own),
    ],
  ]),
  ...pairs(patch, [
    [
      "a server of the call is described",
      set("get/servers/0/description", "Everywhere."),
      set("get/servers", own),
    ],
    [
      "a region is described in other words",
      set("/servers/2/variables/region/description", "The region."),
      append("/servers", region),
    ],
  ]),
];
