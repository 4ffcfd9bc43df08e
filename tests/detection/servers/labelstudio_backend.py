# SPDX-FileCopyrightText: 2026 The Quoth developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""A Label Studio ML backend by the public protocol (label_studio_ml/api.py of HumanSignal/label-studio-ml-backend), with the
standard library alone: /health, /setup and /predict. It labels what it knows with labels of the configuration it is given."""
import xml.etree.ElementTree as tree

from serving import serve

KNOWN = {"Mayor Ann Reed": "PER", "said": "Cue", "\u201cThe bridge will open in May,\u201d": "Quotation"}


def labels_of(config):
    root = tree.fromstring(config)
    control = root.find("Labels")
    assert control.get("toName") == root.find("Text").get("name"), "the labels must be of the text"
    return control.get("name"), control.get("toName"), [label.get("value") for label in control]


def setup(request):
    request["project"].split(".", 1)[0]
    labels_of(request["schema"])
    return {"model_version": "0.0.1"}


def predict(request):
    from_name, to_name, labels = labels_of(request["label_config"])
    request["params"].pop("context", {})
    results = []
    for task in request["tasks"]:
        text, regions, ids = task["data"]["text"], [], {}
        for words, label in KNOWN.items():
            start = text.find(words)
            if start >= 0 and label in labels:
                ids[label] = "r%d" % len(ids)
                value = {"start": start, "end": start + len(words), "text": words, "labels": [label]}
                regions.append({"id": ids[label], "from_name": from_name, "to_name": to_name, "type": "labels", "value": value, "score": 0.7})
        for label in ("PER", "Cue"):
            if label in ids and "Quotation" in ids:
                regions.append({"type": "relation", "from_id": ids[label], "to_id": ids["Quotation"], "direction": "right"})
        results.append({"result": regions, "score": 0.5, "model_version": "0.0.1"})
    return {"results": results}


serve({("GET", "/health"): lambda _: {"status": "UP", "model_class": "Finder"}, ("POST", "/setup"): setup, ("POST", "/predict"): predict})
