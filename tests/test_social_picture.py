"""The committed picture is what the typesetter makes of today's settings."""

from tools import social


def test_the_picture_shows_the_name_and_description_of_the_site():
    assert social.PICTURE.read_bytes() == social.picture()
