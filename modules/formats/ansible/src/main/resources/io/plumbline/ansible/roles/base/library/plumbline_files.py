#!/usr/bin/python3
"""Writes all files of a role in one go, where another module would be run several times for each."""

import base64
import os
import tempfile

from ansible.module_utils.basic import AnsibleModule

DOCUMENTATION = """
module: plumbline_files
short_description: Write files whole
description: Each belongs to root, and so do folders that are made for it.
options:
  files:
    description: What is to stand where.
    type: list
    elements: dict
    required: true
    suboptions:
      path:
        description: Where it stands.
        type: path
        required: true
      mode:
        description: Who may do what, four octal digits.
        type: str
        required: true
      content:
        description: In Base64.
        type: str
        required: true
author: Plumbline
"""
EXAMPLES = """
- name: Write a file
  plumbline_files:
    files:
      - path: /etc/motd
        mode: "0644"
        content: aGVsbG8K
"""
RETURN = """
written:
  description: Paths of those that were not as they should be.
  returned: always
  type: list
"""
OPTIONS = {
    "path": {"type": "path", "required": True},
    "mode": {"type": "str", "required": True},
    "content": {"type": "str", "required": True, "no_log": True},
}
MOST_SHOWN = 104448


def there(path):
    with open(path, "rb") as file:
        return file.read()


def shown(before, after):
    """What a difference is made of: texts that are not too long."""
    texts = [(content or b"") for content in (before, after)]
    if any(len(text) > MOST_SHOWN or b"\0" in text for text in texts):
        return {}
    return dict(zip(("before", "after"), (text.decode("utf-8", "replace") for text in texts)))


def make_folder(path):
    """With those above it; what is there already keeps its owner and mode, whatever the account's mask is."""
    if path and not os.path.isdir(path):
        make_folder(os.path.dirname(path))
        os.mkdir(path)
        os.chmod(path, 0o755)


def write(module, file, content):
    """Nobody reads it before it belongs to root and is of its mode; a link gives way to it."""
    path = file["path"]
    folder = os.path.dirname(path)
    make_folder(folder)
    handle, temporary = tempfile.mkstemp(prefix=".plumbline-", dir=folder)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fchown(handle, 0, 0)
            os.fchmod(handle, int(file["mode"], 8))
            os.fsync(handle)
        os.rename(temporary, path)
    except OSError:
        os.unlink(temporary)
        raise
    if module.selinux_enabled():
        module.set_context_if_different(path, module.selinux_default_context(path), False)


def refuse(module, path):
    """Before anything is written: what stands in the way."""
    if os.path.isdir(path) and not os.path.islink(path):
        module.fail_json(msg=f"{path} is a folder: move it elsewhere, and deploy again")
    folder = os.path.dirname(path)
    while folder and not os.path.lexists(folder):
        folder = os.path.dirname(folder)
    if folder and not os.path.isdir(folder):
        module.fail_json(msg=f"{folder} is no folder, and {path} should stand in it: move it elsewhere, and deploy again")


def settle(module, file):
    """What changes in a file, or nothing. A link gives way to the file: it may lead anywhere."""
    path, content = file["path"], base64.b64decode(file["content"])
    before = there(path) if os.path.isfile(path) and not os.path.islink(path) else None
    if before != content and not module.check_mode:
        write(module, file, content)
    wanted = {"path": path, "mode": file["mode"], "owner": "root", "group": "root"}
    is_there = before is not None or not module.check_mode
    owned_otherwise = is_there and module.set_fs_attributes_if_different(module.load_file_common_arguments(wanted), False)
    if before == content and not owned_otherwise:
        return None
    return {"before_header": path, "after_header": path, "mode": file["mode"], **shown(before, content)}


def main():
    files = {"type": "list", "elements": "dict", "required": True, "options": OPTIONS}
    module = AnsibleModule(argument_spec={"files": files}, supports_check_mode=True)
    for file in module.params["files"]:
        refuse(module, file["path"])
    found = [change for change in (settle(module, file) for file in module.params["files"]) if change]
    written = [change["after_header"] for change in found]
    module.exit_json(changed=bool(found), written=written, diff=found if module._diff else [])


if __name__ == "__main__":
    main()
