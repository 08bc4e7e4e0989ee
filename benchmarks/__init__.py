"""Speed and quality beside peers, each by one command."""
