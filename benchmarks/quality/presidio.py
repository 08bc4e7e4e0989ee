"""Presidio with its pattern recognisers alone, on a blank model: a peer that downloads nothing."""

from functools import cache
from typing import Any

_ENTITIES = ("CREDIT_CARD", "EMAIL_ADDRESS", "PHONE_NUMBER", "IBAN_CODE", "US_SSN")
_LEAST_SCORE = 0.4


def presidio_spans(text: str) -> frozenset[tuple[int, int]]:
    """Return where Presidio finds an identifier of those it has a recogniser for."""
    results = presidio().analyze(
        text, language="en", entities=list(_ENTITIES), score_threshold=_LEAST_SCORE
    )
    return frozenset((one.start, one.end) for one in results)


@cache
def presidio() -> Any:  # noqa: ANN401 - the library has no types
    """Build the analyser on a blank spaCy pipeline made here."""
    import spacy  # noqa: PLC0415 - a peer of the development environment
    import tldextract.tldextract as domains  # noqa: PLC0415 - see above
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry  # noqa: PLC0415 - see above
    from presidio_analyzer.nlp_engine import SpacyNlpEngine  # noqa: PLC0415 - see above
    from presidio_analyzer.predefined_recognizers import PhoneRecognizer  # noqa: PLC0415 - see above

    class Blank(SpacyNlpEngine):  # type: ignore[misc]  # the library has no types
        """A tokenizer and nothing else."""

        def __init__(self) -> None:
            super().__init__()
            self.nlp = {"en": spacy.blank("en")}

    # Its e-mail recogniser would fetch the list of domain endings: the one it ships has to do.
    domains.TLD_EXTRACTOR = domains.TLDExtract(suffix_list_urls=(), cache_dir=None)
    registry = RecognizerRegistry()
    registry.load_predefined_recognizers(languages=["en"])
    registry.add_recognizer(PhoneRecognizer(supported_regions=("FR", "BE", "CH", "GB", "US")))
    return AnalyzerEngine(registry=registry, nlp_engine=Blank(), supported_languages=["en"])
