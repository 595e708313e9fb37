"""EKS: clusters, node groups, add-ons, access entries and pod identity associations.

moto has clusters and node groups alone, which take no settings and cannot be updated. Here is what
the API reference says of all five: what is left out gets AWS's own value, updates change what they
name and answer an Update, and what stands in a cluster goes before it does.

EKS also makes things by itself, and so does this, in `made`: a security group for each cluster, a
scaling group and a copy of the launch template for each node group, and access entries.
"""

PATHS = (
    "/clusters$",
    "/clusters/(?P<rest>.+)$",
    "/tags/(?P<rest>.+)$",
)


def fill():
    from moto.eks import urls

    from .responses import EksResponse

    urls.url_paths.clear()
    urls.url_paths.update({"{0}" + path: EksResponse.dispatch for path in PATHS})
