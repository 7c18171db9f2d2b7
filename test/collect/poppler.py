"""Fills in PDF forms with poppler-glib, as Evince and other viewers on Linux do: JSON in, files out.

Reads [{"file", "saved", "pages": {"0": [{"x", "y", "text"}]}}] from standard input: where to click, in points from the
bottom left, and what to type there. Prints the version of poppler; ends with 3 where there is none.
"""

import ctypes
import ctypes.util
import json
import sys

TEXT, BUTTON = 2, 1


class Rectangle(ctypes.Structure):
    _fields_ = [(side, ctypes.c_double) for side in ("x1", "y1", "x2", "y2")]


class Mapping(ctypes.Structure):
    _fields_ = [("area", Rectangle), ("field", ctypes.c_void_p)]


class List(ctypes.Structure):
    pass


List._fields_ = [("data", ctypes.POINTER(Mapping)), ("next", ctypes.POINTER(List)), ("prev", ctypes.POINTER(List))]


def library():
    try:
        poppler = ctypes.CDLL(ctypes.util.find_library("poppler-glib") or "libpoppler-glib.so.8")
    except OSError:
        sys.exit(3)
    pointer, text, number = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
    for name, result, arguments in [
        ("get_version", text, []),
        ("document_new_from_file", pointer, [text, text, pointer]),
        ("document_get_page", pointer, [pointer, number]),
        ("document_save", number, [pointer, text, pointer]),
        ("page_get_form_field_mapping", ctypes.POINTER(List), [pointer]),
        ("form_field_get_field_type", number, [pointer]),
        ("form_field_text_set_text", None, [pointer, text]),
        ("form_field_button_set_state", None, [pointer, number]),
    ]:
        function = getattr(poppler, "poppler_" + name)
        function.restype, function.argtypes = result, arguments
    return poppler


def widgets(poppler, page):
    entry = poppler.poppler_page_get_form_field_mapping(page)
    while entry:
        yield entry.contents.data.contents
        entry = entry.contents.next


def fill(poppler, page, places):
    for widget in widgets(poppler, page):
        area = widget.area
        for place in places:
            if not (area.x1 <= place["x"] <= area.x2 and area.y1 <= place["y"] <= area.y2):
                continue
            kind = poppler.poppler_form_field_get_field_type(widget.field)
            if kind == TEXT:
                poppler.poppler_form_field_text_set_text(widget.field, place["text"].encode())
            elif kind == BUTTON:
                poppler.poppler_form_field_button_set_state(widget.field, 1)


def main():
    poppler = library()
    for job in json.load(sys.stdin):
        document = poppler.poppler_document_new_from_file(b"file://" + job["file"].encode(), None, None)
        for number, places in job["pages"].items():
            fill(poppler, poppler.poppler_document_get_page(document, int(number)), places)
        if not poppler.poppler_document_save(document, b"file://" + job["saved"].encode(), None):
            sys.exit("poppler could not save " + job["file"])
    print(poppler.poppler_get_version().decode())


main()
