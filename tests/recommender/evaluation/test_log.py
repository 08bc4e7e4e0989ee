from pathlib import Path

import numpy as np
import pytest

from domain.errors import RequestInvalid
from recommender.evaluation.log import Log

HEAD = "timestamp,eventType,contentId,personId\n"


def read(folder: Path, events: str, titles: str = "contentId,title\na,A\n") -> Log:
    (folder / "e.csv").write_text(events, encoding="utf-8")
    (folder / "t.csv").write_text(titles, encoding="utf-8")
    return Log.read(folder / "e.csv", folder / "t.csv")


def test_the_strength_of_a_choice_is_what_it_was_at_that_moment(tmp_path: Path) -> None:
    log = read(tmp_path, HEAD + "86400,VIEW,a,p\n864000,COMMENT CREATED,a,p\n")
    early = log.past(log.day < 5, now=5.0)
    late = log.past(log.day < 11, now=11.0)
    assert early.chosen.toarray().tolist() == [[1.0]]
    assert late.chosen.toarray().tolist() == [[5.0]]


def test_an_item_lives_from_its_first_event_on(tmp_path: Path) -> None:
    log = read(tmp_path, HEAD + "86400,VIEW,a,p\n864000,VIEW,b,p\n")
    past, live = log.past(log.day < 5, now=5.0).live()
    assert [log.titles[row] for row in live] == ["A"]
    assert past.first_seen.tolist() == [1.0]
    assert np.isnan(log.past(log.day < 5, now=5.0).first_seen[1])


@pytest.mark.parametrize(
    ("events", "said"),
    [
        ("timestamp,eventType,contentId\n", "personId"),
        (HEAD + "soon,VIEW,a,SECRET\n", "line 2"),
        (HEAD + "1,VIEW\n", "line 2"),
    ],
)
def test_what_is_no_log_is_refused_by_its_line_without_quoting_it(
    tmp_path: Path, events: str, said: str
) -> None:
    with pytest.raises(RequestInvalid, match=said) as refused:
        read(tmp_path, events)
    assert "SECRET" not in str(refused.value)
