package io.plumbline.rule;

import io.plumbline.model.Design;
import io.plumbline.model.ParallelFiles;
import io.plumbline.model.ParallelFiles.BucketLink;
import java.util.List;

/** Two buckets shown in one folder, or one within the other; or a folder that is no path. */
final class FoldersOverlap implements Check<Design> {
  private static final Rule RULE =
      Rule.error(
          "PLB-FILE-003",
          "folder of a bucket impossible",
          "Each file belongs to one bucket at most; providers refuse folders that overlap.",
          "Amazon FSx API Reference, CreateDataRepositoryAssociation: FileSystemPath",
          "give each bucket a folder of its own: linkedTo(bucket, \"\", l -> l.at(\"/data\"))");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public void check(Design design, Problems problems) {
    for (ParallelFiles files : design.all(ParallelFiles.class)) {
      List<BucketLink> links = files.links();
      for (int i = 0; i < links.size(); i++) {
        String folder = links.get(i).folder();
        if (!folder.matches("/|(/[^/\\p{Cntrl}]+)+") || folder.length() > 4096) {
          problems.report(
              RULE, files, "got \"" + folder + "\"; allowed is / or a path such as /data/tokens");
        }
        for (int j = 0; j < i; j++) {
          check(files, links.get(j).folder(), folder, problems);
        }
      }
    }
  }

  private static void check(ParallelFiles files, String one, String other, Problems problems) {
    if (within(one, other) || within(other, one)) {
      problems.report(RULE, files, "got the folders \"" + one + "\" and \"" + other + "\"");
    }
  }

  private static boolean within(String folder, String other) {
    String start = folder.equals("/") ? "/" : folder + "/";
    return (other + "/").startsWith(start);
  }
}
