import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.content import Image
from recommender.catalogue.markup import is_html, read_html


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("<p>one\n  line</p>", "one line"),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("<ul><li><p>one</p></li><li>two</li></ul>tail", "- one\n\n- two\n\ntail"),
        ("<pre>def f():\n    return 1</pre>", "def f():\n    return 1"),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a b\nc"),
        ("caf&eacute; &amp; th&#233;", "café & thé"),
        ("<p>a <b>b</b> c<em> d</em></p>", "a b c d"),
        ("&lt;p&gt;R&amp;amp;D&lt;/p&gt;&lt;p&gt;two&lt;/p&gt;", "R&D\n\ntwo"),
        ("<p>write &lt;p&gt;x&lt;/p&gt;</p>", "write <p>x</p>"),
        ("1 &lt; 2", "1 < 2"),
        ("<script>x</script><style>y</style>seen<!-- z -->", "seen"),
        ("<p hidden>no</p>yes", "yes"),
        ("<p style='color:red; display : none'>no</p>yes", "yes"),
        ("<span style='font-size:0px'>no</span>yes", "yes"),
        ("<span style='font-size:0.8em;opacity:0.9'>yes</span>", "yes"),
        ("<p>unclosed <b>bold<p>next", "unclosed bold\n\nnext"),
        ("</div>stray", "stray"),
        ("", ""),
        ("a\x00b\ud800c", "abc"),
    ],
)
def test_html_reads_as_a_reader_sees_it(html: str, text: str) -> None:
    assert read_html(html).text == text


def test_images_are_absolute_and_say_what_they_show() -> None:
    html = (
        "<img src='/a.png' alt=' Two &amp; three '>"
        "<img src='data:image/gif;base64,x' data-src='b.png'>"
        "<img src='/pixel.gif' width=1 height=1><p hidden><img src='/hidden.png'></p><img src=''>"
    )
    assert read_html(html, base="https://e.org/blog/").images == [
        Image(url="https://e.org/a.png", alt="Two & three"),
        Image(url="https://e.org/blog/b.png"),
    ]


def test_images_without_a_base_are_left_out() -> None:
    assert read_html("<img src='/a.png'><img src='https://e.org/b.png'>").images == [
        Image(url="https://e.org/b.png")
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>All of it.</p>", True),
        ("<div>\n<h2>Title</h2>text</div>\n", True),
        ("Use <p>this</p> tag", False),
        ("<div> is an element", False),
        ("<T> is a type parameter >", False),
        ("plain", False),
    ],
)
def test_text_that_speaks_of_html_is_not_html(text: str, *, expected: bool) -> None:
    assert is_html(text) is expected


@pytest.mark.parametrize(
    "piece", ["<div>", "<p hidden>", "<", "&lt;b&gt;", "<a b='", "<!--", "&amp;"]
)
def test_a_flood_of_markup_is_read_at_once(piece: str) -> None:
    assert isinstance(read_html(piece * 100_000).text, str)


@given(st.text(st.characters(exclude_categories=())))
def test_no_html_breaks_the_reading(html: str) -> None:
    read_html(html).text.encode()


@pytest.mark.parametrize(
    ("caption", "is_credit"),
    [
        ("Photo : Maud Vercellin pour Tessonde", True),
        ("Illustration: Tessonde, Leeds", True),
        ("© Tessonde", True),
        ("Photo by Maud Vercellin", True),
        ("Photos de l’essai du 3 mars, quatre équipes réunies", False),
        ("Un capteur posé sur la vanne", False),
    ],
)
def test_a_caption_that_only_credits_goes_to_its_image(caption: str, *, is_credit: bool) -> None:
    figure = f'<figure><img src="/a.png"><figcaption>{caption}</figcaption></figure><p>Texte.</p>'
    shown = read_html(figure, base="https://a.example/")
    assert shown.images[0].rights == (caption if is_credit else None)
    assert (caption in shown.text) is not is_credit
    assert shown.text.endswith("Texte.")
