"""Texts from outside are data: finding, and taking out, what speaks to a machine in them."""

from guardrails.injection.hiding import Carrier
from guardrails.injection.scanning import Suspicion, scan_article, scan_words, without

__all__ = ["Carrier", "Suspicion", "scan_article", "scan_words", "without"]
