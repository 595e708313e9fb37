package io.plumbline.aws.lower;

import io.plumbline.graph.Resource;
import io.plumbline.model.Design;
import io.plumbline.model.GpuPool;
import io.plumbline.model.SharedFiles;
import io.plumbline.value.References;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A node whose boot script mounts shared files must not start before they can be mounted: the file
 * system alone, which the script names, is there much earlier.
 */
final class MountsFirst {
  private MountsFirst() {}

  static Resource after(Resource resource, GpuPool pool, Design design) {
    if (pool.bootScript() == null
        || !resource.address().equals(Parts.address(pool, GpuPoolParts.GROUP))) {
      return resource;
    }
    Set<String> first = new LinkedHashSet<>(resource.after());
    References.forEach(
        pool.bootScript(),
        ref -> {
          if (design.find(ref.resource()) instanceof SharedFiles files) {
            first.addAll(SharedFilesParts.mounts(files));
          }
        });
    return resource.withAfter(List.copyOf(first));
  }
}
