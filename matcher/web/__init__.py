"""The web pages. They call public names only; nothing imports them but app.py."""
