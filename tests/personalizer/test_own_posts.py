import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import RequestInvalid
from personalizer.own_posts import MOST_POSTS, posts_from_archive, posts_from_text

SHARES = (
    "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility\r\n"
    '2024-02-01 08:00:00,https://l.example/1,"Bonjour ""à"" tous."\r\n'
    '2025-03-04 09:00:00,https://l.example/2,"Première ligne""\n""""\n""Seconde ligne 🔧",,,M\r\n'
    "2025-03-05 09:00:00,https://l.example/3,,https://l.example/shared,,M\r\n"
    '2023-01-01 09:00:00,https://l.example/4,"An English post, with a comma.",,,M\r\n'
    '2023-01-01 09:00:00,https://l.example/5,"An English post, with a comma.",,,M\r\n'
)
POSTS = (
    "Première ligne\n\nSeconde ligne 🔧",
    'Bonjour "à" tous.',
    "An English post, with a comma.",
)


def archive(name: str = "Shares.csv", content: bytes = SHARES.encode()) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("Connections.csv", "First Name\nSomebody else")
        packed.writestr(name, content)
    return made.getvalue()


@pytest.mark.parametrize(
    "name", ["Shares.csv", "Basic_LinkedInDataExport/shares.csv", "Partages.csv"]
)
def test_an_archive_gives_its_posts_newest_first(name: str) -> None:
    assert posts_from_archive(archive(name)) == POSTS


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_its_file_alone_gives_the_same(encoding: str) -> None:
    assert posts_from_archive(SHARES.encode(encoding)) == POSTS


@pytest.mark.parametrize("column", ["ShareCommentary", "Commentaire du partage", "Commentaire"])
def test_its_columns_may_be_named_in_either_language(column: str) -> None:
    table = f'Date,{column}\n2024-02-01,"Une ligne""\n""et une autre, avec virgule"\n'
    assert posts_from_archive(table.encode()) == ("Une ligne\net une autre, avec virgule",)


def test_an_old_encoding_is_read() -> None:
    assert posts_from_archive("Date,Texte\n2024,Déjà vu\n".encode("cp1252")) == ("Déjà vu",)


def test_nothing_of_other_people_is_read() -> None:
    assert not any("Somebody" in post for post in posts_from_archive(archive()))


def test_so_many_posts_are_enough() -> None:
    rows = "".join(f"2024-01-{day:03},Un post {day}\n" for day in range(200))
    posts = posts_from_archive(f"Date,ShareCommentary\n{rows}".encode())
    assert len(posts) == MOST_POSTS
    assert posts[0] == "Un post 199"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (archive("Comments.csv"), "no Shares.csv"),
        (b"a,b\n1,2\n", "no column"),
        (b"", "no column"),
        (archive()[:200] + bytes(20) + archive()[220:], "damaged"),
        (archive(content=b"Date,ShareCommentary\n" + b"0" * 21_000_000), "larger"),
    ],
)
def test_what_is_no_archive_of_posts_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(RequestInvalid, match=why):
        posts_from_archive(data)


def test_a_header_that_lies_about_its_size_is_not_believed() -> None:
    bomb = archive(content=b"0" * 21_000_000)
    with pytest.raises(RequestInvalid, match=r"larger|damaged"):
        posts_from_archive(bomb.replace((21_000_000).to_bytes(4, "little"), b"\x10\0\0\0"))


@given(st.binary(max_size=400))
def test_any_bytes_are_posts_or_refused(data: bytes) -> None:
    try:
        posts = posts_from_archive(data)
    except RequestInvalid:
        return
    assert all(post.strip() for post in posts)


def test_pasted_posts_stand_between_dashes() -> None:
    pasted = "Un post.\n\nDeux paragraphes.\n---\nUn autre.\n -----\n\nAnd a third - with a dash."
    assert posts_from_text(pasted) == (
        "Un post.\n\nDeux paragraphes.",
        "Un autre.",
        "And a third - with a dash.",
    )


