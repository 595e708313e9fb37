package io.plumbline.kind;

/**
 * A vocabulary in which kinds are spelled. A dialect brings conventions, so that a kind lists only what is irregular. The
 * canonical spelling is the provider API's own, in lowerCamel.
 */
public enum Dialect {
  TERRAFORM("terraform", Naming.SNAKE, Codec.JSON_TEXT),
  CLOUDFORMATION("cloudformation", Naming.UPPER_CAMEL, Codec.SAME),
  /** What the AWS APIs answer, as the member names of the SDK's model: EC2, Auto Scaling, IAM, S3. */
  AWS_API("aws-api", Naming.UPPER_CAMEL, Codec.JSON_TEXT);

  private final String id;
  private final Naming naming;
  private final Codec json;

  Dialect(String id, Naming naming, Codec json) {
    this.id = id;
    this.naming = naming;
    this.json = json;
  }

  public String id() {
    return id;
  }

  /** How this dialect names an attribute unless the kind says otherwise. */
  String conventionalName(String attribute) {
    return naming.apply(attribute);
  }

  /** How this dialect writes values of a shape unless the kind says otherwise. */
  Codec conventionalCodec(Shape shape) {
    return shape instanceof Shape.Json ? json : Codec.SAME;
  }

  private enum Naming {
    SNAKE {
      @Override
      String apply(String name) {
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
    },
    UPPER_CAMEL {
      @Override
      String apply(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
      }
    };

    abstract String apply(String name);
  }
}
