"""The JSON that the command line prints, as types. Other programs read it: fields may be added,
none renamed or dropped. ``matcher schema NAME`` gives the JSON schema made from these types."""

from matcher.contract.base import *
from matcher.contract.knowledge import *
from matcher.contract.matching import *
from matcher.contract.plans import *
from matcher.contract.reading import *
from matcher.contract.schemas import *