COLUMNS = "Date,ShareLink,ShareCommentary"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le"])
def test_a_table_saved_again_by_a_spreadsheet_is_read(separator: str, encoding: str) -> None:
    table = f'{COLUMNS}\r\n02/01/2024,https://l.example,"Déjà ""vu"", d’où\nce post"\r\n'
    head, body = table.split('"', 1)
    saved = (head.replace(",", separator) + '"' + body).encode(encoding)
    assert posts_from_archive(saved) == ('Déjà "vu", d’où\nce post',)


def test_a_text_keeps_its_semicolons_and_commas() -> None:
    table = f"{COLUMNS}\n2024-01-02,l,Un post; avec un point-virgule\n"
    assert posts_from_archive(table.encode()) == ("Un post; avec un point-virgule",)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('Il a dit ""oui""\nEt c’est tout.', 'Il a dit "oui"\nEt c’est tout.'),
        ('Il a dit ""oui""\n""Non"", dis-je.', 'Il a dit "oui"\n"Non", dis-je.'),
        ('Il a dit ""oui""""\n""Et c’est tout.', 'Il a dit "oui"\nEt c’est tout.'),
        ('Un""\n""\n""Deux', "Un\n\nDeux"),
        ('Un""\n""""\n""Deux', "Un\n\nDeux"),
        ("Un  \r\n\r\n  Deux", "Un\n\nDeux"),
    ],
)
def test_a_quotation_at_the_end_of_a_line_keeps_its_mark(written: str, read: str) -> None:
    assert posts_from_archive(f'{COLUMNS}\n2024,l,"{written}"\n'.encode()) == (read,)


@pytest.mark.parametrize(
    "dates",
    [
        ("03/01/2023", "02/01/2024", "01/12/2025"),
        ("3.1.2023 08:00", "3.1.2023 09:00", "25.12.2023 07:00"),
        ("01/31/2024", "02/01/2024", "12/01/2024"),
        ("2023-01-03 10:00:00", "2024-01-02 09:00:00", "2024-01-02 10:00:00"),
        ("", "jeudi", "2024-01-02"),
    ],
)
def test_dates_of_any_country_put_the_newest_first(dates: tuple[str, ...]) -> None:
    rows = "".join(f"{date},l,post {place}\n" for place, date in enumerate(dates))
    posts = posts_from_archive(f"{COLUMNS}\n{rows}".encode())
    assert posts == ("post 2", "post 1", "post 0")


def test_lines_of_explanation_above_the_columns_are_passed_over() -> None:
    table = f'Notes:\n"What, in short, stands here"\n\n{COLUMNS}\n2024-01-02,l,Un post\n'
    assert posts_from_archive(table.encode()) == ("Un post",)


@pytest.mark.parametrize("text", ["Déjà vu à l’été", "été", "Très tôt", "garçon"])
def test_letters_that_cannot_be_read_are_refused_rather_than_guessed(text: str) -> None:
    table = f"{COLUMNS}\n2024-01-02,l,{text}\n"
    with pytest.raises(RequestInvalid, match="UTF-8"):
        posts_from_archive(table.encode("mac_roman"))
    assert posts_from_archive(table.encode("cp1252")) == (text,)


def test_a_table_without_rows_gives_no_posts() -> None:
    assert posts_from_archive(f"{COLUMNS}\n".encode()) == ()


def test_a_separator_that_cannot_be_read_by_is_not_the_last_that_is_tried() -> None:
    rows = "".join(f"2024-01-{day:02};Un post {day}\n" for day in range(1, 29)) * 300
    table = f'Date;ShareCommentary\n2025-02-01;Merci à tous,"et à toi\n{rows}'
    assert posts_from_archive(table.encode())[0] == 'Merci à tous,"et à toi'


@pytest.mark.parametrize("column", ["ShareCommentary", "Texte"])
def test_a_word_in_a_post_is_no_name_of_a_column(column: str) -> None:
    table = f"Date;{column}\n2025-02-01;Un mot,text,et un autre\n2025-01-01;Une,ligne,simple\n"
    assert posts_from_archive(table.encode()) == ("Un mot,text,et un autre", "Une,ligne,simple")


def test_a_table_of_nothing_but_posts_is_read() -> None:
    assert posts_from_archive(b"Post\nUn premier\nUn second\n") == ("Un premier", "Un second")
