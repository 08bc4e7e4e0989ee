"""Traces for an operator's own collector, off unless PORTEVOIX_OTLP_ENDPOINT names one.

A span holds the template of the route and the status: no address, no text, nobody.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from opentelemetry.sdk.trace import TracerProvider
    from opentelemetry.trace import Span

_FAILED: Final = 500


@dataclass(frozen=True, slots=True)
class Tracing:
    """Makes a span of each request and sends it off in batches."""

    provider: "TracerProvider"

    def begin(self) -> "Span":
        """Return a span that begins now; its name comes when the route is known."""
        from opentelemetry.trace import SpanKind  # noqa: PLC0415 - only with a collector

        tracer = self.provider.get_tracer("porte-voix")
        return tracer.start_span("request", kind=SpanKind.SERVER)

    def end(self, span: "Span", method: str, route: str, status: int) -> None:
        """End a span, saying which route it was and how it went."""
        from opentelemetry.trace import StatusCode  # noqa: PLC0415 - only with a collector

        span.update_name(f"{method} {route}")
        span.set_attribute("http.request.method", method)
        span.set_attribute("http.route", route)
        span.set_attribute("http.response.status_code", status)
        if status >= _FAILED:
            span.set_status(StatusCode.ERROR)
        span.end()

    def close(self) -> None:
        """Send what is left, and let go of the collector."""
        self.provider.shutdown()


def open_tracing(endpoint: str | None) -> Tracing | None:
    """Return what sends traces to the collector at `endpoint` (OTLP over gRPC), if there is one."""
    if endpoint is None:
        return None
    from opentelemetry.exporter.otlp.proto.grpc.trace_exporter import (  # noqa: PLC0415 - the same
        OTLPSpanExporter,
    )
    from opentelemetry.sdk.resources import Resource  # noqa: PLC0415 - the same
    from opentelemetry.sdk.trace import TracerProvider  # noqa: PLC0415 - the same
    from opentelemetry.sdk.trace.export import BatchSpanProcessor  # noqa: PLC0415 - the same

    exporter = OTLPSpanExporter(endpoint=endpoint, insecure=endpoint.startswith("http://"))
    # Not the provider of the whole process: libraries would add spans with texts of their own.
    provider = TracerProvider(resource=Resource({"service.name": "porte-voix"}))
    provider.add_span_processor(BatchSpanProcessor(exporter))
    return Tracing(provider)
