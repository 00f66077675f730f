"""The organisation's own page."""

import uuid
from typing import Final

from tn_desktop.model.stamps import relation_uid

ORGANISATION_UID: Final[uuid.UUID] = relation_uid("organisation")
"""The uid of the one row: the same on every laptop, so that two of them fill in the same page."""
