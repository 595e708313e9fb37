package io.plumbline.model;

import io.plumbline.value.Value;
import java.util.List;

/** What machines or pods may do at the provider's own API. */
public sealed interface AnyRole extends Component permits InstanceRole, WorkloadRole {

  /** Rights of its own. */
  List<Statement> statements();

  /** Collections of rights that the provider keeps, by name or ARN. */
  List<String> managedPolicies();

  /** Its full name at the provider, as policies of other things name it. */
  default Value arn() {
    return Value.ref(id(), "arn");
  }
}
