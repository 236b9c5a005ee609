"""Make the site's fonts: Atkinson Hyperlegible, cut down to the letters the site needs.

Run it only to change the set of letters; what it writes is committed. In an environment of its own:

    python3 -m venv .cache/fonts
    .cache/fonts/bin/pip install fonttools==4.68.0 brotli==1.2.1 fontpkg-atkinson-hyperlegible==1.6
    .cache/fonts/bin/python tools/fonts.py

It writes the fonts of the theme in hooks/primer/site/theme/assets, then prints the numbers of the fallback's
@font-face in site.css there.
"""

import shutil
from pathlib import Path

import fontpkg_atkinson_hyperlegible
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.reverseContourPen import ReverseContourPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

SOURCE = Path(fontpkg_atkinson_hyperlegible.__file__).parent
TARGET = Path(__file__).parents[1] / "hooks/primer/site/theme/assets/fonts"
STYLES = {"Regular": "regular", "Bold": "bold", "Italic": "italic", "BoldItalic": "bold-italic"}

# Latin, Latin-1, Latin Extended-A; then spaces, dashes, quotes, signs that occur in prose.
LETTERS = {*range(0x20, 0x7F), *range(0xA0, 0x180), *map(ord, "\u2009\u200a\u2011–—‘’‚“”„†‡•…‰′″‹›⁄€™−≈≠≤≥")}

# The font has every macron of te reo Māori but that of o, and not the circumflexes of Welsh: base, accent, its height.
COMPOSED = {
    "ō": ("o", "uni0304", 0),
    "Ō": ("O", "macron", 161),
    "ŵ": ("w", "uni0302", 0),
    "Ŵ": ("W", "uni0302.case", 0),
    "ŷ": ("y", "uni0302", 0),
    "Ŷ": ("Y", "uni0302.case", 0),
}

# Of each letter: how often it stands in 1000 characters of English prose, its width in Arial, its width in Arial Bold.
PROSE = {
    " ": (181, 569, 569), "e": (102, 1139, 1139), "t": (74, 569, 682), "a": (66, 1139, 1139),
    "o": (63, 1139, 1251), "i": (58, 455, 569), "n": (57, 1139, 1251), "s": (53, 1024, 1139),
    "h": (50, 1139, 1251), "r": (49, 682, 797), "d": (35, 1139, 1251), "l": (33, 455, 569),
    "u": (23, 1139, 1251), "m": (20, 1706, 1821), "c": (22, 1024, 1139), "w": (19, 1479, 1593),
    "f": (18, 569, 682), "g": (16, 1139, 1251), "y": (16, 1024, 1139), "p": (15, 1139, 1251),
    "b": (12, 1139, 1251), "v": (8, 1024, 1139), "k": (6, 1024, 1139), ".": (4, 569, 569),
}  # fmt: skip
ARIAL_UNITS = 2048


def main() -> None:
    """Write the four fonts and their licence, and print the numbers of the fallback."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for style, name in STYLES.items():
        font = TTFont(SOURCE / f"files/AtkinsonHyperlegible-{style}.ttf", recalcTimestamp=False)
        if style in ("Regular", "Bold"):
            print(f"{style}: {fallback(font, bold=style == 'Bold')}")
        compose(font)
        open_zero(font)
        cut(font)
        font.flavor = "woff2"
        font.save(TARGET / f"{name}.woff2")
    shutil.copyfile(SOURCE / "LICENSE", TARGET / "OFL.txt")


def compose(font: TTFont) -> None:
    """Add the letters of COMPOSED, each accent in the middle of its letter, as the font places its other accents."""
    glyphs, metrics, order = font["glyf"], font["hmtx"], font.getGlyphOrder()
    for letter, (base, accent, y) in COMPOSED.items():
        glyph, name = Glyph(), f"uni{ord(letter):04X}"
        mark = glyphs[accent]
        x = round((metrics[base][0] - mark.xMin - mark.xMax) / 2)
        glyph.numberOfContours = -1
        glyph.components = [component(base, 0, 0), component(accent, x, y)]
        glyphs[name] = glyph
        metrics[name] = metrics[base]
        glyph.recalcBounds(glyphs)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[ord(letter)] = name
    font.setGlyphOrder(list(dict.fromkeys([*order, *glyphs.keys()])))


def open_zero(font: TTFont) -> None:
    """Take the slash out of the zero, which looks like code in a telephone number; the font has no other zero.

    Its outer shape stays, and the same shape, fitted into the room of the two counters that the slash divides, is the
    one counter. Widths and kerning stay.
    """
    name = font.getBestCmap()[ord("0")]
    glyphs, whole = font.getGlyphSet(), RecordingPen()
    glyphs[name].draw(whole)
    ends = [index + 1 for index, (step, _) in enumerate(whole.value) if step == "closePath"]
    outer, counters = RecordingPen(), RecordingPen()
    outer.value, counters.value = whole.value[: ends[0]], whole.value[ends[0] :]
    (left, bottom, right, top), (x, y, x_end, y_end) = _bounds(outer), _bounds(counters)
    across, up = (x_end - x) / (right - left), (y_end - y) / (top - bottom)
    drawn = TTGlyphPen(glyphs)
    outer.replay(drawn)
    outer.replay(TransformPen(ReverseContourPen(drawn), (across, 0, 0, up, x - left * across, y - bottom * up)))
    font["glyf"][name] = drawn.glyph(round=round)


def _bounds(shape: RecordingPen) -> tuple[float, float, float, float]:
    pen = BoundsPen(None)
    shape.replay(pen)
    left, bottom, right, top = pen.bounds
    return left, bottom, right, top


def component(glyph: str, x: int, y: int) -> GlyphComponent:
    """A glyph placed inside another, in font units."""
    part = GlyphComponent()
    part.glyphName, part.x, part.y, part.flags = glyph, x, y, 0x4  # ROUND_XY_TO_GRID
    return part


def cut(font: TTFont) -> None:
    """Keep the letters of LETTERS, with kerning and without instructions for screens of few pixels."""
    options = Options(hinting=False, layout_features=["kern", "mark", "mkmk", "ccmp", "locl"])
    options.drop_tables += ["DSIG"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=LETTERS)
    subsetter.subset(font)


def fallback(font: TTFont, *, bold: bool) -> str:
    """What makes Arial take the room of this font in an @font-face, so that nothing moves when the font arrives.

    ``size-adjust`` scales widths and heights alike, so the ascent and the descent are divided by it:
    CSS Fonts Module Level 5, https://drafts.csswg.org/css-fonts-5/#size-adjust-desc
    """
    units, metrics, names = font["head"].unitsPerEm, font["hmtx"], font.getBestCmap()
    ours = sum(count * metrics[names[ord(letter)]][0] for letter, (count, *_) in PROSE.items()) / units
    arial = sum(count * widths[bold] for count, *widths in PROSE.values()) / ARIAL_UNITS
    size = ours / arial
    ascent, descent = font["hhea"].ascent / units / size, -font["hhea"].descent / units / size
    return f"size-adjust: {size:.2%}; ascent-override: {ascent:.2%}; descent-override: {descent:.2%};"


if __name__ == "__main__":
    main()
