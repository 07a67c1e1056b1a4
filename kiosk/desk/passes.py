"""Cards for the wallets of telephones."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple
from uuid import UUID

from drivers import CardPattern
from kiosk.cards.faces import is_square_in_a_wallet
from kiosk.cards.passes.card import AppleFiles, GoogleFiles, PassCard, PassError
from kiosk.desk.cards import Cards
from kiosk.desk.profiles import Profiles
from kiosk.people.clock import Clock
from kiosk.people.texts import RefusedText
from kiosk.people.words import Words, to_translate

_NO_APPLE = to_translate(
    "A pass for Apple Wallet needs a certificate of the shop’s own. The README tells under “Wallets” how "
    "to get it."
)
_NO_GOOGLE = to_translate(
    "A pass for Google Wallet needs an account of the shop’s own. The README tells under “Wallets” how "
    "to get it."
)
_NO_CODE = to_translate(
    "A pass shows a QR code or Code 128, and the shop takes neither. Set a [[card]] for QR codes."
)


class Wallets(NamedTuple):
    """What passes are signed with, as far as it is set."""

    apple: AppleFiles | None = None
    google: GoogleFiles | None = None


NO_WALLETS = Wallets()


class Passes:
    """Each raises RefusedText where no pass can be made, and StorageTrouble.

    Who has no card gets a number.
    """

    def __init__(
        self,
        cards: Cards,
        profiles: Profiles,
        words: Words,
        clock: Clock,
        own: Sequence[CardPattern],
        wallets: Wallets,
        language: str,
    ) -> None:
        self._cards, self._profiles, self._words, self._clock = cards, profiles, words, clock
        self._own, self._language, self.wallets = own, language, wallets

    def apple(self, customer_id: UUID, card_id: UUID | None = None) -> bytes:
        """The .pkpass file for this card of somebody, or for the newest that they have."""
        with self._in_a_sentence():
            if self.wallets.apple is None:
                raise PassError(_NO_APPLE)
            # What signs takes long to load.
            from kiosk.cards.passes.apple import apple_pass
            from kiosk.cards.passes.certificates import signer_of

            signer = signer_of(self.wallets.apple, self._clock())
            return apple_pass(self._card(customer_id, card_id), signer)

    def google(self, customer_id: UUID, card_id: UUID | None = None) -> str:
        """The link that puts it into Google Wallet; Google learns of the customer once it is opened."""
        with self._in_a_sentence():
            if self.wallets.google is None:
                raise PassError(_NO_GOOGLE)
            from kiosk.cards.passes.google import account_of, google_link

            account = account_of(self.wallets.google)
            return google_link(self._card(customer_id, card_id), account, self._language, self._clock())

    def _card(self, customer_id: UUID, card_id: UUID | None) -> PassCard:
        shop = self._cards.brand()
        number = self._cards.in_use(customer_id, card_id).number
        is_square = is_square_in_a_wallet(number, self._own)
        if is_square is None:
            raise PassError(_NO_CODE)
        return PassCard(number, is_square, shop, self._profiles.of(customer_id).customer.called_by)

    @contextmanager
    def _in_a_sentence(self) -> Iterator[None]:
        try:
            yield
        except PassError as why:
            raise RefusedText(self._words.gettext(str(why))) from None
