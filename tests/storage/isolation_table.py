"""Every function of this floor that takes a person, with a call that a stranger might try."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

from sqlalchemy import Connection, update

from storage import (
    actions,
    applications,
    audit,
    behind,
    by_name,
    checks,
    contacts,
    conversations,
    credentials,
    delivery,
    documents,
    filters,
    findings,
    groups,
    interviews,
    lookups,
    mailboxes,
    notes,
    notices,
    outcomes,
    pairing,
    postings,
    progress,
    reminders,
    revisions,
    sheet_rows,
    sheets,
    stages,
    statistics,
    steps,
    submitted,
    talks,
    timelines,
    undo,
    upkeep,
    usage,
    users,
    wholes,
)
from storage.journal import Journal
from storage.models import applications as apps_table
from storage.records import Entry
from storage.rows import fetch
from storage.status import Status
from storage.vault import Vault
from tests.storage.search import NEW_YORK, Search, at

NOW = at("2026-11-17 12:00")
FAR = at("2030-01-01 00:00")
MODULES = (
    actions, applications, audit, behind, by_name, checks, contacts, conversations, credentials, delivery, documents,
    filters,
    findings, groups, interviews, lookups, mailboxes, notes, notices, outcomes, pairing, postings, progress, reminders,
    revisions, sheet_rows, sheets, stages, statistics, steps, submitted, talks, timelines, undo, upkeep, usage, users,
    wholes,
)  # fmt: skip


FOUND = {
    "message_id": "1@x", "thread": "t", "fingerprint": "f", "mailbox": "m", "sender": "a@x", "subject": "s", "at": NOW,
    "found_at": NOW, "status": "interview", "meeting": "set", "evidence": "secret", "confidence": 1.0, "sure": True,
    "decided_by": "rules", "agency": False, "suspicious": False,
}  # fmt: skip


VAULT = Vault(("only for this table, as a key",))
MAILBOX = mailboxes.Place("imap", "a@x.example", "imap.x.example", 993, "INBOX")


class Theirs:
    """The ids of one person's things."""

    def __init__(self, search: Search) -> None:
        self.user = search.user
        entries = [Entry(Status.SAVED, NOW), Entry(Status.APPLIED, NOW)]
        facts = {
            "title": "Cook",
            "tags": ["x"],
            "applied_on": NOW.date(),
            "salary_min": 20_000,
            "salary_currency": "GBP",
        }
        self.app = search.add(Status.APPLIED, NOW, company="Acme", entries=entries, **facts).id
        with search.message(NOW, "all") as journal:
            self.note = notes.add_note(journal, self.app, "secret", NOW)
            self.document = documents.add_document(journal, "secret.pdf", "user-1/secret.pdf", NOW, self.app)
            self.contact = contacts.add_contact(journal, self.app, "Jane")
            self.interview = interviews.add_interview(journal, self.app, at("2026-11-20 15:00"), NOW).id
            self.reminder = reminders.set_custom(journal, "call", at("2026-11-19 10:00"), NOW).id
            db, user_id = journal.db, self.user.id
            self.finding = findings.keep(db, user_id, FOUND).id
            self.open = findings.keep(db, user_id, {**FOUND, "message_id": "open@x", "fingerprint": "open"}).id
            findings.settle(journal, self.finding, findings.APPLIED, application_id=self.app)
            findings.note_outcome(db, user_id, self.finding, "secret", 1)
            findings.learn(journal, findings.NAME, "secret", "acme")
            self._connected(db, user_id)
            self.talk = conversations.ensure_conversation(db, user_id, "stdio", "u", NOW)
            conversations.add_turns(db, user_id, self.talk, [("user", "secret")], NOW)
            buttons = [actions.NewAction("Yes", [{"tool": "x"}])]
            kept = actions.offer(db, user_id, buttons, NOW, conversation_id=self.talk, kind=actions.QUESTION)
            self.action = kept[0].id
            audit.record_all(db, user_id, NOW, [("add", {}, "done", None)])
            usage.record(db, user_id, NOW, usage.Usage(path="fallback", calls=1))
            self.account = users.list_accounts(db, user_id)[0].id
            delivery.claim(db, FAR, ["stdio"], "somebody", only=user_id)
            pairing.new_code(db, NOW, user_id)
            self._posted(db, user_id)
        with search.database.read() as db:
            self.step = steps.recent_steps(db, self.user.id)[0].id

    def _posted(self, db: Connection, user_id: int) -> None:
        """A posting behind the application's link, which is watched."""
        self.link = "lever:acme:1"
        posting = {"url": "https://jobs.lever.co/acme/1", "skills": ["haccp"], "description": "secret"}
        postings.keep(db, user_id, self.link, NOW, posting)
        postings.attach(db, user_id, self.link, self.app)
        db.execute(update(apps_table).where(apps_table.c.id == self.app).values(url=posting["url"]))
        checks.enroll(db, NOW)

    def _connected(self, db: Connection, user_id: int) -> None:
        """A mailbox with its secret, which is being looked into."""
        self.secret = credentials.keep(db, user_id, VAULT, {"password": "secret"}, NOW)
        self.mailbox = mailboxes.connect(db, user_id, MAILBOX, self.secret, mailboxes.State.ACTIVE, NOW).id
        mailboxes.change(db, user_id, self.mailbox, due_at=NOW)
        mailboxes.claim(db, NOW, "mine", only=user_id)
        lookups.mark_seen(db, user_id, self.mailbox, ["mail"])
        self.look = lookups.begin(db, user_id, self.mailbox, NOW)
        credentials.new_link(db, user_id, VAULT, "http://x", NOW)
        theirs = credentials.keep(db, user_id, VAULT, {"refresh": "secret"}, NOW)
        sheets.connect(db, user_id, "secret", sheets.Scope.FILE, theirs, NOW)
        sheets.claim(db, NOW, "mine", only=user_id)
        sheet_rows.keep(db, user_id, [sheet_rows.Row(self.app, cells={"notes": "secret"})])


