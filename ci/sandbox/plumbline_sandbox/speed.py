"""Makes moto's answers cheap, without changing one of them.

moto lists its own folders and inspects its own classes at every request, tries some ten names for
each member that an answer lacks, and reads its list of images anew after each reset. A bulk read of
a thousand launch templates spends most of its time so. What is the same every time is kept here.
"""

import functools
from xml.sax.saxutils import escape, quoteattr


def fill():
    _keep_lists()
    _keep_resources()
    _keep_member_names()
    _write_xml()


def _keep_lists():
    from moto import backends
    from moto.core import responses
    from moto.moto_server import werkzeug_app

    modules = frozenset(backends.list_of_moto_modules())
    backends.list_of_moto_modules = lambda: modules
    names = responses.method_names_from_class
    responses.method_names_from_class = functools.cache(lambda owner: frozenset(names(owner)))
    application = werkzeug_app.DomainDispatcherApplication
    find = application.get_backend_for_host
    hosts = {}

    def get_backend_for_host(self, host):
        if host not in hosts:
            hosts[host] = find(self, host)
        return hosts[host]

    application.get_backend_for_host = get_backend_for_host


def _keep_resources():
    """A thousand images with disks and snapshots are made when first asked for, not at each start;
    AWS's own policies are made once, and each account has what it changes of them."""
    import copy
    import json

    from moto.ec2.models import amis
    from moto.iam import models as iam

    amis.load_resource = functools.cache(amis.load_resource)
    load = amis.AmiBackend._load_amis

    def images(self):
        if not self.plumbline_images_loaded:
            self.plumbline_images_loaded = True
            load(self)
        return self.plumbline_images

    def set_images(self, value):
        self.plumbline_images = value
        self.plumbline_images_loaded = False

    amis.AmiBackend.amis = property(images, set_images)
    amis.AmiBackend._load_amis = lambda self: None
    policies = json.loads(iam.aws_managed_policies_data)

    @functools.cache
    def made(region):
        return [
            iam.AWSManagedPolicy.from_data(name, "", region, data)
            for name, data in policies.items()
        ]

    def of_account(policy, account):
        mine = copy.copy(policy)
        mine.account_id, mine.tags = account, dict(policy.tags)
        return mine

    def _init_aws_policies(self):
        return [of_account(policy, self.account_id) for policy in made(self.region_name)]

    iam.IAMBackend._init_aws_policies = _init_aws_policies


def _keep_member_names():
    """Which names a member may have in an object depends on types alone: found once, then kept."""
    from moto.core.constants import MISSING
    from moto.core.serialize import AttributePicker
    from moto.core.utils import get_value

    known = {}
    transforms = {}

    def names(picker, context):
        parent = getattr(context.shape, "parent", None)
        key = (
            context.key,
            context.obj.__class__,
            context.shape.name,
            getattr(parent, "name", None),
            context.service_model.service_name,
            picker.__class__,
        )
        if key not in known:
            known[key] = tuple(dict.fromkeys(picker.get_possible_keys(context)))
        return known[key]

    def transforms_of(picker, key):
        own = transforms.setdefault(id(picker.response_transformers), {})
        if key not in own:
            own[key] = [
                (path, transform)
                for path, transform in picker.response_transformers.items()
                if path.rsplit(".", 1)[-1] == key
            ]
        return own[key]

    def pick(self, context):
        obj, value = context.obj, None
        if obj.__class__ is dict:
            for name in names(self, context):
                if name in obj:
                    value = obj[name]
                    break
        else:
            for name in names(self, context):
                value = get_value(obj, name, MISSING)
                if value is not MISSING:
                    break
            else:
                value = None
        return transformed(self, context, value)

    def transformed(self, context, value):
        for path, transform in transforms_of(self, context.key):
            if f"{context.key_path}.{context.key}".endswith(path):
                return transform(value)
        return value

    AttributePicker.__call__ = pick


def _write_xml():
    """Documents are written straight to text; moto sends each element through a SAX generator."""
    import types

    import xmltodict
    from moto.core import serialize

    def unparse(body, full_document=True, pretty=False, short_empty_elements=True):
        if pretty or not short_empty_elements:
            return xmltodict.unparse(
                body,
                full_document=full_document,
                pretty=pretty,
                short_empty_elements=short_empty_elements,
            )
        parts = ['<?xml version="1.0" encoding="utf-8"?>\n'] if full_document else []
        for name, value in body.items():
            _element(name, value, parts.append)
        return "".join(parts)

    serialize.xmltodict = types.SimpleNamespace(unparse=unparse, parse=xmltodict.parse)


def _element(name, value, write):
    """Writes an element as xmltodict.unparse does: `@` names attributes, a list repeats."""
    if isinstance(value, list):
        for item in value:
            _element(name, item, write)
        return
    if value is None or value == "":
        write(f"<{name}/>")
        return
    if not isinstance(value, dict):
        text = ("true" if value else "false") if isinstance(value, bool) else str(value)
        write(f"<{name}>{escape(text)}</{name}>" if text else f"<{name}/>")
        return
    attributes = "".join(
        f" {key[1:]}={quoteattr(str(item))}" for key, item in value.items() if key[0] == "@"
    )
    children = [(key, item) for key, item in value.items() if key[0] != "@"]
    if not any(item != [] for _, item in children):
        write(f"<{name}{attributes}/>")
        return
    write(f"<{name}{attributes}>")
    for key, item in children:
        if key == "#text":
            write(escape(str(item)))
        else:
            _element(key, item, write)
    write(f"</{name}>")
