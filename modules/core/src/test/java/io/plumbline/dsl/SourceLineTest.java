package io.plumbline.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.diagnostic.SourceLine;
import io.plumbline.model.Bucket;
import io.plumbline.model.Design;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SourceLineTest {
  private static final String HERE = "stacks/io/plumbline/dsl/SourceLineTest.java";

  @Test
  void remembersTheInnermostLineOfTheUserAndItsCallers() {
    Design design =
        Blueprint.describe(new Sample(), new Stacks.None(), Stacks.surroundings(Stacks.MAIN));

    assertThat(design.components().get(0).identity().source())
        .isEqualTo(new SourceLine(HERE, Sample.DIRECT));
    assertThat(design.components().get(1).identity().source())
        .isEqualTo(
            new SourceLine(
                HERE, BuildingBlock.LINE, List.of(new SourceLine(HERE, Sample.BY_BLOCK))));
  }

  @Test
  void namesTheCallersInAProblem() {
    Design design =
        Blueprint.describe(new Sample(), new Stacks.None(), Stacks.surroundings(Stacks.MAIN));

    assertThat(design.problems()).hasSize(1);
    assertThat(design.problems().get(0).source()).hasToString(HERE + ":" + BuildingBlock.LINE);
    assertThat(design.problems().get(0).detail())
        .endsWith("(called from " + HERE + ":" + Sample.BY_BLOCK + ")");
  }

  /** Stands in this package as our DSL does: only our own classes are skipped, not the package. */
  private static final class BuildingBlock {
    static final int LINE = 43;

    static Bucket store(SiteBlueprint site, String id) {
      return site.bucket(id);
    }
  }

  private static final class Sample implements Stack<Stacks.None> {
    static final int DIRECT = 63;
    static final int BY_BLOCK = 64;

    @Override
    public String name() {
      return "sample";
    }

    @Override
    public Class<Stacks.None> parameters() {
      return Stacks.None.class;
    }

    @Override
    public void describe(Blueprint blueprint, Stacks.None parameters) {
      blueprint.site().bucket("direct");
      List.of("Upper").forEach(id -> BuildingBlock.store(blueprint.site(), id));
    }
  }
}
