"""What is found out of somebody's texts is kept under their digest, and none of the texts."""

import gc

from personalizer.digested import Digested
from personalizer.tongue import language_of


def test_once_read_no_text_is_kept() -> None:
    digested = Digested(["un post", "un autre"])
    assert digested.read() == ("un post", "un autre")
    assert digested.read() == ()
    assert digested == Digested(["un post", "un autre"])


def test_where_one_text_ends_is_part_of_the_key() -> None:
    ways = (["ab", "c"], ["a", "bc"], ["abc"], ["abc", ""], ["c", "ab"], ["ab\x00c"], ["\ud800abc"])
    assert len({Digested(each) for each in ways}) == len(ways)


def test_no_post_stays_in_memory_for_its_language() -> None:
    post = "Le relais est dans la boîte, et nous avons fini avec les fils."
    assert language_of(post) is language_of(post[:])
    assert not [one for one in gc.get_objects() if type(one) is Digested and one.read()]
