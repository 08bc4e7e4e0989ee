"""Drafts by the hundred, and counters of their faults written from the rules, not from the code."""
