"""The parts of a matcher, each made when it is needed: nothing here depends on a day, on weights or
on a resume."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from pathlib import Path

from matcher.corpus import Corpus, load_corpus, load_role_file
from matcher.embedding import Encoder, is_embedded, load_encoder
from matcher.embedding.remembered import Remembering
from matcher.index import RoleIndex
from matcher.linking import SkillLinker
from matcher.profiles import Profile, profile_of
from matcher.records import JobPosting, Month, Resume, Role
from matcher.scoring.affinities import Scales, measured_scales
from matcher.skills import SkillFinder
from matcher.targets import Target, posting_target, role_targets
from matcher.title_reading import TitleLookup, related_titles

# Roles that scoring looks at, whatever the number that is asked for, so that the first k of more
# are the same k: those whose passages are nearest, and those that ask for most of the skills, for a
# resume may have hardly a sentence.
_NEAREST_ROLES = 20
_SKILLED_ROLES = 12


class Parts:
    """A corpus, an encoder, and what is made of the two. ``corpus``: folder of a corpus; ``model``:
    hub name or folder of an encoder; None for those of the package."""

    def __init__(self, corpus: str | Path | None = None, model: str | Path | None = None) -> None:
        self.corpus: Corpus = load_corpus(Path(corpus) if corpus else None)
        self.encoder: Encoder = load_encoder(model)
        self._embedded = is_embedded(model)

    @cached_property
    def finder(self) -> SkillFinder:
        """Finds the skills of the corpus in a text."""
        return SkillFinder(self.corpus.skills.values())

    @cached_property
    def linker(self) -> SkillLinker | None:
        """Links lines to skills that they do not name; None where the corpus has no phrases."""
        if len(self.corpus.phrases) < 2:
            return None
        return SkillLinker(self.corpus, self.encoder if self._embedded else load_encoder())

    @cached_property
    def targets(self) -> dict[str, Target]:
        """The role profiles, ready to be scored against."""
        encoder = Remembering(self.encoder)  # a transformer takes a minute for the corpus
        made = role_targets(list(self.corpus.roles.values()), encoder, self.corpus.roles)
        return {target.id: target for target in made}

    @cached_property
    def index(self) -> RoleIndex:
        """FAISS over the passages of all roles."""
        return RoleIndex(list(self.targets.values()), self.encoder.dim)

    @cached_property
    def scales(self) -> Scales:
        """How cosines of this encoder become affinities, measured on the corpus itself."""
        return measured_scales(list(self.targets.values()))

    @cached_property
    def titles(self) -> TitleLookup:
        """The titles of all roles."""
        return TitleLookup(list(self.targets.values()), self.encoder, self.scales.titles.affinity)

    @cached_property
    def asking(self) -> dict[str, list[str]]:
        """For each skill the roles that ask for it."""
        found: dict[str, list[str]] = {}
        for role in self.corpus.roles.values():
            for skill_id in {skill for item in role.requirements for skill in item.any_of}:
                found.setdefault(skill_id, []).append(role.id)
        return found

    def prepare(self) -> None:
        """Makes now what else the first resume would wait for."""
        self.finder, self.linker, self.index, self.titles, self.asking  # noqa: B018

    def profile(self, resume: Resume, now: Month) -> Profile:
        """What a resume shows: its skills in time, its titles, its vectors."""
        implications = self.corpus.implications
        return profile_of(resume, self.finder, self.encoder, now, implications, self.linker)

    def role(self, role: str | Path | Role) -> Role:
        """The role with this id or title, or of this role file: a :class:`Path`, or a text that
        ends in ``.yaml``. Raises UnknownRole or CorpusError."""
        if isinstance(role, Role):
            return role
        if isinstance(role, Path) or role.endswith((".yaml", ".yml")):
            return load_role_file(Path(role), self.corpus)
        return self.corpus.role(role)

    def role_target(self, role: Role) -> Target:
        """A role, of the corpus or not, ready to be scored against."""
        if self.corpus.roles.get(role.id) == role:
            return self.targets[role.id]
        return role_targets([role], self.encoder, self.corpus.roles)[0]

    def posting_target(self, posting: JobPosting) -> Target:
        """A posting, ready to be scored against."""
        related = related_titles(self.titles.roles(posting.title, top=1), self.corpus.roles)
        return posting_target(posting, self.encoder, related)

    def nearest_roles(self, profile: Profile) -> dict[str, float]:
        """Ids of the roles whose passages come nearest, with their cosines."""
        found = self.index.search(
            profile.passage_vectors, profile.title_vectors.whole, _NEAREST_ROLES
        )
        return {hit.role_id: hit.cosine for hit in found}

    def skilled_roles(self, profile: Profile) -> list[str]:
        """Ids of the roles that ask for most of the skills, ties by id."""
        asking = Counter(
            role_id for skill_id in profile.uses for role_id in self.asking.get(skill_id, ())
        )
        return sorted(asking, key=lambda role_id: (-asking[role_id], role_id))[:_SKILLED_ROLES]

    def family(self, title: str) -> str | None:
        """The family of roles that a title says; None where it says none."""
        found = self.titles.roles(title, top=1)
        return self.corpus.roles[found[0].role_id].family if found else None
