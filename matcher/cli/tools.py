"""schema, train, export, evaluate, app."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from matcher.cli.base import Settings, deciding, print_csv, print_json, printing, say
from matcher.contract import SCHEMAS
from matcher.contract import schema as schema_of
from matcher.skills.learned_stance import WEIGHTS

_new_folder = click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    metavar="OUT",
    help="The new folder.",
)


@click.command(epilog=f"NAME is one of {', '.join(SCHEMAS)} (of `corpus check`).")
@click.argument("name", type=click.Choice(list(SCHEMAS)), metavar="NAME")
def schema(name: str) -> None:
    """JSON schema of what a command prints with --format json."""
    print_json(schema_of(name))


@click.command()
@click.option(
    "--taxonomies",
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="Holds the O*NET text files, the ESCO CSV files and the GitHub topic aliases.",
)
@click.option(
    "--skillspan",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="Holds SkillSpan's train.json.",
)
@click.option(
    "--base",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="FOLDER",
    help="A static folder to start from (default: all-MiniLM-L6-v2 is distilled).",
)
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    metavar="OUT",
    help="The new folder; with --stances the new file.",
)
@click.option("--accurate", is_flag=True, help="Train the adapter of the accurate gear instead.")
@click.option(
    "--stances",
    is_flag=True,
    help="Learn how lines speak of a skill instead, from corpus/stances and O*NET's tasks.",
)
def train(
    taxonomies: Path,
    skillspan: Path | None,
    base: Path | None,
    output: Path,
    accurate: bool,
    stances: bool,
) -> None:
    """Train the encoder on files that you have.

    Nothing is downloaded.
    """
    if stances:
        from matcher.corpus import load_corpus
        from matcher.training.stances import train_stances

        if skillspan or base or accurate:
            raise click.BadParameter("takes --taxonomies and -o alone", param_hint="--stances")
        train_stances(load_corpus(), taxonomies, output, say=say)
        say(f"the weights are in {output}; they take the place of matcher/skills/{WEIGHTS.name}")
        return
    if accurate:
        if base:
            raise click.BadParameter("--base is for the static encoder, not for --accurate")
        from matcher.training.adapter import train_adapter

        folder = train_adapter(taxonomies, output, skillspan=skillspan, say=say)
        say(f"the adapter is in {folder}; it takes the place of matcher/adapter")
        return
    from matcher.training.encoder import train as train_encoder

    folder = train_encoder(taxonomies, output, skillspan=skillspan, base=base, say=say)
    say(f"the encoder is in {folder}; use it with --model {folder}")


@click.command()
@_new_folder
def export(output: Path) -> None:
    """The accurate gear for ONNX Runtime, with 8-bit weights.

    Two to four times as fast as `--model accurate`, and without torch.
    """
    from matcher.embedding.accurate import export_onnx

    folder = export_onnx(output)
    say(f"the accurate gear is in {folder}; use it with --model {folder}")


@click.command()
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option(
    "--data",
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="The folder with the public data that the benchmarks read.",
)
@click.option(
    "--against",
    multiple=True,
    metavar="MODEL",
    help="A model that `encoder` compares with; give it several times for several "
    "[default: accurate, all-MiniLM-L6-v2].",
)
@printing
def evaluate(
    names: tuple[str, ...], data: Path, against: tuple[str, ...], settings: Settings
) -> None:
    """The benchmarks of the README.

    \b
    skillspan     skill spans against annotators' (SkillSpan, knowledge layer)
    professions   nearest role against the profession (LiveCareer resumes)
    titles        titles to roles (florex), title vectors (TalentCLEF, JobBERT)
    confusion     postings without title: data scientist, analyst, engineer, ML engineer
    reading       positions of resumes against a person's (LiveCareer, vanetik, layouts)
    layouts       template resumes against their sources; one person in several layouts
    pasted        resumes that lost their line breaks
    postings      requirements of postings against a person's
    judged        fits against the grades of two judges, 318 pairs
    evidence      lines quoted for duties, against the grades of judges
    deletions     is a deleted skill missing, and nothing else
    linking       skills of lines that do not name them, against a person's
    stances       is a skill claimed, denied, wished for or another's, on lines of its own
    encoder       this encoder against others: titles, skills, resumes, speed (--against)
    speed         megabytes of text per second, loading the corpus

    All of them when none is named.
    """
    from dataclasses import asdict

    from matcher.evaluation import BENCHMARKS
    from matcher.evaluation import evaluate as figures_of

    if unknown := set(names) - set(BENCHMARKS):
        raise click.BadParameter(f"{min(unknown)}: choose from {', '.join(BENCHMARKS)}")
    matcher = settings.matcher(n_readers=0)
    rows = []
    for name in names or BENCHMARKS:
        for figure in figures_of(name, matcher, data, against):
            rows.append({"benchmark": name, **asdict(figure), "value": round(figure.value, 4)})
            if settings.form == "table":
                interval = (
                    f"  [{figure.low:.3f}, {figure.high:.3f}]"
                    if figure.low is not None and figure.high is not None
                    else ""
                )
                line = f"{name:12} {figure.name:64} {figure.value:8.3f}  n={figure.n}{interval}"
                click.echo(line)
    if settings.form == "json":
        print_json(rows)
    elif settings.form == "csv":
        print_csv(rows, ("benchmark", "name", "value", "n", "low", "high"))


@click.command()
@click.option("--port", default=8501, show_default=True, type=click.IntRange(1, 65535))
@deciding
def app(port: int, corpus: Path | None, model: str | None, today: datetime.datetime | None) -> None:
    """Open the web page.

    The same as `streamlit run app.py`, which takes these options from MATCHER_CORPUS,
    MATCHER_MODEL and MATCHER_TODAY.
    """
    from matcher.corpus import load_corpus
    from matcher.embedding import load_encoder
    from matcher.web.serve import serve

    load_corpus(corpus)  # an error is better said here than on the page
    load_encoder(model)
    serve(port, corpus=corpus, model=model, today=today and today.date())
