#!/usr/bin/env python3
"""Looks at the page of `quoted view --html` in Chromium, as people do: with the pointer, by keyboard, in light and dark,
on paper, on a telephone.

usage: page.py FOLDER-OF-BINARIES [FOLDER-FOR-SCREENSHOTS]
"""
import base64
import pathlib
import subprocess
import sys
import tempfile
import unittest

import axe_core_python
from selenium import webdriver
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

HERE = pathlib.Path(__file__).resolve().parent
ARTICLES = HERE.parent / "Articles"
AXE = pathlib.Path(axe_core_python.__file__).parent / "axe.min.js"
HOSTILE = """</style></script><script>document.title = "hacked"</script> wins

“</p><img src=x onerror="document.title='hacked'"> is safe,” said <b onmouseover="document.title='hacked'">Mayor</b> Ines
Aldana. “\u202eturned &lt;round&gt;,” she said.
"""


def browser(scheme="light", size="1400,1000"):
    options = webdriver.ChromeOptions()
    for flag in ("--headless=new", "--no-sandbox", "--disable-gpu", f"--window-size={size}"):
        options.add_argument(flag)
    options.binary_location = "/usr/bin/chromium"
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options=options, service=Service("/usr/bin/chromedriver"))
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    driver.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    return driver


class PageTest(unittest.TestCase):
    binaries = shots = scratch = None

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.scratch = pathlib.Path(cls.folder.name)
        hostile = cls.scratch / "hostile.txt"
        hostile.write_text(HOSTILE, encoding="utf-8")
        talks, odd = ARTICLES / "wire-talks.txt", ARTICLES / "odd-characters.txt"
        cls.pages = {}
        for name, files in {"one": [talks], "set": [talks, odd], "hostile": [hostile]}.items():
            path = cls.scratch / f"{name}.html"
            command = [cls.binaries / "quoted", "view", "--html", "--engine", "rules", "-o", path, *files]
            subprocess.run(command, check=True)
            cls.pages[name] = path.as_uri()

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def open(self, page, **how):
        driver = browser(**how)
        self.addCleanup(driver.quit)
        driver.get(self.pages[page])
        return driver

    def shoot(self, driver, name):
        if self.shots:
            driver.save_screenshot(str(pathlib.Path(self.shots) / f"page-{name}.png"))

    def card(self, driver):
        card = driver.find_element(By.ID, "card")
        return card.text if card.is_displayed() else None

    def find(self, driver, selector):
        return driver.find_element(By.CSS_SELECTOR, selector)

    def test_hostile_markup_is_words(self):
        driver = self.open("hostile")
        ActionChains(driver).move_to_element(self.find(driver, "main p .source")).perform()
        self.assertIn("<script>document.title", self.find(driver, "h1").text)
        text = self.find(driver, "main").text
        self.assertIn("<img src=x onerror", text)
        self.assertIn("&lt;round&gt;", text)
        self.assertNotEqual(driver.title, "hacked")
        self.assertEqual(driver.find_elements(By.CSS_SELECTOR, "img, b, script[src], main script, main style"), [])
        self.assertEqual(driver.get_log("browser"), [], "the page breaks its own policy")

    def test_nothing_is_fetched(self):
        driver = self.open("set")
        fetched = [line for line in map(str, driver.get_log("performance")) if "Network.requestWillBeSent" in line]
        self.assertTrue(fetched)
        for line in fetched:
            self.assertIn("set.html", line)

    def test_the_pointer_shows_who_said_it(self):
        driver = self.open("one")
        self.assertIsNone(self.card(driver))
        ActionChains(driver).move_to_element(self.find(driver, "main p .cue")).perform()
        for fact in ("Speaker", "Verb", "Class", "Stance", "Confidence"):
            self.assertIn(fact, self.card(driver))
        # The card lies over what stands below; Escape takes it away.
        ActionChains(driver).send_keys(Keys.ESCAPE).perform()
        self.assertIsNone(self.card(driver))
        inner = self.find(driver, "main p .content .content .number")
        ActionChains(driver).move_to_element(inner).perform()
        lit = {part.get_attribute("data-q") for part in driver.find_elements(By.CSS_SELECTOR, ".on")}
        self.assertEqual(lit, {inner.get_attribute("data-q")}, "the innermost is shown, and it alone")
        # The card stays while the pointer is on it, and goes on Escape.
        ActionChains(driver).move_to_element(self.find(driver, "#card")).pause(0.6).perform()
        self.assertIsNotNone(self.card(driver))
        ActionChains(driver).send_keys(Keys.ESCAPE).perform()
        self.assertIsNone(self.card(driver))

    def test_the_keyboard_reaches_everything_in_order(self):
        driver = self.open("one")
        active = lambda: driver.switch_to.active_element
        stops = []
        for _ in range(300):
            ActionChains(driver).send_keys(Keys.TAB).perform()
            if active().tag_name == "body":
                break
            stops.append((active().tag_name, active().get_attribute("href") or active().text))
            if active().get_attribute("id").endswith("-at"):
                self.assertIn("Confidence", self.card(driver))
                outline = active().value_of_css_property("outline-style")
                self.assertEqual(outline, "solid", "the focus is not to be seen")
        buttons = [text for tag, text in stops if tag == "button"]
        numbers = [text.split("#")[1] for tag, text in stops if "#a1q" in text and not text.endswith("-at")]
        self.assertEqual(stops[0][1].split("#")[-1], "articles")
        self.assertEqual(len(buttons), len(driver.find_elements(By.CSS_SELECTOR, "nav button")))
        self.assertEqual(numbers, sorted(numbers, key=lambda id: int(id[3:])))
        self.assertEqual(len(numbers), len(driver.find_elements(By.CSS_SELECTOR, "main li")))
        self.find(driver, "#a1q2-at").send_keys(Keys.ENTER)
        self.assertTrue(driver.current_url.endswith("#a1q2"))

    def test_speakers_filter(self):
        driver = self.open("set")
        button = self.find(driver, "nav button")
        count = int(self.find(driver, "nav .count").text)
        button.send_keys(Keys.SPACE)
        notes = driver.find_elements(By.CSS_SELECTOR, "main li")
        self.assertEqual(sum(note.is_displayed() for note in notes), count)
        self.assertEqual(self.find(driver, "#shown").text, f"{count} of {len(notes)} quotations shown.")
        self.assertEqual(button.get_attribute("aria-pressed"), "true")
        articles = driver.find_elements(By.CSS_SELECTOR, "article")
        self.assertEqual([article.is_displayed() for article in articles].count(False), 1)
        looks = {part.value_of_css_property("background-color") for part in driver.find_elements(By.CSS_SELECTOR, "p .off")}
        self.assertEqual(looks, {"rgba(0, 0, 0, 0)"}, "what is not theirs is marked still")
        self.shoot(driver, "filtered")
        button.send_keys(Keys.SPACE)
        self.assertTrue(all(note.is_displayed() for note in notes))

    def check_access(self, driver, name):
        driver.execute_script(AXE.read_text(encoding="utf-8"))
        result = driver.execute_async_script("axe.run().then(arguments[arguments.length - 1])")
        seen = [f"{rule['id']}: {node['html'][:200]}" for rule in result["violations"] for node in rule["nodes"]]
        self.assertEqual(seen, [], name)
        self.assertIn("color-contrast", [rule["id"] for rule in result["passes"]])

    def test_everybody_can_read_it(self):
        for scheme in ("light", "dark"):
            with self.subTest(scheme):
                driver = self.open("set", scheme=scheme)
                self.check_access(driver, scheme)
                self.shoot(driver, scheme)
                ActionChains(driver).move_to_element(self.find(driver, "main p .content .content .number")).perform()
                self.assertIsNotNone(self.card(driver))
                self.check_access(driver, scheme + " with the card")
                self.shoot(driver, scheme + "-card")
                self.find(driver, "nav button").send_keys(Keys.SPACE)
                self.check_access(driver, scheme + " filtered")

    def test_it_fits_a_telephone(self):
        driver = self.open("set", size="500,900")
        narrow = {"width": 320, "height": 640, "deviceScaleFactor": 2, "mobile": True}
        driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", narrow)
        self.assertLessEqual(driver.execute_script("return document.documentElement.scrollWidth"), 320)
        self.check_access(driver, "narrow")
        self.shoot(driver, "narrow")

    def test_paper_has_what_the_pointer_would_show(self):
        driver = self.open("one")
        driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
        facts = driver.find_elements(By.CSS_SELECTOR, "main dl")
        self.assertTrue(all(fact.is_displayed() for fact in facts))
        paper = base64.b64decode(driver.execute_cdp_cmd("Page.printToPDF", {"printBackground": True})["data"])
        self.assertTrue(paper.startswith(b"%PDF"))
        if self.shots:
            (pathlib.Path(self.shots) / "page.pdf").write_bytes(paper)

    def test_it_can_be_read_without_a_script(self):
        driver = browser()
        self.addCleanup(driver.quit)
        driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
        driver.get(self.pages["one"] + "#a1q1")
        self.assertIn("Confidence", self.find(driver, "#a1q1").text)
        self.assertIn("Stance", self.find(driver, "#a1q1").text)


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    PageTest.binaries = pathlib.Path(sys.argv[1]).resolve()
    PageTest.shots = sys.argv[2] if len(sys.argv) > 2 else None
    unittest.main(argv=sys.argv[:1])
