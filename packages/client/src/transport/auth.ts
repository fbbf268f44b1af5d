import type { Call, Send } from "./call.ts";
import type { TokenSource } from "./token-source.ts";

/** Gives each attempt a token. A token that the service refuses is replaced, once a call. */
export function withAuth(next: Send, takeToken: TokenSource): Send {
  const sendWith = (call: Call, token: string) => {
    call.token = token;
    call.secrets.push(token);
    return next(call);
  };
  return async (call) => {
    const taken = takeToken(call);
    const token = typeof taken === "string" ? taken : await taken;
    const response = await sendWith(call, token);
    if (response.status !== 401 || call.isReplayed) return response;
    const another = await takeToken(call, token);
    if (another === token) return response;
    call.isReplayed = true;
    return sendWith(call, another);
  };
}
