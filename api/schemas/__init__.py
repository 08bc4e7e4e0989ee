"""What crosses the HTTP edge, as OpenAPI documents it."""
