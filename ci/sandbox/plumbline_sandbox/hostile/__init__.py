"""Answers as awkward as AWS's own, and as true: `server.py --hostile SEED`.

A client that compares must not mind any of this, so a check of what nobody touched finds nothing:

- lists whose order says nothing come in an order of chance (`facts.KEPT` has those that keep it);
- policy documents are written anew: keys in another order, one for a list of one, an account's
  number as the ARN of its root, true as "true", other blanks;
- members that a client did not send have the values that AWS fills in (`facts.FILLED_IN`);
- keys of which a name was given are answered as ARNs where AWS does so (`facts.ARNS`);
- lists without items are there or are not;
- pages have few items, whatever size was asked for.

`--stale` adds one thing: after something was made, the first list of its sort misses the newest.

The same seed and the same calls, in the same order, give the same answers. CloudFormation and STS
answer as ever, and so does what is answered as CBOR.
"""

import io
import random
import zlib

from . import pages, stale, trees
from .operations import operation_of
from .rewriting import Rewriting

# Orders of events mean something there; and STS has no lists.
SPARED = ("cloudformation", "sts")
READS = ("Describe", "List", "Get", "Head")


def wrap(application, seed, hides_newest=False):
    """The same application, answering so."""
    chance = random.Random(seed)
    hidden = stale.Hidden()

    def hostile(environ, start_response):
        body = environ["wsgi.input"].read()
        environ["wsgi.input"] = io.BytesIO(body)
        operation = operation_of(environ, body)
        if operation is None or operation.service_model.service_name in SPARED:
            return application(environ, start_response)
        if not operation.name.startswith(READS):
            hidden.written()
            return application(environ, start_response)
        pages.shorten(environ, body, operation)
        return _answer(application, environ, start_response, operation, chance, hidden)

    def _answer(application, environ, start_response, operation, chance, hidden):
        said = {}

        def start(status, headers, exc_info=None):
            said.update(status=status, headers=headers)

        content = b"".join(application(environ, start))
        if said["status"].startswith("200") and operation.output_shape is not None:
            change = Rewriting(operation, chance).result
            if hides_newest:
                change = hidden.before(operation, change)
            content = trees.rewritten(content, operation, change)
        start_response(said["status"], _measured(said["headers"], content))
        return [content]

    return hostile


def _measured(headers, content):
    """The headers, with those that tell of the content."""
    told = {"content-length": len(content), "x-amz-crc32": zlib.crc32(content)}
    return [(name, str(told.get(name.lower(), value))) for name, value in headers]
