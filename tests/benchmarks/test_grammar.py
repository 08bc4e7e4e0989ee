"""The grammar counters: real faults are found, quotations and listed alarms are not counted."""

from benchmarks.drafts.grammar import english_faults, french_faults, sentences
from tests.conftest import missing


def test_a_french_fault_is_found_and_a_quoted_one_is_the_sources() -> None:
    quoted = "L’article dit\u00a0: «\u00a0les équipe sont parti\u00a0»."
    faults = french_faults(["Les équipe sont parti.", quoted])
    if faults is None:
        missing("grammalecte-cli")
    assert faults
    assert all("L’article" not in fault.sentence for fault in faults)


def test_an_english_fault_is_found_and_a_quoted_one_is_the_sources() -> None:
    faults = english_faults(["This is an test.", "The article says: “This is an test.”"])
    assert faults is not None
    assert [fault.words for fault in faults] == ["an"]


def test_what_somebody_listed_is_no_fault() -> None:
    assert english_faults(["It protects some 1.3 million citizens."]) == []


def test_what_was_listed_in_one_place_is_a_fault_in_another() -> None:
    found = english_faults(["It seems nebulous to many. He went to fast."])
    assert found is not None
    assert [fault.sentence for fault in found] == ["He went to fast."]


def test_links_and_hashtags_are_no_sentences() -> None:
    found = sentences(["Un. Deux !\nhttps://a.example/b?c=d. #Tag"])
    assert found == ["Un.", "Deux !", "https://exemple.fr "]
