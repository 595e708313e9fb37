package io.plumbline.model;

/**
 * A network interface of hosts that must be up.
 *
 * @param name as the system calls it: {@code "ib0"}
 * @param megabits its speed in Mb/s; 0 where nobody minds
 */
public record HostLink(String name, long megabits) {}
