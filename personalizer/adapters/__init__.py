"""The language model behind its port; the only place that knows LangChain and openai."""
