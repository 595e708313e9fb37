package io.plumbline.dsl;

import io.plumbline.diagnostic.SourceLine;
import io.plumbline.model.Identity;
import io.plumbline.model.RawSetting;
import io.plumbline.model.Site;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A component that was asked for and is about to be set up: its id, where it is to live, and the
 * line that asks.
 */
record Order(Draft draft, String id, Site site, SourceLine source) {

  /** Of a component about which nothing more can be said. */
  Identity identity() {
    return identity(null, List.of());
  }

  Identity identity(@Nullable String formerly, List<RawSetting> raw) {
    return new Identity(id, site, source, formerly, raw);
  }
}
