"""What the wheel holds beside the modules: compiled forms and translations, and resources/ inside the package."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CustomBuildHook(BuildHookInterface[Any]):
    """Runs before hatchling collects the files of the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile what is generated, and name the files that version control leaves out."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        import dev

        dev.generate(Path(sys.executable))
        included = build_data["force_include"]
        for form in sorted(dev.FORMS.glob("*.py")):
            included[str(form)] = f"tn_desktop/gui/forms/{form.name}"
        for resource in sorted((root / "resources").rglob("*")):
            if resource.is_file() and resource.suffix != ".ts":
                included[str(resource)] = f"tn_desktop/resources/{resource.relative_to(root / 'resources').as_posix()}"
