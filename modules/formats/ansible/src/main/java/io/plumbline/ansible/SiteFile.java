package io.plumbline.ansible;

import io.plumbline.graph.Documents;
import io.plumbline.graph.Resource;
import io.plumbline.graph.ResourceGraph;
import io.plumbline.kind.Dialect;
import io.plumbline.kind.Document;
import io.plumbline.spi.Format.Artefact;
import io.plumbline.value.Value.Obj;
import java.util.LinkedHashMap;
import java.util.Map;

/** Files for others than machines of ours: they stand beside the playbook, which leaves them. */
final class SiteFile {
  static final String TYPE = "site-file";

  private SiteFile() {}

  /** By their paths below the playbook's folder. */
  static Map<String, Artefact> all(ResourceGraph graph) {
    Map<String, Artefact> files = new LinkedHashMap<>();
    for (Resource resource : graph.resources()) {
      if (resource.kind().documents(Dialect.ANSIBLE).isEmpty()) {
        continue;
      }
      for (Map.Entry<Document, Obj> each : Documents.of(resource, Dialect.ANSIBLE).entrySet()) {
        if (each.getKey().type().equals(TYPE)) {
          String content = Fleet.text(each.getValue(), "content");
          files.put("site/" + Fleet.text(each.getValue(), "path"), out -> out.append(content));
        }
      }
    }
    return files;
  }
}
