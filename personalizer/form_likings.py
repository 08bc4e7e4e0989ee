"""Which forms each profile type likes to tell things in."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.people import ProfileMix, ProfileType
from personalizer.writing import Form

_LIKES: Final[Mapping[ProfileType, Mapping[Form, float]]] = MappingProxyType(
    {
        ProfileType.EXPERT: {
            Form.DISAGREEMENT: 0.8,
            Form.FIGURE: 1.0,
            Form.HOW_TO: 0.95,
            Form.LESSON: 0.9,
            Form.QUESTION: 0.7,
            Form.QUOTATION: 0.5,
            Form.BEHIND_THE_SCENES: 0.4,
            Form.THANKS: 0.3,
        },
        ProfileType.REPORTER: {
            Form.DISAGREEMENT: 0.45,
            Form.QUOTATION: 1.0,
            Form.BEHIND_THE_SCENES: 0.95,
            Form.THANKS: 0.8,
            Form.QUESTION: 0.75,
            Form.FIGURE: 0.6,
            Form.LESSON: 0.5,
            Form.HOW_TO: 0.4,
        },
        ProfileType.SUPPORTER: {
            Form.DISAGREEMENT: 0.25,
            Form.THANKS: 1.0,
            Form.FIGURE: 0.85,
            Form.BEHIND_THE_SCENES: 0.85,
            Form.QUOTATION: 0.8,
            Form.LESSON: 0.6,
            Form.QUESTION: 0.55,
            Form.HOW_TO: 0.4,
        },
        ProfileType.HR_AMBASSADOR: {
            Form.DISAGREEMENT: 0.4,
            Form.BEHIND_THE_SCENES: 1.0,
            Form.THANKS: 0.9,
            Form.QUOTATION: 0.85,
            Form.QUESTION: 0.75,
            Form.LESSON: 0.65,
            Form.HOW_TO: 0.6,
            Form.FIGURE: 0.6,
        },
    }
)
ANYBODY: Final = ProfileMix(dict.fromkeys(ProfileType, 1.0))


def liking(mix: ProfileMix, form: Form) -> float:
    """Return how much somebody of this mix likes a form, from 0 to 1."""
    return sum(mix.share(kind) * likes[form] for kind, likes in _LIKES.items())
