package io.plumbline.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.aws.kinds.AwsKinds;
import io.plumbline.kind.ResourceKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * Every command that reports offer to remove something with is one that AWS's command line has,
 * with options that it has and all that it needs: its commands are made from the service models
 * that botocore carries.
 */
class RemovalCommandsIT {
  private static final String CHECK =
      """
      import re, sys
      import botocore.session
      from botocore import xform_name

      session = botocore.session.get_session()
      for line in sys.argv[1:]:
          program, service, command, *rest = line.split()
          assert program == "aws", line
          model = session.get_service_model(service)
          names = {xform_name(name, "-"): name for name in model.operation_names}
          members = model.operation_model(names[command]).input_shape
          options = [word[2:] for word in rest if word.startswith("--")]
          known = {xform_name(name, "-") for name in members.members}
          assert set(options) <= known | {"region", "endpoint-url"}, line
          needed = {xform_name(name, "-") for name in members.required_members}
          assert needed <= set(options), (line, needed)
          print(line)
      """;

  @Test
  void areThoseOfTheProvidersCommandLine() {
    List<String> commands =
        AwsKinds.ALL.stream()
            .map(ResourceKind::removal)
            .filter(Objects::nonNull)
            .map(command -> command.replaceAll("[\\[\\]]", ""))
            .toList();
    assertThat(commands).hasSizeGreaterThan(20);
    String[] arguments = new String[commands.size() + 2];
    arguments[0] = "-c";
    arguments[1] = CHECK;
    for (int i = 0; i < commands.size(); i++) {
      arguments[i + 2] = commands.get(i);
    }
    String said = RealPrograms.python(Path.of("."), arguments);
    assertThat(said.lines()).containsExactlyElementsOf(commands);
  }
}
