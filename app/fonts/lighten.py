"""Makes the variable roman a quarter lighter: python3 lighten.py in.ttf out.ttf, both outside WOFF2 (fontTools 4.6).

The roman shares a slow telephone's first second with the style sheet and the lead photo, and half of its bytes tell in
thousandths of an em how outlines and distances move between its weights and sizes. What nobody can see of that goes:

- outlines move in steps of 3 units, and of 6 where bold and display meet. Text of regular weight is not touched; a headline
  is 2 units off on the middle and 7 at most: a tenth and a third of a pixel at 48;
- the distance between two letters is one number, the middle of what it is in text and display, regular and bold, unless
  that is off by more than 16 units; then it goes on moving, in steps of 16;
- layout features of glyphs that the subset does not have go, and tables that browsers do not read.

Advance widths stay as they are: lines break where they broke, and the measured fallbacks fit.
"""

import sys

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables
from fontTools.varLib.varStore import OnlineVarStoreBuilder

STEP, CORNER_STEP, TOLERANCE, OFF_AT_MOST, EVEN = 3, 6, 0.5, 16, 4
REPORT = 0.8  # the weight of headlines, 640, on the axis from 400 to 700
PHANTOMS = 4  # the last points of a glyph carry its advance width


def stepped(number, step):
    return round(number / step) * step


def subset_again(font):
    options = subset.Options()
    options.hinting = False
    options.layout_features = ["kern", "ccmp", "liga", "locl"]
    options.layout_closure = False
    options.notdef_outline = True
    options.glyph_names = False
    options.name_IDs = ["*"]
    options.drop_tables = ["BASE", "STAT"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=list(font.getBestCmap()))
    subsetter.subset(font)


def lighten_outlines(font):
    glyf, gvar, metrics = font["glyf"], font["gvar"], font["hmtx"].metrics
    for name, variations in gvar.variations.items():
        coordinates, control = glyf._getCoordinatesAndControls(name, metrics)
        outline = len(coordinates) - PHANTOMS
        for variation in variations:
            step = CORNER_STEP if len(variation.axes) == 2 else STEP
            variation.coordinates = [
                (stepped(point[0], step), stepped(point[1], step)) if point and i < outline else point
                for i, point in enumerate(variation.coordinates)
            ]
            variation.optimize(coordinates, control.endPts, TOLERANCE, glyf[name].isComposite())
        gvar.variations[name] = [variation for variation in variations if variation.hasImpact()]


def distances(font):
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in (getattr(each, "ExtSubTable", each) for each in lookup.SubTable):
            if isinstance(table, otTables.SinglePos):
                yield from table.Value if isinstance(table.Value, list) else [table.Value]
            elif isinstance(table, otTables.PairPos) and table.Format == 1:
                yield from (pair.Value1 for first in table.PairSet for pair in first.PairValueRecord if pair.Value1)
            elif isinstance(table, otTables.PairPos):
                yield from (b.Value1 for a in table.Class1Record for b in a.Class2Record if b.Value1)


def off(moves, kept):
    """What is missing for text and display, regular and bold, once `kept` is taken from `moves` (weight, size, both)."""
    weight, size, both = (a - b for a, b in zip(moves, kept))
    corners = (0, weight * REPORT, size, (weight + both) * REPORT + size)
    middle = stepped((max(corners) + min(corners)) / 2, EVEN)
    return middle, max(abs(corner - middle) for corner in corners)


def device(index):
    table = otTables.Device()
    table.DeltaFormat, table.StartSize, table.EndSize = 0x8000, index >> 16, index & 0xFFFF
    return table


def kept_of(value, name, moves):
    """How far a number still moves; the distance between two letters is brought to its middle."""
    if name != "XAdvDevice":
        return moves  # a letter that is put elsewhere: two of them, which cost nothing
    kept = [0, 0, 0]
    middle, furthest = off(moves, kept)
    if furthest > OFF_AT_MOST:
        kept = [stepped(move, OFF_AT_MOST) for move in moves]
        middle, _ = off(moves, kept)
    value.XAdvance = getattr(value, "XAdvance", 0) + middle
    return kept


def lighten_distances(font):
    store = font["GDEF"].table.VarStore
    supports = [region.get_support(font["fvar"].axes) for region in store.VarRegionList.Region]
    assert [len(support) for support in supports] == [1, 1, 2], "the regions are weight, size, both"
    builder = OnlineVarStoreBuilder([axis.axisTag for axis in font["fvar"].axes])
    builder.setSupports(supports)
    moving = []
    for value in distances(font):
        for name in ("XPlaDevice", "YPlaDevice", "XAdvDevice"):
            old = getattr(value, name, None)
            if old is None:
                continue
            moves = [0, 0, 0]
            data = store.VarData[old.StartSize]
            for region, move in zip(data.VarRegionIndex, data.Item[old.EndSize]):
                moves[region] = move
            kept = kept_of(value, name, moves)
            delattr(value, name)
            if any(kept):
                moving.append((value, name, builder.storeDeltas(kept)))
    font["GDEF"].table.VarStore = builder.finish()
    renamed = font["GDEF"].table.VarStore.optimize(use_NO_VARIATION_INDEX=False)
    for value, name, index in moving:
        setattr(value, name, device(renamed[index]))


if __name__ == "__main__":
    roman = TTFont(sys.argv[1], lazy=False)
    subset_again(roman)
    lighten_outlines(roman)
    lighten_distances(roman)
    roman.save(sys.argv[2])
