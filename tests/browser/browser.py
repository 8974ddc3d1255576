"""A headless Chromium driven through its DevTools pipe; nothing but Python's standard library.

    with Browser() as browser:
        page = browser.open("file:///.../page.html", width=1200, height=800)
        page.click("#button"); page.press("Tab"); page.evaluate("document.title")
        page.complaints()  # console errors, exceptions, refused loads: [] on a clean page
"""
import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

TIMEOUT_S = 60


def chromium():
    """The program's path, or None where it is not installed."""
    return os.environ.get("INTERDICT_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")


class Browser:
    def __enter__(self):
        self.profile = tempfile.mkdtemp(prefix="interdict_browser_")
        to_read, self.to_browser = os.pipe()
        self.from_browser, to_write = os.pipe()

        def place_pipes():  # Chromium reads commands at 3 and answers at 4
            low = os.dup2(to_read, 10), os.dup2(to_write, 11)
            os.dup2(low[0], 3)
            os.dup2(low[1], 4)

        self.process = subprocess.Popen(
            [chromium(), "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
             "--no-first-run", "--disable-extensions", "--disable-background-networking",
             "--user-data-dir=" + self.profile, "--remote-debugging-pipe", "about:blank"],
            close_fds=False, preexec_fn=place_pipes, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(to_write)
        self.buffer = b""
        self.last_id = 0
        self.events = []
        return self

    def __exit__(self, *exc):
        try:
            self.send("Browser.close")
        except (OSError, RuntimeError):
            pass
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        os.close(self.to_browser)
        os.close(self.from_browser)
        shutil.rmtree(self.profile, ignore_errors=True)

    def receive(self, deadline):
        while b"\0" not in self.buffer:
            ready, _, _ = select.select([self.from_browser], [], [], max(0, deadline - time.monotonic()))
            if not ready:
                raise RuntimeError("the browser does not answer")
            chunk = os.read(self.from_browser, 1 << 20)
            if not chunk:
                raise RuntimeError("the browser has ended")
            self.buffer += chunk
        message, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(message)

    def send(self, method, params=None, session=None):
        self.last_id += 1
        message = {"id": self.last_id, "method": method, "params": params or {}}
        if session:
            message["sessionId"] = session
        os.write(self.to_browser, json.dumps(message).encode() + b"\0")
        deadline = time.monotonic() + TIMEOUT_S
        while True:
            answer = self.receive(deadline)
            if answer.get("id") == message["id"]:
                if "error" in answer:
                    raise RuntimeError("%s: %s" % (method, answer["error"]["message"]))
                return answer["result"]
            if "method" in answer:
                self.events.append(answer)

    def wait_for(self, method, session):
        deadline = time.monotonic() + TIMEOUT_S
        while True:
            for event in self.events:
                if event["method"] == method and event.get("sessionId") == session:
                    return event["params"]
            answer = self.receive(deadline)
            if "method" in answer:
                self.events.append(answer)

    def open(self, url, width=1280, height=900, **options):
        return Page(self, url, width, height, **options)


class Page:
    """`dark`, `scripts` (False: as without JavaScript), `media` ("print")."""

    def __init__(self, browser, url, width, height, dark=False, scripts=True, media=""):
        self.browser = browser
        self.target = browser.send("Target.createTarget", {"url": "about:blank"})["targetId"]
        self.session = browser.send("Target.attachToTarget", {"targetId": self.target, "flatten": True})["sessionId"]
        for domain in ("Page", "Runtime", "Log", "DOM", "Accessibility"):
            self.send(domain + ".enable")
        self.send("Emulation.setDeviceMetricsOverride",
                  {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})
        self.send("Emulation.setEmulatedMedia", {
            "media": media, "features": [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]})
        if not scripts:
            self.send("Emulation.setScriptExecutionDisabled", {"value": True})
        self.send("Page.navigate", {"url": url})
        browser.wait_for("Page.loadEventFired", self.session)
        if not scripts:
            self.send("Emulation.setScriptExecutionDisabled", {"value": False})

    def send(self, method, params=None):
        return self.browser.send(method, params, self.session)

    def close(self):
        self.browser.send("Target.closeTarget", {"targetId": self.target})
        self.browser.events.clear()

    def evaluate(self, expression):
        result = self.send("Runtime.evaluate", {"expression": expression, "returnByValue": True, "awaitPromise": True})
        if "exceptionDetails" in result:
            raise RuntimeError("%s: %s" % (expression, result["exceptionDetails"]))
        return result["result"].get("value")

    def text(self, selector):
        return self.evaluate("document.querySelector(%s)?.innerText" % json.dumps(selector))

    def count(self, selector):
        return self.evaluate("document.querySelectorAll(%s).length" % json.dumps(selector))

    def style(self, selector, name):
        return self.evaluate("getComputedStyle(document.querySelector(%s))[%s]" % (json.dumps(selector), json.dumps(name)))

    def place(self, selector):
        """Middle of the first box of the element, scrolled into view."""
        return self.evaluate("""(() => { const e = document.querySelector(%s); e.scrollIntoView({block: 'center'});
            const r = e.getClientRects()[0]; return [r.x + r.width / 2, r.y + r.height / 2]; })()""" % json.dumps(selector))

    def mouse(self, kind, x, y, **more):
        self.send("Input.dispatchMouseEvent", {"type": kind, "x": x, "y": y, **more})

    def hover(self, selector):
        x, y = self.place(selector)
        self.mouse("mouseMoved", x, y)

    def click(self, selector):
        x, y = self.place(selector)
        self.mouse("mouseMoved", x, y)
        self.mouse("mousePressed", x, y, button="left", clickCount=1)
        self.mouse("mouseReleased", x, y, button="left", clickCount=1)

    def press(self, key, **more):
        codes = {"Tab": 9, "Enter": 13, "Escape": 27, "ArrowLeft": 37, "ArrowUp": 38, "ArrowRight": 39, "ArrowDown": 40, " ": 32}
        params = {"key": key, "code": key, "windowsVirtualKeyCode": codes[key], **more}
        if key == "Enter":
            params["text"] = "\r"
        self.send("Input.dispatchKeyEvent", {"type": "keyDown", **params})
        params.pop("text", None)
        self.send("Input.dispatchKeyEvent", {"type": "keyUp", **params})

    def until(self, expression, seconds=5):
        """Whether the expression becomes true."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.evaluate("Boolean(%s)" % expression):
                return True
            time.sleep(0.02)
        return False

    def screenshot(self, path, full=False):
        data = self.send("Page.captureScreenshot", {"format": "png", "captureBeyondViewport": full})["data"]
        with open(path, "wb") as f:
            f.write(base64.b64decode(data))

    def pdf(self):
        return base64.b64decode(self.send("Page.printToPDF", {"printBackground": True})["data"])

    def accessible(self):
        """(role, name) of every node of the accessibility tree that is not ignored."""
        nodes = self.send("Accessibility.getFullAXTree")["nodes"]
        return [(n["role"]["value"], n.get("name", {}).get("value", "")) for n in nodes if not n["ignored"]]

    def complaints(self):
        """Console errors and warnings, exceptions, refused loads."""
        self.evaluate("0")  # what happened before has arrived
        found = []
        for event in self.browser.events:
            if event.get("sessionId") != self.session:
                continue
            if event["method"] == "Runtime.exceptionThrown":
                found.append(event["params"]["exceptionDetails"]["text"])
            elif event["method"] == "Log.entryAdded":
                found.append(event["params"]["entry"]["text"])
            elif event["method"] == "Runtime.consoleAPICalled":
                found.append(str(event["params"]["args"]))
        return found
