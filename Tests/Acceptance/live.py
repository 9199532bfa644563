#!/usr/bin/env python3
"""Looks at the daemon's own page in Chromium, as people do: while articles come in, by keyboard, in light and dark, on a
telephone, with a hostile article, with a token, and when the daemon goes away.

usage: live.py FOLDER-OF-BINARIES [FOLDER-FOR-SCREENSHOTS]
"""
import pathlib
import sys
import tempfile
import unittest

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

import page
from page import browser

sys.path.append(str(page.HERE.parent / "Integration"))
import harness

HOSTILE = """</style></script><script>document.title = "hacked"</script> wins

“</p><img src=x onerror="document.title='hacked'"> is safe,” said Mayor Ines Aldana. “\u202eturned &lt;round&gt;,” she said.
"""
NAME = "<img src=x onerror=\"document.title='hacked'\">"
TOKEN = "correct-horse-battery-staple"


class LiveTest(unittest.TestCase):
    binaries = shots = None

    def run_daemon(self, *options, articles=True):
        """A daemon that listens, with some articles done and one failed; and its page's address."""
        self.port = harness.free_port()
        daemon = harness.Daemon(self.binaries, "--engine", "rules", "--listen", f"127.0.0.1:{self.port}", *options)
        self.enterContext(daemon)
        self.address = f"http://127.0.0.1:{self.port}/"
        if articles:
            (daemon.inbox / "picture.jpg").write_bytes(b"\xff\xd8\xff\xe0" + bytes(100))
            for path in sorted(harness.ARTICLES.glob("*.txt")):
                (daemon.inbox / path.name).write_bytes(path.read_bytes())
            (daemon.inbox / f"{NAME}.jpg").write_bytes(b"\xff\xd8\xff\xe0")
            daemon.wait(lambda: not daemon.waiting(), "all are annotated", lambda: len(daemon.waiting()))
            # The last, so that it is among the newest.
            (daemon.inbox / f"{NAME}.txt").write_text(HOSTILE, encoding="utf-8")
            daemon.wait(lambda: not daemon.waiting(), "the hostile one is annotated")
        return daemon

    def open(self, address=None, **how):
        driver = browser(**how)
        self.addCleanup(driver.quit)
        driver.get(address or self.address)
        return driver

    def wait(self, driver, condition, what):
        WebDriverWait(driver, 60).until(lambda _: condition(), what)

    def all(self, driver, selector):
        return driver.find_elements(By.CSS_SELECTOR, selector)

    def texts(self, driver, selector):
        # In one go: the page may be filling its lists meanwhile.
        script = "return [...document.querySelectorAll(arguments[0])].map((node) => node.textContent)"
        return driver.execute_script(script, selector)

    def shoot(self, driver, name):
        if self.shots:
            height = driver.execute_script("return document.documentElement.scrollHeight")
            metrics = {"width": 0, "height": min(height, 3000), "deviceScaleFactor": 0, "mobile": False}
            driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
            driver.save_screenshot(str(pathlib.Path(self.shots) / f"live-{name}.png"))
            driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})

    def key(self, driver, *keys):
        ActionChains(driver).send_keys(*keys).perform()

    def test_what_comes_in_is_seen_without_asking_again(self):
        daemon = self.run_daemon(articles=False)
        driver = self.open()
        self.wait(driver, lambda: "Nothing has come in yet." in self.texts(driver, "#newest li"), "the page begins")
        (daemon.inbox / "story.txt").write_text("“The bridge is safe,” Mayor Ines Aldana said.\n", encoding="utf-8")
        self.wait(driver, lambda: self.texts(driver, "#newest .said") == ["“The bridge is safe,”"], "the quotation")
        self.assertEqual(self.texts(driver, "#speakers bdi"), ["Ines Aldana"])
        self.wait(driver, lambda: any("story.txt" in text for text in self.texts(driver, "#files li")), "the file")
        (daemon.inbox / "broken.pdf").write_bytes(b"%PDF-1.7\n")
        self.wait(driver, lambda: any("broken.pdf" in text for text in self.texts(driver, "#failures li")), "the failure")
        self.assertTrue(any("PDF" in text for text in self.texts(driver, "#failures li")), "it does not say why")

    def test_hostile_markup_is_words(self):
        self.run_daemon()
        driver = self.open()
        self.wait(driver, lambda: any("<img src=x" in text for text in self.texts(driver, "#newest .said")), "the article")
        driver.find_element(By.ID, "words").send_keys("safe", Keys.ENTER)
        self.wait(driver, lambda: any("<img src=x" in text for text in self.texts(driver, "#found .said")), "it is found")
        self.assertTrue(any(NAME in text for text in self.texts(driver, "#files li")), "the file is not there")
        self.assertTrue(any(NAME in text for text in self.texts(driver, "#failures li")), "the failure is not there")
        self.assertEqual(driver.title, "quoted")
        self.assertEqual(self.all(driver, "img, li b b, script[src], li script, li style"), [])
        self.assertEqual(driver.get_log("browser"), [], "the page breaks its own policy")

    def test_only_the_daemon_is_asked(self):
        self.run_daemon()
        driver = self.open()
        self.wait(driver, lambda: self.all(driver, "#newest .said"), "the page is filled")
        sent = [line for line in map(str, driver.get_log("performance")) if "Network.requestWillBeSent\"" in line]
        self.assertTrue(sent)
        for line in sent:
            self.assertIn(f"127.0.0.1:{self.port}", line)

    def test_it_finds_what_was_said(self):
        self.run_daemon()
        driver = self.open()
        self.wait(driver, lambda: self.all(driver, "#speakers button"), "the page is filled")
        driver.find_element(By.ID, "words").send_keys("dam")
        driver.find_element(By.CSS_SELECTOR, "form button").click()
        self.wait(driver, lambda: self.all(driver, "#found mark"), "something is found")
        self.assertEqual({text.lower() for text in self.texts(driver, "#found mark")}, {"dam"})
        note = driver.find_element(By.ID, "results-note").text
        self.assertEqual(int(note.split()[0]), len(self.all(driver, "#found li")))
        self.shoot(driver, "found")
        name = self.texts(driver, "#speakers bdi")[0]
        self.all(driver, "#speakers button")[0].click()
        self.wait(driver, lambda: set(self.texts(driver, "#found .source")) == {name}, f"what {name} said")
        driver.find_element(By.ID, "speaker").clear()
        driver.find_element(By.ID, "words").send_keys("xyzzy", Keys.ENTER)
        self.wait(driver, lambda: driver.find_element(By.ID, "results-note").text == "Nothing was found.", "nothing")
        driver.find_element(By.ID, "since").send_keys("01012020")
        driver.find_element(By.ID, "words").clear()
        driver.find_element(By.ID, "words").send_keys("\"(((", Keys.ENTER)
        self.wait(driver, lambda: "newest 50" in driver.find_element(By.ID, "results-note").text, "odd signs do no harm")

    def test_it_finds_by_the_class_of_the_verb(self):
        self.run_daemon()
        driver = self.open()
        self.wait(driver, lambda: self.all(driver, "#speakers button"), "the page is filled")
        # As the keyboard chooses: the letters that the choice begins with.
        driver.find_element(By.ID, "verb").send_keys("warn")
        self.assertEqual(Select(driver.find_element(By.ID, "verb")).first_selected_option.text, "warn")
        driver.find_element(By.CSS_SELECTOR, "form button").click()
        self.wait(driver, lambda: self.all(driver, "#found li"), "something is found")
        self.assertTrue(all("warn" in text or "caution" in text for text in self.texts(driver, "#found .cue")),
                        self.texts(driver, "#found .cue"))
        self.shoot(driver, "verb")
        # Whoever is chosen said more than warnings.
        self.all(driver, "#speakers button")[0].click()
        self.wait(driver, lambda: any("said" in text for text in self.texts(driver, "#found .cue")), "all that they said")
        self.assertEqual(Select(driver.find_element(By.ID, "verb")).first_selected_option.text, "any")

    def test_the_keyboard_reaches_everything_in_order(self):
        self.run_daemon()
        driver = self.open()
        self.wait(driver, lambda: self.all(driver, "#speakers button"), "the page is filled")
        active = lambda: driver.switch_to.active_element
        stops = []
        for _ in range(60):
            self.key(driver, Keys.TAB)
            if active().tag_name == "body":
                break
            stops.append(active().get_attribute("id") or active().text.split("\n")[0])
            outline = active().value_of_css_property("outline-style")
            self.assertEqual(outline, "solid", f"the focus on {stops[-1]} is not to be seen")
        names = [text.split("\n")[0] for text in self.texts(driver, "#speakers bdi")]
        self.assertEqual(stops[1:4], ["pause", "words", "speaker"])
        self.assertEqual(stops[4], "verb")
        self.assertEqual([stop for stop in stops[-len(names):]], names)
        self.assertLess(stops.index("since"), stops.index("Find"))
        # Finding moves to what was found; Escape leaves it.
        driver.find_element(By.ID, "words").send_keys("dam", Keys.ENTER)
        self.wait(driver, lambda: active().get_attribute("id") == "results-title", "the focus is on what was found")
        self.key(driver, Keys.TAB)
        self.assertEqual(active().get_attribute("id"), "close")
        self.key(driver, Keys.ESCAPE)
        self.assertEqual(active().get_attribute("id"), "words")
        self.assertFalse(driver.find_element(By.ID, "results").is_displayed())

    def test_the_focus_stays_while_lists_change(self):
        daemon = self.run_daemon()
        driver = self.open()
        self.wait(driver, lambda: self.all(driver, "#speakers button"), "the page is filled")
        button = self.all(driver, "#speakers button")[1]
        name = button.get_attribute("data-key")
        driver.execute_script("arguments[0].focus()", button)
        text = f"“The bridge is safe,” {name} said. “It is not new,” {name} said.\n"
        (daemon.inbox / "more.txt").write_text(text, encoding="utf-8")
        self.wait(driver, lambda: "“It is not new,”" in self.texts(driver, "#newest .said"), "the article")
        self.assertEqual(driver.switch_to.active_element.get_attribute("data-key"), name)

    def test_it_stands_still_when_told_so(self):
        daemon = self.run_daemon()
        driver = self.open()
        self.wait(driver, lambda: self.all(driver, "#newest .said"), "the page is filled")
        pause = driver.find_element(By.ID, "pause")
        pause.send_keys(Keys.SPACE)
        self.assertEqual(pause.get_attribute("aria-pressed"), "true")
        before = self.texts(driver, "#newest .said")
        (daemon.inbox / "late.txt").write_text("“The bridge is safe,” Mayor Ines Aldana said.\n", encoding="utf-8")
        daemon.wait(lambda: not daemon.waiting(), "it is annotated")
        # Another page has it by now.
        other = self.open()
        self.wait(other, lambda: "“The bridge is safe,”" in self.texts(other, "#newest .said"), "the other page")
        self.assertEqual(self.texts(driver, "#newest .said"), before)
        pause.send_keys(Keys.SPACE)
        self.wait(driver, lambda: "“The bridge is safe,”" in self.texts(driver, "#newest .said"), "it goes on")

    def check_access(self, driver, name):
        driver.execute_script(page.AXE.read_text(encoding="utf-8"))
        result = driver.execute_async_script("axe.run().then(arguments[arguments.length - 1])")
        seen = [f"{rule['id']}: {node['html'][:200]}" for rule in result["violations"] for node in rule["nodes"]]
        self.assertEqual(seen, [], name)
        self.assertIn("color-contrast", [rule["id"] for rule in result["passes"]])

    def test_everybody_can_read_it(self):
        self.run_daemon()
        for scheme in ("light", "dark"):
            with self.subTest(scheme):
                driver = self.open(scheme=scheme)
                self.wait(driver, lambda: self.all(driver, "#speakers button"), "the page is filled")
                self.check_access(driver, scheme)
                self.shoot(driver, scheme)
                driver.find_element(By.ID, "words").send_keys("dam", Keys.ENTER)
                self.wait(driver, lambda: self.all(driver, "#found mark"), "something is found")
                self.check_access(driver, scheme + " with what was found")
                self.shoot(driver, scheme + "-found")

    def test_it_fits_a_telephone(self):
        self.run_daemon()
        driver = self.open(size="500,900")
        self.wait(driver, lambda: self.all(driver, "#speakers button"), "the page is filled")
        narrow = {"width": 320, "height": 640, "deviceScaleFactor": 2, "mobile": True}
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", narrow)
        self.assertLessEqual(driver.execute_script("return document.documentElement.scrollWidth"), 320)
        self.check_access(driver, "narrow")
        if self.shots:
            driver.save_screenshot(str(pathlib.Path(self.shots) / "live-narrow.png"))

    def test_it_says_that_the_daemon_is_gone_and_comes_back(self):
        daemon = self.run_daemon()
        driver = self.open()
        self.wait(driver, lambda: self.all(driver, "#newest .said"), "the page is filled")
        state = lambda: driver.find_element(By.ID, "state").text
        self.assertEqual(daemon.stop(), 0)
        self.wait(driver, lambda: "no connection" in state(), "it says so")
        self.assertTrue(self.all(driver, "#newest .said"), "what was there went")
        daemon.start()
        self.wait(driver, lambda: "running" in state(), "it comes back by itself")

    def test_a_browser_can_send_the_token(self):
        token = tempfile.NamedTemporaryFile(prefix="quoted-token-")
        self.addCleanup(token.close)
        token.write(TOKEN.encode())
        token.flush()
        self.run_daemon("--token-file", token.name)
        driver = self.open(f"http://anybody:{TOKEN}@127.0.0.1:{self.port}/")
        self.wait(driver, lambda: self.all(driver, "#newest .said"), "the events come")
        driver.find_element(By.ID, "words").send_keys("dam", Keys.ENTER)
        self.wait(driver, lambda: self.all(driver, "#found mark"), "something is found")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    LiveTest.binaries = pathlib.Path(sys.argv[1]).resolve()
    LiveTest.shots = sys.argv[2] if len(sys.argv) > 2 else None
    unittest.main(argv=sys.argv[:1])
