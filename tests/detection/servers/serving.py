# SPDX-FileCopyrightText: 2026 The Quoth developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the small servers of the tests share: a free port, told on the first line, and an end with whoever started them."""
import http.server
import json
import os
import sys
import threading


def serve(routes):
    """routes: {(method, path): function(parsed body) -> object}."""

    class Handler(http.server.BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def answer(self, method):
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            route = routes.get((method, self.path))
            status, reply = (200, route(json.loads(body) if body else None)) if route else (404, {"error": "not found"})
            data = json.dumps(reply).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def do_GET(self):
            self.answer("GET")

        def do_POST(self):
            self.answer("POST")

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
    print(server.server_port, flush=True)
    server.serve_forever()
