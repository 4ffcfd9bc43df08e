import json, re, sys

turn = re.compile(r"^([A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3}): +(\S(?:.*\S)?)", re.MULTILINE)
why = {"confidence": 0.8, "explanation": "a name and a colon before it"}
for line in sys.stdin:
    article = json.loads(line)
    if article.get("quoth") == "hello":
        answer = {"name": "interview", "version": "1", "protocol": 1}
    else:
        answer = {"id": article["id"], "spans": [], "attributions": [], "speakers": []}
        for found in turn.finditer(article["text"]):
            name, source, content = found[1], f"s{found.start(1)}", f"s{found.start(2)}"
            if all(speaker["id"] != name for speaker in answer["speakers"]):
                answer["speakers"].append({"id": name, "name": name, "type": "person"})
            answer["spans"].append({"id": source, "label": "Speaker", "fragments": [found.span(1)], "speaker": name, **why})
            answer["spans"].append({"id": content, "label": "Quotation", "fragments": [found.span(2)], **why})
            answer["attributions"].append({"spans": {"source": [source], "content": [content]}, **why})
    print(json.dumps(answer), flush=True)
