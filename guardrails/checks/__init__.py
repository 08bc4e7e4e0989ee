"""One kind of check per file; `guardrails.catalogue` lists them all."""
