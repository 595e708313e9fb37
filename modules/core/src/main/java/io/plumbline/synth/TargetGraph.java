package io.plumbline.synth;

import io.plumbline.graph.ResourceGraph;
import io.plumbline.model.Target;

/** What is wanted of one stack on one site. */
public record TargetGraph(Target target, ResourceGraph graph) {}
