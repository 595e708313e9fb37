package io.plumbline.terraform;

import io.plumbline.kind.Dialect;
import io.plumbline.model.Site;
import io.plumbline.spi.Provider;
import io.plumbline.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * What the provider of a site says itself of its part in a configuration ({@link
 * Provider#settings}): a cloud that is added brings that along.
 */
record OwnWords(Value.Obj said) {
  private static final String BACKEND = "backend";

  static OwnWords of(Site site) {
    for (Provider provider : ServiceLoader.load(Provider.class, OwnWords.class.getClassLoader())) {
      if (provider.id().equals(site.provider())) {
        return new OwnWords(provider.settings(Dialect.TERRAFORM, site));
      }
    }
    return new OwnWords(Value.Obj.EMPTY);
  }

  boolean areThere() {
    return !said.members().isEmpty();
  }

  List<ProviderBlock> blocks() {
    List<ProviderBlock> blocks = new ArrayList<>();
    member("required_providers")
        .members()
        .forEach(
            (name, required) ->
                blocks.add(
                    new ProviderBlock(
                        name,
                        text(required, "source"),
                        text(required, "version"),
                        settings(name),
                        member("variable").members())));
    return blocks;
  }

  private Value.Obj settings(String name) {
    return member("provider").get(name) instanceof Value.Obj settings
        ? (Value.Obj) escaped(settings)
        : Value.Obj.EMPTY;
  }

  /** Where the state is, below {@code key}; empty where it is in the work folder. */
  Value.Obj backend(String key) {
    Map<String, Value> backends = new LinkedHashMap<>();
    member(BACKEND)
        .members()
        .forEach(
            (type, settings) -> {
              Map<String, Value> whole = new LinkedHashMap<>(((Value.Obj) settings).members());
              whole.put("key", Value.text(key));
              backends.put(type, escaped(new Value.Obj(whole)));
            });
    return new Value.Obj(backends);
  }

  private Value.Obj member(String name) {
    return said.get(name) instanceof Value.Obj object ? object : Value.Obj.EMPTY;
  }

  private static String text(Value object, String member) {
    return ((Value.Text) ((Value.Obj) object).get(member)).value();
  }

  private static Value escaped(Value value) {
    return switch (value) {
      case Value.Text text -> Value.text(Template.literal(text.value()));
      case Value.Obj object -> {
        Map<String, Value> members = new LinkedHashMap<>();
        object.members().forEach((name, member) -> members.put(name, escaped(member)));
        yield new Value.Obj(members);
      }
      default -> value;
    };
  }
}
