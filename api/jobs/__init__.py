"""Durable jobs: asked for over HTTP, run step by step, and resumed where they were cut off."""
