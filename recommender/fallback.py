"""What answers for somebody of whom little is known: a ladder, and the step is named."""

from domain.recommendation import ColdStart
from recommender.profiles import Interests


def cold_start(interests: Interests, *, topics_found: bool) -> ColdStart | None:
    """Name the step of the ladder that answers, or None for somebody known well enough.

    Known well enough is whoever showed own posts, or both a profile type and topics that some
    allowed content is about. Topics that nothing is about answer nothing, so they do not count.
    With topics alone, topics answer; with a type alone, the type; else what is recent and diverse.
    """
    if len(interests.post_vectors):
        return None
    if topics_found:
        return None if interests.mix.any() else ColdStart.TOPICS
    return ColdStart.PROFILE_TYPE if interests.mix.any() else ColdStart.RECENT
