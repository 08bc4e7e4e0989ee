"""Which content for which ambassador, and why; import the module you need, each is light."""
