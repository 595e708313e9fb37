package io.plumbline.report.topology;

import io.plumbline.report.topology.Topology.Edge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Where the boxes of one drawing stand: what nothing is needed for in the first column, whatever
 * uses it further right. A layer of many takes several columns, so that a page stays about as wide
 * as it is high.
 */
final class Layout {
  static final int BOX_WIDTH = 210;
  static final int BOX_HEIGHT = 62;
  private static final int GAP = 18;
  private static final int LAYER_GAP = 90;
  private static final int MARGIN = 12;
  private static final int FEWEST_ROWS = 8;

  private final Topology topology;
  private final int[] layers;
  private final int[] x;
  private final int[] y;
  private int width;
  private int height;

  Layout(Topology topology) {
    int size = topology.nodes().size();
    this.topology = topology;
    this.layers = new int[size];
    this.x = new int[size];
    this.y = new int[size];
    assignLayers();
    place();
  }

  int x(int node) {
    return x[node];
  }

  int y(int node) {
    return y[node];
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  /** The longest way down to something that uses nothing; a circle ends after as many steps. */
  private void assignLayers() {
    boolean moved = true;
    for (int round = 0; moved && round < layers.length; round++) {
      moved = false;
      for (Edge edge : topology.edges()) {
        if (layers[edge.from()] <= layers[edge.to()]) {
          layers[edge.from()] = layers[edge.to()] + 1;
          moved = true;
        }
      }
    }
  }

  private void place() {
    int rows = Math.max(FEWEST_ROWS, (int) Math.ceil(2 * Math.sqrt(layers.length)));
    int left = MARGIN;
    for (int layer = 0; layer <= Arrays.stream(layers).max().orElse(0); layer++) {
      List<Integer> nodes = inOrder(layer);
      for (int i = 0; i < nodes.size(); i++) {
        x[nodes.get(i)] = left + i / rows * (BOX_WIDTH + GAP);
        y[nodes.get(i)] = MARGIN + i % rows * (BOX_HEIGHT + GAP);
        width = Math.max(width, x[nodes.get(i)] + BOX_WIDTH + MARGIN);
        height = Math.max(height, y[nodes.get(i)] + BOX_HEIGHT + MARGIN);
      }
      left = nodes.isEmpty() ? left : width - MARGIN + LAYER_GAP;
    }
  }

  /** Beside what they use, so that lines cross less. */
  private List<Integer> inOrder(int layer) {
    List<Integer> nodes = new ArrayList<>();
    double[] heights = new double[layers.length];
    for (int i = 0; i < layers.length; i++) {
      if (layers[i] == layer) {
        int node = i;
        nodes.add(i);
        heights[i] =
            topology.edges().stream()
                .filter(edge -> edge.from() == node)
                .mapToInt(edge -> y[edge.to()])
                .average()
                .orElse(0);
      }
    }
    nodes.sort(Comparator.comparingDouble(node -> heights[node]));
    return nodes;
  }
}
