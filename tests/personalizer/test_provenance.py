"""Signatures: what they say, to whom, and what they never hold."""

import base64
import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.drafts import Draft, PromptRef, Provenance, Usage
from domain.language import Language
from domain.platforms import Platform
from personalizer.provenance import Seal, Verification, examine

SEAL = Seal(b"a secret of thirty-two bytes here")
OTHER = Seal(b"another secret of thirty-two here")
TEXT = "Je travaille chez Ardemont. Le réglage prend 12 minutes.\nÀ lire : l’étude."
MADE = datetime(2026, 11, 28, 9, 30, tzinfo=UTC)


def signed(text: str = TEXT, **fields: Any) -> Provenance:
    known: dict[str, Any] = {"engine": "offline", "generated_at": MADE, "charter": "c@1#0"}
    provenance = Provenance(**(known | fields))
    return SEAL.sign(provenance, Draft(text, Language.FRENCH, Platform.LINKEDIN), "d_1")


def signature(text: str = TEXT, **fields: Any) -> str:
    found = signed(text, **fields).signature
    assert found is not None
    return found


def test_a_draft_as_it_left_is_genuine_and_says_where_it_came_from() -> None:
    prompt = PromptRef("draft_post", 1, "abc")
    found = SEAL.examine(signature(engine="model", model="m-1", prompt=prompt), TEXT)
    assert found.verification is Verification.GENUINE
    assert found.claims["model"] == "m-1"
    assert found.claims["prompt"] == "draft_post.v1#abc"
    assert found.claims["iat"] == int(MADE.timestamp())
    assert found.claims["digital_source_type"].endswith("/trainedAlgorithmicMedia")


def test_rules_are_not_marked_as_a_trained_model() -> None:
    assert (
        SEAL.examine(signature(), TEXT).claims["digital_source_type"].endswith("/algorithmicMedia")
    )


def test_a_text_that_its_author_changed_is_told_from_a_forged_one() -> None:
    assert SEAL.examine(signature(), TEXT + " Vraiment.").verification is Verification.EDITED
    assert OTHER.examine(signature(), TEXT).verification is Verification.INVALID
    assert OTHER.examine(signature(), TEXT).claims == {}


@pytest.mark.parametrize(
    "seen",
    [
        TEXT.replace("\n", "\r\n"),
        TEXT.replace("é", "e\N{COMBINING ACUTE ACCENT}"),
        f"\n{TEXT}\n\n",
    ],
)
def test_what_an_editor_does_to_characters_is_no_edit(seen: str) -> None:
    assert SEAL.examine(signature(), seen).verification is Verification.GENUINE


def test_anybody_with_the_public_key_can_verify_and_nobody_can_sign() -> None:
    published = json.loads(json.dumps(SEAL.public_keys()))
    assert "d" not in published["keys"][0]
    assert examine(signature(), TEXT, published).verification is Verification.GENUINE


def test_the_same_secret_verifies_after_a_restore() -> None:
    assert Seal(SEAL.secret).examine(signature(), TEXT).verification is Verification.GENUINE


def test_a_signature_holds_no_word_of_the_text() -> None:
    payload = signature("CANARY-7f3a travaille ici.").split(".")[1]
    assert b"CANARY" not in base64.urlsafe_b64decode(payload + "==")


def test_usage_is_not_signed_for() -> None:
    assert signed(usage=Usage(10, 5)).usage == Usage(10, 5)
    assert "usage" not in SEAL.examine(signature(usage=Usage(10, 5)), TEXT).claims


def _with_header(**changed: str) -> str:
    header, payload, mark = signature().split(".")
    read = json.loads(base64.urlsafe_b64decode(header + "=="))
    written = json.dumps(read | changed).encode()
    return ".".join([base64.urlsafe_b64encode(written).rstrip(b"=").decode(), payload, mark])


@pytest.mark.parametrize(
    "forged",
    [
        "",
        "e30.e30.e30",
        _with_header(alg="none"),
        _with_header(alg="HS256"),
        _with_header(typ="JWT"),
        signature()[:-4] + "AAAA",
        "a" * 9_000,
        "é.è.à",
    ],
)
def test_what_nobody_here_signed_is_invalid(forged: str) -> None:
    assert SEAL.examine(forged, TEXT).verification is Verification.INVALID


@given(st.text(max_size=200))
def test_no_text_makes_examination_fail(anything: str) -> None:
    assert SEAL.examine(anything, TEXT).verification is Verification.INVALID


@pytest.mark.parametrize("keys", [{"keys": []}, {"keys": [{}]}, {"keys": [{"kty": "OKP"}]}])
def test_keys_that_are_none_verify_nothing(keys: dict[str, Any]) -> None:
    assert examine(signature(), TEXT, keys).verification is Verification.INVALID
