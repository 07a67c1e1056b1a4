"""Who draws the glass: a graphics chip, or the processor in its place."""

from kivy.graphics.opengl import GL_RENDERER, glGetString


def renderer() -> str:
    """As OpenGL names it, like “V3D 7.1”; to be asked once there is a window."""
    name = glGetString(GL_RENDERER)
    return name.decode(errors="replace") if isinstance(name, bytes) else ""
