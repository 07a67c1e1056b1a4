"""A screen to write on."""

from typing import Any

from kivy.properties import BooleanProperty, StringProperty

from kiosk.ui.keyboard import OwnKeyboard
from kiosk.ui.widgets import TextField
from kiosk.ui.widgets.claiming import Claiming


class WritingScreen(Claiming):
    """Has the one keyboard there is while it stands on the glass.

    `main_word` is what its main key says, and while `main_off` that does nothing.

    A screen says which `fields` it has, the first one first, and what is `done` by the main key.
    """

    main_word = StringProperty("")
    main_off = BooleanProperty(False)

    def __init__(self, keyboard: OwnKeyboard, **properties: Any) -> None:
        super().__init__(**properties)
        self.keyboard = keyboard
        self._begun: tuple[str, ...] = ()
        keyboard.bind(
            on_text=self._if_here(lambda text: self.field.type(text)),
            on_backspace=self._if_here(lambda: self.field.backspace()),
            on_done=self._if_here(lambda: self.done()),
        )
        self.bind(parent=self._come_or_go, main_word=self._name_main_key, main_off=self._name_main_key)

    @property
    def fields(self) -> list[TextField]:
        """What can be written in."""
        raise NotImplementedError

    @property
    def field(self) -> TextField:
        """Where the keys write."""
        return next((one for one in self.fields if one.focused), self.fields[0])

    def done(self) -> None:
        """The main key was tapped."""
        raise NotImplementedError

    @property
    def is_changed(self) -> bool:
        """True where something else stands in the fields than there was in the beginning."""
        begun = [*self._begun, *[""] * len(self.fields)]
        return any(field.text != text for field, text in zip(self.fields, begun, strict=False))

    def begin(self, *texts: str) -> None:
        """Put these texts into the fields, nothing where there are fewer, and begin in the first."""
        self._begun = texts
        for field, text in zip(self.fields, [*texts, *[""] * len(self.fields)], strict=False):
            field.put(text)
        self.fields[0].focused = True
        self.keyboard.begin(capital=not self.fields[0].text)

    def _if_here(self, does: Any) -> Any:
        def handle(_keyboard: OwnKeyboard, *arguments: Any) -> None:
            if self.keyboard.parent is self:
                does(*arguments)

        return handle

    def _come_or_go(self, *_: Any) -> None:
        """A real keyboard types here while the screen is on the glass, and no key stays down after."""
        comes = self.parent is not None
        for field in self.fields:
            field.focused = comes and field is self.fields[0]
        self.keyboard.let_go()
        if self.keyboard.parent is not None:
            self.keyboard.parent.remove_widget(self.keyboard)
        if comes:
            self.add_widget(self.keyboard)
            self._name_main_key()

    def _name_main_key(self, *_: Any) -> None:
        if self.keyboard.parent is self:
            self.keyboard.main_word, self.keyboard.main_off = self.main_word, self.main_off
