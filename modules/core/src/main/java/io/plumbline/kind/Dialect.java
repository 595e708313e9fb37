package io.plumbline.kind;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A vocabulary in which kinds are spelled. A dialect brings conventions, so that a kind lists only
 * what is irregular. The canonical spelling is the provider API's own, in lowerCamel.
 *
 * <p>The set is open: a cloud brings its own. The modules that speak one (its kinds, its format)
 * each declare it by {@link #of} with the same conventions, and have the same object then, without
 * knowing one another.
 */
public final class Dialect implements Comparable<Dialect> {
  private static final Map<String, Dialect> DECLARED = new ConcurrentHashMap<>();

  public static final Dialect TERRAFORM = of("terraform", Naming.SNAKE, Json.TEXT);
  public static final Dialect CLOUDFORMATION =
      of("cloudformation", Naming.UPPER_CAMEL, Json.DOCUMENT);

  /**
   * What the AWS APIs answer, as the member names of the SDK's model: EC2, Auto Scaling, IAM, S3.
   */
  public static final Dialect AWS_API = of("aws-api", Naming.UPPER_CAMEL, Json.TEXT);

  /** Variables of hosts, which roles of ours act on. */
  public static final Dialect ANSIBLE = of("ansible", Naming.SNAKE, Json.DOCUMENT);

  /** What hosts, their management controllers and Slurm say of themselves. */
  public static final Dialect DATA_CENTRE = of("data-centre", Naming.SAME, Json.DOCUMENT);

  private final String id;
  private final Naming naming;
  private final Json json;
  private final @Nullable Dialect base;

  private Dialect(String id, Naming naming, Json json, @Nullable Dialect base) {
    this.id = id;
    this.naming = naming;
    this.json = json;
    this.base = base;
  }

  /**
   * The dialect of this id and these conventions.
   *
   * @throws IllegalArgumentException if somebody else has declared it with other conventions
   */
  public static Dialect of(String id, Naming naming, Json json) {
    return declared(new Dialect(id, naming, json, null));
  }

  /**
   * A dialect that spells all as {@code base} does but for what a kind says of it: an API whose
   * templates have the same form, and that keeps some values to itself.
   */
  public static Dialect like(Dialect base, String id) {
    return declared(new Dialect(id, base.naming, base.json, base));
  }

  private static Dialect declared(Dialect wanted) {
    Dialect declared = DECLARED.computeIfAbsent(wanted.id, id -> wanted);
    if (declared.naming != wanted.naming
        || declared.json != wanted.json
        || declared.base != wanted.base) {
      throw new IllegalArgumentException(
          "dialect " + wanted.id + " is declared with other conventions");
    }
    return declared;
  }

  /**
   * The dialect that a module present here has declared by this id.
   *
   * @throws IllegalArgumentException if none has
   */
  public static Dialect named(String id) {
    Dialect declared = DECLARED.get(id);
    if (declared == null) {
      throw new IllegalArgumentException(
          "unknown dialect "
              + id
              + "; known are "
              + DECLARED.keySet().stream().sorted().collect(Collectors.joining(", ")));
    }
    return declared;
  }

  public String id() {
    return id;
  }

  /** The dialect that it spells all like unless a kind says otherwise; null for none. */
  @Nullable Dialect base() {
    return base;
  }

  /** How this dialect names an attribute unless the kind says otherwise. */
  String conventionalName(String attribute) {
    return naming.of(attribute);
  }

  /** How this dialect writes values of a shape unless the kind says otherwise. */
  Codec conventionalCodec(Shape shape) {
    return shape instanceof Shape.Json && json == Json.TEXT ? Codec.JSON_TEXT : Codec.SAME;
  }

  @Override
  public int compareTo(Dialect other) {
    return id.compareTo(other.id);
  }

  @Override
  public String toString() {
    return id;
  }

  /** How a dialect makes its name of a canonical one. */
  public enum Naming {
    SAME,
    /** {@code vpcId}: {@code vpc_id}. */
    SNAKE,
    /** {@code vpcId}: {@code VpcId}. */
    UPPER_CAMEL;

    String of(String name) {
      return switch (this) {
        case SAME -> name;
        case SNAKE -> snake(name);
        case UPPER_CAMEL -> Character.toUpperCase(name.charAt(0)) + name.substring(1);
      };
    }

    private static String snake(String name) {
      StringBuilder out = new StringBuilder();
      for (int i = 0; i < name.length(); i++) {
        char c = name.charAt(i);
        if (Character.isUpperCase(c)) {
          out.append('_').append(Character.toLowerCase(c));
        } else {
          out.append(c);
        }
      }
      return out.toString();
    }
  }

  /** How a dialect holds a whole JSON document. */
  public enum Json {
    /** As its text. */
    TEXT,
    /** As it is. */
    DOCUMENT
  }
}
