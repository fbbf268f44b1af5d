# Run against a token endpoint on loopback by test/samples.test.ts, with the standard library alone.

import json
import os
import pathlib
import sys
import urllib.error
import urllib.parse
import urllib.request

# Stands for your vault: put its calls in place of read_text and write_text.
vault = pathlib.Path(os.environ["VAULT_FILE"])

login_url = os.environ.get("LOGIN_URL", "https://login.microsoftonline.com")
body = {
    "grant_type": "refresh_token",
    "client_id": os.environ["CLIENT_ID"],
    "client_secret": os.environ["CLIENT_SECRET"],
    "refresh_token": vault.read_text(),
    "scope": "https://api.partnercenter.microsoft.com/user_impersonation offline_access",
}

try:
    with urllib.request.urlopen(
        f"{login_url}/{os.environ['TENANT_ID']}/oauth2/v2.0/token",
        data=urllib.parse.urlencode(body).encode(),
        timeout=30,
    ) as response:
        tokens = json.load(response)
except urllib.error.HTTPError as error:
    sys.exit(f"{error.code} {error.read().decode()}")

# Without offline_access in the scope there is none.
if not tokens.get("refresh_token"):
    sys.exit("The response has no new refresh token.")
vault.write_text(tokens["refresh_token"])
print(tokens["access_token"])
