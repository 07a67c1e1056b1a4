"""What the technician brings: a release, and a later one whose data the first cannot read."""

import shutil
import ssl
import subprocess
from pathlib import Path

from release.wheels import build_own

SHOP = Path("kiosk/demo/sample_shop.json")

_STEP = '''"""A step that this version does not know."""

import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{last}"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("staff", sa.Column("of_a_later_version", sa.Integer()))


def downgrade() -> None:
    op.drop_column("staff", "of_a_later_version")
'''


def bring_clone(source: Path, folder: Path) -> None:
    """Put a clone into `folder`, and the certificates that are trusted here: a proxy may have its own."""
    subprocess.run(["git", "clone", "--quiet", "--no-hardlinks", source, folder / "clone"], check=True)
    trusted = ssl.get_default_verify_paths().cafile
    assert trusted is not None
    shutil.copy2(trusted, folder / "certificates.pem")


def bring(archives: Path, arch: str, source: Path, folder: Path) -> None:
    """Put the release, a later one, and a shop file into `folder`, from the `archives` of `make release`."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (archive,) = archives.glob(f"greeting-kiosk-*-{arch}.tar")
    subprocess.run(["tar", "-xf", archive, "-C", folder], check=True)
    first = (folder / archive.stem).rename(folder / "release")
    shutil.copy2(source / SHOP, folder / "shop.json")
    # Debian's packages are there by then.
    shutil.copytree(first, folder / "later", ignore=shutil.ignore_patterns("debs", "greeting_kiosk-*.whl"))
    _build_later(archives, folder)


def _build_later(archives: Path, folder: Path) -> None:
    (packed,) = archives.glob("greeting_kiosk-*.tar.gz")
    subprocess.run(["tar", "-xzf", packed, "-C", folder], check=True)
    tree = folder / packed.name.removesuffix(".tar.gz")
    version = tree.name.rpartition("-")[2]
    _replace(tree / "setup.cfg", f"version = {version}", f"version = {version}.post1")
    steps = sorted((tree / "migrations/versions").glob("[0-9]*.py"))
    last = steps[-1].name.split("_")[0]
    _replace(tree / "migrations/__init__.py", f'"{last}")', f'"{last}", "9999")')
    (tree / "migrations/versions/9999_of_a_later_version.py").write_text(_STEP.format(last=last))
    build_own(tree, folder / "later/wheels")
    shutil.rmtree(tree)
    for unneeded in (folder / "later/wheels").glob("*.tar.gz"):
        unneeded.unlink()


def _replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text, f"{file} does not hold {old}"
    file.write_text(text.replace(old, new), "utf-8")
