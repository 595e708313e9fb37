package io.plumbline.benchmarks;

import io.plumbline.dsl.Surroundings;
import io.plumbline.model.Site;
import io.plumbline.policy.Policies;
import io.plumbline.synth.Plugins;
import io.plumbline.synth.Synthesis;
import io.plumbline.synth.TargetGraph;
import io.plumbline.testkit.ManyPools;
import io.plumbline.value.Value;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Generation in a JVM that has run for a while, from Java to the bytes of a Terraform
 * configuration, which go nowhere: the whole of Plumbline beside {@link RawJackson}, at four sizes
 * that show whether cost grows with size and no faster.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class WarmGeneration {
  private static final Site SITE =
      new Site(
          "main",
          "aws",
          "terraform",
          Map.of(
              "region", "us-east-1",
              "account", "123456789012",
              "endpoint", "http://127.0.0.1:4510",
              "credentials", "fake",
              "state", "local"),
          null);

  @Param({"10", "100", "1000", "10000"})
  public int pools;

  private final Plugins plugins = new Plugins(WarmGeneration.class.getClassLoader());
  private final Synthesis synthesis =
      new Synthesis(
          plugins,
          new Surroundings("bench", List.of(SITE), (name, values) -> Value.NULL, file -> file),
          new Policies(List.of(), List.of(), LocalDate.EPOCH));

  /** Describe, check, lower, render. */
  @Benchmark
  public void plumbline() throws IOException {
    generate("terraform", OutputStream.nullOutputStream());
  }

  /** The same for CloudFormation, split over nested stacks where it is many. */
  @Benchmark
  public void cloudFormation() throws IOException {
    generate("cloudformation", OutputStream.nullOutputStream());
  }

  void generate(String format, OutputStream bytes) throws IOException {
    var outcome =
        synthesis.run(
            List.of(new ManyPools()), Map.of("many-pools", new ManyPools.Parameters(pools)));
    for (TargetGraph each : outcome.targets()) {
      var artefacts = plugins.format(format, null).render(each.graph(), each.target());
      for (var artefact : artefacts.values()) {
        try (Writer out = new OutputStreamWriter(bytes, StandardCharsets.UTF_8)) {
          artefact.writeTo(out);
        }
      }
    }
  }

  /** The same bytes, from a program that knows nothing else. */
  @Benchmark
  public void rawJackson() throws IOException {
    RawJackson.write(pools, OutputStream.nullOutputStream());
  }
}
