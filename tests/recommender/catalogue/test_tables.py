from pathlib import Path

import pytest

from domain.content import Image
from domain.errors import ImportFailed
from tests.recommender.catalogue.sources import (
    ENGLISH,
    FRENCH,
    file,
    items,
    notes,
    refusals,
    rows_of,
)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_table_is_read_whatever_program_wrote_it(
    tmp_path: Path, delimiter: str, encoding: str, end: str
) -> None:
    text = f'"{FRENCH}"'
    rows = [["Titre", "Texte", "Étiquettes"], ["L’été", text, "rh/emploi"], ["Été", text, ""]]
    table = end.join(delimiter.join(row) for row in rows) + end
    read = items(rows_of(file(tmp_path, "a.csv", table.encode(encoding))))
    assert [item.title for item in read] == ["L’été", "Été"]
    assert [item.text for item in read] == [FRENCH, FRENCH]


def test_a_blank_beginning_is_passed_over(tmp_path: Path) -> None:
    (item,) = items(rows_of(file(tmp_path, "a.csv", f"\n\ntitle,text\n\nA,{ENGLISH}\n")))
    assert item.title == "A"


def test_an_old_encoding_is_said(tmp_path: Path) -> None:
    path = file(tmp_path, "a.csv", f"titre,texte\nÉté,{FRENCH}\n".encode("cp1252"))
    assert notes(rows_of(path)) == ["it is not in UTF-8, and was read as cp1252"]


def test_rows_over_several_lines_keep_their_true_line_numbers(tmp_path: Path) -> None:
    table = (
        "title,text,language\n"
        f'First,"{ENGLISH}\n\nSecond ""paragraph"".",en\n'
        "\n"
        f"Bad,{ENGLISH},de\n"
        f"Last,{ENGLISH},en\n"
    )
    rows = rows_of(file(tmp_path, "a.csv", table))
    assert [row.line for row in refusals(rows)] == [6]
    assert items(rows)[0].text == f'{ENGLISH}\n\nSecond "paragraph".'
    assert len(items(rows)) == 2


@pytest.mark.parametrize(
    "broken",
    [
        'Unclosed,"a quote that never ends,en',
        'Stray,"a "quote" inside",en',
        "Many,cells,en,in,one,row",
        f"Long,{'x' * 6_000_000},en",
        f'Long over lines,"{("x" * 100_000 + chr(10)) * 60}",en',
    ],
)
def test_a_broken_row_costs_no_other_row(tmp_path: Path, broken: str) -> None:
    table = f"title,text,language\nA,{ENGLISH},en\n{broken}\nB,{ENGLISH},en\nC,{ENGLISH},en\n"
    rows = rows_of(file(tmp_path, "a.csv", table))
    assert [item.title for item in items(rows)] == ["A", "B", "C"]
    assert refusals(rows)[0].line == 3


def test_unknown_columns_are_noted_once(tmp_path: Path) -> None:
    table = f"title,text,likes,,Nb de vues\nA,{ENGLISH},3,,4\nB,{ENGLISH},3,,4\n"
    rows = rows_of(file(tmp_path, "a.csv", table))
    assert notes(rows) == ["columns that are not used: 'likes', 'Nb de vues'"]
    assert len(items(rows)) == 2


def test_cells_hold_lists_images_and_answers(tmp_path: Path) -> None:
    table = (
        "titre;texte;auteurs;tags;image;image_alt;droits;accord;draft\n"
        f"A;{FRENCH};Zoé, Léa;rh|emploi;https://e.org/1.png https://e.org/2.png;Deux;© L;non;\n"
        f"B;{FRENCH};Zoé (zoe@e.org);rh;;;;;oui\n"
    )
    rows = rows_of(file(tmp_path, "a.csv", table))
    (item,) = items(rows)
    assert (item.authors, item.tags) == (("Zoé", "Léa"), ("rh", "emploi"))
    assert item.images == tuple(
        Image(url=f"https://e.org/{n}.png", alt="Deux", rights="© L", people_agreed=False)
        for n in (1, 2)
    )
    assert [row.field for row in refusals(rows)] == ["draft"]


def test_no_mail_address_is_kept_beside_a_name(tmp_path: Path) -> None:
    table = f"title,text,author\nA,{ENGLISH},zoe@e.org (Zoé)\nB,{ENGLISH},zoe@e.org\n"
    assert [item.authors for item in items(rows_of(file(tmp_path, "a.csv", table)))] == [
        ("Zoé",),
        (),
    ]


def test_cells_of_html_are_read_as_html(tmp_path: Path) -> None:
    table = f'title,text,html\nR&amp;D,"<p>{ENGLISH}</p>",\nB,,<p>{ENGLISH}<br>x</p>\n'
    read = items(rows_of(file(tmp_path, "a.csv", table)))
    assert [(item.title, item.text) for item in read] == [
        ("R&D", ENGLISH),
        ("B", f"{ENGLISH}\nx"),
    ]


def test_a_declared_delimiter_is_believed(tmp_path: Path) -> None:
    (item,) = items(rows_of(file(tmp_path, "a.csv", f"sep=#\ntitle#text\nA, B; C#{ENGLISH}\n")))
    assert item.title == "A, B; C"


def test_of_two_columns_of_one_name_the_filled_one_counts(tmp_path: Path) -> None:
    table = f"title,title,text\n,A,{ENGLISH}\nB,,{ENGLISH}\n"
    assert [item.title for item in items(rows_of(file(tmp_path, "a.csv", table)))] == ["A", "B"]


@pytest.mark.parametrize(
    "table",
    [
        "a,b\n1,2\n",
        "title\rtext\n1,2\n",
        "date;lien\n2024-01-01;https://e.org\n",
        "\n\n",
        "x" * 6_000_000,
    ],
)
def test_a_table_without_a_title_or_text_is_refused_with_a_remedy(
    tmp_path: Path, table: str
) -> None:
    with pytest.raises(ImportFailed, match="title,text") as failure:
        rows_of(file(tmp_path, "contents.csv", table))
    assert "contents.csv" in str(failure.value)


def test_a_table_without_rows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ImportFailed, match="no row"):
        rows_of(file(tmp_path, "a.csv", "title,text,likes\n"))
