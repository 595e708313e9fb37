"""FSx: there are no data repository associations.

Shape in the API reference: DescribeDataRepositoryAssociations answers a list, which is empty where
nobody made one. moto has no such operation, and none that makes one.
"""

import json

from . import method


def fill():
    from moto.fsx.responses import FSxResponse

    @method(FSxResponse)
    def describe_data_repository_associations(self):
        return json.dumps({"Associations": []})
