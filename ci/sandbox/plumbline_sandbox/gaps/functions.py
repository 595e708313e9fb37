"""Lambda: where the code of a function lies, and mappings by whatever names their function.

Shapes in the API reference:
- GetFunction answers Code with RepositoryType and Location, an address that gives the archive for
  ten minutes to whoever asks. moto's leads to AWS; here it is the sandbox's own.
- What UpdateFunctionConfiguration and CreateFunction are told of dead letters, storage, file systems, the
  key, logs, snapshots and tracing, GetFunction answers; moto drops most of it.
- ListEventSourceMappings takes FunctionName as a name or an ARN; moto finds what was said when the
  mapping was made alone.
"""

from . import method

CODE_PATH = "/plumbline/code/"
KEPT = (
    "DeadLetterConfig",
    "EphemeralStorage",
    "FileSystemConfigs",
    "KMSKeyArn",
    "LoggingConfig",
    "SnapStart",
    "TracingConfig",
)


def fill():
    from moto.awslambda.models import LambdaBackend, LambdaFunction
    from moto.awslambda.responses import LambdaResponse

    @method(LambdaResponse)
    def get_function(self):
        # The function is asked for its code, and does not know where it is asked.
        host = self.headers.get("Host") or self.headers.get("host")
        LambdaFunction.plumbline_host = host
        return get_function.before(self)

    @method(LambdaFunction)
    def get_code(self):
        answer = get_code.before(self)
        if answer.get("Code", {}).get("RepositoryType") != "ECR":
            answer["Code"] = {
                "RepositoryType": "S3",
                "Location": f"http://{LambdaFunction.plumbline_host}{CODE_PATH}"
                f"{self.account_id}/{self.region}/{self.function_name}",
            }
        return answer

    LambdaFunction.plumbline_host = "127.0.0.1"
    _keep_settings(LambdaFunction)

    @method(LambdaBackend)
    def list_event_source_mappings(self, event_source_arn, function_name):
        found = list_event_source_mappings.before(self, event_source_arn, None)
        name = (function_name or "").rsplit(":", 1)[-1]
        return [each for each in found if not name or each.function_arn.endswith(f":{name}")]


def _keep_settings(function):
    function.plumbline_settings = {}

    @method(function)
    def __init__(self, account_id, spec, *arguments, **members):
        self.plumbline_settings = {name: spec[name] for name in KEPT if spec.get(name)}
        __init__.before(self, account_id, spec, *arguments, **members)

    @method(function)
    def update_configuration(self, config_updates):
        told = {name: config_updates[name] for name in KEPT if name in config_updates}
        self.plumbline_settings = {**self.plumbline_settings, **told}
        return update_configuration.before(self, config_updates)

    @method(function)
    def get_configuration(self, on_create=False):
        config = get_configuration.before(self, on_create)
        config.update({name: said for name, said in self.plumbline_settings.items() if said})
        return config


def archive(path):
    """The archive at a path below CODE_PATH; None where there is no such function."""
    from moto.awslambda.models import lambda_backends

    account, region, name = path.removeprefix(CODE_PATH).split("/")
    for function in lambda_backends[account][region].list_functions():
        if function.function_name == name:
            return function.code_bytes
    return None
