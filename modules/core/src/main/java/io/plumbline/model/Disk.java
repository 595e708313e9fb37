package io.plumbline.model;

import io.plumbline.unit.DataSize;

/**
 * The disk that a node boots from. It goes with the node.
 *
 * @param device name under which the image has its root; {@code /dev/sda1} for Ubuntu's, {@code
 *     /dev/xvda} for Amazon's
 * @param iops operations a second that are provisioned
 * @param throughput MiB a second that are provisioned
 */
public record Disk(DataSize size, String device, boolean encrypted, int iops, int throughput) {}
