import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.segmentation import sentence_bounds, sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un. Deux.", ["Un.", "Deux."]),
        ("Un ! Deux ? Trois…", ["Un !", "Deux ?", "Trois…"]),
        ("Sans point", ["Sans point"]),
        ("Une ligne\nUne autre\n\nEt une", ["Une ligne", "Une autre", "Et une"]),
        ("M. Martin et Mme. Roy arrivent. Enfin.", ["M. Martin et Mme. Roy arrivent.", "Enfin."]),
        ("Dr. Marsh met Mr. Roy. Good.", ["Dr. Marsh met Mr. Roy.", "Good."]),
        ("J. Martin signe. K. Roy aussi.", ["J. Martin signe.", "K. Roy aussi."]),
        ("Café, thé, etc. Puis on part.", ["Café, thé, etc.", "Puis on part."]),
        ("Café, thé, etc. et on part.", ["Café, thé, etc. et on part."]),
        ("La version 4.2 sort. Bien.", ["La version 4.2 sort.", "Bien."]),
        ("« C'est fini. » Il sort.", ["« C'est fini. »", "Il sort."]),
        ("“It is over.” He leaves.", ["“It is over.”", "He leaves."]),
        ("Bien… mais long.", ["Bien… mais long."]),
        ("Ah ! dit-elle. Bon.", ["Ah ! dit-elle.", "Bon."]),
        ("Voir p. 12 et art. 3. Merci.", ["Voir p. 12 et art. 3.", "Merci."]),
        ("It opened on Sept. 22 in Leeds. Good.", ["It opened on Sept. 22 in Leeds.", "Good."]),
        ("Ils sont venus le 3 janv. 2024. Bien.", ["Ils sont venus le 3 janv. 2024.", "Bien."]),
        ("The answer is no. We left.", ["The answer is no.", "We left."]),
        ("It stands at No. 12 of the list. Good.", ["It stands at No. 12 of the list.", "Good."]),
        ("Voilà ce qu’il en est. Deux pompes.", ["Voilà ce qu’il en est.", "Deux pompes."]),
        ("C’est tout un art. Merci.", ["C’est tout un art.", "Merci."]),
        ("Elle mesure 3 m. Le reste suit.", ["Elle mesure 3 m.", "Le reste suit."]),
        ("We met at 6 p.m. The crew left.", ["We met at 6 p.m.", "The crew left."]),
        ("Washington, D.C. Council sat. Good.", ["Washington, D.C. Council sat.", "Good."]),
        ("Washington, D.C. It rained.", ["Washington, D.C.", "It rained."]),
        ("They joined Ardemont Inc. They stay.", ["They joined Ardemont Inc.", "They stay."]),
        ("Small parts, e.g. Bolts or keys. Good.", ["Small parts, e.g. Bolts or keys.", "Good."]),
        ("It is Leeds vs. Nantes. Good.", ["It is Leeds vs. Nantes.", "Good."]),
        (
            "Par ici : https://a.example/b Petite précision : je travaille ici.",
            ["Par ici : https://a.example/b", "Petite précision : je travaille ici."],
        ),
        (
            "Read on: https://a.example/b One word more. Done.",
            ["Read on: https://a.example/b", "One word more.", "Done."],
        ),
        ("Sur https://a.example Nadia raconte.", ["Sur https://a.example Nadia raconte."]),
        ("Lire : https://a.example/b pour finir.", ["Lire : https://a.example/b pour finir."]),
        ("", []),
        (" \n\t ", []),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(text=st.text())
def test_sentences_follow_one_another_inside_the_text(text: str) -> None:
    last = 0
    for start, end in sentence_bounds(text):
        assert last <= start < end <= len(text)
        last = end


@given(text=st.text())
def test_sentences_leave_out_nothing_but_white_space(text: str) -> None:
    position, between = 0, []
    for start, end in sentence_bounds(text):
        between.append(text[position:start])
        position = end
    assert not "".join([*between, text[position:]]).strip()


@given(text=st.text())
def test_no_sentence_begins_or_ends_in_white_space(text: str) -> None:
    assert all(one == one.strip() for one in sentences(text))


@pytest.mark.parametrize("text", ["a" * 50_000, "." * 20_000, "a. " * 7_000, '"' * 20_000])
def test_any_text_takes_linear_time(text: str) -> None:
    assert sum(len(one) for one in sentences(text)) <= len(text)
