package io.plumbline.azure.kinds;

import java.util.stream.Stream;

/** Reasons why no design says what Azure lets people set, where several kinds have them. */
final class Unsaid {
  /** Of all that can stand outside of Azure's own regions. */
  static final String EDGE = "of edge zones, where no fleet stands";

  static final String GIVEN = "given by Azure";
  static final String WINDOWS = "of Windows, which no design runs";
  static final String NOBODY = "nobody asks for it";
  static final String PREVIEW = "a setting newer than what engines can say of it here";

  private Unsaid() {}

  /** Fields of one place. */
  static String[] at(String place, String below, String... fields) {
    return Stream.of(fields).map(field -> place + below + field).toArray(String[]::new);
  }
}
