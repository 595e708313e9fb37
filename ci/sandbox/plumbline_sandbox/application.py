"""The WSGI application: moto's, mended, with a health page in front."""

import io
import json
import os
import threading

from .serving.http import HEALTH_PATH

# The engine's own SDK clients sign with these; a real key must never be looked for.
os.environ.setdefault("AWS_ACCESS_KEY_ID", "sandbox")
os.environ.setdefault("AWS_SECRET_ACCESS_KEY", "sandbox")
# Roles attach policies that AWS brings along, such as AmazonSSMManagedInstanceCore.
os.environ.setdefault("MOTO_IAM_LOAD_MANAGED_POLICIES", "true")


def create_application(hostile=None, stale=False):
    """Returns the application and the lock that serialises every call to it.

    With a number in `hostile` its answers are as awkward as AWS's: see the package of that name.
    """
    from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app

    from . import gaps, limits, rates, speed
    from .cloudformation import cloud_control
    from .cloudtrail import Trail
    from .gaps import functions

    serve = Trail(DomainDispatcherApplication(create_backend_app))
    lock = threading.RLock()
    gaps.fill(lock)
    speed.fill()
    if hostile is not None:
        from .hostile import wrap

        serve = wrap(serve, hostile, stale)

    calls = 0

    def application(environ, start_response):
        nonlocal calls
        if environ["PATH_INFO"] == HEALTH_PATH:
            start_response("200 OK", [("Content-Type", "text/plain")])
            return [f"plumbline-sandbox\ncalls {calls}\n".encode()]
        if environ["PATH_INFO"] == limits.PATH:
            rates.forget()
            return limits.answer(environ, start_response)
        if environ["PATH_INFO"] == rates.PATH:
            return rates.answer(environ, start_response)
        if environ["PATH_INFO"].startswith(functions.CODE_PATH):
            content = functions.archive(environ["PATH_INFO"])
            start_response("404 Not Found" if content is None else "200 OK", [])
            return [content or b""]
        if environ.get("HTTP_X_AMZ_TARGET", "").startswith(cloud_control.TARGET):
            body = environ["wsgi.input"].read()
            status, told = cloud_control.answer(environ, body, lock)
            start_response(status, [("Content-Type", "application/x-amz-json-1.0")])
            return [json.dumps(told).encode()]
        calls += 1
        if limits.rates():
            body = environ["wsgi.input"].read()
            environ["wsgi.input"] = io.BytesIO(body)
            if refusal := rates.refusal(environ, body):
                start_response(*refusal[:2])
                return [refusal[2].encode()]
        return serve(environ, start_response)

    return application, lock
