"""What the page about somebody says of the person themselves, for whoever is at the counter."""

from datetime import date

from kiosk.people.known.customers import OPEN_ENDED, Customer
from kiosk.people.profile.profile import Profile
from kiosk.people.profile.profile_words import Told, as_of, consent_words, dated
from kiosk.people.words import Words, side_by_side, within


def subline(profile: Profile, words: Words) -> str:
    """Under the name: like "Jack Okafor · say “oh-KAH-for” · with us since March 2021 · 214 visits"."""
    customer = profile.customer
    since = words.gettext("with us since {month}")
    visits = words.ngettext("{n} visit", "{n} visits", profile.visit_count)
    return side_by_side(
        "" if customer.name == customer.called_by else within(customer.name),
        _said(customer, words),
        "" if customer.since is None else since.format(month=words.month_and_year(customer.since)),
        visits.format(n=profile.visit_count) if profile.visit_count else "",
    )


def names_told(profile: Profile, words: Words) -> Told:
    """Like "Jack Okafor", and "Called Jack · say “oh-KAH-for”"."""
    customer = profile.customer
    called = words.gettext("Called {name}").format(name=within(customer.called_by))
    return Told(within(customer.name), side_by_side(called, _said(customer, words)))


def manner_told(profile: Profile, today: date, words: Words) -> Told:
    """Like "By name; don’t mention age", and "Happy for us to remember: yes, 1 March 2021"."""
    consent = consent_words(
        profile,
        yes=words.gettext("Happy for us to remember: yes, {day}"),
        not_asked=words.gettext("Happy for us to remember: not asked yet"),
        words=words,
    )
    return Told(
        _manner(profile.customer, words), side_by_side(_gently(profile.customer, today, words), consent)
    )


def greeted(customer: Customer, today: date, words: Words) -> str:
    """Like "By name; don’t mention age · Tread gently"."""
    return side_by_side(_manner(customer, words), _gently(customer, today, words))


def _said(customer: Customer, words: Words) -> str:
    if not customer.pronunciation:
        return ""
    return words.gettext("say “{how}”").format(how=within(customer.pronunciation))


def _manner(customer: Customer, words: Words) -> str:
    if customer.deceased:
        return words.gettext("Has died")
    if not customer.greet_by_name:
        return words.gettext("Not by name")
    if customer.may_mention_age:
        return words.gettext("By name, age may be mentioned")
    return words.gettext("By name; don’t mention age")


def _gently(customer: Customer, today: date, words: Words) -> str:
    if not customer.needs_gentleness(today):
        return ""
    if customer.tread_gently_until == OPEN_ENDED:
        return words.gettext("Tread gently")
    message = words.gettext("Tread gently until {day}")
    return dated(message, customer.tread_gently_until, as_of(today, words))
