package io.plumbline.model;

import io.plumbline.diagnostic.SourceLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every component has.
 *
 * @param id unique in its stack, fixed for life
 * @param site where it lives
 * @param source the innermost line of the user's code that asked for it
 * @param formerly the id that it had before it was renamed; null if never
 * @param raw settings in a dialect's own words
 */
public record Identity(
    String id, Site site, SourceLine source, @Nullable String formerly, List<RawSetting> raw) {
  public Identity {
    raw = List.copyOf(raw);
  }
}
