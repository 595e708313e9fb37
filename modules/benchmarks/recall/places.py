"""Places of a CloudFormation type, by the vendor's own schema: `A/B`, lists are looked through."""

ENDLESS = 9


class Schema:
    def __init__(self, document):
        self.document = document
        self.leaves = {}
        self._walk("", document, 0, ())
        fixed = self._listed("createOnlyProperties") | self._listed("readOnlyProperties")
        self.mutable = sorted(
            place for place in self.leaves
            if not any(place == f or place.startswith(f + "/") for f in fixed)
        )

    def _listed(self, keyword):
        return {
            pointer.replace("/properties/", "").replace("/*", "").replace("/items", "")
            for pointer in self.document.get(keyword, [])
        }

    def _walk(self, prefix, node, depth, above):
        node = self.resolved(node)
        if depth > ENDLESS or id(node) in above:
            return
        above = (*above, id(node))
        if "items" in node:
            self._walk(prefix, node["items"], depth, above)
            return
        properties = self._properties(node)
        if not properties:
            if prefix:
                self.leaves[prefix] = node
            return
        for name, inner in properties.items():
            self._walk(f"{prefix}/{name}" if prefix else name, inner, depth + 1, above)

    def resolved(self, node):
        while "$ref" in node:
            at = self.document
            for part in node["$ref"][2:].split("/"):
                at = at[part]
            node = at
        return node

    def _properties(self, node):
        """Those of the node and of what it is a choice of."""
        found = dict(node.get("properties", {}))
        for keyword in ("oneOf", "anyOf", "allOf"):
            for choice in node.get(keyword, []):
                found.update(self._properties(self.resolved(choice)))
        return found

    def child(self, node, name):
        node = self.resolved(node)
        if "items" in node:
            return self.child(node["items"], name)
        return self._properties(node).get(name)

    def required(self, node):
        return self.resolved(node).get("required", [])
