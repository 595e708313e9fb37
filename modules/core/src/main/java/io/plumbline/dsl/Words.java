package io.plumbline.dsl;

import io.plumbline.graph.Band;
import io.plumbline.graph.Lookup;
import io.plumbline.unit.DataSize;
import io.plumbline.unit.Price;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** The words in which stacks say quantities and refer to what is there; meant for static import. */
public final class Words {
  private Words() {}

  /** So many mebibytes. */
  public static DataSize mib(long amount) {
    return DataSize.mib(amount);
  }

  /** So many gibibytes. */
  public static DataSize gib(long amount) {
    return DataSize.gib(amount);
  }

  /** So many tebibytes. */
  public static DataSize tib(long amount) {
    return DataSize.tib(amount);
  }

  /** So many US dollars an hour: {@code "32.77"}. */
  public static Price usdPerHour(String amount) {
    return Price.usdPerHour(amount);
  }

  /** So many US dollars an hour. */
  public static Price usdPerHour(double amount) {
    return Price.usdPerHour(amount);
  }

  /** So many seconds. */
  public static Duration seconds(long number) {
    return Duration.ofSeconds(number);
  }

  /** So many minutes. */
  public static Duration minutes(long number) {
    return Duration.ofMinutes(number);
  }

  /** So many days. */
  public static Duration days(long number) {
    return Duration.ofDays(number);
  }

  /** From {@code min} to {@code max} nodes, both included; it still needs an owner. */
  public static UnownedBand band(long min, long max) {
    return new UnownedBand(min, max);
  }

  /** What exists already, by the provider's id of it. */
  public static Lookup byId(String id) {
    return new Lookup.ById(id);
  }

  /** What exists already, by its name. */
  public static Lookup byName(String name) {
    return new Lookup.ByName(name);
  }

  /** What exists already, by a tag that it alone carries. */
  public static Lookup byTag(String key, String value) {
    return new Lookup.ByTag(key, value);
  }

  /** A file below {@code templates/}, with nothing to fill in. */
  public static Template template(String name) {
    return new Template(name, Map.of());
  }

  /**
   * A file below {@code templates/}, filled in: {@code template("gpu-node.sh", v -> v.set("bucket",
   * bucket.name()))}.
   */
  public static Template template(String name, Consumer<Template.Variables> fillIn) {
    Template.Variables variables = new Template.Variables();
    fillIn.accept(variables);
    return new Template(name, variables.values());
  }

  /** A band that does not say yet who moves the number inside it. */
  public record UnownedBand(long min, long max) {
    /** Named in reports as the one that moves the number: {@code "autoscaler"}. */
    public Band ownedBy(String owner) {
      return new Band(min, max, owner);
    }
  }
}
