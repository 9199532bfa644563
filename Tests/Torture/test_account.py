#!/usr/bin/env python3
"""The checker catches what it is there for: each kind of harm is planted in an account that is in order.

usage: test_account.py
"""
import gzip
import json
import pathlib
import shutil
import tempfile
import time
import unittest

import account
import tail
from account import Drop


def drop(number, **fields):
    text = f"The warden said gate {number} was shut.\n"
    return Drop(way="cp", content=text.encode(), texts=(text,), **fields)


class Accounts(unittest.TestCase):
    def setUp(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="account-"))
        self.addCleanup(shutil.rmtree, self.home)
        for name in ("inbox", "done/2026-11-23", "failed", "journal"):
            (self.home / name).mkdir(parents=True)
        self.drops = [drop(number) for number in range(6)]
        for number, each in enumerate(self.drops):
            (self.home / "done/2026-11-23" / f"{number}.txt").write_bytes(each.content)
        lines = [self.line(each) for each in self.drops]
        with gzip.open(self.folder / "quoted.jsonl-1.gz", "wb") as old:
            old.write(b"".join(lines[:2]))
        self.journal.write_bytes(b"".join(lines[2:]))

    @property
    def folder(self):
        return self.home / "journal"

    @property
    def journal(self):
        return self.folder / "quoted.jsonl"

    def line(self, each):
        return json.dumps({"id": "x", "text": each.texts[0]}).encode() + b"\n"

    def wrong(self):
        found = account.account(self.drops, self.home, self.folder)
        return {what: len(items) for what, items in found.wrong.items() if items}

    def test_an_account_in_order_is_clean(self):
        self.assertEqual(self.wrong(), {})

    def test_a_loss_is_caught(self):
        self.journal.write_bytes(b"".join(self.journal.read_bytes().splitlines(True)[1:]))
        self.assertEqual(self.wrong(), {"lost": 1})

    def test_a_repeat_is_caught_across_journals(self):
        with open(self.journal, "ab") as journal:
            journal.write(self.line(self.drops[0]))
        self.assertEqual(self.wrong(), {"repeated": 1})

    def test_a_torn_line_is_caught(self):
        content = self.journal.read_bytes()
        self.journal.write_bytes(content[:20] + b"\n" + content)
        self.assertEqual(self.wrong(), {"torn": 1})

    def test_a_torn_end_is_caught_and_is_a_loss(self):
        self.journal.write_bytes(self.journal.read_bytes()[:-5])
        self.assertEqual(self.wrong(), {"torn": 1, "lost": 1})

    def test_a_line_that_the_test_planted_is_not_the_daemons(self):
        with open(self.journal, "ab") as journal:
            journal.write(b"{]\n{[\n")
        (self.home / "planted").write_bytes(b"{]\n")
        self.assertEqual(self.wrong(), {"torn": 1})

    def test_two_lines_in_one_are_caught(self):
        content = self.journal.read_bytes()
        self.journal.write_bytes(content.replace(b"\n", b"", 1))
        self.assertEqual(self.wrong(), {"torn": 1, "lost": 2})

    def test_an_altered_text_is_caught(self):
        self.journal.write_bytes(self.journal.read_bytes().replace(b"gate 3", b"gate 9"))
        self.assertEqual(self.wrong(), {"lost": 1, "never dropped": 1})

    def test_a_file_that_vanished_is_caught(self):
        (self.home / "done/2026-11-23/3.txt").unlink()
        self.assertEqual(self.wrong(), {"without an end": 1})

    def test_a_file_that_was_left_or_failed_is_caught(self):
        (self.home / "inbox/a.txt").write_text("left")
        for name in (".hidden", "a.filepart", "B.PART", "~$a.docx", "a.txt~"):
            (self.home / "inbox" / name).write_text("of no concern")
        (self.home / "failed/b.txt").write_text("failed")
        self.assertEqual(self.wrong(), {"left in the inbox": 1, "failed": 1})

    def test_a_file_that_was_copied_over_and_over_is_caught(self):
        for number in range(8):
            (self.home / f"done/2026-11-23/again-{number}.txt").write_bytes(self.drops[0].content)
        self.assertEqual(self.wrong(), {"copied over and over": 1})

    def test_what_has_to_fail_has_to_do_so_with_a_reason(self):
        self.drops.append(Drop(way="pdf", content=b"%PDF", texts=(), fails=True))
        self.assertEqual(self.wrong(), {"without an end": 1})
        (self.home / "failed/a.pdf").write_bytes(b"%PDF")
        self.assertEqual(self.wrong(), {"failed": 1})
        (self.home / "failed/a.pdf.json").write_text('{"reason": "It is a PDF."}')
        self.assertEqual(self.wrong(), {})

    def test_what_may_have_been_replaced_is_neither_lost_nor_strange(self):
        self.drops.append(drop(7, certain=False))
        self.assertEqual(self.wrong(), {})
        with open(self.journal, "ab") as journal:
            journal.write(self.line(self.drops[-1]))
        self.assertEqual(self.wrong(), {})

    def test_a_list_of_drops_is_read_as_it_was_written(self):
        for each in self.drops + [drop(8, certain=False)]:
            self.assertEqual(Drop.from_json(each.to_json()), each)


class Follower(unittest.TestCase):
    def setUp(self):
        self.home = pathlib.Path(tempfile.mkdtemp(prefix="follower-"))
        self.addCleanup(shutil.rmtree, self.home)
        self.journal = self.home / "quoted.jsonl"
        self.tail = tail.Tail(self.journal, self.home / "tail.out")
        self.addCleanup(self.tail.stop)
        self.journal.write_bytes(b'{"text": "one"}\n{"text": "two"}\n')

    def found(self):
        return [what for what, items in tail.compare(account.journals(self.home), self.tail).items() if items]

    def test_a_journal_that_grows_and_is_rotated_is_followed(self):
        self.assertTrue(self.tail.caught_up(self.home))
        self.journal.rename(self.home / "quoted.jsonl.1")
        self.journal.write_bytes(b'{"text": "three"}\n')
        self.assertTrue(self.tail.caught_up(self.home))
        self.assertEqual(self.found(), [])

    def test_a_line_that_was_never_shown_is_caught(self):
        self.assertTrue(self.tail.caught_up(self.home))
        (self.home / "quoted.jsonl.1").write_bytes(b'{"text": "zero"}\n')
        self.assertEqual(self.found(), ["missed by tail -F"])

    def test_what_comes_after_a_rename_need_not_be_shown_and_not_twice(self):
        self.assertTrue(self.tail.caught_up(self.home))
        self.tail.ends["quoted.jsonl.1"] = 0
        (self.home / "quoted.jsonl.1").write_bytes(b'{"text": "zero"}\n')
        self.assertEqual(self.found(), [])
        self.tail.ends["quoted.jsonl.1"] = len(b'{"text": "zero"}\n')
        self.assertEqual(self.found(), ["missed by tail -F"])

    def test_a_journal_that_shrinks_is_caught(self):
        self.assertTrue(self.tail.caught_up(self.home))
        with open(self.journal, "r+b") as journal:
            journal.truncate(len(b'{"text": "one"}\n'))
        deadline = time.monotonic() + 30
        while "twice in tail -F" not in self.found() and time.monotonic() < deadline:
            time.sleep(0.05)
        self.assertIn("twice in tail -F", self.found())


if __name__ == "__main__":
    unittest.main()
