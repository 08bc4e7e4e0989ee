"""The SDK's server, whose refusals of arguments are told as ours are: the field, and what can be.

The SDK itself would print what was passed in, and an address of Pydantic's.
"""

from typing import Any

from mcp.server import MCPServer
from mcp.server.mcpserver import Context
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import CallToolResult, InputRequiredResult
from pydantic import ValidationError

from api.errors import fields_told


class PlainServer(MCPServer):
    """Says which argument of a tool cannot be."""

    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context[Any, Any] | None = None
    ) -> CallToolResult | InputRequiredResult:
        """Call a tool; raises ToolError."""
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as error:
            if not isinstance(error.__cause__, ValidationError):
                raise
            raise ToolError(f"invalid: {fields_told(error.__cause__)}") from None
