"""The readings are whole: every sentence has its origin, every fault its remark."""

from collections import Counter

from benchmarks.drafts.readings import FAULTS, ORIGINS, Reading, readings


def test_a_reading_judges_every_sentence_of_sixty_drafts() -> None:
    for reading in readings():
        assert Counter(one["language"] for one in reading.drafts) == {"fr": 30, "en": 30}
        for sentence in reading.sentences():
            assert sentence["origin"] in ORIGINS
            assert {sentence.get("fault"), sentence.get("also")} <= {None, *FAULTS}
            needs_remark = "fault" in sentence or sentence["origin"] == "invented"
            # A faultless sentence may be remarked on too.
            assert sentence.get("remark") or not needs_remark, sentence


def test_shares_are_of_sentences_and_a_draft_is_clean_without_any_fault() -> None:
    good = {"text": "a", "origin": "source"}
    bad = {"text": "b", "origin": "invented", "remark": "nowhere"}
    odd = {"text": "c", "origin": "neutral", "fault": "grammar", "remark": "no verb"}
    reading = Reading(
        "a reading",
        [
            {"language": "fr", "sentences": [good, bad]},
            {"language": "en", "sentences": [good, good, good, odd]},
            {"language": "en", "sentences": [good, good, good, good]},
        ],
    )
    assert reading.share("invented") == 0.1
    assert reading.share("invented", "en") == 0
    assert reading.share("grammar", "en") == 0.125
    assert reading.share("unnatural") == 0
    twice = odd | {"also": "unnatural"}
    assert Reading("b", [{"language": "fr", "sentences": [twice]}]).share("unnatural") == 1
    assert reading.clean_drafts() == 1 / 3
    assert reading.clean_drafts("en") == 0.5
