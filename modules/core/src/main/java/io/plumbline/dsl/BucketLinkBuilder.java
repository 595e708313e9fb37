package io.plumbline.dsl;

import io.plumbline.model.Bucket;
import io.plumbline.model.ParallelFiles.BucketLink;

/** Says how a folder of a file system shows a bucket. */
public final class BucketLinkBuilder {
  private final Bucket bucket;
  private final String prefix;
  private String folder = "/";
  private boolean imports = true;
  private boolean exports;

  BucketLinkBuilder(Bucket bucket, String prefix) {
    this.bucket = bucket;
    this.prefix = prefix;
  }

  /** Where in the file system; by default {@code /}. */
  public BucketLinkBuilder at(String path) {
    folder = path;
    return this;
  }

  /** Whether changes in the bucket appear in the folder; by default they do. */
  public BucketLinkBuilder imports(boolean on) {
    imports = on;
    return this;
  }

  /** Whether changes in the folder go to the bucket; by default they do not. */
  public BucketLinkBuilder exports(boolean on) {
    exports = on;
    return this;
  }

  BucketLink build() {
    return new BucketLink(bucket, prefix, folder, imports, exports);
  }
}
