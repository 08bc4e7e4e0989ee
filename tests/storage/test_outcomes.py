"""Outcomes: whatever is subtracted from whatever is shown, at least five people remain."""

from datetime import date, timedelta
from itertools import combinations, pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select

from domain.errors import Conflict, NotFound
from domain.outcomes import FEWEST, Counted, Figures, Outcome, PublishedOutcome
from storage.database import Database
from storage.models import OutcomeRow
from storage.outcomes import Outcomes

MONDAY = date(2026, 3, 2)
TODAY = date(2026, 6, 1)


def an_outcome(  # noqa: PLR0913 - a report has that many sides
    people: int,
    *,
    content: str | None = "c_1",
    campaign: str | None = None,
    week: int = 0,
    weeks: int = 1,
    reach: int = 1000,
) -> Outcome:
    first = MONDAY + timedelta(weeks=week)
    return Outcome(
        content_id=content,
        campaign_id=campaign,
        first_week=first,
        last_week=first + timedelta(weeks=weeks - 1),
        people=people,
        figures=Figures(reach, reach // 10, None, 1),
    )


@pytest.fixture
def outcomes(database: Database) -> Outcomes:
    return Outcomes(database)


def test_a_report_of_five_is_shown_in_steps_of_five(outcomes: Outcomes) -> None:
    assert outcomes.report(an_outcome(7), today=TODAY) is Counted.CONTENT
    (shown,) = outcomes.published()
    assert (shown.content_id, shown.people_at_least) == ("c_1", 5)
    assert shown.figures == Figures(1000, 100, None, 1)
    assert outcomes.by_content() == {"c_1": Figures(1000, 100, None, 1)}


def test_a_report_of_few_outside_a_campaign_is_not_even_kept(outcomes: Outcomes) -> None:
    assert outcomes.report(an_outcome(4), today=TODAY) is Counted.WITHHELD
    assert outcomes.published() == []
    # Nothing of it holds the weeks for a later report either.
    assert outcomes.report(an_outcome(5), today=TODAY) is Counted.CONTENT


def test_a_report_of_few_waits_for_others_of_its_campaign(outcomes: Outcomes) -> None:
    small = an_outcome(3, content="c_1", campaign="spring", reach=30)
    assert outcomes.report(small, today=TODAY) is Counted.POOLED
    assert outcomes.published() == []
    large = an_outcome(9, content="c_2", campaign="spring", week=1, reach=900)
    assert outcomes.report(large, today=TODAY) is Counted.CAMPAIGN
    (shown,) = outcomes.published()
    assert (shown.content_id, shown.campaign_id, shown.figures.reach) == (None, "spring", 930)
    assert (shown.first_week, shown.last_week) == (MONDAY, MONDAY + timedelta(weeks=1))
    later = an_outcome(6, content="c_3", campaign="spring", reach=500)
    assert outcomes.report(later, today=TODAY) is Counted.CONTENT
    assert outcomes.published()[0] == shown


def test_weeks_that_have_not_ended_wait(outcomes: Outcomes) -> None:
    sunday, monday = MONDAY + timedelta(days=6), MONDAY + timedelta(days=7)
    assert outcomes.report(an_outcome(7), today=sunday) is Counted.WAITING
    outcomes.publish(today=sunday)
    assert outcomes.published() == []
    outcomes.publish(today=monday)
    assert len(outcomes.published()) == 1


@pytest.mark.parametrize(
    ("later", "counted"),
    [
        (an_outcome(6), Counted.WITHHELD),
        (an_outcome(6, week=-1, weeks=2), Counted.WITHHELD),
        (an_outcome(6, week=-2, weeks=9), Counted.WITHHELD),
        (an_outcome(6, week=1), Counted.CONTENT),
        (an_outcome(6, content="c_2"), Counted.CONTENT),
    ],
)
def test_weeks_of_a_content_are_covered_once(
    outcomes: Outcomes, later: Outcome, counted: Counted
) -> None:
    outcomes.report(an_outcome(5), today=TODAY)
    assert outcomes.report(later, today=TODAY) is counted


@pytest.mark.parametrize("whole_first", [True, False])
def test_a_campaign_and_a_content_of_it_are_not_both_shown(
    outcomes: Outcomes, *, whole_first: bool
) -> None:
    whole = an_outcome(12, content=None, campaign="spring", weeks=4)
    part = an_outcome(9, campaign="spring", week=2)
    first, second = (whole, part) if whole_first else (part, whole)
    outcomes.report(first, today=TODAY)
    assert outcomes.report(second, today=TODAY) is Counted.WITHHELD
    assert len(outcomes.published()) == 1


def test_a_report_that_was_not_shown_goes_as_if_it_had_never_come(outcomes: Outcomes) -> None:
    small = an_outcome(3, campaign="spring", reach=30)
    outcomes.report(small, today=TODAY)
    assert not outcomes.withdraw(small.report_id)
    with pytest.raises(NotFound):
        outcomes.withdraw(small.report_id)
    assert outcomes.report(an_outcome(9, campaign="spring"), today=TODAY) is Counted.CONTENT
    assert outcomes.by_content()["c_1"].reach == 1000


def test_what_was_shown_goes_and_its_weeks_stay_closed(outcomes: Outcomes) -> None:
    """Twelve people, withdrawn and reported again as thirteen, would tell of the thirteenth."""
    outcomes.report(an_outcome(6, content="c_2"), today=TODAY)
    outcomes.report(shown := an_outcome(12, campaign="spring"), today=TODAY)
    assert outcomes.withdraw(shown.report_id)
    assert [one.content_id for one in outcomes.published()] == ["c_2"]
    assert set(outcomes.by_content()) == {"c_2"}
    assert outcomes.report(an_outcome(13, campaign="spring"), today=TODAY) is Counted.WITHHELD
    with pytest.raises(NotFound):
        outcomes.withdraw(shown.report_id)
    outcomes.publish(today=TODAY)
    assert len(outcomes.published()) == 1


def test_no_figure_of_a_withdrawn_report_is_left(outcomes: Outcomes, database: Database) -> None:
    outcomes.report(shown := an_outcome(12, reach=7531), today=TODAY)
    outcomes.withdraw(shown.report_id)
    with database.read() as session:
        (row,) = session.scalars(select(OutcomeRow))
        assert (row.people, row.reach, row.engagements, row.conversions) == (0, None, None, None)


def test_of_what_is_shown_as_one_no_part_is_taken(outcomes: Outcomes) -> None:
    small = an_outcome(3, campaign="spring", reach=30)
    large = an_outcome(9, content="c_2", campaign="spring", week=1, reach=900)
    outcomes.report(small, today=TODAY)
    outcomes.report(large, today=TODAY)
    (whole,) = outcomes.published()
    with pytest.raises(Conflict):
        outcomes.withdraw(small.report_id)
    assert outcomes.published() == [whole]
    assert outcomes.withdraw(whole.report_id)
    assert outcomes.published() == []
    again = an_outcome(8, campaign="spring")
    assert outcomes.report(again, today=TODAY) is Counted.WITHHELD, "the small one's weeks too"


REPORTS = st.builds(
    an_outcome,
    st.integers(1, 9),
    content=st.sampled_from(["c_1", "c_2", "c_3", None]),
    campaign=st.sampled_from(["spring", "autumn"]),
    week=st.integers(0, 4),
    weeks=st.integers(1, 2),
    reach=st.integers(0, 10**6),
)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(reports=st.lists(REPORTS, max_size=10))
def test_no_difference_of_what_was_ever_shown_covers_fewer_than_five(
    sqlite: Database, reports: list[Outcome]
) -> None:
    """The attacker reads what is shown after each report, and knows every report but one.

    Each report weighs a power of two, so that a figure tells which reports are in it.
    """
    with sqlite.write() as session:
        session.execute(delete(OutcomeRow))
    outcomes, seen = Outcomes(sqlite), [list[PublishedOutcome]()]
    for place, report in enumerate(reports):
        weighed = Figures(2**place, 0, 0, 0)
        marked = Outcome(
            content_id=report.content_id,
            campaign_id=report.campaign_id,
            first_week=report.first_week,
            last_week=report.last_week,
            people=report.people,
            figures=weighed,
        )
        outcomes.report(marked, today=TODAY)
        seen.append(outcomes.published())
    for before, after in pairwise(seen):
        assert after[: len(before)] == before, "what was shown never changes"
    parts = [
        {place for place in range(len(reports)) if reach_of(one) >> place & 1} for one in seen[-1]
    ]
    for one, other in combinations(parts, 2):
        assert not one & other, "no part is within another"
    for part in parts:
        assert max(reports[place].people for place in part) >= FEWEST


def reach_of(shown: PublishedOutcome) -> int:
    assert shown.figures.reach is not None
    assert shown.people_at_least % FEWEST == 0
    return shown.figures.reach
