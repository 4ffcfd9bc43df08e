# SPDX-FileCopyrightText: 2026 The Quoth developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A detector over HTTP by resources/protocols/detectors.md, with the standard library alone."""
from serving import serve


def detect(article):
    spans = []
    begin = article["text"].find("Mayor Ann Reed")
    if begin >= 0:
        assert "Speaker" in [label["name"] for label in article["schema"]["labels"]]
        spans.append({"label": "Speaker", "fragments": [[begin, begin + 14]], "text": ["Mayor Ann Reed"], "confidence": 0.8})
    return {"id": article["id"], "spans": spans}


serve({("GET", "/info"): lambda _: {"name": "mayors", "version": "1.0", "protocol": 1}, ("POST", "/detect"): detect})
