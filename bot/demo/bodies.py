"""The bodies of requests: query, form, multipart or JSON, all read alike."""

import json

from aiohttp import web

from bot.demo.calls import as_params
from bot.demo.replies import Json, Upload
from bot.demo.sim_guard import SimError


async def read_call(request: web.Request) -> tuple[dict[str, str], dict[str, Upload]]:
    """Parameters and files of a request.

    Raises:
        ValueError: A JSON body that is no JSON object, or a broken form.
    """
    params, files = dict(request.query), dict[str, Upload]()
    if request.content_type == "application/json":
        params.update(await _json_body(request))
    elif request.method == "POST":
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                files[name] = _upload(value)
            elif isinstance(value, str):
                params[name] = value
            else:
                params[name] = value.decode()
    return params, files


async def _json_body(request: web.Request) -> dict[str, str]:
    text = await request.text()
    values = json.loads(text) if text.strip() else {}
    if not isinstance(values, dict):
        raise ValueError("not an object")  # noqa: TRY004
    return as_params(values)


def _upload(field: web.FileField) -> Upload:
    with field.file as file:
        return Upload(field.filename, file.read(), field.content_type)


async def read_object(request: web.Request) -> Json:
    """The JSON object in the body of a request; an empty body is an empty object.

    Raises:
        SimError: It is none.
    """
    try:
        text = await request.text()
        values = json.loads(text) if text.strip() else {}
    except ValueError as broken:
        raise SimError("the body is no JSON") from broken
    if not isinstance(values, dict):
        raise SimError("the body is no JSON object")
    return values


def wanted(body: Json, name: str, otherwise: str | None = None) -> str:
    """A field with a text.

    Raises:
        SimError: It is missing without a default, or no text.
    """
    value = body.get(name, otherwise)
    if not isinstance(value, str) or _has_surrogates(value):
        raise SimError(f"{name} is missing or no text")
    return value


def wanted_integer(body: Json, name: str, otherwise: int | None = None) -> int:
    """A field with a whole number.

    Raises:
        SimError: It is missing without a default, or no whole number.
    """
    value = body.get(name, otherwise)
    if not isinstance(value, int) or isinstance(value, bool):
        raise SimError(f"{name} is missing or no whole number")
    return value


def wanted_number(body: Json, name: str, otherwise: float) -> float:
    """A field with a number from 0.

    Raises:
        SimError: It is something else.
    """
    value = body.get(name, otherwise)
    if not isinstance(value, int | float) or isinstance(value, bool) or not value >= 0:
        raise SimError(f"{name} is no number from 0")
    return float(value)


def _has_surrogates(text: str) -> bool:
    return any("\ud800" <= letter <= "\udfff" for letter in text)
