package io.plumbline.e2e.format;

import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Dialect.TERRAFORM;
import static io.plumbline.kind.ResourceKind.kind;
import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.e2e.engine.Bench;
import io.plumbline.e2e.harness.SandboxServer;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Codec;
import io.plumbline.kind.Lens;
import io.plumbline.kind.ResourceKind;
import io.plumbline.terraform.TerraformEngine;
import io.plumbline.terraform.TerraformFormat;
import io.plumbline.testkit.HostileText;
import io.plumbline.value.JsonReader;
import io.plumbline.value.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Terraform itself makes of the texts that are written for it. */
class HostileTextIT {
  @RegisterExtension static final SandboxServer SANDBOX = new SandboxServer();

  private static final String OTHER = "other";

  /** Terraform's own resource, which keeps what it is given. */
  private static final ResourceKind DATA =
      kind("data")
          .type(TERRAFORM, "terraform_data")
          .output("value", "output", "Ref", "")
          .attributes(text("plain").in(TERRAFORM, "input"))
          .build();

  private static final ResourceKind ENCODED =
      kind("encoded")
          .type(TERRAFORM, "terraform_data")
          .attributes(text("encoded").in(TERRAFORM, "input", Codec.BASE64))
          .build();

  @Test
  void reachesTerraformUnchanged() throws IOException {
    List<Resource> resources = new ArrayList<>();
    resources.add(Resource.of(OTHER, DATA, Value.object("plain", Value.text("<other>")), null));
    for (int i = 0; i < HostileText.SAMPLES.size(); i++) {
      Value text = Value.text(HostileText.SAMPLES.get(i));
      Value joined = Value.join(text, Value.ref(OTHER, "value"), text);
      resources.add(Resource.of("plain-" + i, DATA, Value.object("plain", text), null));
      resources.add(Resource.of("joined-" + i, DATA, Value.object("plain", joined), null));
      resources.add(Resource.of("encoded-" + i, ENCODED, Value.object("encoded", joined), null));
    }
    ResourceGraph graph = new ResourceGraph(resources);
    Bench bench =
        new Bench(new TerraformEngine(), new TerraformFormat(), SANDBOX, "hostile", Map.of());
    bench.deploy(graph);
    Path state = bench.directory().resolve("terraform/terraform.tfstate");
    Map<String, String> found = inputs(JsonReader.read(Files.readString(state)));

    for (int i = 0; i < HostileText.SAMPLES.size(); i++) {
      String text = HostileText.SAMPLES.get(i);
      String joined = text + "<other>" + text;
      assertThat(found.get("plain-" + i)).isEqualTo(normal(text));
      assertThat(found.get("joined-" + i)).isEqualTo(normal(joined));
      assertThat(decoded(found.get("encoded-" + i))).isEqualTo(normal(joined));
    }
  }

  /** Terraform composes characters, as it does with all text. */
  private static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static String decoded(String text) {
    return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
  }

  private static Map<String, String> inputs(Value state) {
    Map<String, String> found = new TreeMap<>();
    for (Value item : ((Value.Sequence) Lens.find(state, List.of("resources"))).items()) {
      Value.Obj resource = (Value.Obj) item;
      Value instance = ((Value.Sequence) resource.get("instances")).items().get(0);
      Value input = Lens.find(instance, List.of("attributes", "input", "value"));
      found.put(((Value.Text) resource.get("name")).value(), ((Value.Text) input).value());
    }
    return found;
  }
}
