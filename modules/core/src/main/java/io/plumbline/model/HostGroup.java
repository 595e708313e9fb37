package io.plumbline.model;

/**
 * A group that accounts share on hosts, and shared storage knows by its number.
 *
 * @param gid the same everywhere
 */
public record HostGroup(String name, int gid) {}
