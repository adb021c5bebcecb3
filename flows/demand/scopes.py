"""What a coordinator looks after."""

from flows.model import ProviderId, SchoolId
from flows.programme import Programme


def every_scope(programme: Programme) -> list[str]:
    """All there are in a programme."""
    providers = [f"provider:{each.id}" for each in programme.providers]
    return ["programme", *providers, *(f"school:{each.id}" for each in programme.schools)]


def scope_name(scope: str, programme: Programme) -> str:
    """The name of a scope: the programme's, a provider's or a school's."""
    kind, _, subject = scope.partition(":")
    if kind == "provider":
        return programme.provider(ProviderId(subject)).name
    school = programme.school(SchoolId(subject)) if kind == "school" else None
    return school.name if school else programme.about.name
