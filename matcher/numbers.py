"""Numbers as they are written out in resumes and postings."""

NUMBER_WORDS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
}
# The words as a pattern, in small letters; none before its own beginning ("seven", "seventeen").
SPELLED = "|".join(sorted(NUMBER_WORDS, key=lambda word: (-len(word), word)))
