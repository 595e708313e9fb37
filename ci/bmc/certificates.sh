#!/bin/bash
# Certificates for management controllers in tests: FOLDER ADDRESS...
# ca.pem signs ADDRESS.pem (key inside) for each; expired.pem, elsewhere.pem (for another address) and own.pem (signed by
# itself, as from a factory) are for the first.
set -euo pipefail
cd "$1"
shift
openssl req -x509 -newkey rsa:2048 -nodes -keyout ca.key -out ca.pem -days 30 -subj '/CN=Test CA' 2>/dev/null
sign() { # NAME SAN DAYS
  openssl req -newkey rsa:2048 -nodes -keyout "$1.key" -out "$1.csr" -subj "/CN=$1" 2>/dev/null
  openssl x509 -req -in "$1.csr" -CA ca.pem -CAkey ca.key -CAcreateserial -days "$3" -out "$1.crt" \
    -extfile <(printf 'subjectAltName=%s\n' "$2") 2>/dev/null
  cat "$1.crt" "$1.key" >"$1.pem"
}
for address; do sign "$address" "IP:$address" 30; done
sign expired "IP:$1" -1
sign elsewhere 'IP:192.0.2.1' 30
openssl req -x509 -newkey rsa:2048 -nodes -keyout own.key -out own.crt -days 30 -subj '/CN=bmc-factory' 2>/dev/null
cat own.crt own.key >own.pem
