"""Jobs of a work history: the lines that carry dates, the header around them, what it names."""
