#!/usr/bin/env python3
"""The pages of documents in a real browser: what is shown, keys, dark mode, paper, hostile text.

INTERDICT_MAKE_PAGES is the program that writes the pages. Each test loads its page anew and ends with
the browser having complained of nothing: no error, no refused load, no violated policy.
"""
import json
import os
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from browser import Browser, chromium

# Ratio of the lightness of text and of what is behind it (WCAG 2.2, 1.4.3), for every text of the page.
CONTRAST = """(() => {
  const parse = c => (c.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const behind = e => { for (; e; e = e.parentElement) {
    const c = parse(getComputedStyle(e).backgroundColor); if (c.length === 3 || c[3] > 0.5) return c; } return [255, 255, 255]; };
  const wrong = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const e = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || !e.getClientRects().length || e.closest('script, .skip')) continue;
    const style = getComputedStyle(e), svg = e.ownerSVGElement;
    const a = light(parse(svg ? style.fill : style.color)), b = light(behind(svg ? e.ownerSVGElement.parentElement : e));
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) wrong.push(e.tagName + '.' + e.getAttribute('class') + ' ' + ratio.toFixed(2) + ' ' + walker.currentNode.textContent.slice(0, 30));
  }
  return wrong; })()"""

FOCUSED = "document.activeElement.textContent"
PANEL_OPEN = "!document.getElementById('panel').classList.contains('empty')"


class PagesTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        subprocess.run([os.environ["INTERDICT_MAKE_PAGES"], cls.folder.name], check=True)
        cls.browser = Browser().__enter__()

    @classmethod
    def tearDownClass(cls):
        cls.browser.__exit__(None, None, None)
        cls.folder.cleanup()

    def setUp(self):
        self.page = None
        self.may_complain = False

    def tearDown(self):
        if self.page and not self.may_complain:
            self.assertEqual(self.page.complaints(), [])
        if self.page:
            self.page.close()

    def open(self, name, **options):
        self.page = self.browser.open("file://%s/%s" % (self.folder.name, name), **options)
        return self.page

    def focus(self, selector):
        """Focus as the keyboard gives it."""
        self.page.press("Tab")
        self.page.evaluate("document.querySelector(%s).focus({focusVisible: true})" % json.dumps(selector))

    # -- the page of scans

    def test_a_click_on_a_party_explains_it(self):
        page = self.open("scan.html")
        self.assertFalse(page.evaluate(PANEL_OPEN))
        page.click(".text .m.person.listed")
        self.assertTrue(page.evaluate(PANEL_OPEN))
        text = page.text("#panel")
        for part in ("Ana Roe", "us_ofac_sdn:7", "eu_fsf:EU.7.1", "FREEDONIA", "2017-07-31", "mention.test", "Score"):
            self.assertIn(part, text)
        self.assertEqual(page.evaluate("location.hash"), "")
        page.click("#panel-close")
        self.assertFalse(page.evaluate(PANEL_OPEN))

    def test_a_name_inside_a_name_explains_both(self):
        page = self.open("scan.html")
        page.click(".text .title .m.person")
        text = page.text("#panel")
        self.assertLess(text.index("Ana Roe"), text.index("Government of Freedonia"))
        self.assertIn("inside “Roe regime”", text)

    def test_a_measure_lights_its_evidence_and_who_it_hits(self):
        page = self.open("scan.html")
        page.click(".text .t.considered")
        text = page.text("#panel")
        for part in ("sanctions", "◇ considered", "senior official", "via Daily Record", "anonymous official", "competent"):
            self.assertIn(part, text)
        lit = page.evaluate("[...document.querySelectorAll('.on-evidence')].map(e => e.textContent).join('')")
        self.assertEqual(lit, "The Treasury is considering new sanctions on President Ana Roe, a senior official told the Daily Record.")
        self.assertEqual(page.text(".on-target"), "Ana Roe")
        self.assertEqual(page.text(".on-cue"), "a senior official told")
        page.press("Escape")
        self.assertEqual(page.count(".on-evidence, .on-target, .on-cue, .shown"), 0)

    def test_hovering_explains_until_something_is_chosen(self):
        page = self.open("scan.html")
        page.hover(".text .t.denied")
        self.assertTrue(page.until("document.getElementById('panel').innerText.includes('airspace closure')"))
        page.click(".text .t.considered")
        page.hover(".text .t.denied")
        self.assertFalse(page.until("document.getElementById('panel').innerText.includes('airspace closure')", 0.4))
        self.assertIn("considered", page.text("#panel"))

    def test_keys_reach_every_mark_once_and_arrows_go_from_mark_to_mark(self):
        page = self.open("scan.html")
        begins = page.evaluate("[...document.querySelectorAll('.text [data-begin]')].map(e => e.textContent)")
        self.focus(".text [data-begin]")
        self.assertTrue(page.evaluate(PANEL_OPEN))
        visited = [page.evaluate(FOCUSED)]
        for _ in begins[1:4]:
            page.press("Tab")
            visited.append(page.evaluate(FOCUSED))
        for _ in begins[4:]:
            page.press("ArrowRight")
            visited.append(page.evaluate(FOCUSED))
            self.assertIn(visited[-1], page.text("#panel"))
        self.assertEqual(visited, begins)
        page.press("ArrowLeft")
        self.assertEqual(page.evaluate(FOCUSED), begins[-2])
        page.press("Escape")
        self.assertFalse(page.evaluate(PANEL_OPEN))
        self.assertEqual(page.evaluate(FOCUSED), begins[-2], "the focus stays where it was")
        page.press("Enter")
        self.assertTrue(page.evaluate(PANEL_OPEN))

    def test_the_legend_hides_kinds(self):
        page = self.open("scan.html")
        line = lambda selector: page.style(selector, "textDecorationLine")
        self.assertEqual(line(".text .m.listed"), "underline")
        page.click("input[data-kind=listed]")
        self.assertEqual(line(".text .m.listed"), "none")
        self.assertEqual(line(".text .m.government"), "underline")
        self.assertEqual(page.style("tr.listed", "display"), "none")
        self.assertEqual(page.evaluate("document.querySelector('.text .m.listed[data-begin]').tabIndex"), -1)
        page.click("input[data-kind=denied]")
        self.assertEqual(page.style(".text .t.denied", "fontWeight"), "400")
        page.click("input[data-kind=listed]")
        self.assertEqual(line(".text .m.listed"), "underline")

    def test_chrome_is_set_apart(self):
        page = self.open("scan.html")
        self.assertIn("caption", page.text(".chrome"))
        self.assertNotEqual(page.style(".chrome", "color"), page.style(".text", "color"))

    def test_without_scripts_marks_are_links_to_open_tables(self):
        page = self.open("scan.html", scripts=False)
        self.assertEqual(page.style("#panel", "display"), "none")
        self.assertEqual(page.count("details.notes[open]"), 2)
        self.assertEqual(page.style(".filters input", "display"), "none")
        target = page.evaluate("document.querySelector('.text .m.listed').getAttribute('href')")
        self.assertIn("Ana Roe", page.text(target))

    def test_on_paper_marks_carry_the_codes_of_the_tables(self):
        page = self.open("scan.html", media="print")
        code = page.evaluate("getComputedStyle(document.querySelector('.text .m.listed[data-codes]'), '::after').content")
        self.assertIn("P1", code + page.evaluate("document.querySelector('.text .m.listed[data-codes]').dataset.codes"))
        self.assertEqual(page.style("#panel", "display"), "none")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        self.assertEqual(page.count("details:not([open])"), 0)
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        self.assertGreater(page.count("details:not([open])"), 0)

    def test_both_pages_print(self):
        for name in ("scan.html", "timeline.html"):
            pdf = self.open(name).pdf()
            self.assertTrue(pdf.startswith(b"%PDF-"))
            self.assertGreater(len(pdf), 20000)
            self.assertEqual(self.page.complaints(), [])

    # -- both pages

    def test_every_text_is_readable_in_light_and_dark(self):
        backgrounds = set()
        for name in ("scan.html", "timeline.html"):
            for dark in (False, True):
                page = self.open(name, dark=dark)
                page.click("[data-begin]")
                self.assertEqual(page.evaluate(CONTRAST), [], "%s dark=%s" % (name, dark))
                backgrounds.add(page.style("body", "backgroundColor"))
        self.assertEqual(len(backgrounds), 2)

    def test_a_phone_shows_all_and_hides_no_focused_mark(self):
        for name in ("scan.html", "timeline.html"):
            page = self.open(name, width=390, height=800)
            self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), 390)
            self.focus("[data-begin]")
            for _ in range(6):
                page.press("ArrowRight")
                self.assertTrue(page.evaluate(
                    "document.activeElement.getBoundingClientRect().bottom <= document.getElementById('panel').getBoundingClientRect().top"), name)

    def test_readers_hear_names_headings_and_tables(self):
        for name in ("scan.html", "timeline.html"):
            tree = self.open(name).accessible()
            roles = {role for role, _ in tree}
            self.assertLessEqual({"main", "heading", "table", "columnheader", "link", "checkbox", "complementary"}, roles)
            for role, text in tree:
                if role in ("link", "button", "checkbox", "heading", "table"):
                    self.assertTrue(text.strip(), "%s without a name in %s" % (role, name))

    def test_hostile_text_runs_nothing(self):
        for name in ("hostile_scan.html", "hostile_timeline.html"):
            page = self.open(name)
            self.assertIsNone(page.evaluate("window.pwned"))
            self.assertEqual(page.count("script"), 1)
            self.assertEqual(page.count("img, iframe, object, embed, form, base"), 0)
            self.assertEqual(page.evaluate("[...document.querySelectorAll('*')].filter(e => "
                                           "[...e.attributes].some(a => /^on|^style$/.test(a.name))).length"), 0)
            self.assertIn("<script>", page.text("main"))
            self.assertNotIn("\u202e", page.evaluate("document.documentElement.outerHTML"))
            page.click("[data-begin]")
            self.assertIn("<script>", page.text("#panel"))
            self.assertIsNone(page.evaluate("window.pwned"))
            self.assertEqual(page.complaints(), [])

    def test_the_policy_refuses_what_is_not_of_the_page(self):
        page = self.open("scan.html")
        self.may_complain = True
        page.evaluate("""(() => { const s = document.createElement('script'); s.textContent = 'window.pwned = 1'; document.body.append(s);
            const p = document.createElement('p'); p.setAttribute('style', 'color: red'); p.id = 'styled'; document.body.append(p);
            const i = document.createElement('img'); i.src = 'file:///etc/hostname'; document.body.append(i); })()""")
        self.assertIsNone(page.evaluate("window.pwned"))
        self.assertEqual(page.style("#styled", "color"), page.style("body", "color"))
        self.assertTrue(page.evaluate("fetch('https://example.org').then(() => false, () => true)"))
        self.assertEqual(sum("Content Security Policy" in c for c in page.complaints()) >= 4, True)

    def test_a_large_text_is_shown_in_part_and_says_so(self):
        page = self.open("large.html")
        self.assertIn("only paragraphs with findings", page.text(".notice"))
        self.assertEqual(page.count(".text p:not(.skipped)"), 400)
        page.click(".text .m.listed")
        self.assertIn("Ana Roe", page.text("#panel"))

    # -- the page of events

    def test_a_click_on_an_event_shows_what_was_said(self):
        page = self.open("timeline.html")
        page.click(".mark.designation")
        text = page.text("#panel")
        for part in ("2019", "designation", "Roe Shipping Ltd", "In 2019 the Treasury designated", "Daily Record",
                     "Evening Echo", "designated, on no loaded list"):
            self.assertIn(part, text)
        self.assertEqual(page.count(".report.on-source"), 2)
        page.press("Escape")
        self.assertEqual(page.count(".report.on-source"), 0)

    def test_the_panel_does_not_cover_its_mark(self):
        page = self.open("timeline.html", width=1400, height=1000)
        for i in range(page.count(".mark")):
            page.evaluate("document.querySelectorAll('.mark').forEach((m, i) => m.id = 'mark' + i)")
            page.click("#mark%d" % i)
            self.assertTrue(page.evaluate("""(() => { const m = document.querySelector('#mark%d .shape').getBoundingClientRect(),
                p = document.getElementById('panel').getBoundingClientRect();
                return m.right <= p.left || m.left >= p.right || m.top >= p.bottom || m.bottom <= p.top; })()""" % i))

    def test_arrows_go_through_time_and_between_lanes(self):
        page = self.open("timeline.html")
        names = page.evaluate("[...document.querySelectorAll('.mark')].map(m => m.getAttribute('aria-label'))")
        focused = "document.activeElement.getAttribute('aria-label')"
        self.focus(".mark")
        self.assertEqual(page.evaluate(focused), names[0])
        page.press("ArrowRight")
        self.assertEqual(page.evaluate(focused), names[1])
        page.press("ArrowLeft")
        top = page.evaluate("document.activeElement.getBoundingClientRect().y + scrollY")
        page.press("ArrowDown")
        self.assertGreater(page.evaluate("document.activeElement.getBoundingClientRect().y + scrollY"), top)
        page.press("ArrowUp")
        self.assertAlmostEqual(page.evaluate("document.activeElement.getBoundingClientRect().y + scrollY"), top, delta=1)

    def test_a_conflict_and_an_end_are_shown(self):
        page = self.open("timeline.html")
        self.assertEqual(page.count(".conflict"), 1)
        self.assertEqual(page.count(".relief-line"), 1)
        page.click(".mark.airspace_closure")
        self.assertIn("one source denies what another asserts", page.text("#panel"))

    def test_the_legend_hides_events_everywhere(self):
        page = self.open("timeline.html")
        page.click("input[data-kind=designation]")
        for selector in (".mark.designation", "tr.designation", ".event.designation"):
            self.assertEqual(page.style(selector, "display"), "none")
        self.assertNotEqual(page.style(".mark.relief", "display"), "none")

    def test_no_text_of_the_chart_is_cut(self):
        page = self.open("timeline.html", width=1400)
        self.assertEqual(page.evaluate("""(() => { const svg = document.querySelector('svg').getBoundingClientRect();
            return [...document.querySelectorAll('svg text')].filter(t => { const r = t.getBoundingClientRect();
              return r.left < svg.left - 1 || r.right > svg.right + 1 || r.bottom > svg.bottom + 1; }).map(t => t.textContent); })()"""), [])

    def test_without_scripts_the_timeline_is_a_document(self):
        page = self.open("timeline.html", scripts=False)
        self.assertEqual(page.style("#panel", "display"), "none")
        target = page.evaluate("document.querySelector('.mark').getAttribute('href')")
        self.assertTrue(page.text(target))


if __name__ == "__main__":
    if chromium() is None:
        sys.exit("chromium is not installed (packages.txt)")
    unittest.main()
