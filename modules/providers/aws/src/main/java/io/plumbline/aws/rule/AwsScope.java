package io.plumbline.aws.rule;

import io.plumbline.aws.catalogue.Catalogue;
import io.plumbline.aws.lower.Lowering;
import io.plumbline.diagnostic.Diagnostic;
import io.plumbline.graph.Resource;
import io.plumbline.model.Bucket;
import io.plumbline.model.Component;
import io.plumbline.model.Design;
import io.plumbline.model.GpuPool;
import io.plumbline.model.Parameter;
import io.plumbline.model.Target;
import java.time.Instant;
import java.util.List;

/**
 * What the rules of AWS look at: the part of a design that lives on one of its sites.
 *
 * @param now decides what is over, or has not begun; nothing that is generated depends on it
 */
public record AwsScope(Design design, Target target, Catalogue catalogue, Instant now) {

  /** The site's region; empty where the environment file does not say. */
  public String region() {
    return target.site().setting("region", "");
  }

  /** The components that live here. */
  public List<Component> components() {
    return design.on(target.site());
  }

  /** Those of one type. */
  public <C extends Component> List<C> all(Class<C> type) {
    return components().stream().filter(type::isInstance).map(type::cast).toList();
  }

  String nameOf(Bucket bucket) {
    return new Lowering(target, catalogue).bucketName(bucket);
  }

  String nameOf(Parameter parameter) {
    return new Lowering(target, catalogue).parameterName(parameter);
  }

  String groupOf(GpuPool pool) {
    return new Lowering(target, catalogue).groupName(pool);
  }

  /**
   * The parts that the component is lowered to; none where the design is at fault, so that it
   * cannot be lowered.
   */
  List<String> partsOf(Component component) {
    if (design.problems().stream().anyMatch(Diagnostic::isError)) {
      return List.of();
    }
    return new Lowering(target, catalogue)
        .lower(component, design).stream()
            .map(Resource::address)
            .map(
                address -> address.contains("/") ? address.substring(address.indexOf('/') + 1) : "")
            .toList();
  }
}
