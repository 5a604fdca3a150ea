#!/usr/bin/env sh
# Write the lock files anew: every version pinned by hash for Python 3.11 and later, no
# index named.  Needs uv.  Run it after a change to the dependencies in pyproject.toml.
set -eu
cd "$(dirname "$0")/.."
lock() {
  output=$1
  shift
  uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
    --no-header --no-annotate --no-emit-index-url --no-emit-find-links --quiet \
    --output-file "$output" "$@"
}
lock requirements.txt --group build
lock requirements-dev.txt --constraint requirements.txt --group build --group test --group lint
