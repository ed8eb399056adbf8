"""Tests of reading documents of every format, and what builds them."""
