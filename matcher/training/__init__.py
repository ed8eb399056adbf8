"""Trains the encoders from licensed files: the embedded one (``encoder``) and the adapter of the
accurate gear (``adapter``), by contrasts (``contrast``) between pairs of texts that mean the same
(``pairs``, ``vacancies``)."""
