"""The options of a build in; whether the last one did the same, and if so what it said, once more."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from nutgraf.stamp import is_as_it_was, program_state, read_stamp


def asked_of(options: argparse.Namespace) -> dict[str, Any]:
    """Return what a build depends on besides the files of the site."""
    return {
        "program": program_state(),
        "out": str(options.out.resolve()),
        "base_url": options.base_url,
        "drafts": options.drafts,
        "strict": options.strict,
        "today": str(options.today),
        "until": str(options.until),
    }


def is_built_already(options: argparse.Namespace) -> bool:
    """Tell whether there is nothing to build; then the findings of the last build are told again."""
    if options.verbose:
        return False  # it says what became of each seed
    root = str(options.root)
    try:
        stamp = read_stamp(root)
        asked = asked_of(options)
        if stamp is None or stamp["asked"] != asked or not is_as_it_was(stamp, root, asked["out"]):
            return False
    except ValueError:
        path = options.root / ".nutgraf"
        print(f"{path}: what the last build kept is damaged; all is built anew", file=sys.stderr)
        return False
    said = stamp["said"]
    if said["warnings"]:
        print(said["warnings"], file=sys.stderr)
    if not options.quiet:
        if said["notes"]:
            print(said["notes"])
        print(f"{options.out}: {said['total']} files, 0 written, 0 removed")
    return True
