"""The files for operators name what exists: commands, ports, paths, keys and locks."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import typer

from bot.cli import app
from bot.config_env import names
from bot.config_serving import Health, Webhook
from bot.config_tables import Config
from bot.figures import Figures

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "docs" / "deploy"
COMMAND: Any = typer.main.get_command(app)
EXAMPLE = tomllib.loads((ROOT / "config.example.toml").read_text("utf-8"))


def read(name: str) -> str:
    return (DEPLOY / name).read_text("utf-8")


def commands(text: str) -> list[tuple[str, list[str]]]:
    """Every `inloop COMMAND` with its options."""
    found = re.findall(r"(?:^|[/`=\s])inloop ([a-z-]+)((?: [^\s`;|]+)*)", text, re.MULTILINE)
    return [(name, re.findall(r"--[a-z]+", rest)) for name, rest in found]


@pytest.mark.parametrize("unit", ["inloop.service", "inloop@.service"])
def test_units_start_commands_there_are_and_give_them_time_to_end(unit: str) -> None:
    text = read(unit)
    lines = re.findall(r"^Exec\w+=/opt/inloop/bin/inloop (.*)$", text, re.MULTILINE)
    assert lines
    for line in lines:
        name, *words = line.split()
        known = {option for each in COMMAND.commands[name].params for option in each.opts}
        assert {word for word in words if word.startswith("--")} <= known
    stops = re.search(r"TimeoutStopSec=(\d+)", text)
    assert stops is not None
    assert int(stops[1]) > 10
    for variable in re.findall(r"INLOOP_[A-Z_]+", text):
        assert variable in names(Config), variable


def test_the_image_is_built_of_the_lock_and_runs_a_command_there_is() -> None:
    text = read("Dockerfile")
    installs = re.findall(r"pip install ([^\n\\&]*)", text)
    assert len(installs) == 3
    for each in installs:
        assert "--require-hashes --no-deps -r requirements" in each or "--no-index" in each
    copied = {
        word
        for line in re.findall(r"^COPY (?!--from)(.*) \S+$", text, re.MULTILINE)
        for word in line.split()
    }
    assert {"requirements.lock", "bot", "flows", "storage"} <= copied
    assert [each for each in copied if not (ROOT / each).exists()] == []
    run = re.search(r'^CMD \["inloop", "(\w+)", "--config"', text, re.MULTILINE)
    assert run is not None
    assert run[1] in COMMAND.commands
    assert f":{Health().port}/healthz" in text
    assert "USER inloop" in text
    assert text.index("USER inloop") < text.index("CMD [")


@pytest.mark.parametrize("proxy", ["Caddyfile", "nginx.conf"])
def test_proxies_hand_on_the_paths_of_the_example_and_keep_the_rest(proxy: str) -> None:
    text = read(proxy)
    hook = Webhook(**EXAMPLE["webhook"])
    assert re.search(rf"(handle|location =) {hook.path} \{{", text)
    assert f"127.0.0.1:{EXAMPLE['web']['port']}" in text
    assert re.search(r"(handle /l/\*|location /l/) \{", text)
    assert set(re.findall(r"127\.0\.0\.1:(818\d)", text)) == {"8181", "8182"}
    assert re.search(r"max_size 1MB|client_max_body_size 1m", text)
    assert not re.search(r"^[^#]*(handle|location)[^{]*/metrics", text, re.MULTILINE)


def test_proxies_write_no_path_down_not_of_requests_that_failed_either() -> None:
    assert "access_log off;\n    error_log /var/log/nginx/error.log crit;" in read("nginx.conf")
    caddy = read("Caddyfile")
    assert "exclude http.log.error http.handlers.reverse_proxy" in caddy
    assert len(re.findall(r"^\s*log\b", caddy, re.MULTILINE)) == 1


def test_a_path_that_nobody_has_is_refused() -> None:
    assert "location / {\n        return 404;" in read("nginx.conf")
    assert "handle {\n\t\trespond 404" in read("Caddyfile")


def test_alerts_ask_for_figures_there_are() -> None:
    told = Figures().text().decode()
    for name in re.findall(r"\b(inloop_\w+)", read("alerts.yml")):
        assert f"# TYPE {name} " in told or f"# TYPE {name.removesuffix('_total')} " in told, name
    assert f"127.0.0.1:{Health().port}" in read("prometheus.yml")


def test_the_guide_names_commands_tables_figures_and_files_there_are() -> None:
    text = (ROOT / "docs" / "operations.md").read_text("utf-8")
    for name, options in commands(text):
        known = {option for each in COMMAND.commands[name].params for option in each.opts}
        assert set(options) <= known, name
    for file in re.findall(r"\]\(deploy/([^)]+)\)", text):
        assert (DEPLOY / file).exists(), file
    tables = set(re.findall(r"`\[(\w+)\]", text))
    assert tables <= EXAMPLE.keys() | {"telegram"}
    told = Figures().text().decode()
    for name in re.findall(r"`(inloop_\w+)", text):
        assert f"# TYPE {name} " in told, name


def test_every_file_is_one_that_is_looked_at() -> None:
    known = {"inloop.service", "inloop@.service", "Dockerfile", "Caddyfile", "nginx.conf"}
    assert {each.name for each in DEPLOY.iterdir()} == known | {"alerts.yml", "prometheus.yml"}
