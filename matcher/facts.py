"""What was read from a resume or a posting, told on a terminal as on a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from matcher import contract as c

NOTHING_LOST = "Nothing that they would lose or scramble."


def asked_of_posting(job: c.JobJson) -> dict[str, list[str]]:
    """What a posting asks for: a label, and what stands under it."""
    years = job["years_required"]
    return {
        "Required": [requirement_in_words(each) for each in job["required"]],
        "Preferred": [requirement_in_words(each) for each in job["preferred"]],
        "Looked up word for word": [each["text"] for each in job["unrecognised"]],
        "Years": [] if years is None else [f"at least {years}"],
        "Degree": [job["degree"]] if job["degree"] else [],
        "Duties": job["responsibilities"],
    }


def requirement_in_words(asked: Any) -> str:
    """What a report asks for: a skill, or one of several."""
    group = asked.get("any_of") or [asked]
    return " or ".join(skill["skill"] for skill in group)


def facts_in_words(report: c.ParseReport) -> dict[str, list[str]]:
    """What was read besides positions, skills and text: a label, and what stands under it."""
    return {
        "Years by family of roles": [
            f"{each['family'].replace('-', ' ')} {each['years']:g}"
            for each in report["years_by_family"]
        ],
        "Months without a position": [
            f"{gap['start']} to {gap['end']} ({gap['months']} months)" for gap in report["gaps"]
        ],
        "Education": [
            ", ".join(
                str(part)
                for part in (each["degree"], each["field"], each["institution"], each["year"])
                if part
            )
            for each in report["education"]
        ],
        "Certificates": [
            each["name"]
            + (f" ({each['issued']})" if each["issued"] else "")
            + (", expired" if each["expired"] else "")
            for each in report["certificates"]
        ],
        "Languages": [
            f"{each['name']} {each['level'] or '(no level given)'}" for each in report["languages"]
        ],
        "Contact": [
            part
            for part in (
                report["contact"]["name"],
                report["contact"]["email"],
                report["contact"]["phone"],
                *report["contact"]["links"],
            )
            if part
        ],
    }


def readability_in_words(found: c.ReadabilityJson) -> str:
    """What a plain extractor loses; empty where it loses nothing, or none looked at the file."""
    lost, torn = round(found["words_lost"] or 0.0, 3), round(found["lines_torn"] or 0.0, 3)
    if not found["extractor"] or not (lost or torn):
        return ""
    return (
        f"A simple program ({found['extractor']}) loses {lost:.1%} of the words and "
        f"tears {torn:.1%} of the lines apart."
    )


def finding_in_words(found: c.FindingJson) -> str:
    """What simple programs lose or scramble, and the next step."""
    message = found["message"]
    return f"{message[:1].upper()}{message[1:]}. To mend it: {found['fix']}."
