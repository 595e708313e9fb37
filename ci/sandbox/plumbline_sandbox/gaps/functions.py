"""Lambda: where the code of a function lies, and mappings by whatever names their function.

Shapes in the API reference:
- GetFunction answers Code with RepositoryType and Location, an address that gives the archive for
  ten minutes to whoever asks. moto's leads to AWS; here it is the sandbox's own.
- ListEventSourceMappings takes FunctionName as a name or an ARN; moto finds what was said when the
  mapping was made alone.
"""

from . import method

CODE_PATH = "/plumbline/code/"


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

    @method(LambdaBackend)
    def list_event_source_mappings(self, event_source_arn, function_name):
        found = list_event_source_mappings.before(self, event_source_arn, None)
        name = (function_name or "").rsplit(":", 1)[-1]
        return [each for each in found if not name or each.function_arn.endswith(f":{name}")]


def archive(path):
    """The archive at a path below CODE_PATH; None where there is no such function."""
    from moto.awslambda.models import lambda_backends

    account, region, name = path.removeprefix(CODE_PATH).split("/")
    for function in lambda_backends[account][region].list_functions():
        if function.function_name == name:
            return function.code_bytes
    return None
