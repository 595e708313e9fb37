package io.plumbline.drift;

import java.util.List;

/**
 * What the check of a part knows of the whole.
 *
 * @param all the targets of the whole check, those of the other parts too, in the order in which
 *     one check of all of them reports
 */
public record Part(Shard shard, List<TargetName> all) {
  public Part {
    all = List.copyOf(all);
  }
}
