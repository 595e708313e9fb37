package io.plumbline.kind;

/**
 * A vocabulary in which kinds are spelled. A dialect brings conventions, so that a kind lists only
 * what is irregular. The canonical spelling is the provider API's own, in lowerCamel.
 */
public enum Dialect {
  TERRAFORM("terraform", Naming.SNAKE, true),
  CLOUDFORMATION("cloudformation", Naming.UPPER_CAMEL, false),
  /**
   * What the AWS APIs answer, as the member names of the SDK's model: EC2, Auto Scaling, IAM, S3.
   */
  AWS_API("aws-api", Naming.UPPER_CAMEL, true),
  /** Variables of hosts, which roles of ours act on. */
  ANSIBLE("ansible", Naming.SNAKE, false),
  /** What hosts, their management controllers and Slurm say of themselves. */
  DATA_CENTRE("data-centre", Naming.SAME, false);

  private final String id;
  private final Naming naming;
  private final boolean jsonAsText;

  Dialect(String id, Naming naming, boolean jsonAsText) {
    this.id = id;
    this.naming = naming;
    this.jsonAsText = jsonAsText;
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
    return shape instanceof Shape.Json && jsonAsText ? Codec.JSON_TEXT : Codec.SAME;
  }

  private enum Naming {
    SAME {
      @Override
      String apply(String name) {
        return name;
      }
    },
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
