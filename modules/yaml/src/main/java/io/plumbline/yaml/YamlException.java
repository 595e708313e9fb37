package io.plumbline.yaml;

import io.plumbline.diagnostic.SourceLine;

/**
 * Text that is not YAML, or YAML that is not safe to read; says where, in lines and columns counted
 * from 1.
 */
public final class YamlException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient SourceLine source;
  private final int column;
  private final String problem;

  YamlException(String file, int line, int column, String problem) {
    super(file + ":" + line + ":" + column + ": " + problem);
    this.source = new SourceLine(file, line);
    this.column = column;
    this.problem = problem;
  }

  public SourceLine source() {
    return source;
  }

  public int column() {
    return column;
  }

  /** What is wrong, without the place. */
  public String problem() {
    return problem;
  }
}
