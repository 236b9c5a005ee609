"""What authors of Material expect of a page works here."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.building import Site
from tests.rendering import FRONT_MATTER

PAGE = """\
??? note "Opens"
    Inside.

A note[^1], ~~gone~~, about ~50, ++ctrl+alt+del++ and HTML.

[^1]: The note.

*[HTML]: Markup

- [ ] open
- [x] done

Right under a paragraph
- a list

and
| a | b |
|---|---|
| 1 | 2 |

Code right under it
```
ebb
```
and below it

![The sea](sea.svg){ width="300" height="200" }

<figure markdown="span">
  ![The sea at noon](/sea.svg){ width="300" }
  <figcaption>High water</figcaption>
</figure>

$ and \\*\\* and `[^2]` are signs.
"""


@pytest.fixture
def site(build_site: Callable[..., Site]) -> Site:
    files = {"docs/page.md": FRONT_MATTER + PAGE, "docs/sea.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>'}
    return build_site(files, strict=True)


@pytest.mark.parametrize("address", ["/page/", "/embed/pages/page/"])
def test_blocks_notes_tasks_keys_and_pictures_are_read_on_a_page_and_in_its_frame(site: Site, address: str):
    page = site.tree(address)

    assert site.warnings == []
    assert page.xpath("normalize-space(//details[@class='note']/summary)") == "Opens"
    assert page.xpath("//sup/a[@class='footnote-ref']/@href") == ["#fn:1"]
    assert page.xpath("string(//li[@id='fn:1']/p/text())").strip() == "The note."
    assert page.xpath("//li[@id='fn:1']//a/@title") == ["Back to footnote 1 in the text"]
    assert page.xpath("string(//del)") == "gone"
    assert page.xpath("//kbd/text()") == ["Ctrl", "Alt", "Del"]
    assert page.xpath("//abbr/@title") == ["Markup"]
    assert page.xpath("//input[@disabled]/@aria-label") == ["open", "done"]
    assert page.xpath("string(//p[contains(., 'Right under')]/following-sibling::ul[1]/li)") == "a list"
    assert page.xpath("//td/text()") == ["1", "2"]
    assert page.xpath("//pre/code/text()") == ["ebb\n"]
    assert {"<p>Code right under it</p>", "<p>and below it</p>"} <= set(site.html(address).splitlines())
    assert page.xpath("//p/img/@width") == ["300"]
    assert page.xpath("//p/img/@alt") == ["The sea"]
    assert page.xpath("//figure/img/@alt") == ["The sea at noon"]
    assert page.xpath("string(//figure/figcaption)") == "High water"
    assert page.xpath("//@style") == []
