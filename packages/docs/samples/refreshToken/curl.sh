# Run against a token endpoint on loopback by test/samples.test.ts.

# These two stand for your vault: put its commands here.
read_vault() { cat "$VAULT_FILE"; }
write_vault() { cat > "$VAULT_FILE"; }

response=$(read_vault | curl --fail-with-body --silent --show-error \
  --data grant_type=refresh_token \
  --data "client_id=$CLIENT_ID" \
  --data-urlencode "client_secret=$CLIENT_SECRET" \
  --data-urlencode refresh_token@- \
  --data-urlencode "scope=https://api.partnercenter.microsoft.com/user_impersonation offline_access" \
  "${LOGIN_URL:-https://login.microsoftonline.com}/$TENANT_ID/oauth2/v2.0/token") ||
  { echo "$response" >&2; exit 1; }

# Without offline_access in the scope there is none.
replacement=$(echo "$response" | jq --exit-status --raw-output .refresh_token) ||
  { echo "The response has no new refresh token." >&2; exit 1; }
printf %s "$replacement" | write_vault
echo "$response" | jq --raw-output .access_token
