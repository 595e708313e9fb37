package io.plumbline.policy;

import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Bucket;
import io.plumbline.model.Design;
import io.plumbline.model.Target;
import java.util.Map;

/**
 * What is overwritten or deleted in a bucket can be got back. An example, and for organisations
 * that want just this.
 */
public final class BucketsAreVersioned implements Policy {

  @Override
  public String id() {
    return "buckets-are-versioned";
  }

  @Override
  public String description() {
    return "buckets keep earlier versions of their objects";
  }

  @Override
  public void check(Design design, Map<Target, ResourceGraph> graphs, Breaches breaches) {
    for (Bucket bucket : design.all(Bucket.class)) {
      if (!bucket.versioned()) {
        breaches.add(
            bucket, "got versioned(false)", "leave versioned(false) out, or ask for a waiver");
      }
    }
  }
}