# How a stranger would ask for another person's things. "empty": nothing comes; "refused": NotThere.
Ask = Callable[[Connection, int, Theirs], Any]
READS: dict[Callable[..., Any], Ask] = {
    actions.take: lambda db, me, t: actions.take(db, me, t.action, NOW),
    actions.look: lambda db, me, t: actions.look(db, me, t.action),
    actions.settle: lambda db, me, t: actions.settle(db, me, t.action, "mine now"),
    actions.reopen: lambda db, me, t: actions.reopen(db, me, t.action),
    actions.open_question: lambda db, me, t: actions.open_question(db, me, t.talk),
    actions.retire: lambda db, me, t: actions.retire(db, me, t.talk),
    applications.get: lambda db, me, t: applications.get(db, me, t.app),
    applications.of_row: lambda db, me, t: applications.of_row(db, me, fetch(db, t.user.id, apps_table, t.app)).tags,
    applications.of_rows: lambda db, me, t: (
        applications.of_rows(db, me, [fetch(db, t.user.id, apps_table, t.app)])[0].tags
    ),
    applications.find: lambda db, me, t: applications.find(db, me, filters.Filter(ids=(t.app,))).items,
    applications.identities: lambda db, me, t: list(applications.identities(db, me)),
    applications.everything: lambda db, me, t: applications.everything(db, me),
    applications.tags_of: lambda db, me, t: applications.tags_of(db, me, [t.app]),
    applications.currencies: lambda db, me, t: applications.currencies(db, me),
    applications.count_without: lambda db, me, t: applications.count_without(db, me, ["location"]),
    applications.get_history: lambda db, me, t: applications.get_history(db, me, t.app),
    applications.get_activities: lambda db, me, t: applications.get_activities(db, me, t.app),
    audit.recent: lambda db, me, t: audit.recent(db, me),
    by_name.vocabulary: lambda db, me, t: sum(map(len, _parts(by_name.vocabulary(db, me, "Acme")))),
    by_name.companies: lambda db, me, t: by_name.companies(db, me),
    by_name.likely: lambda db, me, t: by_name.likely(db, me, "Acme"),
    by_name.same_company: lambda db, me, t: by_name.same_company(db, me, "Acme"),
    by_name.at_companies: lambda db, me, t: by_name.at_companies(db, me, ["Acme"]),
    by_name.latest: lambda db, me, t: by_name.latest(db, me),
    checks.of_application: lambda db, me, t: checks.of_application(db, me, t.app),
    contacts.get_contacts: lambda db, me, t: contacts.get_contacts(db, me, t.app),
    contacts.find_contacts: lambda db, me, t: contacts.find_contacts(db, me, "Jane"),
    conversations.add_turns: lambda db, me, t: conversations.add_turns(db, me, t.talk, [("user", "x")], NOW),
    conversations.last_turns: lambda db, me, t: conversations.last_turns(db, me, t.talk),
    conversations.move_on: lambda db, me, t: conversations.move_on(db, me, t.talk, {}, [("user", "x")], NOW),
    conversations.find: lambda db, me, t: conversations.find(db, me, "stdio", "u"),
    conversations.get_focus: lambda db, me, t: conversations.get_focus(db, me, t.talk),
    conversations.set_focus: lambda db, me, t: conversations.set_focus(db, me, t.talk, {"x": 1}),
    conversations.forget: lambda db, me, t: conversations.forget(db, me, t.talk),
    credentials.read: lambda db, me, t: credentials.read(db, me, VAULT, t.secret),
    credentials.readable: lambda db, me, t: credentials.readable(db, me, VAULT),
    credentials.replace: lambda db, me, t: credentials.replace(db, me, VAULT, t.secret, {"password": "mine"}, NOW),
    delivery.due_of: lambda db, me, t: [one for one in delivery.due_of(db, me, FAR) if one.id == t.reminder],
    delivery.holds: lambda db, me, t: delivery.holds(db, me, "somebody"),
    delivery.hold: lambda db, me, t: delivery.hold(db, me, [t.reminder], FAR),
    delivery.drop: lambda db, me, t: delivery.drop(db, me, [t.reminder], "expired", "mine"),
    delivery.failed: lambda db, me, t: delivery.failed(db, me, [t.reminder], FAR, "mine"),
    documents.get_documents: lambda db, me, t: documents.get_documents(db, me, t.app),
    filters.count: lambda db, me, t: filters.count(db, me, filters.Filter()),
    findings.reread: lambda db, me, t: findings.reread(db, me, t.open, {"company": "mine"}),
    findings.known: lambda db, me, t: findings.known(db, me, ["open@x"]),
    findings.alike: lambda db, me, t: findings.alike(db, me, "open", NOW, NOW),
    findings.get: lambda db, me, t: findings.get(db, me, t.finding),
    findings.waiting: lambda db, me, t: [one for one in findings.waiting(db, me) if one.id == t.open],
    findings.untold: lambda db, me, t: [one for one in findings.untold(db, me) if one.id == t.open],
    findings.steps_from: lambda db, me, t: findings.steps_from(db, me, "m"),
    findings.of_application: lambda db, me, t: findings.of_application(db, me, t.app),
    findings.latest: lambda db, me, t: findings.latest(db, me),
    findings.trails: lambda db, me, t: findings.trails(db, me),
    findings.let_go: lambda db, me, t: findings.let_go(db, me, t.open, t.app),
    findings.drop: lambda db, me, t: findings.drop(db, me, t.open),
    findings.note_outcome: lambda db, me, t: findings.note_outcome(db, me, t.open, "mine", 1),
    findings.mark_told: lambda db, me, t: findings.mark_told(db, me, [t.open], NOW),
    findings.mark_undone: lambda db, me, t: findings.mark_undone(db, me, [t.step]),
    findings.meeting_known_since: lambda db, me, t: findings.meeting_known_since(db, me, t.interview),
    findings.learnt: lambda db, me, t: findings.learnt(db, me, findings.NAME),
    interviews.get_interview: lambda db, me, t: interviews.get_interview(db, me, t.interview),
    interviews.get_interviews: lambda db, me, t: interviews.get_interviews(db, me, t.app, cancelled=True),
    interviews.find_interviews: lambda db, me, t: interviews.find_interviews(db, me),
    lookups.unseen: lambda db, me, t: not lookups.unseen(db, me, t.mailbox, ["mail"]),
    lookups.mark_seen: lambda db, me, t: lookups.mark_seen(db, me, t.mailbox, ["another"]),
    lookups.count_seen: lambda db, me, t: lookups.count_seen(db, me, t.mailbox),
    lookups.looked: lambda db, me, t: lookups.looked(db, me, t.look, 1),
    lookups.recent: lambda db, me, t: lookups.recent(db, me, t.mailbox),
    lookups.begin: lambda db, me, t: lookups.begin(db, me, t.mailbox, NOW),
    lookups.end: lambda db, me, t: lookups.end(db, me, t.look, NOW, lookups.DONE),
    mailboxes.get: lambda db, me, t: mailboxes.get(db, me, t.mailbox),
    mailboxes.of_person: lambda db, me, t: mailboxes.of_person(db, me),
    mailboxes.change: lambda db, me, t: mailboxes.change(db, me, t.mailbox, reason="mine"),
    mailboxes.ask: lambda db, me, t: mailboxes.ask(db, me, NOW),
    mailboxes.renew: lambda db, me, t: mailboxes.renew(db, me, t.mailbox, "mine"),
    mailboxes.release: lambda db, me, t: mailboxes.release(db, me, t.mailbox, "mine", reason="mine"),
    mailboxes.remove: lambda db, me, t: mailboxes.remove(db, me, t.mailbox),
    credentials.forget: lambda db, me, t: credentials.forget(db, me, t.secret),
    notices.owe: lambda db, me, t: notices.owe(db, me, t.mailbox, notices.BROKEN, NOW),
    notes.get_notes: lambda db, me, t: notes.get_notes(db, me, t.app),
    notes.search_notes: lambda db, me, t: notes.search_notes(db, me, "secret"),
    postings.find: lambda db, me, t: postings.find(db, me, t.link),
    postings.of_application: lambda db, me, t: postings.of_application(db, me, t.app),
    postings.attach: lambda db, me, t: postings.attach(db, me, t.link, t.app),
    postings.with_link: lambda db, me, t: postings.with_link(db, me, "acme"),
    postings.asked_skills: lambda db, me, t: postings.asked_skills(db, me),
    reminders.get: lambda db, me, t: reminders.get(db, me, t.reminder),
    reminders.each: lambda db, me, t: [*reminders.each(db, me, FAR, ("digest",))],
    reminders.count: lambda db, me, t: reminders.count(db, me, FAR, ("digest",)),
    reminders.find: lambda db, me, t: reminders.find(db, me, FAR, statuses=None, kinds=("custom",)),
    revisions.of_interview: lambda db, me, t: revisions.of_interview(db, me, t.interview),
    sheets.of_person: lambda db, me, t: sheets.of_person(db, me),
    sheets.change: lambda db, me, t: sheets.change(db, me, reason="mine"),
    sheets.last_step: lambda db, me, t: sheets.last_step(db, me),
    sheets.renew: lambda db, me, t: sheets.renew(db, me, "mine"),
    sheets.release: lambda db, me, t: sheets.release(db, me, "mine"),
    sheet_rows.of_sheet: lambda db, me, t: sheet_rows.of_sheet(db, me),
    sheet_rows.mark: lambda db, me, t: sheet_rows.mark(db, me, "there", "out"),
    sheet_rows.forget: lambda db, me, t: sheet_rows.forget(db, me, [t.app]),
    sheet_rows.keep: lambda db, me, t: sheet_rows.keep(db, me, [sheet_rows.Row(t.app)]),
    sheets.remove: lambda db, me, t: sheets.remove(db, me),
    statistics.figures: lambda db, me, t: statistics.figures(db, me, NOW, NEW_YORK).submitted,
    statistics.by_status: lambda db, me, t: statistics.by_status(db, me),
    statistics.overview: lambda db, me, t: statistics.overview(db, me, NOW, NEW_YORK)[0].submitted,
    statistics.time_to_response: lambda db, me, t: statistics.time_to_response(db, me, NEW_YORK).waiting,
    statistics.submitted_by_day: lambda db, me, t: statistics.submitted_by_day(db, me),
    statistics.interviews_between: lambda db, me, t: statistics.interviews_between(db, me, NOW, FAR),
    steps.recent_steps: lambda db, me, t: steps.recent_steps(db, me, undone=True),
    steps.get_step: lambda db, me, t: steps.get_step(db, me, t.step),
    behind.members: lambda db, me, t: behind.members(db, me, "submitted", NOW, NEW_YORK, filters.Filter()).ids,
    groups.by: lambda db, me, t: [one for name in get_args(groups.Facet) for one in groups.by(db, me, name)],
    groups.pay: lambda db, me, t: groups.pay(db, me),
    outcomes.outcomes: lambda db, me, t: outcomes.outcomes(db, me, FAR, NEW_YORK, Status.APPLIED, 0, 0).number,
    stages.steps: lambda db, me, t: stages.steps(db, me, NEW_YORK),
    stages.since_applied: lambda db, me, t: stages.since_applied(db, me, NEW_YORK),
    submitted.years: lambda db, me, t: submitted.years(db, me),
    timelines.standing_at: lambda db, me, t: timelines.standing_at(db, me, [FAR])[0],
    timelines.first_news: lambda db, me, t: timelines.first_news(db, me),
    undo.still_there: lambda db, me, t: undo.still_there(db, me, [t.app]),
    undo.with_status_back: lambda db, me, t: undo.with_status_back(db, me, [t.step], 5),
    undo.settle_last_event: lambda db, me, t: undo.settle_last_event(db, me, t.app),
    usage.fallbacks: lambda db, me, t: usage.fallbacks(db, me),
    usage.spent: lambda db, me, t: usage.spent(db, me, NOW).turns,
    talks.lock_in_talk: lambda db, me, t: talks.lock_in_talk(db, me, t.talk),
    upkeep.facts_of: lambda db, me, t: upkeep.facts_of(db, me, [t.app]),
    wholes.each: lambda db, me, t: [*wholes.each(db, me, filters.Filter(), entries=True)],
    wholes.employers: lambda db, me, t: [*wholes.employers(db, me, filters.Filter())],
}
# These are about the person who is named, and take no id of anything else.
ABOUT_ONESELF = {
    actions.offer, audit.record_all, conversations.add_conversation, conversations.ensure_conversation, users.get_user,
    users.lock_user, users.list_accounts, users.use_account, users.link_account, users.erase, users.is_there,
    usage.record, pairing.join, findings.keep, findings.owe_telling, postings.keep, checks.tell,
    credentials.keep, credentials.new_link, mailboxes.connect, notices.let_through, sheets.connect, sheets.owe,
}  # fmt: skip
Write = Callable[[Journal, Theirs], Any]
ENTRY = Entry(Status.REJECTED, NOW)
WRITES: dict[Callable[..., Any], Write] = {
    applications.change: lambda j, t: applications.change(j, t.app, NOW, title="mine"),
    applications.add_tags: lambda j, t: applications.add_tags(j, t.app, ["mine"]),
    applications.remove_tags: lambda j, t: applications.remove_tags(j, t.app, ["x"]),
    applications.remove: lambda j, t: applications.remove(j, t.app),
    contacts.add_contact: lambda j, t: contacts.add_contact(j, t.app, "Me"),
    contacts.change_contact: lambda j, t: contacts.change_contact(j, t.contact, name="Me"),
    contacts.remove_contact: lambda j, t: contacts.remove_contact(j, t.contact),
    documents.add_document: lambda j, t: documents.add_document(j, "mine", "mine", NOW, t.app),
    documents.attach_document: lambda j, t: documents.attach_document(j, t.document, t.app),
    interviews.add_interview: lambda j, t: interviews.add_interview(j, t.app, NOW, NOW),
    interviews.change_interview: lambda j, t: interviews.change_interview(j, t.interview, NOW, kind="phone"),
    interviews.cancel_interview: lambda j, t: interviews.cancel_interview(j, t.interview, NOW),
    findings.settle: lambda j, t: findings.settle(j, t.open, findings.REFUSED),
    notes.add_note: lambda j, t: notes.add_note(j, t.app, "mine", NOW),
    notes.change_note: lambda j, t: notes.change_note(j, t.note, "mine"),
    notes.remove_note: lambda j, t: notes.remove_note(j, t.note),
    progress.set_status: lambda j, t: progress.set_status(j, t.app, ENTRY),
    progress.replace_last_status: lambda j, t: progress.replace_last_status(j, t.app, ENTRY),
    progress.move_last_entry: lambda j, t: progress.move_last_entry(j, t.app, NOW),
    progress.move_applied: lambda j, t: progress.move_applied(j, t.app, NOW.date(), now=NOW),
    progress.record_activity: lambda j, t: progress.record_activity(j, t.app, "mail", NOW),
    progress.forget_activity: lambda j, t: progress.forget_activity(j, "finding:1"),
    progress.settle_events: lambda j, t: progress.settle_events(j, t.app),
    reminders.set_custom: lambda j, t: reminders.set_custom(j, "x", FAR, NOW, application_id=t.app),
    reminders.change_custom: lambda j, t: reminders.change_custom(j, t.reminder, text="mine"),
    reminders.snooze: lambda j, t: reminders.snooze(j, t.reminder, NOW, days=1),
    reminders.done: lambda j, t: reminders.done(j, t.reminder, NOW),
    reminders.cancel: lambda j, t: reminders.cancel(j, t.reminder),
    undo.undo: lambda j, t: undo.undo(j, NOW, step_id=t.step),
    users.change_settings: lambda j, t: users.change_settings(j, t.user, name="mine"),
}
MAKES_ITS_OWN = {applications.add, findings.learn}
# What answers nothing to its owner either, here.
SILENT = {
    stages.since_applied,  # nothing in the drawn household has been answered
    undo.with_status_back,
    sheet_rows.forget,
    sheet_rows.keep,
    credentials.forget,
    lookups.end,
    lookups.looked,
    lookups.mark_seen,
    mailboxes.release,
    notices.owe,
    delivery.hold,
    delivery.drop,
    delivery.failed,
    findings.let_go,
    findings.drop,
    findings.note_outcome,
    findings.mark_told,
    findings.mark_undone,
    findings.latest,
    revisions.of_interview,
    actions.settle,
    actions.reopen,
    actions.retire,
    applications.get_activities,
    conversations.add_turns,
    conversations.forget,
    conversations.move_on,
    conversations.get_focus,
    conversations.set_focus,
    postings.attach,
    undo.settle_last_event,
}


def _parts(found: by_name.Vocabulary) -> tuple[list[Any], ...]:
    return found.companies, found.contacts, found.tags
