import numpy as np
from scipy import sparse

from recommender.collective.counts import co_choices, shared_attention


def chosen(rows: list[list[int]]) -> sparse.csr_matrix:
    return sparse.csr_matrix(np.array(rows))


def test_a_pair_counts_from_the_fifth_person_on() -> None:
    four = [[1, 1, 0]] * 4
    assert co_choices(chosen(four))[0, 1] == 0
    assert co_choices(chosen([*four, [3, 1, 0]]))[0, 1] == 5


def test_an_item_that_fewer_than_five_chose_tells_nothing_not_even_of_itself() -> None:
    counts = co_choices(chosen([[1, 1, 0]] * 5 + [[0, 0, 1]] * 4))
    assert counts[2, 2] == 0
    assert counts[0, 0] == 5


def test_whoever_takes_a_choice_back_lowers_the_count() -> None:
    people = [[1, 1]] * 6
    assert co_choices(chosen(people))[0, 1] == 6
    assert co_choices(chosen([*people[:5], [1, 0]]))[0, 1] == 5
    assert co_choices(chosen([*people[:4], [1, 0], [1, 0]]))[0, 1] == 0


def test_whoever_chose_much_counts_less_for_each_pair() -> None:
    one_of_two = shared_attention(chosen([[1, 1, 0, 0]]), damping=0.5)
    one_of_four = shared_attention(chosen([[1, 1, 1, 1]]), damping=0.5)
    assert one_of_two[0, 1] > one_of_four[0, 1] > 0
