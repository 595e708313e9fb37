package io.plumbline.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.model.Bucket;
import io.plumbline.model.Component;
import io.plumbline.model.Design;
import io.plumbline.model.Image;
import io.plumbline.model.Network;
import io.plumbline.value.Value;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class OtherStackTest {
  record None() {}

  private abstract static class Plain implements Stack<None> {
    @Override
    public Class<None> parameters() {
      return None.class;
    }
  }

  private static final class Base extends Plain {
    @Override
    public String name() {
      return "base";
    }

    @Override
    public void describe(Blueprint blueprint, None parameters) {
      SiteBlueprint site = blueprint.site();
      site.network("net", n -> n.cidr("10.0.0.0/16").zones("us-east-1a").publicSubnets(24));
      site.bucket("data");
    }
  }

  private static final class Fleet extends Plain {
    @Override
    public String name() {
      return "fleet";
    }

    @Override
    public void describe(Blueprint blueprint, None parameters) {
      OtherStack base = blueprint.stack(Base.class);
      Network net = base.get("net", Network.class);
      Bucket data = base.get("data", Bucket.class);
      SiteBlueprint site = blueprint.site();
      var node = site.instanceRole("node", r -> r.allow("s3:GetObject").on(data.objects()));
      var rules = site.securityRules("rules", s -> s.in(net).amongThemselves());
      site.gpuPool(
          "pool",
          p ->
              p.in(net.publicSubnets())
                  .instanceTypes("p5.48xlarge")
                  .count(1)
                  .image(Image.id("ami-0abcdef1234567890"))
                  .role(node)
                  .securedBy(rules));
    }
  }

  private static final class Wrong extends Plain {
    private final String id;

    Wrong(String id) {
      this.id = id;
    }

    @Override
    public String name() {
      return "wrong";
    }

    @Override
    public void describe(Blueprint blueprint, None parameters) {
      blueprint.stack(Base.class).get(id, Bucket.class);
    }
  }

  private static final class Chicken extends Plain {
    @Override
    public String name() {
      return "chicken";
    }

    @Override
    public void describe(Blueprint blueprint, None parameters) {
      blueprint.stack(Egg.class);
    }
  }

  private static final class Egg extends Plain {
    @Override
    public String name() {
      return "egg";
    }

    @Override
    public void describe(Blueprint blueprint, None parameters) {
      blueprint.stack(Chicken.class);
    }
  }

  private static Design describe(Stack<None> stack, Plain... others) {
    List<Neighbour> neighbours =
        Stream.of(others).map(other -> new Neighbour(other, new None())).toList();
    return Blueprint.describe(
        stack, new None(), Stacks.surroundings(Stacks.MAIN).withNeighbours(neighbours));
  }

  private static Diagnostic only(Design design) {
    assertThat(design.problems()).hasSize(1);
    return design.problems().get(0);
  }

  @Test
  void componentsOfAnotherStackAreUsedLikeOnesOwnAndAreNotOfThisDesign() {
    Design design = describe(new Fleet(), new Base(), new Fleet());
    assertThat(design.problems()).isEmpty();
    assertThat(design.components())
        .extracting(Component::id)
        .containsExactly("node", "rules", "pool");
    assertThat(design.find("node").values())
        .containsExactly(Value.join(Value.ref("base:data", "arn"), Value.text("/*")));
    assertThat(design.others()).extracting(Design::stack).containsExactly("base");
  }

  @Test
  void saysWhatTheOtherStackHasInstead() {
    Diagnostic problem = only(describe(new Wrong("dta"), new Base()));
    assertThat(problem.code()).isEqualTo("PLB-REF-003");
    assertThat(problem.detail()).isEqualTo("got \"dta\"; stack \"base\" has: data");
    assertThat(problem.source().file()).endsWith("OtherStackTest.java");
    assertThat(only(describe(new Wrong("net"), new Base())).detail())
        .isEqualTo("got a network as \"net\"; stack \"base\" has: data");
  }

  @Test
  void saysThatTheOtherStackIsNotInTheEnvironment() {
    Diagnostic problem = only(describe(new Fleet(), new Fleet()));
    assertThat(problem.code()).isEqualTo("PLB-REF-004");
    assertThat(problem.detail()).contains("OtherStackTest$Base", "\"test\" has: fleet");
  }

  @Test
  void saysThatStacksReferToEachOtherInACircle() {
    Diagnostic problem = only(describe(new Chicken(), new Chicken(), new Egg()));
    assertThat(problem.code()).isEqualTo("PLB-REF-005");
    assertThat(problem.detail()).isEqualTo("got chicken -> egg -> chicken");
  }
}
