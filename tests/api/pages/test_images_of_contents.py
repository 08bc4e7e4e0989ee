"""A content's images are told on both of its pages: what they show, whose they are, who agreed."""

import pytest

from domain.content import ContentItem, Image
from domain.language import Language
from domain.roles import Role
from tests.api.conftest import Service
from tests.api.pages.conftest import SignIn

IMAGES = (
    Image(url="https://a.example/1.png", alt="A pump & its valve", rights="Tessonde"),
    Image(url="https://a.example/2.png", people_agreed=False),
)


def keep(service: Service, content_id: str, images: tuple[Image, ...]) -> None:
    item = ContentItem(
        content_id=content_id,
        title="A pump",
        text="A pump hums at night.",
        language=Language.ENGLISH,
        digest=content_id,
        source="press",
        images=images,
    )
    service.services.contents.save([item], vectors={}, encoder="none yet")
    service.services.live.refresh()


PAGES = [(Role.EMPLOYEE, "/contents", "h3"), (Role.COMMS, "/newsroom", "h2")]


@pytest.mark.parametrize(("role", "path", "heading"), PAGES)
def test_each_image_is_told_with_its_rights_and_agreement(
    service: Service, sign_in: SignIn, role: Role, path: str, heading: str
) -> None:
    keep(service, "c_shown", IMAGES)
    page = sign_in(role, language="en").get(f"{path}/c_shown").text
    assert f"<{heading}>Images that come with it</{heading}>" in page
    assert "A pump &amp; its valve" in page
    assert "Rights: Tessonde · nobody said whether the people shown have agreed" in page
    assert "https://a.example/2.png" in page
    assert "Rights unknown · the people shown have not agreed" in page


@pytest.mark.parametrize(("role", "path", "heading"), PAGES)
def test_without_images_none_are_announced(
    service: Service, sign_in: SignIn, role: Role, path: str, heading: str
) -> None:
    keep(service, "c_plain", ())
    page = sign_in(role, language="en").get(f"{path}/c_plain").text
    assert f"<{heading}>Images" not in page
    assert "hums at night" in page
