package io.plumbline.run;

import static io.plumbline.kind.Attributes.text;
import static io.plumbline.kind.Attributes.whole;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.diagnostic.SourceLine;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Read;
import io.plumbline.kind.ResourceKind;
import io.plumbline.model.Design;
import io.plumbline.model.Site;
import io.plumbline.model.Target;
import io.plumbline.spi.LiveSource;
import io.plumbline.spi.Provider;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** A provider of one kind, whose live things are a list that tests write. */
final class FakeProvider implements Provider, LiveSource.Factory {
  static final String ID = "fake";
  static final ResourceKind KIND =
      ResourceKind.kind("thing")
          .type("fake_thing", "Fake::Thing")
          .read(Read.all("fake:List"))
          .namedBy("name")
          .output("id", "id", "Ref", "Name")
          .attributes(text("name"), text("shape"), whole("size"))
          .build();

  /** One that cannot be got back, with a part of its own. */
  static final ResourceKind VAULT =
      ResourceKind.kind("vault")
          .type("fake_vault", "Fake::Vault")
          .document(Dialect.TERRAFORM, "door", "fake_vault_door", "vault", "id")
          .read(Read.all("fake:ListVaults"))
          .namedBy("name")
          .irreplaceable()
          .output("id", "id", "Ref", "Name")
          .attributes(text("name"))
          .build();

  final List<Value.Obj> things = new ArrayList<>();

  /** Whether nothing may be read. */
  boolean blind;

  static Target target(String environment, String stack, String engine) {
    return new Target(environment, stack, new Site("main", ID, engine, Map.of(), null));
  }

  static Resource thing(String address, String shape, int size) {
    return Resource.of(
        address,
        KIND,
        Value.object(
            "name", Value.text("live-" + address),
            "shape", Value.text(shape),
            "size", Value.whole(size)),
        new SourceLine("Fleet.java", 7));
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Dialect api() {
    return Dialect.AWS_API;
  }

  @Override
  public List<ResourceKind> kinds() {
    return List.of(KIND, VAULT);
  }

  @Override
  public List<Diagnostic> validate(Design design, Target target) {
    return List.of();
  }

  @Override
  public ResourceGraph lower(Design design, Target target) {
    return ResourceGraph.EMPTY;
  }

  @Override
  public String provider() {
    return ID;
  }

  @Override
  public String readPolicy(Site site, SortedMap<String, Set<String>> reads) {
    throw new UnsupportedOperationException("no test asks for one");
  }

  @Override
  public LiveSource open(Site site) {
    return new LiveSource() {
      @Override
      public Answer call(String operation, List<String> keys) {
        return blind
            ? new Answer(List.of(), Map.of("", new Failure(operation, "AccessDenied")), 1)
            : new Answer(things, Map.of(), 1);
      }

      @Override
      public Map<String, String> constants() {
        return Map.of();
      }

      @Override
      public void close() {}
    };
  }
}
