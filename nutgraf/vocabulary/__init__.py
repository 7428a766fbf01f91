"""Tables of words, one module a subject; no logic lives here."""
