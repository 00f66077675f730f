"""Every entity by the name that the command line, the forms and the workbooks use.

One description of each (model/specs) serves validation, the command line, lists, exports and undo, so that a field
is declared once.
"""

from collections.abc import Mapping
from typing import Final

from tn_desktop.model.entities.base import Synced
from tn_desktop.model.entities.exchange import Conflict, Device, SameAs
from tn_desktop.model.entities.needs import Decision, DecisionNeed, Need
from tn_desktop.model.entities.organisation import Milestone, Organisation
from tn_desktop.model.entities.people import Community, CommunityOrigin, Membership, Person
from tn_desktop.model.entities.privacy import Consent, DataRequest, OwnText
from tn_desktop.model.entities.solutions import (
    Iteration,
    IterationPerson,
    Output,
    OutputPerson,
    Reach,
    Solution,
    SolutionNeed,
    SolutionWorkshop,
)
from tn_desktop.model.entities.stakeholders import (
    CommunityStakeholder,
    Contact,
    Engagement,
    Stakeholder,
    WorkshopStakeholder,
)
from tn_desktop.model.entities.tools import AgendaBlock, EngagementTool
from tn_desktop.model.entities.voices import Feedback, Quotation, Survey
from tn_desktop.model.entities.workshops import (
    Attendance,
    Enrolment,
    SessionFacilitator,
    SessionSpeaker,
    Workshop,
    WorkshopCommunity,
    WorkshopLeader,
    WorkshopNeed,
    WorkshopSession,
)
from tn_desktop.model.errors import Refused
from tn_desktop.model.fields import EntitySpec
from tn_desktop.model.messages import QT_TRANSLATE_NOOP
from tn_desktop.model.specs.needs import DECISIONS, NEEDS
from tn_desktop.model.specs.organisation import MILESTONES, ORGANISATION
from tn_desktop.model.specs.people import COMMUNITIES, MEMBERSHIPS, PEOPLE
from tn_desktop.model.specs.privacy import CONSENTS, REQUESTS
from tn_desktop.model.specs.solutions import ITERATIONS, OUTPUTS, REACH, SOLUTIONS
from tn_desktop.model.specs.stakeholders import (
    COMMUNITY_STAKEHOLDERS,
    CONTACTS,
    ENGAGEMENTS,
    STAKEHOLDERS,
    WORKSHOP_STAKEHOLDERS,
)
from tn_desktop.model.specs.tools import AGENDA, TOOLS
from tn_desktop.model.specs.voices import FEEDBACK, QUOTATIONS, SURVEYS
from tn_desktop.model.specs.workshops import ATTENDANCE, ENROLMENTS, SESSIONS, WORKSHOPS

ENTITIES: Final[Mapping[str, EntitySpec]] = {
    spec.name: spec
    for spec in (
        PEOPLE, COMMUNITIES, MEMBERSHIPS, WORKSHOPS, SESSIONS, ENROLMENTS, ATTENDANCE, STAKEHOLDERS, CONTACTS,
        COMMUNITY_STAKEHOLDERS, WORKSHOP_STAKEHOLDERS, NEEDS, DECISIONS, SOLUTIONS, ITERATIONS, TOOLS, AGENDA, OUTPUTS,
        REACH, ENGAGEMENTS, FEEDBACK, SURVEYS, QUOTATIONS, ORGANISATION, MILESTONES, CONSENTS, REQUESTS,
    )
}  # fmt: skip

SYNCED: Final[tuple[type[Synced], ...]] = (
    Person, Community, CommunityOrigin, Membership, EngagementTool, Workshop, WorkshopCommunity, WorkshopLeader,
    WorkshopSession, SessionFacilitator, SessionSpeaker, AgendaBlock, Enrolment, Attendance, Stakeholder, Contact,
    CommunityStakeholder, WorkshopStakeholder, Need, WorkshopNeed, Decision, DecisionNeed, Engagement, Solution,
    SolutionNeed, SolutionWorkshop, Iteration, IterationPerson, Output, OutputPerson, Reach, Feedback, Survey,
    Quotation, Organisation, Milestone, Consent, DataRequest, OwnText, Device, Conflict, SameAs,
)  # fmt: skip
"""Every class whose rows travel, parents before the rows that point to them."""

BY_TABLE: Final[Mapping[str, type[Synced]]] = {cls.__tablename__: cls for cls in SYNCED}


def entity(name: str) -> EntitySpec:
    """The entity of that plural name; refused with the list of names if there is none."""
    if name not in ENTITIES:
        raise Refused(
            QT_TRANSLATE_NOOP("errors", "There is no list “{name}”. Lists: {known}."),
            name=name,
            known=", ".join(ENTITIES),
        )
    return ENTITIES[name]
