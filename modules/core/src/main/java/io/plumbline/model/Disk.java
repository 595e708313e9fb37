package io.plumbline.model;

import io.plumbline.unit.DataSize;
import org.jspecify.annotations.Nullable;

/**
 * The disk that a node boots from. It goes with the node.
 *
 * @param device name under which the image has its root; {@code /dev/sda1} for Ubuntu's, {@code
 *     /dev/xvda} for Amazon's
 * @param iops operations a second that are provisioned
 * @param throughput MiB a second that are provisioned
 * @param key what it is encrypted with; null: the account's own key
 */
public record Disk(
    DataSize size,
    String device,
    boolean encrypted,
    int iops,
    int throughput,
    @Nullable AnyKey key) {}
