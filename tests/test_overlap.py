from __future__ import annotations

from matcher.overlap import Rarity, overlap, stems

DUTIES = [
    "Maintains the brewing kettles and reports to the brewmaster.",
    "Maintains the records and reports of the cellar.",
    "Maintains the yeast bank.",
]


def test_words_are_compared_by_their_stems() -> None:
    assert stems("Managing C++ builds") == stems("manages a c++ build")


def test_a_rare_word_is_worth_more_than_a_common_one() -> None:
    shares = Rarity(DUTIES).shares(DUTIES[0])
    assert shares["kettl"] > shares["report"] > shares["maintain"] == 0
    assert 4090 <= sum(shares.values()) <= 4096


def test_the_overlap_is_the_share_of_the_words_that_are_asked_for() -> None:
    rarity = Rarity(DUTIES)
    said = [stems(text) for text in (*DUTIES[:1], "Cleaned kettles, kettles, kettles", "")]
    covered = overlap(said, [rarity.shares(text) for text in DUTIES])
    assert covered.shape == (3, 3)
    assert covered[0, 0] > 0.99 and 0 < covered[1, 0] < 0.5
    assert not covered[1, 1:].any() and not covered[2].any()


def test_nothing_said_and_nothing_asked_have_no_words_in_common() -> None:
    rarity = Rarity([])
    assert overlap([], []).shape == (0, 0)
    assert overlap([stems("brews")], [rarity.shares("brews")]).shape == (1, 1)
