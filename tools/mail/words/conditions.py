"""Words behind which something has not happened, by language; tables only."""

from __future__ import annotations

import re

# What stands behind one of these has not happened: "if you are selected for an interview", "sollten wir Sie einladen".
CONDITION = {
    "en": re.compile(
        r"\b(?:if|should (?:you|your|we|there|our|the|it)|in case|in the event|whether|unless|only (?:those|the|candidates|applicants|"
        r"shortlisted|successful)|those (?:selected|who|candidates|applicants)|(?:shortlisted|successful|selected|qualified) (?:candidates|applicants)|candidates (?:who|selected|whose)|"
        r"once (?:we|you|your|the)|when (?:we|a|the right)|until)\b"
    ),
    "de": re.compile(r"\b(?:wenn|falls|sollten?|sofern|ob|gegebenenfalls|sobald)\b"),
    "fr": re.compile(r"\b(?:si|au cas où|éventuel\w*|dans l'hypothèse|lorsque|dès que|seuls?)\b"),
    "es": re.compile(r"\b(?:si|en caso|de ser|siempre que|en el caso|cuando|sólo|solo)\b"),
    "pt": re.compile(r"\b(?:se|caso|quando|apenas|somente)\b"),
}
# A refusal may stand behind a softener, but hardly behind a plain condition.
MAYBE = {
    "en": re.compile(r"\b(?:may|might|could|potential(?:ly)?|possible|possibly)\b"),
    "de": re.compile(r"\b(?:eventuell|möglicherweise|ggf|könnte\w*)\b"),
    "fr": re.compile(r"\b(?:pourrai\w*|éventuellement)\b"),
    "es": re.compile(r"\b(?:podría\w*|posible\w*|eventual\w*)\b"),
    "pt": re.compile(r"\b(?:poderá|pode|possível|eventual\w*)\b"),
}
