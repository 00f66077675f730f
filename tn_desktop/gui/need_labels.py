"""What is done with needs and decisions, as “undo” calls it: texts of context "history"."""

from typing import Final

from tn_desktop.model.messages import QT_TRANSLATE_NOOP

VOTE: Final = QT_TRANSLATE_NOOP("history", "Add a vote")
VOTE_BACK: Final = QT_TRANSLATE_NOOP("history", "Take a vote back")
MOVE: Final = QT_TRANSLATE_NOOP("history", "Move a need on the board")
GROUP: Final = QT_TRANSLATE_NOOP("history", "Group needs")
DESIGN: Final = QT_TRANSLATE_NOOP("history", "Design a solution")
DECIDE: Final = QT_TRANSLATE_NOOP("history", "Write a decision down")
CHOOSE: Final = QT_TRANSLATE_NOOP("history", "Mark needs as chosen")
SET_UP: Final = QT_TRANSLATE_NOOP("history", "Set up a working group")
STAGE: Final = QT_TRANSLATE_NOOP("history", "Move a community along its path")
