"""Nutgraf: raw article files in, a news briefing microsite out."""

__version__ = "0.1.0"
