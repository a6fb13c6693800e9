"""Refuse a range of commits that touches quotex/ but not CHANGELOG.md.

    python3 .ci/changelog.py [BASE]

The range goes from BASE to HEAD; without BASE, from where HEAD left the main branch.
A commit that changes nothing a user would notice can say so with a line "Changelog: none" in its message.
"""

from __future__ import annotations

import subprocess
import sys


def git(*arguments: str) -> str:
    """Run git and return what it prints, or nothing when it fails."""
    return subprocess.run(["git", *arguments], capture_output=True, encoding="utf-8").stdout.strip()


def base(given: str) -> str:
    """Return the commit that the range starts from."""
    head = git("rev-parse", "HEAD")
    for start in (given, git("merge-base", "origin/main", "HEAD")):
        known = start and git("rev-parse", "--verify", "-q", f"{start}^{{commit}}")
        if known and known != head:
            return known
    return ""


def verdict(changed: list[str], messages: str) -> str:
    """Return what is wrong with a range, or nothing.

    >>> verdict(["quotex/many.py"], "Faster")
    'quotex/ has changed, but CHANGELOG.md has not: add a line there, or "Changelog: none" to a commit message'
    >>> verdict(["quotex/many.py", "CHANGELOG.md"], "Faster"), verdict(["docs/index.md"], "Clearer")
    ('', '')
    >>> verdict(["quotex/many.py"], "Rename a helper\\n\\nChangelog: none")
    ''
    """
    if not any(path.startswith("quotex/") for path in changed) or "CHANGELOG.md" in changed:
        return ""
    if any(line.strip().lower() == "changelog: none" for line in messages.splitlines()):
        return ""
    return 'quotex/ has changed, but CHANGELOG.md has not: add a line there, or "Changelog: none" to a commit message'


def main() -> int:
    """Check the range and say what is wrong with it."""
    start = base(sys.argv[1] if len(sys.argv) > 1 else "")
    if not start:
        print("no earlier commit to compare with")
        return 0
    changed = git("diff", "--name-only", f"{start}..HEAD").splitlines()
    wrong = verdict(changed, git("log", "--format=%B", f"{start}..HEAD"))
    print(wrong or f"checked {start[:7]}..{git('rev-parse', '--short', 'HEAD')}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
