package io.plumbline.cloudformation;

import io.plumbline.cloudformation.Bounds.Load;
import io.plumbline.graph.Resource;
import io.plumbline.value.Value;
import io.plumbline.yaml.YamlWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** How much each resource is in a template. */
final class Loads {
  private Loads() {}

  static Load of(Template template, Resource resource) {
    Map<String, Value> blocks = template.blocks(resource);
    Counter counter = new Counter();
    try {
      YamlWriter.write(new Value.Obj(blocks), counter);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Load(blocks.size(), counter.bytes);
  }

  /** Counts what would be written, two spaces deeper. */
  private static final class Counter implements Appendable {
    private long bytes;

    @Override
    public Appendable append(CharSequence text) {
      return append(text, 0, text.length());
    }

    @Override
    public Appendable append(CharSequence text, int start, int end) {
      for (int i = start; i < end; i++) {
        append(text.charAt(i));
      }
      return this;
    }

    @Override
    public Appendable append(char c) {
      bytes += c == '\n' ? 3 : c < 0x80 ? 1 : c < 0x800 ? 2 : Character.isSurrogate(c) ? 2 : 3;
      return this;
    }
  }
}
