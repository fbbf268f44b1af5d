# Run against the mock by test/samples.test.ts, with the standard library alone.

import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request
import uuid

base_url = os.environ.get("BASE_URL", "https://api.partnercenter.microsoft.com")
customer_id = urllib.parse.quote(os.environ["CUSTOMER_ID"], safe="")
order_id = urllib.parse.quote(os.environ["ORDER_ID"], safe="")

request = urllib.request.Request(
    f"{base_url}/v1/customers/{customer_id}/orders/{order_id}?include_price=true",
    headers={
        "Authorization": f"Bearer {os.environ['TOKEN']}",
        "Accept": "application/json",
        "MS-RequestId": str(uuid.uuid4()),
        "MS-CorrelationId": str(uuid.uuid4()),
    },
)

try:
    with urllib.request.urlopen(request, timeout=30) as response:
        # utf-8-sig drops the byte order mark that the service may send.
        order = json.loads(response.read().decode("utf-8-sig"))
    print(order["id"], order.get("status"), order.get("totalPrice"), order.get("currencyCode"))
except urllib.error.HTTPError as error:
    print(error.code, error.read().decode("utf-8-sig"), file=sys.stderr)
    print(error.headers.get("MS-CorrelationId"), error.headers.get("Retry-After"), file=sys.stderr)
    sys.exit(1)
