import numpy as np

from recommender.collective.sharing import Exposure


def test_what_was_offered_often_gives_way_to_what_fits_as_well() -> None:
    exposure = Exposure(3)
    scores = np.array([1.0, 0.9, -9.0])
    first = [int(exposure.shared_out(scores).argmax())]
    for _ in range(5):
        exposure.offer(np.array([first[-1]]))
        first.append(int(exposure.shared_out(scores).argmax()))
    assert first == [0, 1, 0, 1, 0, 1]


def test_what_fits_nobody_is_not_offered_for_being_rare() -> None:
    exposure = Exposure(2)
    exposure.offer(np.array([0]))
    assert exposure.shared_out(np.array([2.0, -2.0])).argmax() == 0


def test_nobody_stands_in_what_is_counted() -> None:
    exposure = Exposure(2)
    exposure.offer(np.array([1]))
    assert exposure.counts.tolist() == [0.0, 1.0]
    assert vars(exposure).keys() == {"counts"}
