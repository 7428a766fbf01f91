"""The pages of briefings in, the files of a search index out: made by Pagefind, a process that touches no disk."""

from __future__ import annotations

import base64
import json
import re
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from pathlib import Path
from threading import Thread
from typing import IO, Any

from nutgraf.models import OutputFile, Page, Settings
from nutgraf.problems import ContentError, Problem, how_to_install
from nutgraf.settings import SETTINGS_FILE

SEARCH_PAGE = "search.html"

_AT_ONCE = 1 << 20  # bytes

_INDEX = "pagefind"
_NOT_OURS = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight")
"""What the index brings along for pages that look otherwise than ours."""
_FURNITURE = ("nav", "section > h2", ".label", ".note", ".links", ".rests", ".draft")
"""What stands on the page of a briefing and says nothing of it."""

_WITHIN = re.compile("([\u3040-\u30ff\u3400-\u9fff])(?=[\u3040-\u30ff\u3400-\u9fff])")
"""A letter of a script that has no spaces, before another."""


def plan_search(settings: Settings) -> tuple[Page, ...]:
    """Return the page that searches and the script that knows the index, when the site wants them.

    Raises ContentError when it does and the program is not installed.
    """
    if not settings.search:
        return ()
    _program()
    return (
        Page(SEARCH_PAGE, "search.html", "layouts/search.html"),
        Page(f"{_INDEX}/pagefind.js", "", SETTINGS_FILE),
    )


def index_pages(pages: Sequence[OutputFile], language: str) -> tuple[OutputFile, ...]:
    """Return the files by which a browser searches `pages`, whatever the languages they are in.

    Pagefind would make an index for each, and hide from a reader of one what is written in another; so all words are
    taken for words of `language`.
    """
    config = {"force_language": language.split("-")[0], "exclude_selectors": _FURNITURE}
    requests: list[dict[str, Any]] = [{"type": "NewIndex", "config": config}]
    for page in pages:
        text = _WITHIN.sub(r"\1 ", page.data.decode())  # so that each is a word; static/search.js takes them out again
        requests.append({"type": "AddFile", "index_id": 0, "url": f"/{page.address}", "file_contents": text})
    requests.append({"type": "GetFiles", "index_id": 0})
    files = [file for file in _ask(requests)[-1]["files"] if not file["path"].startswith(_NOT_OURS)]
    found = (OutputFile(f"{_INDEX}/{file['path']}", base64.b64decode(file["content"])) for file in files)
    return tuple(sorted(found, key=lambda file: file.address))


def _program() -> Path:
    try:
        from pagefind_bin import get_executable

        return Path(get_executable())
    except (ImportError, FileNotFoundError):
        message = "`search` needs Pagefind, which is not installed"
        hint = f"{how_to_install('search')}, or take `search` out"
        raise ContentError([Problem(SETTINGS_FILE, message, hint)]) from None


def _ask(requests: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return Pagefind's answers in the order of `requests`; one that tells of a fault is a fault of ours."""
    messages = [{"message_id": number, "payload": request} for number, request in enumerate(requests, 1)]
    sent = b"".join(base64.b64encode(json.dumps(message).encode()) + b"," for message in messages)
    answers = [json.loads(base64.b64decode(answer)) for answer in _exchange(sent, len(messages))]
    found = {answer["message_id"]: answer["payload"] for answer in answers}
    if faults := [payload for payload in found.values() if payload["type"] == "Error"]:
        raise RuntimeError(f"Pagefind: {faults[0]}")
    return [found[message["message_id"]] for message in messages]


def _exchange(sent: bytes, count: int) -> list[bytes]:
    """Return `count` answers of the program; it ends when nothing more can come from us."""
    command = [str(_program()), "--service"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 - no shell
    assert process.stdin and process.stdout  # noqa: S101, PT018 - both were asked for
    # In a thread: the program answers while it reads, and waits until it is heard.
    Thread(target=_write, args=(process.stdin, sent), daemon=True).start()
    with suppress(BrokenPipeError), process:  # one that has gone has not read everything
        answers = list(islice(_answers(process.stdout), count))
    if len(answers) < count:
        raise RuntimeError(f"Pagefind gave {len(answers)} of {count} answers")
    return answers


def _answers(pipe: IO[bytes]) -> Iterator[bytes]:
    """Yield what comes before each comma, as it comes."""
    left = b""
    while more := pipe.read1(_AT_ONCE):  # type: ignore[attr-defined]
        *whole, left = (left + more).split(b",")
        yield from whole


def _write(pipe: IO[bytes], data: bytes) -> None:
    with suppress(OSError):  # it has gone, which who reads from it will notice
        pipe.write(data)
        pipe.flush()
