"""Pages of few items: AWS may answer fewer than were asked for, and says where to go on."""

import io
from urllib.parse import parse_qsl, urlencode

from .operations import session

FEW = 5


def shorten(environ, body, operation):
    """Asks for fewer items at a time than the client did, where the operation has pages."""
    limit = _limit(operation)
    if limit is None:
        return
    name, shape = limit
    few = max(FEW, int(shape.metadata.get("min", 1)))
    if shape.serialization.get("location") == "querystring":
        query = dict(parse_qsl(environ["QUERY_STRING"], keep_blank_values=True))
        query[shape.serialization["name"]] = str(few)
        environ["QUERY_STRING"] = urlencode(query)
    elif operation.service_model.protocol in ("query", "ec2"):
        sent = dict(parse_qsl(body.decode("utf-8"), keep_blank_values=True))
        sent[name] = str(few)
        text = urlencode(sent).encode("ascii")
        environ["wsgi.input"] = io.BytesIO(text)
        environ["CONTENT_LENGTH"] = str(len(text))


def _limit(operation):
    """The member that says how many items are wanted, and its shape; None where there is none."""
    service = operation.service_model.service_name
    try:
        paging = session().get_paginator_model(service).get_paginator(operation.name)
    except ValueError:
        return None
    name = paging.get("limit_key")
    if name is None or not isinstance(paging.get("output_token"), (str, list)):
        return None
    return name, operation.input_shape.members[name]
