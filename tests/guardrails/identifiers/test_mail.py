import pytest
from hypothesis import given
from hypothesis import strategies as st

from guardrails.identifiers import without_overlaps
from guardrails.identifiers.mail import belongs_to_a_role, mail_addresses

ROLES = frozenset({"contact", "jobs", "support", "press"})


@pytest.mark.parametrize(
    "address",
    [
        "contact@ardemont.example",
        "jobs-lyon@ardemont.example",
        "webdesignstandards@ardemont.example",
        "18f@agency.example",
        "dsi@ardemont.example",
    ],
)
def test_a_mailbox_named_after_a_role_or_a_project_is_nobodys(address: str) -> None:
    assert belongs_to_a_role(address, ROLES)


@pytest.mark.parametrize(
    "address",
    [
        "mdupont@ardemont.example",
        "sarah.k@ardemont.example",
        "claire@ardemont.example",
        "contact@gmail.com",
        "claire.support@ardemont.example",
        "jd@ardemont.example",
        "jean [at] x point fr",
    ],
)
def test_a_mailbox_in_doubt_is_somebodys(address: str) -> None:
    assert not belongs_to_a_role(address, ROLES)


@given(text=st.text(alphabet="ab.@ [at]pointfr\n", max_size=80))
def test_addresses_stand_inside_the_text(text: str) -> None:
    for one in without_overlaps(mail_addresses(text), len(text)):
        assert 0 <= one.start < one.end <= len(text)
