"""Programs that read sites for makers of language models, by what they read for: their names in robots.txt."""

# They collect what models are trained on.
TRAINING = (
    "AI2Bot",
    "Amazonbot",
    "anthropic-ai",
    "Applebot-Extended",
    "Bytespider",
    "CCBot",
    "ClaudeBot",
    "cohere-training-data-crawler",
    "Diffbot",
    "FacebookBot",
    "Google-Extended",
    "GPTBot",
    "ImagesiftBot",
    "img2dataset",
    "meta-externalagent",
    "Omgilibot",
    "PanguBot",
    "Timpibot",
    "Webzio-Extended",
)

# They look pages up to answer a question, and name where they read it.
ANSWERING = (
    "ChatGPT-User",
    "Claude-SearchBot",
    "Claude-User",
    "cohere-ai",
    "DuckAssistBot",
    "meta-externalfetcher",
    "MistralAI-User",
    "OAI-SearchBot",
    "Perplexity-User",
    "PerplexityBot",
    "YouBot",
)

REFUSED = {"welcome": (), "no-training": TRAINING, "no-ai": (*TRAINING, *ANSWERING)}
"""Whom a site's `crawlers` turns away."""
