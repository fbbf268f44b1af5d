# Run against the mock by test/samples.test.ts.

curl --fail-with-body --silent --show-error \
  --header "Authorization: Bearer $TOKEN" \
  --header "Accept: application/json" \
  --header "MS-RequestId: $(uuidgen || cat /proc/sys/kernel/random/uuid)" \
  "${BASE_URL:-https://api.partnercenter.microsoft.com}/v1/customers/$CUSTOMER_ID/orders/$ORDER_ID?include_price=true"
