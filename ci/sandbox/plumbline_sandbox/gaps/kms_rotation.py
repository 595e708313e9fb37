"""KMS: how often a key is rotated.

Shapes in the API reference: EnableKeyRotation takes RotationPeriodInDays, 365 where it says
nothing, and changes it where rotation is on already; GetKeyRotationStatus answers it
while rotation is on, beside the key's id. moto keeps no period.
"""

import json

from . import method

YEAR = 365


def fill():
    from moto.kms.responses import KmsResponse

    def key(response):
        backend = response.kms_backend
        return backend.keys[backend.get_key_id(response._get_param("KeyId"))]

    @method(KmsResponse)
    def enable_key_rotation(self):
        period = self._get_param("RotationPeriodInDays") or YEAR
        answer = enable_key_rotation.before(self)
        key(self)._rotation_period = int(period)
        return answer

    @method(KmsResponse)
    def get_key_rotation_status(self):
        answer = json.loads(get_key_rotation_status.before(self))
        answer["KeyId"] = key(self).id
        if answer["KeyRotationEnabled"]:
            answer["RotationPeriodInDays"] = getattr(key(self), "_rotation_period", YEAR)
        return json.dumps(answer)
