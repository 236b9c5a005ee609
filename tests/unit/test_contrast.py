"""The colours of the theme are seen on each other as well as WCAG asks."""

import re

from primer.core.diagnostics import Report
from primer.publish.contrast import KNOWN, SEEN_ON, TOKENS, report_contrast
from primer.site.assets import THEME

CSS = (THEME / "assets" / TOKENS).read_text("utf-8")


def said_of(css: str) -> list[str]:
    report = Report()
    report_contrast(css, TOKENS, report)
    return [str(problem) for problem in report]


def test_the_tokens_of_the_theme_are_seen_on_each_other_in_all_schemes():
    assert all(f"--{name}: " in CSS for name in KNOWN)
    assert said_of(CSS) == []


def test_each_text_is_measured_in_the_dark_too():
    light, dark = CSS.split('[data-md-color-scheme="slate"]')
    values = dict(re.findall(r"--([\w-]+): ([^;]+);", dark.split("@media")[0]))
    for (name, _), (ground, *_) in SEEN_ON.items():
        unseen = dark.replace(f"--{name}: {values[name]}", f"--{name}: {values[ground]}", 1)
        said = said_of(light + "x" + unseen)
        assert any(f": --{name} on --{ground} has a contrast of 1," in problem for problem in said)
