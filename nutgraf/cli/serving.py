"""The preview: a site in, served and built anew on each change; what is wrong is told on the page and the terminal."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from nutgraf import output, pipeline
from nutgraf.cli.speech import say, say_but_notes, say_problems
from nutgraf.cli.writing import alone, take_in
from nutgraf.memory import Memory
from nutgraf.preview import Preview
from nutgraf.problems import ContentError, Problem, in_order
from nutgraf.serve import HOST, open_port, serve_site
from nutgraf.sources import read_line


def serve(options: argparse.Namespace) -> int:
    """Serve until interrupted."""
    listener = open_port(options.port)
    port = listener.getsockname()[1]
    base_url = f"http://{HOST}:{port}/"

    memory = Memory()

    def build(before: Preview, open_pages: Collection[str]) -> Iterator[Preview]:
        try:
            with alone(options):
                intake = take_in(options, memory)
            planned = pipeline.plan_site(
                options.root, base_url=base_url, drafts=True, preview=True, until=options.until, memory=memory
            )
            if open_pages:
                yield before.with_files(pipeline.show_pages(planned, open_pages, memory))
            built = pipeline.finish_site(
                options.root, planned, today=options.today, history=True, workers=options.workers, memory=memory
            )
        except ContentError as error:
            say_problems(error.problems, options)
            print("the preview was left as it was", file=sys.stderr)
            yield replace(_with_lines(before, error.problems, options), has_failed=True)
            return
        problems = [problem for problem in (*intake.problems, *built.problems) if problem.rule != "base-url"]
        say_but_notes(problems, options)
        output.write_caches(options.root, built.caches)
        files = {file.address: file.data for file in built.files}
        origins = {page.address: page.origin for page in built.pages}
        yield _with_lines(Preview(files, origins), problems, options)

    with listener:
        if port != options.port:
            print(f"port {options.port} is in use, so the preview is at another", file=sys.stderr)
        say(f"{base_url} shows the site; end with Ctrl-C", options)
        try:
            serve_site(options.root, listener, build)
        except KeyboardInterrupt:
            say("", options)  # below the ^C of the terminal
    return 0


def _with_lines(preview: Preview, problems: Iterable[Problem], options: argparse.Namespace) -> Preview:
    """Return `preview` with `problems` and the lines that they name."""
    told = tuple(in_order(problems))
    lines = {(p.path, p.line): read_line(options.root, p.path, p.line) for p in told if p.line}
    return replace(preview, problems=told, lines=lines)
