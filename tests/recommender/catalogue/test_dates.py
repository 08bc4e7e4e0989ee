from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.language import Language
from recommender.catalogue.dates import instant
from recommender.catalogue.rows import RawDate, Unusable

FR, EN = Language.FRENCH, Language.ENGLISH


@pytest.mark.parametrize(
    ("written", "language", "expected"),
    [
        ("2024-05-31T09:00+02:00", EN, datetime(2024, 5, 31, 7, tzinfo=UTC)),
        ("2024-05-31T09:00:00Z", EN, datetime(2024, 5, 31, 9, tzinfo=UTC)),
        ("2024-05-31 09:00", EN, datetime(2024, 5, 31, 9, tzinfo=UTC)),
        ("2024-05-31", EN, datetime(2024, 5, 31, tzinfo=UTC)),
        ("2016-03-23 9:00:00 -4", EN, datetime(2016, 3, 23, 13, tzinfo=UTC)),
        ("2016-03-23 09:00:00 -0430", EN, datetime(2016, 3, 23, 13, 30, tzinfo=UTC)),
        ("Tue, 02 Jan 2024 10:00:00 +0200", EN, datetime(2024, 1, 2, 8, tzinfo=UTC)),
        ("1er août 2024", FR, datetime(2024, 8, 1, tzinfo=UTC)),
        ("12 mars 2024 à 14h30", FR, datetime(2024, 3, 12, 14, 30, tzinfo=UTC)),
        ("March 5, 2024", EN, datetime(2024, 3, 5, tzinfo=UTC)),
        ("12 mars 2024", EN, datetime(2024, 3, 12, tzinfo=UTC)),
        ("03/04/2024", FR, datetime(2024, 4, 3, tzinfo=UTC)),
        ("13/04/2024", EN, datetime(2024, 4, 13, tzinfo=UTC)),
        ("04/13/2024", EN, datetime(2024, 4, 13, tzinfo=UTC)),
        ("05/05/2024", EN, datetime(2024, 5, 5, tzinfo=UTC)),
        (date(2024, 5, 31), FR, datetime(2024, 5, 31, tzinfo=UTC)),
        (datetime(2024, 5, 31, 9), FR, datetime(2024, 5, 31, 9, tzinfo=UTC)),  # noqa: DTZ001 - a time without zone is the case
        (None, FR, None),
        ("  ", FR, None),
    ],
)
def test_dates_are_read_as_they_are_written(
    written: RawDate, language: Language, expected: datetime | None
) -> None:
    assert instant(written, field="published_at", language=language) == expected


@pytest.mark.parametrize(
    ("written", "language"),
    [
        ("03/04/2024", EN),
        ("hier", FR),
        ("yesterday", EN),
        ("in 3 days", EN),
        ("mars 2024", FR),
        ("2024", EN),
        ("31/02/2024", FR),
        ("2024-13-45", EN),
        ("0001-01-01T00:00:00+14:00", EN),
        ("5 mars 2024" + " " * 5000 + "x", FR),
        ("soon", EN),
    ],
)
def test_what_is_no_certain_day_is_refused_by_its_field(written: str, language: Language) -> None:
    with pytest.raises(Unusable, match="expires_at") as refusal:
        instant(written, field="expires_at", language=language)
    assert refusal.value.field == "expires_at"
    assert "2024-05-31" in refusal.value.reason


@given(
    moment=st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1)),  # noqa: DTZ001 - hypothesis adds the zone
    minutes=st.integers(-14 * 60, 14 * 60),
)
def test_an_iso_date_keeps_its_instant(moment: datetime, minutes: int) -> None:
    aware = moment.replace(tzinfo=timezone(timedelta(minutes=minutes)))
    read = instant(aware.isoformat(), field="published_at", language=EN)
    assert read == aware
    assert read is not None
    assert read.tzinfo is UTC
