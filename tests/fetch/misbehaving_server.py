#!/usr/bin/env python3
"""An HTTP server that misbehaves on purpose, for the tests of src/interdict/fetch.

    misbehaving_server.py [CERTIFICATE KEY]

Listens on 127.0.0.1, on a port that the system chooses, with TLS if a certificate is given; writes the
port and a line end to standard output; ends when its standard input is closed, so that it cannot outlive
the test program. The path of a request names the behaviour; `times` in its query is a name under which
requests are counted, so that a behaviour can change with the second request; /count?times=NAME tells.
Requests to use it as a proxy are counted under HOST:PORT.
"""
import base64
import collections
import hashlib
import http.server
import json
import os
import ssl
import sys
import threading
import urllib.parse

LIST = b"36,\"SHIPPING LINE ONE\",-0- ,\"CUBA\"\r\n" * 100
ETAG = '"v1"'
DATE = "Wed, 18 Nov 2026 10:00:00 GMT"
HTML = b"<!DOCTYPE html><html><body>Down for maintenance</body></html>"

counts = collections.Counter()
counts_lock = threading.Lock()
closing = threading.Event()


def sha256(body):
    return hashlib.sha256(body).digest()


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        self.run()

    def do_HEAD(self):
        self.run()

    def do_CONNECT(self):  # someone takes this server for a proxy
        with counts_lock:
            counts[self.path] += 1
        self.send_error(502)

    def run(self):
        url = urllib.parse.urlsplit(self.path)
        self.query = {k: v[0] for k, v in urllib.parse.parse_qs(url.query).items()}
        name = url.path.strip("/").split("/")[0].replace("-", "_")
        if name != "count":
            with counts_lock:
                counts[self.query.get("times", "")] += 1
                self.turn = counts[self.query.get("times", "")]
        getattr(self, "serve_" + name, self.serve_missing)()

    def answer(self, status, body=b"", length=None, **headers):
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key.replace("_", "-"), value)
        if length is not False:
            self.send_header("Content-Length", str(len(body) if length is None else length))
        else:
            self.close_connection = True
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    # What a well-behaved publisher does.

    def serve_list(self):
        marks = (self.headers.get("If-None-Match"), self.headers.get("If-Modified-Since"))
        if marks[0] == ETAG or (marks[0] is None and marks[1] == DATE):
            return self.answer(304, ETag=ETAG)
        self.answer(200, LIST, ETag=ETAG, Last_Modified=DATE, Content_Type="text/csv",
                    Content_Disposition='attachment; filename="list_2026-11-18.csv"')

    def serve_lists(self):  # a mirror: /lists/NAME; the changed one is newer than all marks
        if self.path.split("?")[0].endswith("/" + self.query.get("changed", "")):
            return self.answer(200, LIST, ETag='"v2"')
        self.serve_list()

    def serve_count(self):
        self.answer(200, str(counts[self.query.get("times", "")]).encode())

    def serve_echo(self):
        self.answer(200, json.dumps({k.lower(): v for k, v in self.headers.items()}).encode())

    def serve_firewall(self):  # OFAC's rule
        agent = self.headers.get("User-Agent", "")
        proper = len(agent) >= 40 and agent.startswith("Mozilla/") and agent[8].isdigit()
        self.answer(200 if proper else 403, LIST if proper else HTML)

    def serve_redirect(self):
        self.answer(int(self.query.get("status", 302)), HTML, Location=self.query["to"])

    def serve_hop(self):  # /hop?left=N: N redirects, then the list
        left = int(self.query["left"])
        if left == 0:
            return self.serve_list()
        self.answer(302, Location="/hop?left=%d" % (left - 1))

    def serve_loop(self):
        self.answer(302, Location=self.path)

    # Hashes.

    def serve_digest(self):
        digest = sha256(LIST)
        forms = {
            "ofac": "sha-256" + digest.hex(),
            "base64": "SHA-256=" + base64.b64encode(digest).decode(),
            "wrong": "sha-256" + sha256(b"another file").hex(),
            "unreadable": "sha-256=soon",
        }
        self.answer(200, LIST, Digest=forms[self.query["form"]])

    def serve_rfc9530(self):
        self.answer(200, LIST, Repr_Digest="sha-256=:%s:" % base64.b64encode(sha256(LIST)).decode())

    def serve_digest_on_head(self):  # OFAC: the hash in the answer to HEAD only; GET is a redirect
        if self.command == "HEAD":
            stale = self.query.get("stale") and self.turn == 1
            return self.answer(200, Digest="sha-256" + sha256(b"old" if stale else LIST).hex())
        self.answer(302, Location="/list?times=storage")

    def serve_no_head(self):
        if self.command == "HEAD":
            return self.answer(405)
        self.serve_list()

    def serve_dead_head(self):  # the connection breaks on HEAD
        if self.command == "HEAD":
            self.close_connection = True
            return
        self.serve_list()

    # Trouble that passes, and that does not.

    def serve_missing(self):
        self.answer(404, HTML)

    def serve_status(self):
        self.answer(int(self.query["status"]), HTML)

    def serve_flaky(self):  # /flaky?status=500&times=x: an error first, then the list
        if self.turn == 1:
            headers = {"Retry_After": self.query["after"]} if "after" in self.query else {}
            return self.answer(int(self.query["status"]), HTML, **headers)
        self.serve_list()

    def serve_html(self):
        self.answer(200, HTML, Content_Type="text/html; charset=utf-8")

    def serve_gzip(self):
        self.answer(200, LIST, Content_Encoding="gzip")

    def serve_truncated(self):
        if self.query.get("then") == "whole" and self.turn > 1:
            return self.serve_list()
        self.close_connection = True
        self.answer(200, LIST, length=len(LIST) + 100)

    def serve_cut_chunks(self):
        self.close_connection = True
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        self.wfile.write(b"%x\r\n" % len(LIST) + LIST + b"\r\n")  # no closing chunk

    def serve_chunks(self):
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        if "length" in self.query:
            self.send_header("Content-Length", self.query["length"])
        self.end_headers()
        self.wfile.write(b"%x\r\n" % len(LIST) + LIST + b"\r\n0\r\n\r\n")

    def serve_large(self):  # with or without Content-Length
        self.answer(200, b"x" * int(self.query["bytes"]),
                    length=False if self.query.get("length") == "no" else None)

    def serve_empty(self):
        self.answer(200)

    def serve_headers(self):
        self.send_response(200)
        for i in range(500):
            self.send_header("X-Padding-%d" % i, "x" * 200)
        self.end_headers()

    def serve_silent(self):
        closing.wait(60)
        self.close_connection = True

    def serve_drip(self):
        self.send_response(200)
        self.send_header("Content-Length", "1000000")
        self.end_headers()
        while not closing.wait(0.05):
            self.wfile.write(b"x")
            self.wfile.flush()

    def serve_rude(self):  # closes without an answer
        self.close_connection = True


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass  # clients that hang up are what is tested


def main():
    server = Server(("127.0.0.1", 0), Handler)
    if len(sys.argv) == 3:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[1], sys.argv[2])
        server.socket = context.wrap_socket(server.socket, server_side=True,
                                            do_handshake_on_connect=False)
    print(server.server_address[1], flush=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdin.buffer.read()
    closing.set()
    os._exit(0)


if __name__ == "__main__":
    main()
