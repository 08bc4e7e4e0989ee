"""Sharing out who sees what: what was offered often on a day gives way to what fits as well.

Exposure is counted per content and never per person; a count is all that is known.
"""

from typing import Final

import numpy as np

from recommender.vectors import Doubles, Rows

# In the score's own unit (a logarithm of odds); chosen on days before any that are measured: three
# times the coverage of popularity, and as many choices found as without.
_WORTH: Final = 0.4


class Exposure:
    """How often each content was offered so far."""

    def __init__(self, contents: int) -> None:
        self.counts = np.zeros(contents)

    def shared_out(self, scores: Doubles) -> Doubles:
        """Return scores less what their contents were offered already."""
        return scores - _WORTH * np.log1p(self.counts)

    def offer(self, rows: Rows) -> None:
        """Note that these contents were offered once more."""
        self.counts[rows] += 1.0
