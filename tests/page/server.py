#!/usr/bin/env python3
"""The server gives nothing to who should get nothing, and loses nothing of who should get something.

    server.py PROGRAM

A user would lose: talks that are nobody else's business, to a page in another tab; or the answer of
one of many who ask at once.
"""
import concurrent.futures
import http.client
import json
import os
import pathlib
import random
import signal
import socket
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
CASE = str(ROOT / "cases" / "ukraine-2025" / "case.yaml")
PROGRAM = sys.argv.pop(1)
CLIENTS = 20
BODY_MAX = 64 << 10


class Server(unittest.TestCase):
    def setUp(self):
        self.child = subprocess.Popen([PROGRAM, "serve", CASE, "--quiet"], stdout=subprocess.PIPE, text=True)
        self.address = self.child.stdout.readline().strip()
        parts = urllib.parse.urlsplit(self.address)
        self.port, self.path = parts.port, parts.path
        self.host = parts.netloc

    def tearDown(self):
        if self.child.poll() is None:
            self.child.kill()
        self.child.wait(20)
        self.child.stdout.close()

    def ask(self, method, path, body=None, headers=None, timeout=30):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, body, {"Content-Type": "application/json", **(headers or {})})
            answer = connection.getresponse()
            return answer.status, answer.read(), dict(answer.getheaders())
        finally:
            connection.close()

    def api(self, name, asked, **more):
        status, text, _ = self.ask("POST", f"{self.path}api/{name}", json.dumps(asked), **more)
        return status, text

    def command(self, *arguments):
        done = subprocess.run([PROGRAM, *arguments, "--json", "--quiet"], capture_output=True, check=False)
        return json.loads(done.stdout)

    def test_answers_are_the_commands(self):
        drop = ["--drop", "russia-recognition"]
        for name, asked, arguments in (
                ("zone", {"drop": ["russia-recognition"]}, ["zone", CASE, *drop]),
                ("show", {"as_of": "2025-02-13"}, ["show", CASE, "--as-of", "2025-02-13"]),
                ("check", {}, ["check", CASE]),
                ("deals", {}, ["deals", CASE]),
                ("zone", {"table": ["russia", "us"], "assume": ["territory != frozen"]},
                 ["zone", CASE, "--table", "russia,us", "--assume", "territory != frozen"]),
                ("judge", {"draft": {"territory": "frozen"}}, ["judge", CASE, "territory=frozen"]),
                ("report", {"drop": ["russia-recognition"]}, ["report", CASE, *drop])):
            with self.subTest(name):
                status, text = self.api(name, asked)
                self.assertEqual(status, 200, text)
                self.assertEqual(json.loads(text), self.command(*arguments))

    def events(self, name, asked, path=None):
        """What comes as events: pairs of a name and the data."""
        status, text, headers = self.ask("POST", f"{path or self.path}api/{name}", json.dumps(asked), {"Accept": "text/event-stream"})
        self.assertEqual(status, 200)
        self.assertEqual(headers["Content-Type"], "text/event-stream")
        found = []
        for block in text.decode().split("\n\n"):
            lines = [line for line in block.split("\n") if line and not line.startswith(":")]
            if lines:
                self.assertTrue(lines[0].startswith("event: "), block[:80])
                found.append((lines[0][7:], "\n".join(line[6:] for line in lines[1:])))
        return found

    def test_events_end_with_the_same_answer(self):
        for name, asked in (("zone", {"drop": ["russia-recognition"]}), ("report", {}), ("deals", {}), ("case", {}), ("zone", {"drop": ["no-such"]})):
            with self.subTest(name):
                status, text = self.api(name, asked)
                found = self.events(name, asked)
                self.assertEqual(found[-1][0], "answer" if status == 200 else "error")
                self.assertEqual(found[-1][1].rstrip("\n"), text.decode().rstrip("\n"))
                for kind, data in found[:-1]:
                    self.assertEqual(kind, "progress")
                    self.assertLessEqual(set(json.loads(data)), {"part", "done"})
                    self.assertLessEqual(json.loads(data)["done"], 1)

    def test_long_questions_tell_and_end_when_nobody_waits(self):
        with tempfile.TemporaryDirectory() as folder:
            case = pathlib.Path(folder) / "long.yaml"
            case.write_text(long_case(), encoding="utf-8")
            with subprocess.Popen([PROGRAM, "serve", case, "--quiet", "--time-limit", "60"], stdout=subprocess.PIPE, text=True) as child:
                try:
                    address = urllib.parse.urlsplit(child.stdout.readline().strip())
                    host = f"127.0.0.1:{address.port}"
                    head = (f"POST {address.path}api/zone HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n"
                            "Accept: text/event-stream\r\nContent-Length: 2\r\n\r\n{}")
                    with socket.create_connection(("127.0.0.1", address.port)) as client:
                        client.settimeout(30)
                        client.sendall(head.encode())
                        text = b""
                        while text.count(b"event: progress") < 3:
                            got = client.recv(4096)
                            self.assertTrue(got, text)
                            text += got
                        self.assertNotIn(b"event: answer", text)
                    begin = time.monotonic()  # the client is gone: nothing computes for it much longer
                    while len(os.listdir(f"/proc/{child.pid}/task")) > 2 and time.monotonic() - begin < 20:
                        time.sleep(0.05)
                    self.assertLess(time.monotonic() - begin, 20)
                finally:
                    child.terminate()
                    self.assertEqual(child.wait(15), 0)

    def test_strangers_get_nothing(self):
        token = self.path.strip("/")
        wrong = ("0" if token[0] != "0" else "1") + token[1:]
        for path in ("/", f"/{wrong}/", f"/{token[:-1]}/", f"/{token}x/", f"/{wrong}/api/zone", "/favicon.ico",
                     f"/{token}/../{token}/", f"/{token}/api/../../etc/passwd", f"/{token}/api/", f"/{token}/api/zone/x"):
            for method in ("GET", "POST"):
                with self.subTest(path=path, method=method):
                    status, text, _ = self.ask(method, path, "{}" if method == "POST" else None)
                    self.assertIn(status, (404, 405), path)
                    self.assertNotIn(b"Ukraine", text)
        for headers in ({"Host": "example.org"}, {"Host": f"example.org:{self.port}"}, {"Host": "127.0.0.1"},
                        {"Origin": "http://example.org"}, {"Origin": "null"}, {"Origin": f"https://{self.host}"},
                        {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}):
            with self.subTest(headers=headers):
                for method, path in (("GET", self.path), ("POST", self.path + "api/zone")):
                    status, text, found = self.ask(method, path, "{}" if method == "POST" else None, headers)
                    self.assertEqual(status, 403)
                    self.assertNotIn(b"Ukraine", text)
                    self.assertFalse([key for key in found if key.lower().startswith("access-control")])

    def test_ours_are_welcome(self):
        for headers in ({"Origin": f"http://{self.host}"}, {"Host": f"localhost:{self.port}"},
                        {"Origin": f"http://{self.host}", "Sec-Fetch-Site": "same-origin"}):
            status, _ = self.api("zone", {}, headers=headers)
            self.assertEqual(status, 200, headers)
        status, text, headers = self.ask("GET", self.path)
        self.assertEqual(status, 200)
        self.assertIn(b"Content-Security-Policy", text)
        self.assertEqual(headers["Cache-Control"], "no-store")

    def test_other_methods_and_types(self):
        for method in ("PUT", "DELETE", "OPTIONS", "HEAD"):
            self.assertEqual(self.ask(method, self.path + "api/zone")[0], 405, method)
        self.assertEqual(self.ask("GET", self.path + "api/zone")[0], 405)
        self.assertEqual(self.ask("POST", self.path, "{}")[0], 405)
        for kind in ("text/plain", "application/x-www-form-urlencoded", "application/jsonx"):
            self.assertEqual(self.ask("POST", self.path + "api/zone", "{}", {"Content-Type": kind})[0], 415, kind)

    def test_bodies_that_are_wrong(self):
        for body in ("[", "[]", "7", '{"drop": "x"}', '{"drop": [7]}', '{"unknown": 1}', '{"drop": ["no-such"]}',
                     '{"as_of": "yesterday"}', '{"as_of": "2025-01-01", "as_of": "2025-01-02"}', '{"assume": ["("]}',
                     '{"draft": {"territory": "../../etc/passwd"}}', '{"draft": "case.yaml"}', '{"quick": 1}',
                     '{"firm": ["no-such"]}', '{"orders": []}', '{"orders": {"ukraine": {"nato": 1}}}', '{"orders": {"x": {"nato": ""}}}',
                     '{"orders": {"ukraine": {"nato": "> member"}}}', '{"orders": {"ukraine": ["nato"]}}', "[" * 60000, '{"drop": [' + ",".join(['"x"'] * 2000) + "]}"):
            status, text, _ = self.ask("POST", self.path + "api/judge", body)
            self.assertEqual(status, 400, body[:40])
            self.assertIn("message", json.loads(text)["error"])

    def test_too_much_is_refused(self):
        self.assertEqual(self.ask("POST", self.path + "api/zone", " " * (BODY_MAX + 1))[0], 413)
        self.assertEqual(self.ask("POST", self.path + "api/zone", " " * (BODY_MAX - 2) + "{}")[0], 200)
        try:
            status = self.ask("GET", self.path, headers={"X-Long": "x" * (1 << 20)})[0]
            self.assertIn(status, (400, 413, 431))
        except (ConnectionError, http.client.HTTPException):
            pass  # hung up on: as good
        self.assertEqual(self.api("zone", {})[0], 200)

    def test_the_slow_are_hung_up_on(self):
        with socket.create_connection(("127.0.0.1", self.port)) as slow:
            slow.sendall(f"POST {self.path}api/zone HTTP/1.1\r\nHost: {self.host}\r\n".encode())
            slow.settimeout(30)
            begin = time.monotonic()
            while True:
                try:
                    if not slow.recv(4096):
                        break
                except ConnectionError:
                    break
            self.assertLess(time.monotonic() - begin, 25)
        self.assertEqual(self.api("zone", {})[0], 200)

    def test_many_at_once_lose_nothing(self):
        red_lines = [line["id"] for line in self.command("show", CASE)["red_lines"]]
        expected = {line: self.command("zone", CASE, "--drop", line) for line in red_lines}
        asked = [red_lines[i % len(red_lines)] for i in range(CLIENTS * 5)]
        with concurrent.futures.ThreadPoolExecutor(CLIENTS) as pool:
            for line, (status, text) in zip(asked, pool.map(lambda line: self.api("zone", {"drop": [line]}), asked)):
                self.assertEqual(status, 200)
                self.assertEqual(json.loads(text), expected[line])

    def test_only_the_loopback(self):
        with open(f"/proc/{self.child.pid}/net/tcp", encoding="ascii") as table:
            rows = [line.split() for line in table][1:]
        listening = [row[1] for row in rows if row[3] == "0A" and row[1].endswith(f":{self.port:04X}")]
        self.assertEqual(listening, [f"0100007F:{self.port:04X}"])

    def test_it_ends_cleanly(self):
        for number in (signal.SIGTERM, signal.SIGINT):
            with subprocess.Popen([PROGRAM, "serve", CASE, "--quiet"], stdout=subprocess.PIPE, text=True) as child:
                address = urllib.parse.urlsplit(child.stdout.readline().strip())
                open_one = socket.create_connection(("127.0.0.1", address.port))  # idle, and no hindrance
                child.send_signal(number)
                self.assertEqual(child.wait(15), 0)
                open_one.close()

    def test_the_token_is_new_each_time(self):
        with subprocess.Popen([PROGRAM, "serve", CASE, "--quiet"], stdout=subprocess.PIPE, text=True) as other:
            address = urllib.parse.urlsplit(other.stdout.readline().strip())
            self.assertNotEqual(address.path, self.path)
            self.assertRegex(address.path, r"^/[0-9a-f]{32}/$")
            other.terminate()
            other.wait(15)


def long_case():
    """Far more links than can be counted through in a minute."""
    draw = random.Random(7)
    lines = ["pourparler: 1", "title: Long", "parties: [{id: a}, {id: b}]", "issues:"]
    lines += [f"  - {{id: i{n}, options: [o0, o1, o2, o3, o4, o5, o6, o7, o8, o9]}}" for n in range(60)]
    lines += ["links:"]
    for _ in range(400):
        one, two, three = draw.sample(range(60), 3)
        lines.append(f"  - {{rule: i{one} = o{draw.randrange(10)} and i{two} = o{draw.randrange(10)} implies i{three} != o{draw.randrange(10)}}}")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    unittest.main()
